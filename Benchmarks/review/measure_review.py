"""Times a review file of 100,000 records: whole commands, and what a person waits for inside one process; beside a script in
Python that keeps the same records in SQLite (peer_review.py), in turn.

Usage: measure_review.py REALIST REVIEW_BENCHMARK PYTHON FOLDER [COUNT]

PYTHON has rispy. COUNT is 100000; the targets are those of that many. What is written is on the disk when a command ends, for both:
the disk under FOLDER is part of what is measured.
"""
import json
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "records"))
from measure_records import generated, run  # noqa: E402

IMPORTS, COMMANDS = 3, 11


def quantile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def verdict(is_met):
    return "met" if is_met else "MISSED"


def review(realist, *arguments):
    done = subprocess.run([realist, "review", *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"realist review {' '.join(arguments)} failed: {done.stderr}")


def words_of(database):
    """Searches that find few, some and many: words of the records themselves, so that nothing is said in advance of them."""
    connection = sqlite3.connect(database)
    connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'record_text', 'row')")
    rows = connection.execute("SELECT term FROM temp.words WHERE length(term) BETWEEN 4 AND 9 ORDER BY doc, term").fetchall()
    connection.close()
    few, some, many = rows[len(rows) // 10][0], rows[len(rows) // 2][0], rows[-1][0]
    return [few, some, many, f"{some} {many}", f"{few} OR {some}"]


def imports(realist, python, file, folder):
    """Import by both, in turn; the last files stay."""
    ours, peers = folder / "r.realist", folder / "peer.sqlite"
    rows = {"ours": [], "peer": []}
    for _ in range(IMPORTS):
        for path in folder.iterdir():
            path.unlink()
        review(realist, "new", str(ours), "--title", "Measured", "--by", "Ann")
        # Neither waits for what was left to be written by the one before.
        os.sync()
        rows["ours"].append(run([realist, "review", "import", str(ours), file, "--by", "Ann"]))
        os.sync()
        rows["peer"].append(run([python, str(pathlib.Path(__file__).parent / "peer_review.py"), "import", file, str(peers)]))
    return ours, peers, rows


def tell_imports(rows, count):
    seconds = {who: statistics.median(row[0] for row in runs) for who, runs in rows.items()}
    memory = {who: max(row[2] for row in runs) for who, runs in rows.items()}
    is_met = seconds["ours"] <= 10 and memory["ours"] <= 300
    print(f"import of {count:,} records: {seconds['ours']:.2f} s, {memory['ours']:.0f} MB (10 s, 300 MB: {verdict(is_met)}); "
          f"peer {seconds['peer']:.2f} s, {memory['peer']:.0f} MB; ratio {seconds['peer'] / seconds['ours']:.1f}")


def tell_commands(realist, ours, words):
    """Whole commands, program start included."""
    by = ["--by", "Ann"]
    commands = {
        f"find '{words[1]}'": ["find", str(ours), words[1]],
        "decide": ["decide", str(ours), "1", "include", *by],
        "screen --list 20": ["screen", str(ours), "--list", "20", *by],
        "status": ["status", str(ours)], "flow": ["flow", str(ours)], "log --last 20": ["log", str(ours), "--last", "20", *by],
    }
    print(f"\n{'whole command':<28}{'median ms':>11}{'peak MB':>9}")
    for name, command in commands.items():
        # One that decides again replaces its decision, so that it may be run often.
        runs = [run([realist, "review", *command]) for _ in range(COMMANDS)]
        print(f"{name:<28}{1000 * statistics.median(row[0] for row in runs):>11.1f}{max(row[2] for row in runs):>9.1f}")


TARGETS = {"find": 50, "decide": 5, "desk: decide": 5, "ranked: decide": 5}


def tell_figures(ours, peers):
    print(f"\n{'inside one process, ms':<42}{'median':>9}{'95%':>9}{'most':>9}{'peer':>9}{'ratio':>7}  target")
    for name, values in sorted(ours.items()):
        median, late = statistics.median(values), quantile(values, 0.95)
        line = f"{name:<42}{median:>9.2f}{late:>9.2f}{max(values):>9.2f}"
        peer = statistics.median(peers[name]) if name in peers else None
        line += f"{peer:>9.2f}{peer / median:>7.1f}" if peer is not None else " " * 16
        limit = TARGETS.get("find" if name.startswith("find ") else name)
        print(line + (f"  {limit} ms at 95%: {verdict(late <= limit)}" if limit else ""))


def main():
    realist, benchmark, python, folder = os.path.abspath(sys.argv[1]), *sys.argv[2:5]
    count = int(sys.argv[5]) if len(sys.argv) > 5 else 100_000
    file = generated(folder, count)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        scratch = pathlib.Path(scratch)
        ours, peers, rows = imports(realist, python, file, scratch)
        tell_imports(rows, count)
        words = words_of(ours)
        tell_commands(realist, ours, words)
        copy = scratch / "copy.realist"
        shutil.copy(ours, copy)
        here = str(pathlib.Path(__file__).parent / "peer_review.py")
        inside = json.loads(subprocess.run([benchmark, str(copy), "Ann", *words], capture_output=True, text=True, check=True).stdout)
        beside = json.loads(subprocess.run([python, here, "use", str(peers), *words], capture_output=True, text=True, check=True).stdout)
        tell_figures(inside, beside)
    print(f"\nImports: medians of {IMPORTS} in turn; commands: of {COMMANDS}. The peer keeps no log and checks no decision, and a "
          "decision of both is on the disk when it is acknowledged. Ranking beside ASReview: Benchmarks/run ranking.")


main()
