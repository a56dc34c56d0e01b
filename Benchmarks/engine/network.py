"""The network that all engines run: 20 variables, 60 signed arrows, 60 steps of 0.1. The same at every call."""

import json
import random

import numpy

VARIABLES, EDGES, STEPS, STEP = 20, 60, 60, 0.1


def network():
    """The arrows: no arrow twice, none from a variable to itself, each variable with one at least."""
    draw = random.Random(20211082)
    pairs = [(draw.choice([j for j in range(VARIABLES) if j != i]), i) for i in range(VARIABLES)]
    while len(pairs) < EDGES:
        pair = (draw.randrange(VARIABLES), draw.randrange(VARIABLES))
        if pair[0] != pair[1] and pair not in pairs:
            pairs.append(pair)
    edges = [{"from": j, "to": i, "sign": draw.choice([1, -1])} for j, i in pairs]
    return {"variables": VARIABLES, "steps": STEPS, "step": STEP, "edges": edges}


def numbers(runs):
    """Weights and starts, evenly from 0 to 1: one row a run."""
    draw = numpy.random.default_rng(1)
    return draw.random((runs, EDGES)), draw.random((runs, VARIABLES))


def reference(net, weights, starts, dtype=numpy.float64):
    """The rule, as an analyst writes it with NumPy: all runs at once, an arrow at a time."""
    w = numpy.ascontiguousarray(weights.T.astype(dtype))
    x = numpy.ascontiguousarray(starts.T.astype(dtype))
    dt, one, two, zero = dtype(net["step"]), dtype(1), dtype(2), dtype(0)
    for _ in range(net["steps"]):
        u, v = numpy.zeros_like(x), numpy.zeros_like(x)
        z = two * x - one
        for index, edge in enumerate(net["edges"]):
            p = w[index] * z[edge["from"]]
            if edge["sign"] < 0:
                p = -p
            u[edge["to"]] += numpy.maximum(zero, p)
            v[edge["to"]] -= numpy.minimum(zero, p)
        u *= dt
        v *= dt
        x = (x + u) / (one + u + v)
    return x.T


def xmile(net):
    """The same as XMILE, with constants w0 to w59 and s0 to s19 to be set for each run."""
    parts = [f'<aux name="w{i}"><eqn>0</eqn></aux>' for i in range(len(net["edges"]))]
    parts += [f'<aux name="s{i}"><eqn>0.5</eqn></aux>' for i in range(net["variables"])]
    for i in range(net["variables"]):
        signed = [
            f'w{k} * (2 * x{e["from"]} - 1) * ({e["sign"]})' for k, e in enumerate(net["edges"]) if e["to"] == i
        ]
        up = " + ".join(f"MAX(0, {p})" for p in signed)
        down = " - ".join(f"MIN(0, {p})" for p in signed)
        parts.append(f'<aux name="u{i}"><eqn>{net["step"]} * ({up})</eqn></aux>')
        parts.append(f'<aux name="v{i}"><eqn>{net["step"]} * (0 - {down})</eqn></aux>')
        parts.append(f'<stock name="x{i}"><eqn>s{i}</eqn><inflow>f{i}</inflow></stock>')
        parts.append(f'<flow name="f{i}"><eqn>(x{i} + u{i}) / (1 + u{i} + v{i}) - x{i}</eqn></flow>')
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">\n'
        "<header><vendor>realist</vendor><product>realist</product><name>network</name></header>\n"
        f'<sim_specs method="Euler"><start>0</start><stop>{net["steps"]}</stop><dt>1</dt></sim_specs>\n'
        "<model><variables>\n" + "\n".join(parts) + "\n</variables></model>\n</xmile>\n"
    )


if __name__ == "__main__":
    print(json.dumps(network(), indent=1))
