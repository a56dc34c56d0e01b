"""Times reading and converting RIS in turn with rispy, on one generated file, as whole commands.

Usage: measure_records.py REALIST PYTHON FOLDER

PYTHON has rispy. Seconds by the clock hang on what else the machine does; seconds of the processor do so less, and count
all threads.
"""
import os
import statistics
import subprocess
import sys
import time

COUNT = 100_000
RUNS = 3
PEER = "import rispy,sys; print(sum(1 for _ in rispy.load(open(sys.argv[1], encoding='utf-8'))))"


def run(command):
    """Seconds by the clock and of the processor, and peak MB, of one run."""
    null = os.open(os.devnull, os.O_WRONLY)
    actions = [(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, dict(os.environ, NO_COLOR="1"), file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    os.close(null)
    if status != 0:
        sys.exit(f"{' '.join(command)} failed with status {status}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def generated(folder, count):
    path = os.path.join(folder, f"records-{count}.ris")
    if not os.path.exists(path):
        with open(path, "wb") as file:
            subprocess.run([sys.executable, "Benchmarks/records/generate_ris.py", str(count), "1"], stdout=file,
                           check=True)
    return path


def main():
    realist, python, folder = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
    file, out = generated(folder, COUNT), os.path.join(folder, "records.out")
    convert = [realist, "records", "convert", file, "--output", out, "--to"]
    commands = {
        "rispy": [python, "-c", PEER, file],
        "records read": [realist, "records", "read", file],
        "records convert --to ris": [*convert, "ris"],
        "records convert --to csv": [*convert, "csv"],
    }
    rows = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            rows[name].append(run(command))
    print(f"{'command':<26}{'records/s':>11}{'to rispy':>10}{'records/s of processor':>24}{'to rispy':>10}{'peak MB':>9}")
    medians = {name: [statistics.median(column) for column in zip(*runs)] for name, runs in rows.items()}
    for name, (wall, processor, _) in medians.items():
        memory = max(run[2] for run in rows[name])
        print(f"{name:<26}{COUNT / wall:>11,.0f}{medians['rispy'][0] / wall:>10.1f}{COUNT / processor:>24,.0f}"
              f"{medians['rispy'][1] / processor:>10.1f}{memory:>9.1f}")
    print(f"{COUNT:,} records of {os.path.getsize(file) / COUNT / 1024:.1f} KB; medians of {RUNS} runs in turn.")


if __name__ == "__main__":
    main()
