#!/usr/bin/env python3
"""How far the second, blind coding of 15 tellings agrees with the first.

Usage: agreement.py [TELLINGS.yaml]   (default: the tellings of the bundled theory; needs PyYAML)

Prints the tables of docs/coding-agreement.md. Exits with 1 where a disagreement has no decision in decisions.yaml, or
a decision has no disagreement any more, so that the text can't fall behind the codings.
"""
import sys
from collections import Counter
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
TELLINGS = HERE.parents[1] / "Sources/BundledKnowledge/Knowledge/theories/aunger-2021/tellings.yaml"
SLOTS = ["context", "conditions", "mechanism", "outcome"]


def read(path):
    with open(path, encoding="utf-8") as file:
        return yaml.safe_load(file)


def place(telling):
    """Prose by heading and paragraph, rows by number: row names are written differently where a name stands twice."""
    where = telling["place"]
    if "table" in where:
        return ("table", str(where["table"]), where["number"])
    return ("prose", where["section"], where["paragraph"])


def slot(telling, name):
    """What a slot holds: concept -> (direction or effect, inference)."""
    items = {}
    for item in telling.get(name) or []:
        way, concept = item["is"].rsplit(" ", 1)
        items[concept] = (way, item.get("inference", "stated"))
    return items


def ratio(part, whole):
    return f"{part} of {whole} ({100 * part / whole:.0f} %)" if whole else "none to compare"


def mean(values):
    return f"{sum(values) / len(values):.2f}" if values else "-"


def kappa(pairs):
    """Cohen's kappa; None where both coders used one and the same code throughout, so that chance explains it all."""
    if not pairs:
        return None
    seen = sum(one == other for one, other in pairs) / len(pairs)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(ones[code] * others[code] for code in ones) / len(pairs) ** 2
    return None if chance == 1 else (seen - chance) / (1 - chance)


def by_slot(pairs):
    print("| slot | tellings with it | same concepts | mean Jaccard | same direction or effect, of shared concepts | slot exactly alike |")
    print("|---|---|---|---|---|---|")
    total = Counter()
    jaccards = []
    for name in SLOTS:
        count, own = Counter(), []
        for first, second in pairs:
            one, other = slot(first, name), slot(second, name)
            shared, either = one.keys() & other.keys(), one.keys() | other.keys()
            if not either:
                continue
            own.append(len(shared) / len(either))
            count["slots"] += 1
            count["shared"] += len(shared)
            count["either"] += len(either)
            count["ways"] += sum(one[c][0] == other[c][0] for c in shared)
            count["exact"] += {c: way for c, (way, _) in one.items()} == {c: way for c, (way, _) in other.items()}
        jaccards += own
        total += count
        row(name, count, own)
    row("all", total, jaccards)


def row(name, count, jaccards):
    print(
        f"| {name} | {count['slots']} | {ratio(count['shared'], count['either'])} | {mean(jaccards)} | "
        f"{ratio(count['ways'], count['shared'])} | {ratio(count['exact'], count['slots'])} |")


def codes(pairs):
    ways, effects, inferences = [], [], []
    for first, second in pairs:
        for name in SLOTS:
            one, other = slot(first, name), slot(second, name)
            for concept in sorted(one.keys() & other.keys()):
                (effects if name == "outcome" else ways).append((one[concept][0], other[concept][0]))
                inferences.append((one[concept][1], other[concept][1]))
    print("| code | items | alike | Cohen's kappa | first coding | second coding |")
    print("|---|---|---|---|---|---|")
    for title, items in [
        ("direction of a literal", ways), ("effect of an outcome", effects), ("inference", inferences),
        ("whether it is stated", [(one == "stated", other == "stated") for one, other in inferences]),
    ]:
        value = kappa(items)
        tallies = [Counter(str(item[i]) for item in items) for i in (0, 1)]
        told = [", ".join(f"{n} {code}" for code, n in sorted(tally.items())) for tally in tallies]
        alike = ratio(sum(one == other for one, other in items), len(items))
        print(f"| {title} | {len(items)} | {alike} | {'not defined' if value is None else f'{value:.2f}'} | {told[0]} | {told[1]} |")


