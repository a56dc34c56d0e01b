"""Runs an XMILE document in Simlin for each model of a trace, and prints how far each variable is from the trace."""

import json
import sys

import numpy
import simlin


def main(document, trace_path):
    trace = json.load(open(trace_path))
    model = simlin.load(document)
    columns = trace["variables"]
    results = []
    for one in trace["models"]:
        overrides = dict(zip(trace["parameters"], one["parameters"]))
        simulation = model.simulate(overrides=overrides)
        simulation.run_to_end()
        ours = numpy.array(one["values"])
        theirs = numpy.column_stack([simulation.get_series(name) for name in columns])
        results.append((one["draw"], ours, theirs))
    return columns, results


if __name__ == "__main__":
    from compare_models import report

    sys.exit(report("Simlin " + simlin.__version__, *main(sys.argv[1], sys.argv[2])))
