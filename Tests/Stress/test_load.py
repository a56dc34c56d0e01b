"""Whether 200 people can read and answer at once, each a page every 5 seconds."""

import asyncio
import os
import pathlib
import time
import unittest

from crowd import Times, gather, share, visit
from served import Served

PEOPLE = int(os.environ.get("REALIST_PEOPLE", "200"))
SECONDS = float(os.environ.get("REALIST_SECONDS", "120"))
MOST_MILLISECONDS = 150


def processor_seconds(process):
    """What a process has used of the processors."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


class LoadTests(unittest.TestCase):
    def setUp(self):
        self.server = Served()
        self.addCleanup(self.server.close)

    def test_open_loop(self):
        """No page fails, and of 100 pages 99 are there within 150 ms"""
        asyncio.run(self.open_loop())

    async def open_loop(self):
        people = await gather(self.server, PEOPLE)
        # Everybody's first pages warm up what a server that runs for days has ready.
        await visit(people, 10)
        begun, used, own = time.perf_counter(), processor_seconds(self.server.process.pid), time.process_time()
        times = await visit(people, SECONDS)
        wall = time.perf_counter() - begun
        used, own = processor_seconds(self.server.process.pid) - used, time.process_time() - own
        print(f"\n{PEOPLE} people, a page every 5 s each, for {SECONDS:.0f} s, timed from when each was due:\n{times.table()}")
        print(f"  The server used {used / wall:.2f} of a processor, the crowd {own / wall:.2f}. "
              f"The crowd itself was late by {1000 * share(times.late, 0.99):.1f} ms (p99), "
              f"{1000 * max(times.late):.1f} ms at most.")
        self.assertEqual(times.errors, [])
        self.assertLess(1000 * share(times.all, 0.99), MOST_MILLISECONDS)


class CapacityTests(unittest.TestCase):
    """How many pages a second there are at most, by kind. This is told, and not judged."""

    KINDS = ["home", "overview", "question", "answer", "assessment", "search", "concept", "watch", "plan", "board"]
    AT_ONCE = 8
    SECONDS = 5.0

    def test_closed_loop(self):
        """Told: how many pages a second at most, by kind"""
        server = Served()
        self.addCleanup(server.close)
        asyncio.run(self.closed_loop(server))

    async def closed_loop(self, server):
        people = await gather(server, self.AT_ONCE)
        print(f"\nPages a second, {self.AT_ONCE} people at once, each asking as soon as it is answered:")
        for kind in [*self.KINDS, "changed"]:
            own, begun, count = time.process_time(), time.perf_counter(), [0]
            await asyncio.gather(*(self.ask(person, kind, begun + self.SECONDS, count) for person in people))
            wall = time.perf_counter() - begun
            words = "assessment after an answer" if kind == "changed" else kind
            print(f"  {words:28}{count[0] / wall:9.1f}   (the crowd used {(time.process_time() - own) / wall:.2f} "
                  "of a processor)")
            self.assertGreater(count[0], 0)

    @staticmethod
    async def ask(person, kind, until, count):
        while time.perf_counter() < until:
            if kind == "changed":
                await person.answer()
                await person.assessment()
            else:
                await getattr(person, kind)()
            count[0] += 1


if __name__ == "__main__":
    unittest.main()