def sources(pairs):
    prose = [pair for pair in pairs if pair[0]["form"] == "prose"]
    jaccards = []
    for first, second in prose:
        one, other = (set(t["sources"]) if isinstance(t["sources"], list) else set() for t in (first, second))
        if one | other:
            jaccards.append(len(one & other) / len(one | other))
    alike = sum(sorted(map(str, f["sources"])) == sorted(map(str, s["sources"])) for f, s in prose)
    print(f"Sources, prose: exactly alike {ratio(alike, len(prose))}; mean Jaccard {mean(jaccards)} over the {len(jaccards)} that name any.")
    bearing = sum(f.get("bearing", "supports") == s.get("bearing", "supports") for f, s in pairs)
    print(f"Bearing: alike {ratio(bearing, len(pairs))}.")
    whole = sum(
        all({c: w for c, (w, _) in slot(f, n).items()} == {c: w for c, (w, _) in slot(s, n).items()} for n in SLOTS)
        for f, s in pairs)
    print(f"Whole tellings (every slot exactly alike, inference and sources aside): {ratio(whole, len(pairs))}.")


def told(items):
    return ", ".join(f"{way} {concept}" for concept, (way, _) in items.items()) or "nothing"


def disagreements(pairs):
    for first, second in pairs:
        inferences = []
        for name in SLOTS:
            one, other = slot(first, name), slot(second, name)
            if {c: w for c, (w, _) in one.items()} != {c: w for c, (w, _) in other.items()}:
                yield second["id"], name, told(one), told(other)
            inferences += [(c, one[c][1], other[c][1]) for c in one if c in other and one[c][1] != other[c][1]]
        if inferences:
            yield second["id"], "inference", *(
                ", ".join(f"{concept} {codes[i]}" for concept, *codes in inferences) for i in (0, 1))
        lists = [t["sources"] for t in (first, second)]
        if lists[0] != lists[1]:
            yield second["id"], "sources", *(", ".join(map(str, s)) if isinstance(s, list) else s for s in lists)


def table(pairs, decisions):
    """Every disagreement with its decision; the inference codes of one telling stand in one row."""
    found = [(*item, decisions.get(item[0], {}).get(item[1])) for item in disagreements(pairs)]
    missing = [f"{i}: {what}" for i, what, _, _, decision in found if decision is None]
    used = {(i, what) for i, what, _, _, _ in found}
    stale = [f"{i}: {what}" for i, own in decisions.items() for what in own if (i, what) not in used]
    print("| telling | where | first coding | second coding | decided | why |")
    print("|---|---|---|---|---|---|")
    for i, what, one, other, decision in found:
        decision = decision or {"decided": "?", "why": "?"}
        print(f"| {i} | {what} | {one} | {other} | {decision['decided']} | {decision['why']} |")
    return missing, stale


def main():
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else TELLINGS
    first = {place(t): t for t in read(path)["tellings"] if t["form"] != "argued"}
    second = read(HERE / "second-coding.yaml")["tellings"]
    pairs = [(first[place(t)], t) for t in second]
    print("| blind | first |\n|---|---|")
    for one, other in pairs:
        print(f"| {other['id']} | {one['id']} |")
    print()
    by_slot(pairs)
    print()
    codes(pairs)
    print()
    sources(pairs)
    print()
    missing, stale = table(pairs, read(HERE / "decisions.yaml") or {})
    for text, items in [("without a decision", missing), ("decided, but no longer different", stale)]:
        for item in items:
            print(f"{text}: {item}", file=sys.stderr)
    return 1 if missing or stale else 0


if __name__ == "__main__":
    sys.exit(main())
