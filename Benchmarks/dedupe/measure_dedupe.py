"""Deduplication beside bib-dedupe (PyPI), in one run on one machine: recall, false merges, records a second.

    measure_dedupe.py PROGRAM FOLDER...

Each folder holds records_pre_merged.csv and merged_record_ids.csv. Both are run in turn, as whole commands, so that what
else the machine does meets both; of three runs the middle one counts.
"""

import csv
import itertools
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 3


def pairs(lines):
    """All pairs of records that stand in one group."""
    return {
        pair for line in lines for pair in itertools.combinations(sorted(line.split(";")), 2)
    }


def column(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [row["merged_ids"] for row in csv.DictReader(file)]


def timed(command):
    """Runs a command; gives what it prints, and its seconds by the clock and of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return out, wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def realist(program, records, folder):
    groups = pathlib.Path(folder) / "groups.csv"
    _, wall, processor = timed([program, "records", "dedupe", str(records), "--groups", str(groups)])
    return column(groups), wall, processor


def peer(records):
    script = pathlib.Path(__file__).with_name("peer_dedupe.py")
    out, wall, processor = timed([sys.executable, str(script), str(records)])
    return out.split(), wall, processor


def measure(program, folder):
    records = pathlib.Path(folder) / "records_pre_merged.csv"
    with open(records, newline="", encoding="utf-8") as file:
        count = sum(1 for _ in csv.DictReader(file))
    known = pairs(column(pathlib.Path(folder) / "merged_record_ids.csv"))
    print(f"\n{pathlib.Path(folder).name}: {count} records, {len(known)} known pairs")
    print(f"{'':12} {'recall':>8} {'false merges':>13} {'records/s':>10} {'records/s of processor':>23}")
    walls, processors = {}, {}
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as scratch:
            runs = {"realist": realist(program, records, scratch), "bib-dedupe": peer(records)}
        for name, (groups, wall, processor) in runs.items():
            walls.setdefault(name, []).append(wall)
            processors.setdefault(name, []).append(processor)
    for name, (groups, _, _) in runs.items():
        found = pairs(groups)
        wall, processor = statistics.median(walls[name]), statistics.median(processors[name])
        recall = len(found & known) / len(known)
        print(f"{name:12} {recall:8.4f} {len(found - known):13} {count / wall:10.0f} {count / processor:23.0f}")
    wall_ratio = statistics.median(walls["bib-dedupe"]) / statistics.median(walls["realist"])
    ratio = statistics.median(processors["bib-dedupe"]) / statistics.median(processors["realist"])
    print(f"realist is {wall_ratio:.0f} times as fast by the clock, {ratio:.0f} times by processor time")


if __name__ == "__main__":
    for folder in sys.argv[2:]:
        measure(sys.argv[1], folder)
