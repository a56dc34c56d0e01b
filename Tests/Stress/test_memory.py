"""Whether a server that many people use for long takes more and more memory."""

import asyncio
import os
import unittest

from crowd import gather, visit
from served import Served

PEOPLE = int(os.environ.get("REALIST_PEOPLE", "200"))
MINUTES = float(os.environ.get("REALIST_MINUTES", "10"))
#: How much more it may hold at the end than in the middle: what is kept for the next who asks fills up by then.
MOST_GROWTH = 1.1


class MemoryTests(unittest.TestCase):
    def test_memory(self):
        """Memory is flat: the second half of the time adds no more than a tenth"""
        server = Served()
        self.addCleanup(server.close)
        held = asyncio.run(self.run_on(server))
        middle = max(held[: len(held) // 2 + 1])
        self.assertLess(max(held[len(held) // 2 + 1:]), MOST_GROWTH * middle, held)

    async def run_on(self, server):
        people = await gather(server, PEOPLE)
        held = []
        print(f"\nMemory while {PEOPLE} people ask for a page every 5 s each, and a forecast is asked for every 10 s:")

        def look(minute):
            held.append(server.resident_kilobytes / 1024)
            print(f"  {minute:5.1f} min {held[-1]:8.1f} MB", flush=True)

        forecasts = asyncio.create_task(self.ask(people))
        times = await visit(people, 60 * MINUTES, tell=look, parts=10)
        if forecasts.done():
            forecasts.result()  # it has no end but a fault, or the last person
        forecasts.cancel()
        self.assertGreater(self.answered, 0, "no forecast was answered")
        self.assertEqual(times.errors, [])
        return held

    answered = 0

    async def ask(self, people):
        for person in people:
            async for name, _ in person.browser.listen(person.base + "/plan/forecast"):
                if name == "answer":
                    self.answered += 1
                    break
            await asyncio.sleep(10)


if __name__ == "__main__":
    unittest.main()
