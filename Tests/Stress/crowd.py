"""Many people at once, as requests: each with a browser's cookie, connections that are kept open, and a collaboration of
their own. One thread is enough for all of them, so that the crowd takes little of the machine that it measures."""

import asyncio
import collections
import random
import re
import time
import urllib.parse

TOKEN = re.compile(rb'name="token" value="([0-9a-f]+)"')
REVISION = re.compile(rb'name="revision" value="(\d+)"')
ACTION = re.compile(rb'<form method="post" action="([^"]+)"')
#: The answers to choose from, without “I do not know” and what stands behind “or”: those open other questions, or none.
RADIO = re.compile(rb'type="radio" name="answer" id="[^"]*" value="((?!not known|not applicable|differs)[^"]+)"')
QUESTION = re.compile(r'href="(/[^"?]+/questions/[^"?]+)')
PATIENCE = 30


class Unexpected(Exception):
    """An answer that isn't the one that a person should get."""


class Reply:
    """An answer, read to its end."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def text(self):
        return self.body.decode("utf-8")


class Browser:
    """What a browser does with connections: those that are open are used again."""

    def __init__(self, server):
        self.server = server
        self.cookie = ""
        self.idle = []

    async def send(self, method, path, body=b"", kind="", accept="text/html"):
        """Sends a request, and reads the answer."""
        while True:
            is_used, (reader, writer) = (True, self.idle.pop()) if self.idle else (False, await self._connect())
            try:
                writer.write(self._head(method, path, body, kind, accept) + body)
                reply = await asyncio.wait_for(self._read(reader), PATIENCE)
                break
            except (ConnectionError, asyncio.IncompleteReadError):
                # The server may have closed a connection that nobody used for long, just as this was sent.
                writer.close()
                if not is_used or method != "GET":
                    raise
        if reply.headers.get("connection") == "close":
            writer.close()
        else:
            self.idle.append((reader, writer))
        if "set-cookie" in reply.headers:
            self.cookie = reply.headers["set-cookie"].split(";")[0]
        return reply

    async def listen(self, path):
        """Asks for a stream of events, and gives each as (name, data) until it ends."""
        reader, writer = await self._connect()
        try:
            writer.write(self._head("GET", path, b"", "", "text/event-stream"))
            head = await reader.readuntil(b"\r\n\r\n")
            if not head.startswith(b"HTTP/1.1 200 "):
                raise Unexpected(f"{path}: {head[:40]!r}")
            name, lines = "", []
            async for chunk in self._chunks(reader):
                for line in chunk.decode("utf-8").split("\n"):
                    if line.startswith("event: "):
                        name = line[7:]
                    elif line.startswith("data: "):
                        lines.append(line[6:])
                    elif not line and name:
                        yield name, "\n".join(lines)
                        name, lines = "", []
        finally:
            writer.close()

    async def _connect(self):
        # A page that holds much is longer than the usual limit for a line.
        return await asyncio.open_connection("127.0.0.1", self.server.port, limit=1 << 20)

    def _head(self, method, path, body, kind, accept):
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.server.port}", f"Accept: {accept}"]
        if self.cookie:
            lines.append(f"Cookie: {self.cookie}")
        if method != "GET":
            lines += [f"Content-Length: {len(body)}", f"Origin: {self.server.origin}"]
        if kind:
            lines.append(f"Content-Type: {kind}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    async def _read(self, reader):
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {}
        for line in head[1:]:
            name, _, value = line.partition(": ")
            headers[name.lower()] = value
        if headers.get("transfer-encoding") == "chunked":
            body = b"".join([chunk async for chunk in self._chunks(reader)])
        else:
            body = await reader.readexactly(int(headers.get("content-length", 0)))
        return Reply(int(head[0].split(" ")[1]), headers, body)

    @staticmethod
    async def _chunks(reader):
        while size := int(await reader.readuntil(b"\r\n"), 16):
            yield (await reader.readexactly(size + 2))[:-2]
        await reader.readuntil(b"\r\n")

    def close(self):
        for _, writer in self.idle:
            writer.close()
        self.idle.clear()


class Person:
    """Somebody with a collaboration, who describes it, reads what the theory says, and looks around in the theory."""

    #: What they look at, in this order, over and over: a page each time. An answer is sent and its next page read in one.
    JOURNEY = ["home", "overview", "question", "answer", "answer", "answer", "answer", "assessment", "web", "search", "concept",
               "watch", "plan", "board"]

    def __init__(self, server, number):
        self.browser = Browser(server)
        self.random = random.Random(number)
        self.number = number
        self.step = number
        self.token = ""
        self.base = ""
        self.questions = []
        self.theory = ""
        self.form = None
        self.last = None

    async def arrive(self, cases):
        """Begins a collaboration from a bundled case, or with nothing."""
        home = await self.get("/")
        self.theory = "/theory/" + re.search(r'href="/theory/([^"/]+)"', (await self.get("/theory")).text)[1]
        for asset in re.findall(r'(?:href|src)="(/assets/[^"]+)"', home.text):
            await self.get(asset)
        case = cases[self.number % len(cases)] if self.number % 3 else ""
        reply = await self.post(f"/cases/{case}/copy" if case else "/collaborations", {})
        self.base = reply.headers["location"].split("/questions")[0]
        found = QUESTION.findall((await self.get(self.base + "/answers")).text)
        # The first asks whether it is real; what follows depends on no other answer where it is about a concept, and not
        # about a single partner: that is asked only as long as the answer to the former is that partners differ.
        concepts = [(address, address.partition("/concept.")[2]) for address in found]
        self.questions = [address for address, concept in concepts if concept and "." not in concept]
        await self.question()

    async def get(self, path):
        reply = await self.browser.send("GET", path)
        if reply.status != 200:
            raise Unexpected(f"GET {path}: {reply.status}")
        if found := TOKEN.search(reply.body):
            self.token = found[1].decode()
        return reply

    async def post(self, path, fields):
        body = urllib.parse.urlencode({"token": self.token, **fields}).encode()
        reply = await self.browser.send("POST", path, body, "application/x-www-form-urlencoded")
        if reply.status != 303:
            raise Unexpected(f"POST {path}: {reply.status}")
        return reply

    def next_page(self):
        """The next page of the journey: its kind, and what asks for it."""
        name = self.JOURNEY[self.step % len(self.JOURNEY)]
        self.step += 1
        return name, getattr(self, name)

    # The pages

    async def home(self):
        await self.get("/")

    async def overview(self):
        await self.get(self.base)

    async def question(self):
        self.read(await self.get(self.random.choice(self.questions)))

    def read(self, page):
        """Notes what the form of a page asks, where it is one that can be answered by choosing."""
        choices = RADIO.findall(page.body)
        revision, action = REVISION.search(page.body), ACTION.search(page.body)
        self.form = (action[1].decode(), revision[1].decode(), choices) if choices and revision and action else None

    async def answer(self):
        while self.form is None:
            await self.question()
        action, revision, choices = self.form
        self.form = None
        answer = self.random.choice(choices).decode()
        reply = await self.post(action, {"revision": revision, "answer": answer, "say": "save"})
        self.read(await self.get(reply.headers["location"]))

    async def assessment(self):
        await self.get(self.base + "/assessment")

    async def web(self):
        await self.get(self.base + "/web")

    async def watch(self):
        await self.get(self.base + "/watch")

    async def plan(self):
        await self.get(self.base + "/plan")

    async def board(self):
        await self.get(self.base + "/board")

    async def search(self):
        # As it is typed: the beginning of a word.
        name = self.random.choice(self.questions).rpartition("concept.")[2]
        await self.get(f"{self.theory}/search?q={name[:self.random.randint(3, 8)].strip('-')}")

    async def concept(self):
        name = self.random.choice(self.questions).rpartition("concept.")[2].split(".")[0]
        await self.get(f"{self.theory}/concepts/{name}")


#: Whatever needs what the page before it said waits for it, as people must; its time counts all the same.
IN_ORDER = {"question", "answer"}


class Times:
    """How long pages took, by kind, in seconds; and what went wrong."""

    def __init__(self):
        self.by_kind = collections.defaultdict(list)
        self.late = []
        self.errors = []

    @property
    def all(self):
        return [seconds for times in self.by_kind.values() for seconds in times]

    def table(self):
        """The times as lines for people, in milliseconds."""
        lines = [f"  {'page':12}{'count':>7}{'median':>9}{'p95':>8}{'p99':>8}{'most':>8}  ms"]
        for name, times in [*sorted(self.by_kind.items()), ("all", self.all)]:
            lines.append(f"  {name:12}{len(times):7}" + "".join(
                f"{1000 * part:{width}.1f}" for part, width in [
                    (share(times, 0.5), 9), (share(times, 0.95), 8), (share(times, 0.99), 8), (max(times, default=0), 8)]))
        return "\n".join(lines)


def share(times, part):
    """The time within which such a part of all is done (nearest rank)."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else 0.0


