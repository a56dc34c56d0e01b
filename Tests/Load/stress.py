"""`make stress`: the release build under the load of 200 people, its capacity, forecasts at once, and a full disk.

What it finds it prints; it fails where something is asked that doesn't hold (see docs/web-application.md).
"""

import argparse
import asyncio
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Browser"))

from open_loop import Crowd, quantile, slope
from served import Served, Visitor
from site_map import walk

PEOPLE, SECONDS_A_PAGE, MOST_P99 = 200, 5, 0.150
failures = []


def expect(holds, words):
    print(("  holds: " if holds else "  FAILS: ") + words, flush=True)
    if not holds:
        failures.append(words)


def pages_of(server):
    """The pages that people look at, by how often; a collaboration of their own among them."""
    visitor = Visitor(server)
    visitor.get("/")
    own = visitor.post("/cases/access-aco/copy").location
    pages = [("first page", "/", 3), ("overview", own, 3), ("answers", own + "/answers", 2), ("question", own + "/questions/title", 6),
             ("assessment", own + "/assessment", 4), ("bundled assessment", "/cases/enforced-merger/assessment", 3),
             ("causal web", own + "/web", 2), ("watch", own + "/watch", 2), ("board", own + "/board", 2), ("plan", own + "/plan", 2),
             ("theory", "/theory", 2), ("import", "/import", 1)]
    found = [(name, path, weight) for name, path, weight in pages if visitor.get(path).status == 200]
    for path, answer, page in walk(visitor, ["/theory"], most_of_a_kind=1, most=12) if len(found) == len(pages) else []:
        if page and answer.status == 200 and path.startswith("/theory/"):
            found.append((path, path, 1))
    cookie = "".join(f"Cookie: {name}={value}\r\n" for name, value in visitor.cookies.items())
    for _, path, _ in found:
        visitor.get(path)  # What is worked out once is worked out before.
    return found, cookie


def told(samples):
    took = [sample.took for sample in samples]
    late = [sample.late for sample in samples]
    return (f"{len(samples)} pages; p50 {quantile(took, .5) * 1000:.1f} ms, p99 {quantile(took, .99) * 1000:.1f} ms, "
            f"most {max(took) * 1000:.0f} ms; sent late by p99 {quantile(late, .99) * 1000:.1f} ms")


def people(server, minutes, rate):
    print(f"{PEOPLE} people, a page every {SECONDS_A_PAGE} s each, for {minutes:g} minutes:", flush=True)
    pages, cookie = pages_of(server)
    crowd = Crowd(server.port, pages, cookie)
    memory, stop = [], threading.Event()

    def weigh():
        begun = time.monotonic()
        while not stop.wait(2):
            memory.append((time.monotonic() - begun, server.resident_kilobytes))

    thread = threading.Thread(target=weigh, daemon=True)
    thread.start()
    samples = asyncio.run(crowd.run(rate, minutes * 60))
    stop.set()
    thread.join()
    print("  " + told(samples))
    for name in sorted({sample.kind for sample in samples}):
        print(f"    {name}: " + told([sample for sample in samples if sample.kind == name]))
    wrong = [sample for sample in samples if sample.status != 200]
    expect(not wrong and not crowd.refused, f"no error ({len(wrong)} of {len(samples)}; {crowd.refused} not sent)")
    p99 = quantile([sample.took for sample in samples], .99)
    expect(p99 < MOST_P99, f"p99 under {MOST_P99 * 1000:.0f} ms ({p99 * 1000:.1f} ms)")
    # The first fifth is left out: what a server keeps for good it fetches in the beginning.
    later = memory[len(memory) // 5:]
    grows = slope(later) * 60 if len(later) > 2 else 0
    print(f"  memory {memory[0][1] / 1024:.0f} MB at first, {memory[-1][1] / 1024:.0f} MB at last, {grows:+.0f} kB a minute")
    expect(grows < 1024, f"memory is flat: under 1 MB a minute ({grows:+.0f} kB)")


def capacity(server, seconds):
    print(f"Capacity, {seconds} s at each rate, until p99 is over {MOST_P99 * 1000:.0f} ms:", flush=True)
    pages, cookie = pages_of(server)
    rate, best = 40, 0
    while rate <= 5_000:
        crowd = Crowd(server.port, pages, cookie)
        samples = asyncio.run(crowd.run(rate, seconds, seed=rate))
        p99 = quantile([sample.took for sample in samples], .99)
        late = quantile([sample.late for sample in samples], .99)
        wrong = sum(sample.status != 200 for sample in samples) + crowd.refused
        print(f"  {rate} a second: p99 {p99 * 1000:.1f} ms, {wrong} errors; sent late by p99 {late * 1000:.1f} ms", flush=True)
        if p99 > MOST_P99 or wrong:
            if late > MOST_P99 / 2:
                print("  The generator itself was late: the server may bear more than this says.")
            break
        best, rate = rate, int(rate * 1.5)
    print(f"  Borne: {best} pages a second, as {best * SECONDS_A_PAGE} people ask for them.")


def full_disk():
    """The server with its database on a disk of 4 MB that fills up."""
    print("A full disk:", flush=True)
    with tempfile.TemporaryDirectory(prefix="realist-full-") as folder:
        # A mount that only this process and what it starts can see.
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "realist-full", folder], capture_output=True, text=True)
        if mounted.returncode:
            print("  left out: to mount a small disk takes root (" + mounted.stderr.strip() + ")")
            return
        server = None
        try:
            server = Served(folder)
            fill(server)
        finally:
            if server:
                server.close()
            subprocess.run(["umount", "-l", folder], check=False)


def fill(server):
    visitor = Visitor(server)
    own = visitor.begin()
    address = own + "/questions/title"
    ballast = server.folder / "ballast"
    saved, refused = "", None
    with open(ballast, "wb", buffering=0) as file:
        for number in range(2_000):
            refused = answer(visitor, address, f"Title {number} " + "x" * 100)
            if refused.status != 303:
                break
            saved = f"Title {number} "
            try:
                file.write(b"\0" * 16_384)
            except OSError:
                pass
    expect(refused.status == 507, f"the answer that finds no room is refused with 507 ({refused.status})")
    expect("disk is full" in refused.text.lower(), "the page says that the disk is full")
    page = visitor.get(address)
    expect(page.status == 200 and saved in page.text, "what was acknowledged before is there, and pages still open")
    ballast.unlink()
    expect(answer(visitor, address, "With room again").status == 303, "with room made, the next answer is saved")
    server.kill()
    server.start()
    expect("With room again" in visitor_of(server, address), "and is there after a power cut")
    expect(server.faults_of_database() == [], "the database is whole")


def visitor_of(server, address):
    return Visitor(server).get(address).text


def answer(visitor, address, words):
    import re

    page = visitor.get(address)
    revision = re.search(r'name="revision" value="(\d+)"', page.text)
    return visitor.post(address, [("revision", revision[1] if revision else ""), ("text", words), ("say", "save")])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--capacity-seconds", type=float, default=10)
    parser.add_argument("--parts", default="people,capacity,forecasts,disk")
    options = parser.parse_args()
    parts = options.parts.split(",")
    server = Served()
    try:
        if "people" in parts:
            people(server, options.minutes, PEOPLE / SECONDS_A_PAGE)
        if "capacity" in parts:
            capacity(server, options.capacity_seconds)
        if "forecasts" in parts:
            from forecasts import at_once

            at_once(server, expect)
    finally:
        server.close()
    if "disk" in parts:
        full_disk()
    for words in failures:
        print("FAILED: " + words)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
