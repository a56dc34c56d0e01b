"""read_graphml.py FILE.graphml GRAPH.json THEORY.json concepts|configurations: reads GraphML by networkx.

As concepts, the nodes must be the theory's concepts and the edges the arrows of our JSON of the graph. As configurations,
each configuration of the theory's document is put together again and must be the same.
"""
import json
import sys

import networkx


def shown(value):
    """A text as XML can hold it."""
    if isinstance(value, list):
        return [shown(item) for item in value]
    if not isinstance(value, str):
        return value
    def sign(c):
        code = ord(c)
        if code < 0x20 and c not in "\t\n\r":
            return chr(0x2400 + code)
        return "\u2421" if code == 0x7F else "\ufffd" if code & 0xFFFE == 0xFFFE else c
    return "".join(map(sign, value))


def nodes_of(theory):
    groups = {group["id"]: group["name"] for group in theory.get("groups", [])}
    return {
        "concept-" + concept["id"]: {
            "kind": "concept", "concept": concept["id"], "label": concept["name"],
            "group": groups.get(concept["group"], concept["group"]), "scope": concept["scope"],
            "scale": concept["scale"], "definition": concept["definition"],
            "low": concept["low"], "high": concept["high"], "phrases": concept.get("phrases", []),
        } for concept in theory["concepts"]
    }


def check_nodes(graph, theory, faults):
    expected = nodes_of(theory)
    found = {id: dict(node) for id, node in graph.nodes(data=True) if node["kind"] == "concept"}
    for node in found.values():
        node["phrases"] = json.loads(node.get("phrases", "[]"))
    expected = {id: {name: shown(value) for name, value in node.items()} for id, node in expected.items()}
    if found != expected:
        differing = [id for id in set(found) | set(expected) if found.get(id) != expected.get(id)]
        faults.append(f"concepts differ: {differing[:3]}: {found.get(differing[0])} {expected.get(differing[0])}")


def check_arrows(graph, arrows, theory, faults):
    configurations = {c["id"]: c for c in theory["configurations"]}
    contested = {c for r in theory.get("rivals", []) for reading in r["readings"] for c in reading["configurations"]}
    phases = {phase["id"]: phase["name"] for phase in theory.get("phases", [])}
    expected, found = [], []
    for arrow in arrows["arrows"]:
        claim = configurations[arrow["configuration"]]
        expected.append((
            "concept-" + arrow["from"], "concept-" + arrow["to"], arrow["sign"], arrow["configuration"], arrow["told"],
            "told" if arrow["isOneSided"] else "told, and reversed by rule", claim.get("status", "supported"),
            shown(phases.get(claim.get("phase"))), claim["id"] in contested, len(claim["tellings"]),
            arrow["isConditional"]))
    for start, end, edge in graph.edges(data=True):
        found.append((
            start, end, edge["sign"], edge["configuration"], edge["told"], edge["form"], edge["status"],
            edge.get("phase"), edge["contested"], edge["tellings"], "conditions" in edge))
    if sorted(found, key=str) != sorted(expected, key=str):
        faults.append(f"edges differ: {sorted(set(found) ^ set(expected), key=str)[:4]}")


def put_together(graph):
    """Each configuration, out of its node and the edges that touch it."""
    claims = {}
    for id, node in graph.nodes(data=True):
        if node["kind"] != "configuration":
            continue
        edges = [edge for _, _, edge in list(graph.in_edges(id, data=True)) + list(graph.out_edges(id, data=True))]
        def slot(name, **more):
            of_slot = [e for e in edges if e["slot"] == name and all(e.get(k) == v for k, v in more.items())]
            return [e["claim"] for e in sorted(of_slot, key=lambda e: e["place"])]
        numbers = sorted({e["condition"] for e in edges if "condition" in e})
        conditions = [slot("condition", condition=number) for number in numbers]
        claim = {
            "id": node["configuration"], "title": node.get("title"), "context": slot("context"),
            "conditions": [c[0] if len(c) == 1 else {"any": c} for c in conditions], "outcome": slot("outcome"),
            "reverses": {"answer": node["reverses"], "because": node.get("reversesBecause", "")},
            "phase": node.get("phaseId"), "status": node["status"], "tellings": json.loads(node["toldBy"]),
            "note": node.get("note"), "mechanism": None,
        }
        if "mechanismKind" in node:
            claim["mechanism"] = {
                "is": slot("mechanism"), "kind": node["mechanismKind"], "resource": node.get("resource"),
                "reasoning": node.get("reasoning")}
        claims[claim["id"]] = claim
    return claims


def as_written(claim):
    """A configuration of the document, with what it leaves out."""
    mechanism = claim.get("mechanism")
    if mechanism:
        mechanism = {name: shown(mechanism.get(name)) for name in ["is", "kind", "resource", "reasoning"]}
        mechanism["kind"] = mechanism["kind"] or "produced"
    return {
        "id": claim["id"], "title": shown(claim.get("title")), "context": claim.get("context", []),
        "conditions": claim.get("conditions", []), "outcome": claim.get("outcome", []),
        "reverses": {"answer": claim["reverses"]["answer"] in (True, "yes"),
                     "because": shown(claim["reverses"].get("because", ""))},
        "phase": claim.get("phase"), "status": claim.get("status", "supported"), "tellings": claim["tellings"],
        "note": shown(claim.get("note")), "mechanism": mechanism,
    }


graphml, arrows, theory, view = sys.argv[1:]
graph = networkx.read_graphml(graphml)
with open(theory, encoding="utf-8") as file:
    theory = json.load(file)
with open(arrows, encoding="utf-8") as file:
    arrows = json.load(file)
faults = []
check_nodes(graph, theory, faults)
if graph.graph.get("theory") != theory["id"] or not graph.is_directed():
    faults.append("the graph says nothing of its theory, or isn't directed")
if view == "concepts":
    check_arrows(graph, arrows, theory, faults)
else:
    found, expected = put_together(graph), {c["id"]: as_written(c) for c in theory["configurations"]}
    for id in sorted(set(found) | set(expected)):
        if found.get(id) != expected.get(id):
            faults.append(f"{id}: {found.get(id)}, expected {expected.get(id)}")
print("\n".join(faults[:10]))
print(f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")
sys.exit(1 if faults else 0)