async def gather(server, count):
    """So many people, each with a collaboration."""
    first = Person(server, 0)
    cases = sorted(set(re.findall(r'href="/cases/([a-z0-9-]+)', (await first.get("/")).text)))
    people = [Person(server, number) for number in range(count)]
    room = asyncio.Semaphore(8)

    async def arrive(person):
        async with room:
            await person.arrive(cases)

    await asyncio.gather(*map(arrive, people))
    first.browser.close()
    return people


async def visit(people, seconds, every=5.0, tell=None, parts=1):
    """Each person asks for a page every so often, for so long, whether or not earlier ones were answered (an open loop): a
    server that falls behind is asked no less for it. A page's time counts from when it should have been asked for.

    `tell` is called with the minutes that have gone, at the start, and then so many times, the last time at the end.
    """
    times = Times()
    begun = time.perf_counter() + 0.5
    tasks, told = set(), 0

    async def page(person, due, before):
        times.late.append(time.perf_counter() - due)
        name, action = person.next_page()
        try:
            if name in IN_ORDER and before is not None:
                await asyncio.wait([before])
            await action()
            times.by_kind[name].append(time.perf_counter() - due)
        except Exception as error:  # whatever it is, this page didn't come
            times.errors.append(f"{name}: {error!r}")

    turns = int(seconds / every) * len(people)
    for turn in range(turns):
        person = people[turn % len(people)]
        due = begun + turn * every / len(people)
        if tell and due - begun >= told * seconds / parts:
            tell(told * seconds / parts / 60)
            told += 1
        if (wait := due - time.perf_counter()) > 0:
            await asyncio.sleep(wait)
        task = asyncio.create_task(page(person, due, person.last))
        person.last = task
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    if tasks:
        await asyncio.wait(tasks)
    if len(times.all) + len(times.errors) != turns:
        times.errors.append(f"{len(times.all)} of {turns} pages were timed")
    if tell:
        tell(seconds / 60)
    return times
