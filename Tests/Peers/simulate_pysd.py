"""Runs an XMILE document in PySD for each model of a trace, and prints how far each variable is from the trace."""

import json
import sys
import warnings

import numpy
import pysd

warnings.filterwarnings("ignore")


def main(document, trace_path):
    trace = json.load(open(trace_path))
    model = pysd.read_xmile(document)
    names = {python.lower(): original for original, python in model.namespace.items()}
    columns = [name for name in trace["variables"]]
    results = []
    for one in trace["models"]:
        parameters = dict(zip(trace["parameters"], one["parameters"]))
        out = model.run(params=parameters, return_columns=columns)
        ours = numpy.array(one["values"])
        theirs = numpy.column_stack([out[name].to_numpy(dtype=float) for name in columns])
        results.append((one["draw"], ours, theirs))
    return columns, results


if __name__ == "__main__":
    from compare_models import report

    sys.exit(report("PySD " + pysd.__version__, *main(sys.argv[1], sys.argv[2])))
