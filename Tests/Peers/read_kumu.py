"""read_kumu.py FILE.json FILE.graphml: a blueprint of Kumu must be whole, and hold the same graph as the GraphML."""
import json
import sys

import networkx

OWN = {"id", "label", "type", "description", "tags", "from", "to", "direction"}


def xml(value):
    """A text as XML can hold it, for comparison."""
    if isinstance(value, list):
        return json.dumps([xml(item) for item in value])
    if not isinstance(value, str):
        return value
    return "".join(
        c if c in "\t\n\r" else chr(0x2400 + ord(c)) if ord(c) < 0x20 else "\u2421" if ord(c) == 0x7F
        else "\ufffd" if ord(c) & 0xFFFE == 0xFFFE else c for c in value)


def normal(attributes):
    """Lists are JSON in GraphML: compared as what they say."""
    result = {}
    for name, value in attributes.items():
        if isinstance(value, str) and value.startswith("["):
            try:
                value = json.dumps([xml(item) for item in json.loads(value)])
            except ValueError:
                pass
        result[name] = value
    return result


def fields(pairs):
    """An object whose names each stand once."""
    if len(dict(pairs)) != len(pairs):
        sys.exit(f"a field stands twice: {pairs}")
    return dict(pairs)


with open(sys.argv[1], encoding="utf-8") as file:
    blueprint = json.load(file, object_pairs_hook=fields)
graph = networkx.read_graphml(sys.argv[2], force_multigraph=True)
faults = []
elements, connections = blueprint["elements"], blueprint["connections"]
ids = [thing["id"] for thing in elements + connections]
if len(set(ids)) != len(ids):
    faults.append("an id stands twice")
known = {element["id"] for element in elements}
for element in elements:
    if not all(isinstance(element.get(name), str) for name in ["id", "label", "type"]):
        faults.append(f"element {element['id']} lacks a field")
    found = {name: xml(value) for name, value in element.items() if name not in OWN}
    found["label"] = xml(element["label"])
    told = dict(graph.nodes[element["id"]])
    if told.pop("kind").capitalize() != element["type"]:
        faults.append(f"element {element['id']} is of another type")
    text = told.pop("definition", None) if element["type"] == "Concept" else told.pop("sentence", None)
    if xml(element.get("description")) != text:
        faults.append(f"element {element['id']} is described otherwise: {element.get('description')!r} {text!r}")
    if normal(found) != normal(told):
        faults.append(f"element {element['id']}: {normal(found)} and {normal(told)}")
for connection in connections:
    if connection["from"] not in known or connection["to"] not in known or connection["direction"] != "directed":
        faults.append(f"connection {connection['id']} hangs in the air")
        continue
    told = dict(graph.edges[connection["from"], connection["to"], connection["id"]])
    told.pop("sentence", None)
    found = {name: xml(value) for name, value in connection.items() if name not in OWN}
    found["label"] = xml(connection["label"])
    if normal(found) != normal(told):
        faults.append(f"connection {connection['id']}: {normal(found)} and {normal(told)}")
if len(elements) != graph.number_of_nodes() or len(connections) != graph.number_of_edges():
    faults.append("the two have not as many nodes and edges")
print("\n".join(faults[:10]))
print(f"{len(elements)} elements, {len(connections)} connections")
sys.exit(1 if faults else 0)
