"""Load on `realist serve` as people make it: an open loop. When each page is asked for is settled beforehand, and its time
runs from then on: a server that falls behind can't slow down those who ask, and what they wait is counted.

One process, which only ever asks 127.0.0.1, with so many requests in flight at most and for so long at most.
"""

import asyncio
import random
import re
import time

MOST_IN_FLIGHT = 2_000


class Sample:
    """A page that was asked for: when, how long it took from when it was due, how late it was sent, and its status."""

    __slots__ = ("kind", "due", "took", "late", "status")

    def __init__(self, kind, due, took, late, status):
        self.kind, self.due, self.took, self.late, self.status = kind, due, took, late, status


class Client(asyncio.Protocol):
    """One connection, kept open as a browser keeps it; one request at a time."""

    def __init__(self):
        self.head_end = -1
        self.answer = None

    def connection_made(self, transport):
        self.transport = transport

    def ask(self, data):
        self.answer = asyncio.get_running_loop().create_future()
        self.received, self.count, self.length, self.status = bytearray(), 0, None, 0
        self.transport.write(data)
        return self.answer

    def data_received(self, data):
        if self.answer is None:
            return
        self.count += len(data)
        if self.length is None:
            self.received += data
            end = self.received.find(b"\r\n\r\n")
            if end < 0:
                return
            head = bytes(self.received[:end])
            self.status = int(head[9:12])
            found = re.search(rb"(?i)\r\ncontent-length: (\d+)", head)
            self.length = end + 4 + (int(found[1]) if found else 0)
        if self.count >= self.length:
            self.finish(self.status)

    def connection_lost(self, error):
        self.finish(0)

    def finish(self, status):
        answer, self.answer = self.answer, None
        if answer and not answer.done():
            answer.set_result(status)


class Crowd:
    """People who look at pages. Each has a connection and a cookie of their own."""

    def __init__(self, port, pages, cookie=""):
        self.port = port
        #: The request of each page by its name, and how often it is asked for.
        self.names = [name for name, _, weight in pages for _ in range(weight)]
        own = f"Host: 127.0.0.1:{port}\r\n{cookie}Accept: text/html\r\n\r\n"
        self.requests = {name: f"GET {path} HTTP/1.1\r\n{own}".encode() for name, path, _ in pages}
        self.samples = []
        self.idle = []
        self.in_flight = 0
        self.refused = 0

    async def run(self, rate, seconds, seed=1):
        """Asks `rate` times a second, at times drawn beforehand: those of many people who know nothing of each other
        (a Poisson process)."""
        draw = random.Random(seed)
        start = time.perf_counter() + 0.1
        due, tasks = 0.0, set()
        while True:
            due += draw.expovariate(rate)
            if due >= seconds:
                break
            name = draw.choice(self.names)
            wait = start + due - time.perf_counter()
            if wait > 0:
                await asyncio.sleep(wait)
            if self.in_flight >= MOST_IN_FLIGHT:
                self.refused += 1
                continue
            task = asyncio.create_task(self.ask(name, start + due, due))
            tasks.add(task)
            task.add_done_callback(tasks.discard)
        if tasks:
            await asyncio.wait(tasks, timeout=60)
        return self.samples

    async def ask(self, name, due, offset):
        self.in_flight += 1
        late = time.perf_counter() - due
        status = 0
        try:
            client = self.idle.pop() if self.idle else await self.connect()
            if client.transport.is_closing():
                client = await self.connect()
            status = await asyncio.wait_for(client.ask(self.requests[name]), 60)
            if status:
                self.idle.append(client)
        except (OSError, TimeoutError, asyncio.TimeoutError):
            pass
        self.in_flight -= 1
        self.samples.append(Sample(name, offset, time.perf_counter() - due, late, status))

    async def connect(self):
        _, client = await asyncio.get_running_loop().create_connection(Client, "127.0.0.1", self.port)
        return client


def quantile(values, share):
    """The least value that so large a share of the values doesn't exceed."""
    ordered = sorted(values)
    if not ordered:
        return float("nan")
    return ordered[min(len(ordered) - 1, max(0, -(-int(share * len(ordered) * 1000) // 1000) - 1))]


def slope(points):
    """The slope of the straight line through points by least squares."""
    count = len(points)
    mean_x = sum(x for x, _ in points) / count
    mean_y = sum(y for _, y in points) / count
    below = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / below if below else 0.0
