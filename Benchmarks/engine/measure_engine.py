"""Runs the network in every engine, one after another on this machine, and prints runs a second and ratios.

    python measure_engine.py ENGINE-BENCHMARK FOLDER-OF-ENVIRONMENTS

Then it times a bundled theory, which no other engine can run.

Before a time counts, the last levels of the first 100 runs are held against NumPy's in double precision: 1e-12 in double
precision, 1e-4 in single. FCMpy has another update rule (a sigmoid), so its results aren't compared.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile

import numpy

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
from network import network, numbers, reference, xmile  # noqa: E402

ours, environments = sys.argv[1], sys.argv[2]
MOST = 32768


def environment(name, *packages, alone=()):
    """The python of an environment that holds some packages, or None and why. Those that are installed alone come without
    what they ask for: their pins are too old to be built."""
    folder = os.path.join(environments, "bench-" + name)
    python = os.path.join(folder, "bin/python")
    marker = os.path.join(folder, "installed.txt")
    if not (os.path.exists(marker) and open(marker).read() == " ".join(packages)):
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        done = subprocess.run(
            [os.path.join(folder, "bin/pip"), "install", "--quiet", "--disable-pip-version-check", *packages],
            capture_output=True, text=True)
        if done.returncode == 0 and alone:
            done = subprocess.run(
                [os.path.join(folder, "bin/pip"), "install", "--quiet", "--disable-pip-version-check", "--no-deps", *alone],
                capture_output=True, text=True)
        if done.returncode != 0:
            return None, (done.stderr.strip().splitlines() or ["pip failed"])[-1][:120]
        open(marker, "w").write(" ".join(packages))
    return python, None


THEORY = os.path.join(here, "../../Sources/BundledKnowledge/Knowledge/theories/aunger-2021")
PRIORS = 4


def theory():
    """What a whole theory costs: two partners, 20 rounds of 3 steps, every prior, all counted."""

    def run(draws, precision, threads, repetitions, attributed):
        """Seconds of each repetition, and the most MB of memory."""
        reading, writing = os.pipe()
        command = [ours, "theory", THEORY, str(draws), precision, str(threads), str(repetitions),
                   str(attributed)]
        pid = os.posix_spawn(ours, command, os.environ, file_actions=[
            (os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_CLOSE, reading)])
        os.close(writing)
        with os.fdopen(reading) as pipe:
            seconds = [float(line) for line in pipe]
        _, status, usage = os.wait4(pid, 0)
        if status != 0 or not seconds:
            sys.exit(f"{' '.join(command)} failed with status {status}")
        return seconds, usage.ru_maxrss / 1024

    print("\nThe theory aunger-2021, two partners, 20 rounds of 3 steps: 10,000 models, a quarter of each prior;")
    print("with what moved what kept in so many of each prior (a forecast keeps it in 500)")
    print(f'{"precision":<12}{"kept in":>8}{"threads":>8}{"seconds":>10}{"µs a run":>10}{"spread":>9}')
    for precision in ("double", "single"):
        for attributed in (0, 500, 2500):
            for threads in (1, 2):
                seconds, _ = run(10_000 // PRIORS, precision, threads, 5, attributed)
                median = statistics.median(seconds)
                spread = (max(seconds) - min(seconds)) / median
                print(f"{precision:<12}{attributed:>8}{threads:>8}{median:>10.2f}{median / 10_000 * 1e6:>10.1f}{spread:>9.0%}")
    for draws in (25_000, 250_000):
        seconds, most = run(draws, "single", 2, 1, 500)
        print(f"{PRIORS * draws:,} models, single, 2 threads: {seconds[0]:.1f} s, at most {most:.0f} MB of memory")


def main():
    work = tempfile.mkdtemp()
    net = network()
    weights, starts = numbers(MOST)
    json.dump(net, open(work + "/network.json", "w"))
    open(work + "/network.xmile", "w").write(xmile(net))
    open(work + "/network.txt", "w").write(
        f'{net["variables"]} {net["steps"]} {net["step"]} {len(net["edges"])}\n'
        + "".join(f'{e["from"]} {e["to"]} {e["sign"]}\n' for e in net["edges"]))
    weights.tofile(work + "/weights")
    starts.tofile(work + "/starts")
    truth = reference(net, weights[:100], starts[:100])
    rows = []

    def note(name, command, runs, tolerance, threads=1):
        # numpy and numba may use threads of their own: one processor each, unless it is said otherwise.
        env = os.environ | {k: str(threads) for k in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS")}
        pinned = ["taskset", "-c", "0"] if threads == 1 else []
        done = subprocess.run(pinned + command, capture_output=True, text=True, env=env, cwd=here)
        if done.returncode != 0:
            rows.append((name, None, (done.stderr.strip().splitlines() or ["failed"])[-1][:100]))
            return
        seconds = [float(line) for line in done.stdout.split()]
        result = numpy.fromfile(work + "/result").reshape(-1, net["variables"])[:100]
        far = float(numpy.abs(result - truth[: len(result)]).max())
        if tolerance is not None and not far <= tolerance:
            rows.append((name, None, f"its results are {far:.2g} away"))
            return
        rows.append((name, runs / statistics.median(seconds), f"median of {len(seconds)}, {runs} runs"
                     + ("" if tolerance is None else f", within {far:.0e}")))

    def engine(name, precision, threads):
        note(name, [ours, work + "/network.json", work + "/weights", work + "/starts", str(MOST), precision,
                    str(threads), work + "/result"], MOST, 1e-12 if precision == "double" else 1e-4, threads)

    def compiled(name, real, *flags):
        program = work + "/network-c"
        subprocess.run(["cc", "-O3", *flags, f"-DREAL={real}", here + "/network.c", "-o", program], check=True)
        note(name, [program, work + "/network.txt", work + "/weights", work + "/starts", str(MOST), work + "/result"],
             MOST, 1e-12 if real == "double" else 1e-4)

    def python_peer(name, peer, runs, tolerance, packages, threads=1, alone=()):
        python, missing = environment(peer.split("-")[0].replace("32", ""), *packages, alone=alone)
        if python is None:
            rows.append((name, None, "can't be installed: " + missing))
        else:
            note(name, [python, here + "/peers.py", peer, work, str(runs)], runs, tolerance, threads)

    processors = os.cpu_count() or 1
    engine("realist, double", "double", 1)
    engine("realist, single", "single", 1)
    compiled("C -O3, double", "double")
    compiled("C -O3, single", "float")
    # Without this gcc keeps branches for the sake of floating-point traps; results are the same.
    compiled("C -O3, no traps, double", "double", "-fno-trapping-math")
    compiled("C -O3, no traps, single", "float", "-fno-trapping-math")
    if os.uname().machine == "x86_64" and " avx2 " in open("/proc/cpuinfo").read():
        # Blocked, for the same level of processor as ours is built for.
        same = ("-march=x86-64-v3", "-ffp-contract=off", "-fno-trapping-math")
        for lanes in (16, 32, 64):
            compiled(f"C -O3 -march=x86-64-v3, blocks of {lanes}, double", "double", *same, f"-DLANES={lanes}")
            compiled(f"C -O3 -march=x86-64-v3, blocks of {lanes}, single", "float", *same, f"-DLANES={lanes}")
    compiled("C -O3 -march=native, double", "double", "-march=native")
    compiled("C -O3 -march=native, single", "float", "-march=native")
    plain = ["numpy==2.4.6"]
    python_peer("NumPy, double", "numpy", 8192, 1e-12, plain)
    python_peer("NumPy, single", "numpy32", 8192, 1e-4, plain)
    python_peer("Numba, double", "numba", MOST, 1e-12, ["numba==0.68.1", "numpy==2.4.6"])
    python_peer("Simlin, double", "simlin", 200, 1e-12, ["pysimlin==0.8.5", "numpy==2.4.6"])
    python_peer("PySD, double", "pysd", 20, 1e-12, ["pysd==3.14.3", "parsimonious<0.11"])
    python_peer(
        "FCMpy (another rule: a sigmoid)", "fcmpy", 10, None,
        ["numpy<2", "pandas<3", "scipy", "tqdm", "matplotlib", "networkx", "openpyxl", "scikit-fuzzy", "setuptools<81"],
        alone=["fcmpy==0.0.21"])
    engine(f"realist, double, {processors} threads", "double", processors)
    engine(f"realist, single, {processors} threads", "single", processors)
    python_peer(f"Numba, double, {processors} threads", "numba-parallel", MOST, 1e-12, ["numba==0.68.1", "numpy==2.4.6"],
                processors)

    base = next((speed for name, speed, _ in rows if name == "realist, double" and speed), None)
    print(f'{net["variables"]} variables, {len(net["edges"])} arrows, {net["steps"]} steps; one thread unless it is said')
    print(f'{"engine":<46}{"runs a second":>15}{"to realist, double":>20}  measured')
    for name, speed, how in rows:
        ratio = f"{speed / base:.3g}" if speed and base else ""
        print(f'{name:<46}{f"{speed:,.0f}" if speed else "missing":>15}{ratio:>20}  {how}')


main()
theory()
