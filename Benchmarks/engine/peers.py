"""One peer in Python, run in an environment of its own: python peers.py PEER FOLDER RUNS. Prints seconds, saves results."""

import contextlib
import json
import sys
import time
import warnings

import numpy

warnings.filterwarnings("ignore")


def timed(call, repetitions=5):
    seconds = []
    for _ in range(repetitions):
        start = time.perf_counter()
        result = call()
        seconds.append(time.perf_counter() - start)
    return seconds, result


def numpy_peer(net, weights, starts, dtype):
    from network import reference

    return timed(lambda: reference(net, weights, starts, dtype))


def numba_peer(net, weights, starts, parallel):
    import numba

    source = numpy.array([e["from"] for e in net["edges"]])
    target = numpy.array([e["to"] for e in net["edges"]])
    sign = numpy.array([float(e["sign"]) for e in net["edges"]])
    steps, dt = net["steps"], net["step"]

    @numba.njit(parallel=parallel)
    def run(weights, starts):
        out = numpy.empty_like(starts)
        for r in numba.prange(starts.shape[0]):
            x = starts[r].copy()
            u, v = numpy.empty_like(x), numpy.empty_like(x)
            for _ in range(steps):
                u[:] = 0
                v[:] = 0
                for e in range(len(source)):
                    p = sign[e] * weights[r, e] * (2 * x[source[e]] - 1)
                    if p > 0:
                        u[target[e]] += p
                    else:
                        v[target[e]] -= p
                for i in range(len(x)):
                    x[i] = (x[i] + dt * u[i]) / (1 + dt * u[i] + dt * v[i])
            out[r] = x
        return out

    run(weights[:2], starts[:2])
    return timed(lambda: run(weights, starts))


def pysd_peer(net, weights, starts, folder):
    import pysd

    model = pysd.read_xmile(folder + "/network.xmile")
    columns = [f"x{i}" for i in range(net["variables"])]

    def run():
        rows = []
        for w, s in zip(weights, starts):
            parameters = {f"w{i}": value for i, value in enumerate(w)} | {f"s{i}": value for i, value in enumerate(s)}
            rows.append(model.run(params=parameters, return_columns=columns).iloc[-1].to_numpy(dtype=float))
        return numpy.array(rows)

    return timed(run, 1)


def simlin_peer(net, weights, starts, folder):
    import simlin

    model = simlin.load(folder + "/network.xmile")

    def run():
        rows = []
        for w, s in zip(weights, starts):
            values = {f"w{i}": float(value) for i, value in enumerate(w)}
            values |= {f"s{i}": float(value) for i, value in enumerate(s)}
            simulation = model.simulate(overrides=values)
            simulation.run_to_end()
            rows.append([simulation.get_value(f"x{i}") for i in range(net["variables"])])
        return numpy.array(rows)

    return timed(run, 3)


def fcmpy_peer(net, weights, starts, folder):
    import pandas
    from fcmpy import FcmSimulator

    names = [f"x{i}" for i in range(net["variables"])]

    def run():
        rows = []
        for w, s in zip(weights, starts):
            matrix = numpy.zeros((len(names), len(names)))
            for edge, value in zip(net["edges"], w):
                matrix[edge["from"], edge["to"]] = edge["sign"] * value
            result = FcmSimulator().simulate(
                initial_state=dict(zip(names, s)), weight_matrix=pandas.DataFrame(matrix, index=names, columns=names),
                transfer="sigmoid", inference="mKosko", thresh=0.0, iterations=net["steps"], l=1)
            rows.append(result.iloc[-1].to_numpy(dtype=float))
        return numpy.array(rows)

    return timed(run, 1)


def main():
    peer, folder, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    net = json.load(open(folder + "/network.json"))
    weights = numpy.fromfile(folder + "/weights").reshape(-1, len(net["edges"]))[:runs]
    starts = numpy.fromfile(folder + "/starts").reshape(-1, net["variables"])[:runs]
    call = {
        "numpy": lambda: numpy_peer(net, weights, starts, numpy.float64),
        "numpy32": lambda: numpy_peer(net, weights, starts, numpy.float32),
        "numba": lambda: numba_peer(net, weights, starts, False),
        "numba-parallel": lambda: numba_peer(net, weights, starts, True),
        "pysd": lambda: pysd_peer(net, weights, starts, folder),
        "simlin": lambda: simlin_peer(net, weights, starts, folder),
        "fcmpy": lambda: fcmpy_peer(net, weights, starts, folder),
    }[peer]
    # What a peer says while it works isn't a time.
    with contextlib.redirect_stdout(sys.stderr):
        seconds, result = call()
    numpy.asarray(result, dtype=float).tofile(folder + "/result")
    print("\n".join(str(second) for second in seconds))


main()
