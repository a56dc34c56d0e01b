"""read_csv.py FILE.csv TABLE.json: reads CSV by Python's csv, and compares the cells with our JSON of the table."""
import csv
import json
import re
import sys
import unicodedata

FORMULA = re.compile(r"['\s\x85]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


def shown(text):
    """A text with the signs made visible that drive a terminal or turn the order of what is read."""
    def sign(c):
        code = ord(c)
        if c.isspace() and not 0x1C <= code <= 0x1F:
            return c
        if code < 0x20:
            return chr(0x2400 + code)
        if code == 0x7F:
            return "\u2421"
        turned = code in (0x061C, 0x200E, 0x200F) or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x206F
        if unicodedata.category(c) == "Cc" or turned or code & 0xFFFE == 0xFFFE:
            return f"\u27e8U+{code:04X}\u27e9"
        return c
    return "".join(map(sign, text))


def taken_back(cell):
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


with open(sys.argv[1], "rb") as file:
    raw = file.read().decode("utf-8")
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    found = list(csv.reader(file, strict=True))
with open(sys.argv[2], encoding="utf-8") as file:
    table = json.load(file)
width = max([len(table["columns"])] + [len(row) for row in table["rows"]])
expected = [table["columns"]] + [[cell["text"] for cell in row] for row in table["rows"]]
expected = [[shown(text) for text in row] + [""] * (width - len(row)) for row in expected]
faults = []
for number, row in enumerate(found):
    for cell in row:
        if FORMULA.match(cell) and not cell.startswith("'") and not NUMBER.fullmatch(cell):
            faults.append(f"row {number}: a spreadsheet would run {cell!r}")
back = [[taken_back(cell) for cell in row] for row in found]
if not raw.endswith("\r\n"):
    faults.append("the last line doesn't end in CR and LF")
if len(back) != len(expected):
    faults.append(f"{len(back)} rows, expected {len(expected)}")
for number, (one, other) in enumerate(zip(back, expected)):
    if one != other:
        faults.append(f"row {number}: {[pair for pair in zip(one, other) if pair[0] != pair[1]][:2] or (one, other)}")
print("\n".join(faults[:10]))
print(f"{len(found)} rows, {len(faults)} differences")
sys.exit(1 if faults else 0)
