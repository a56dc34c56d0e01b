"""What an analyst would write instead: read a theory's YAML with PyYAML and list its loops with networkx."""

import pathlib
import sys

import networkx
import yaml

loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
document = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.yaml")):
    document.update(yaml.load(path.read_text(encoding="utf-8"), Loader=loader))

graph = networkx.DiGraph()
for configuration in document["configurations"]:
    literals = configuration.get("context", [])
    reached = configuration.get("mechanism", {}).get("is", []) + configuration.get("outcome", [])
    for literal in literals:
        for target in reached:
            graph.add_edge(literal.split()[-1], target.split()[-1])

loops = sorted(networkx.simple_cycles(graph, length_bound=6), key=len)
for loop in loops[:200]:
    print(" -> ".join(loop))
