"""Times whole commands in turn, A B A B, and prints medians, peak memory and the ratio to the peer.

Usage: measure.py REALIST PYTHON
"""

import os
import statistics
import sys
import time

RUNS = 11
THEORY = "Sources/BundledKnowledge/Knowledge/theories/aunger-2021"
LIMITS = {"theory check": (0.200, 60), "assess": (0.250, 60)}


def run(command):
    """Wall seconds and peak MB of one run; the output is read by nobody."""
    environment = dict(os.environ, REALIST_DOT="", NO_COLOR="1")
    null = os.open(os.devnull, os.O_WRONLY)
    start = time.perf_counter()
    pid = os.posix_spawn(
        command[0], command, environment, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)])
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    os.close(null)
    if status != 0:
        sys.exit(f"{' '.join(command)} failed with status {status}")
    return seconds, usage.ru_maxrss / 1024


def main():
    realist, python = sys.argv[1:]
    ours = {
        "theory check": [realist, "theory", "check", THEORY],
        "theory loops": [realist, "theory", "loops", THEORY],
        "assess": [realist, "assess", "enforced-merger"],
    }
    peer = [python, "Benchmarks/peer.py", THEORY]
    print(f"{'command':<16}{'median s':>10}{'peak MB':>10}{'peer s':>10}{'peer/ours':>11}  target")
    for name, command in ours.items():
        run(command), run(peer)
        pairs = [(run(command), run(peer)) for _ in range(RUNS)]
        seconds = statistics.median(a[0] for a, _ in pairs)
        memory = max(a[1] for a, _ in pairs)
        peer_seconds = statistics.median(b[0] for _, b in pairs)
        ratio = statistics.median(b[0] / a[0] for a, b in pairs)
        target = ""
        if name in LIMITS:
            most_seconds, most_memory = LIMITS[name]
            met = seconds <= most_seconds and memory <= most_memory
            target = f"{most_seconds:.3f} s, {most_memory} MB: {'met' if met else 'MISSED'}"
        print(f"{name:<16}{seconds:>10.3f}{memory:>10.1f}{peer_seconds:>10.3f}{ratio:>11.1f}  {target}")
    print(f"Medians of {RUNS} runs in turn. The peer only reads the documents and lists the loops of their graph;")
    print("it checks nothing and infers nothing, so the ratio is a floor for what a script would take.")


main()
