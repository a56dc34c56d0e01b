"""What the readers of RIS and BibTeX share: the note that holds the rest, and the comparison with CSL-JSON."""
import json
import sys


def apply_note(record, text):
    """Lets each field of a note "CSL: {...}" replace what was read. Says whether it was one."""
    if not text.startswith("CSL:"):
        return False
    record.update(json.loads(text[len("CSL:"):]))
    return True


def compare(found, path):
    """Ends with 1, and the differences, unless the records are those of the CSL-JSON file."""
    with open(path, encoding="utf-8") as file:
        expected = json.load(file)
    faults = []
    if len(found) != len(expected):
        faults.append(f"{len(found)} records, expected {len(expected)}")
    for one, other in zip(found, expected):
        if "keyword" not in other:
            # Keywords that a theory gives to its sources, and no field of the reference.
            one.pop("keyword", None)
        for name in sorted(set(one) | set(other)):
            if one.get(name) != other.get(name):
                faults.append(f"{other.get('id')!r} {name}: {one.get(name)!r}, expected {other.get(name)!r}")
    for fault in faults[:20]:
        print(fault)
    print(f"{len(found)} records, {len(faults)} differences")
    sys.exit(1 if faults else 0)
