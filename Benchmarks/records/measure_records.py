"""Times reading and converting RIS in turn with rispy, on one generated file.

Usage: measure_records.py REALIST PYTHON FOLDER

PYTHON has rispy. Seconds are those of the processor, so that others at work matter less.
"""
import os
import statistics
import subprocess
import sys

COUNT = 100_000
PEER_COUNT = 10_000
RUNS = 3
PEER = "import rispy,sys; print(sum(1 for _ in rispy.load(open(sys.argv[1], encoding='utf-8'))))"


def run(command):
    """Processor seconds and peak MB of one run."""
    null = os.open(os.devnull, os.O_WRONLY)
    actions = [(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
    pid = os.posix_spawn(command[0], command, dict(os.environ, NO_COLOR="1"), file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    os.close(null)
    if status != 0:
        sys.exit(f"{' '.join(command)} failed with status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def generated(folder, count):
    path = os.path.join(folder, f"records-{count}.ris")
    if not os.path.exists(path):
        with open(path, "wb") as file:
            subprocess.run([sys.executable, "Benchmarks/records/generate_ris.py", str(count), "1"], stdout=file,
                           check=True)
    return path


def main():
    realist, python, folder = sys.argv[1:]
    large, small = generated(folder, COUNT), generated(folder, PEER_COUNT)
    ours = {
        "records read": [realist, "records", "read", large],
        "records convert --to csv": [realist, "records", "convert", large, "--to", "csv", "--output",
                                     os.path.join(folder, "records.csv")],
    }
    peer = [python, "-c", PEER, small]
    print(f"{'command':<26}{'records/s':>12}{'peak MB':>10}{'rispy/s':>10}{'ratio':>8}")
    for name, command in ours.items():
        pairs = [(run(command), run(peer)) for _ in range(RUNS)]
        speed = COUNT / statistics.median(a[0] for a, _ in pairs)
        peer_speed = PEER_COUNT / statistics.median(b[0] for _, b in pairs)
        memory = max(a[1] for a, _ in pairs)
        print(f"{name:<26}{speed:>12,.0f}{memory:>10.1f}{peer_speed:>10,.0f}{speed / peer_speed:>8.1f}")
    print(f"{COUNT:,} records of {os.path.getsize(large) / COUNT / 1024:.1f} KB; rispy reads {PEER_COUNT:,} of them into memory.")


main()
