"""Times whole runs of the bundled theory by models, rounds and partners, prints them, and draws docs/pictures/speed.svg.

    python scaling.py REALIST PICTURE

Each time is the median of REPEATS runs with every thread that the machine has, in single precision, without statements of order.
"""

import os
import statistics
import subprocess
import sys
import time

program, picture = sys.argv[1], sys.argv[2]
REPEATS = int(os.environ.get("REPEATS", "3"))
BASE = {"draws": 2500, "rounds": 20, "partners": 2}
SERIES = [
    ("draws", [250, 2500, 5000, 10000], "models for each of 4 ways of drawing"),
    ("rounds", [5, 10, 20, 40], "rounds of work"),
    ("partners", [2, 3, 4, 5], "partners"),
]


def seconds(settings):
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        subprocess.run(
            [program, "run", "--no-orders", "--single"]
            + [word for key, value in settings.items() for word in (f"--{key}", str(value))],
            check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


panels = []
for name, values, words in SERIES:
    points = [(value, seconds(BASE | {name: value})) for value in values]
    panels.append((words, points))
    for value, time_taken in points:
        print(f"{words:<40}{value:>8}{time_taken:>8.2f} s")

W, H, L, T = 230, 150, 46, 30
svg = [
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {3 * (W + L + 14)} {H + T + 60}" role="img"'
    ' aria-labelledby="t d" font-family="Arial, Helvetica, sans-serif" font-size="13" fill="#212b32">',
    "<title id=\"t\">Seconds by models, rounds and partners</title>",
    f"<desc id=\"d\">Three panels. Else {4 * BASE['draws']} models, {BASE['rounds']} rounds, {BASE['partners']} partners;"
    f" {os.cpu_count()} processors.</desc>",
    '<rect width="100%" height="100%" fill="#fff"/>',
]
for number, (words, points) in enumerate(panels):
    left = number * (W + L + 14) + L
    most, top = max(x for x, _ in points), max(y for _, y in points)
    place = lambda x, y: (left + x / most * W, T + H - y / top * H)  # noqa: E731
    svg.append(f'<rect x="{left}" y="{T}" width="{W}" height="{H}" fill="none" stroke="#aeb7bd"/>')
    svg.append(f'<text x="{left - 6}" y="{T + 5}" text-anchor="end">{top:.1f} s</text>')
    svg.append(f'<text x="{left - 6}" y="{T + H}" text-anchor="end">0</text>')
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in (place(*p) for p in points))
    svg.append(f'<path d="M{path}" fill="none" stroke="#005eb8" stroke-width="2.5"/>')
    for point in points:
        x, y = place(*point)
        svg.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#005eb8"/>')
    svg.append(f'<text x="{left + W}" y="{T + H + 18}" text-anchor="end">{most}</text>')
    svg.append(f'<text x="{left + W / 2}" y="{T + H + 36}" text-anchor="middle">{words}</text>')
svg.append("</svg>")
open(picture, "w").write("\n".join(svg) + "\n")
