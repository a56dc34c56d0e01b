"""Simulates screening with realist and with ASReview on the same records and priors, in turn, and prints both.

Usage: measure_ranking.py REALIST PYTHON FOLDER [LABELLED.csv]

Without a file of one's own, a made-up corpus of 1,500 records is used (corpus.py). WSS@95 is computed by asreview-insights for
ASReview, and by realist for itself. ASReview leaves a file where it runs, so it runs in a temporary folder. A re-rank is the whole command's time by the number of rankings made: reading the file
and weighing its terms is in it.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

SEEDS = (1, 2, 3)


def timed(command, folder=None):
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ, NO_COLOR="1"), cwd=folder)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stderr}")
    return done.stdout, time.perf_counter() - start


def main():
    realist, python, folder = os.path.abspath(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    here = pathlib.Path(__file__).parent
    asreview = str(pathlib.Path(python).parent / "asreview")
    file = os.path.abspath(sys.argv[4]) if len(sys.argv) > 4 else str(folder / "ranking-corpus.csv")
    if len(sys.argv) <= 4:
        timed([python, str(here / "corpus.py"), "1500", "1", file])
    print(pathlib.Path(file).name)
    with tempfile.TemporaryDirectory() as projects:
        tell([measure(realist, asreview, file, seed, projects) for seed in SEEDS])


def measure(realist, asreview, file, seed, projects):
    """One seed with both: WSS@95 of each, how many records realist read, and the seconds of each."""
    text, seconds = timed(
        [realist, "records", "simulate", file, "--seed", str(seed), "--stop", "relevant", "--format", "json"])
    run = json.loads(text)["runs"][0]
    project = pathlib.Path(projects) / f"{seed}.asreview"
    _, peer_seconds = timed(
        [asreview, "simulate", file, "--n-prior-included", "1", "--n-prior-excluded", "1",
         "--prior-seed", str(seed), "--seed", str(seed), "-o", str(project)], projects)
    metrics, _ = timed([asreview, "metrics", str(project)], projects)
    values = {item["id"]: item["value"] for item in json.loads(metrics)["data"]["items"]}
    return seed, run["measures"]["wss95"], values["wss"][0][1], run["read"], seconds, peer_seconds


def tell(rows):
    print(f"{'seed':<6}{'WSS@95':>8}{'ASReview':>10}{'read':>7}{'s':>8}{'ASReview s':>12}{'ratio':>7}{'ms a re-rank':>14}")
    for seed, ours, peers, read, seconds, peer_seconds in rows:
        print(f"{seed:<6}{ours:>8.4f}{peers:>10.4f}{read:>7}{seconds:>8.2f}{peer_seconds:>12.2f}"
              f"{peer_seconds / seconds:>7.1f}{1000 * seconds / read:>14.2f}")
    count = len(rows)
    ours, peers = sum(row[1] for row in rows) / count, sum(row[2] for row in rows) / count
    print(f"mean  {ours:>8.4f}{peers:>10.4f}   WSS@95 {ours / peers:.3f} of ASReview's, "
          f"{sum(row[5] for row in rows) / sum(row[4] for row in rows):.1f} times as fast")


main()
