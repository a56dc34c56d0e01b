"""The server against those who mean it harm, over real sockets."""

import random
import re
import resource
import socket
import threading
import time
import unittest

from served import Served, Visitor
from site_map import walk

MARKUP = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{formToken}}&lt;b&gt;\u202e\u0000<b class=\"injected\">"


def setUpModule():
    global server, slow
    server = Served()
    slow = SlowClients(server)


def tearDownModule():
    slow.close()
    server.close()


def raw(data, wait=3, then=b""):
    """Sends bytes as they are, and gives all that comes back until the server closes or is silent."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=wait) as connection:
        connection.sendall(data)
        got = b""
        try:
            if then:
                time.sleep(0.2)
                connection.sendall(then)
            while chunk := connection.recv(65536):
                got += chunk
        except (TimeoutError, ConnectionError):
            pass
    return got


def statuses(answer):
    return [int(code) for code in re.findall(rb"HTTP/1\.[01] (\d{3})", answer)]


def request(target, host=None, more=b"", method=b"GET"):
    host = f"127.0.0.1:{server.port}".encode() if host is None else host
    return method + b" " + target + b" HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n" + more + b"\r\n"


class SlowClients:
    """Clients that send a byte a second, and some that stop in the middle; begun before other tests, and looked at after."""

    def __init__(self, server):
        self.begun = time.monotonic()
        own = f"Host: 127.0.0.1:{server.port}\r\n".encode()
        form = b"POST /collaborations HTTP/1.1\r\n" + own + b"Content-Type: application/x-www-form-urlencoded\r\n"
        self.kinds = {
            "a head, one byte a second": (b"GET / HTTP/1.1\r\n" + own + b"X-Slow: ", b"a"),
            "a head that stops": (b"GET / HT", b""),
            "a body, one byte a second": (form + b"Content-Length: 5000\r\n\r\ntoken=", b"a"),
            "a body that stops": (form + b"Content-Length: 5000\r\n\r\ntoken=", b""),
            "pieces without end, one byte a second": (form + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
            "nothing at all": (b"", b""),
        }
        self.ended = {}
        self.connections = []
        self.threads = []
        for kind, (start, drip) in self.kinds.items():
            thread = threading.Thread(target=self.drip, args=(server, kind, start, drip), daemon=True)
            thread.start()
            self.threads.append(thread)

    def drip(self, server, kind, start, drip):
        connection = socket.create_connection(("127.0.0.1", server.port), timeout=1)
        self.connections.append(connection)
        try:
            connection.sendall(start)
            while time.monotonic() - self.begun < 90:
                try:
                    if not connection.recv(65536):
                        break
                except TimeoutError:
                    pass
                if drip:
                    connection.sendall(drip)
        except OSError:
            pass
        self.ended[kind] = time.monotonic() - self.begun

    def close(self):
        for connection in self.connections:
            connection.close()


class HostTests(unittest.TestCase):
    def test_foreign_host(self):
        """A request that names another host, two, or none, gets nothing"""
        own = f"127.0.0.1:{server.port}".encode()
        for host in [b"evil.example", b"evil.example:%d" % server.port, b"127.0.0.1", b"127.0.0.1:1", b"", own + b".evil",
                     b"127.0.0.1@evil", own + b"/x", b"[::1", b"localhost:%d:%d" % (server.port, server.port), b"\xff\xfe"]:
            with self.subTest(host=host):
                self.assert_refused(raw(request(b"/", host)))
        self.assert_refused(raw(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n"))
        self.assert_refused(raw(request(b"/", own, b"Host: evil.example\r\n")))
        self.assert_refused(raw(request(b"/", b"evil.example", b"Host: " + own + b"\r\n")))
        self.assert_refused(raw(b"GET / HTTP/1.0\r\n\r\n"))

    def assert_refused(self, answer):
        self.assertNotIn(b"How is your collaboration", answer)
        for status in statuses(answer):
            self.assertIn(status, (400, 404, 421))


class FormTests(unittest.TestCase):
    def test_tokens(self):
        """A form without its own session's token changes nothing"""
        mine, other = Visitor(server), Visitor(server)
        mine.get("/")
        other.get("/")
        before = self.count()
        for token in ["", "0", "00" * 32, other.token, mine.token[:-2], mine.token.upper() + "0", mine.token * 2, "é"]:
            with self.subTest(token=token):
                self.assertEqual(mine.post("/collaborations", token=token).status, 403)
        stranger = Visitor(server)
        stranger.token = mine.token
        self.assertEqual(stranger.post("/collaborations").status, 403)
        for headers in [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
                        {"Sec-Fetch-Site": "same-site"}, {"Origin": f"http://127.0.0.1:{server.port + 1}"}]:
            with self.subTest(headers=headers):
                self.assertEqual(mine.post("/collaborations", headers=headers).status, 403)
        self.assertEqual(self.count(), before)

    def test_types(self):
        """A form of another type, or none, is refused in words"""
        visitor = Visitor(server)
        visitor.get("/")
        for kind in ["text/plain", "application/json", "", "multipart/form-data", "application/x-www-form-urlencoded-not"]:
            answer = visitor.send("POST", "/collaborations", f"token={visitor.token}", {"Content-Type": kind})
            self.assertGreaterEqual(answer.status, 400 if "urlencoded" not in kind else 300)
            self.assertLess(answer.status, 500)

    def test_every_form(self):
        """No form of any page falls over, whatever is sent with it"""
        visitor = Visitor(server)
        base = visitor.begin()
        pages = walk(visitor, ["/", base, base + "/watch"], most_of_a_kind=12,
                     leave_out=lambda path: "assets" in path or path.endswith("/delete") or "/cases/" in path)
        forms = {(form.action, tuple(name for name, _, _ in form.fields)): form
                 for path, _, page in pages if page for form in page.forms if form.method == "post"}
        self.assertGreater(len(forms), 5)
        draw = random.Random(6)
        for form in forms.values():
            if form.is_upload:
                continue
            for fields in self.bad(form, draw):
                answer = visitor.post(form.action, fields)
                with self.subTest(action=form.action, fields=str(fields)[:200]):
                    self.assertLess(answer.status, 500, answer.text[:500])

    def bad(self, form, draw):
        own = form.filled()
        yield []
        yield own
        yield form.filled(MARKUP)
        yield form.filled("x" * 20_000)
        yield [(name, "") for name, _ in own]
        yield [(name, draw.choice(["-1", "99999999999999999999", "not known", "\x00", "../..", "é" * 300, "0x10"])) for name, _ in own]
        yield own + own
        yield own + [(f"aim-{number}", "Aim") for number in range(300)]
        yield own + [("revision", "0")]
        yield [(name, value) for name, value in own if name != "revision"]
        yield [(f"field-{number}", "") for number in range(5_000)]

    def test_broken_encoding(self):
        """A body that is no form gets a page in words"""
        visitor = Visitor(server)
        visitor.get("/")
        for body in [b"\xff\xfe\x00", b"token=%zz", b"token=%", b"%", b"=" * 10_000, b"&" * 100_000, b"token=%ff", b"\x00" * 1000]:
            answer = visitor.send("POST", "/collaborations", body, {"Content-Type": "application/x-www-form-urlencoded"})
            self.assertIn(answer.status, (400, 403, 413))

    def count(self):
        return len(set(re.findall(r'href="(/collaborations/[a-z0-9]+)"', Visitor(server).get("/").text)))


class AddressTests(unittest.TestCase):
    NAMES = ["nobody", "..", "%2e%2e", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "%00", "enforced-merger%00", "a" * 5_000, "%ff%fe", "-1", "0",
             "'%20OR%20'1'='1", "%3Cscript%3E", "%F0%9F%92%A5", "enforced-merger/../..", "con", "%252e%252e", "{id}", "*"]
    BEHIND = ["", "/assessment", "/web", "/web/%00", "/web/nothing", "/answers", "/case.yaml", "/delete", "/questions/nothing",
              "/questions/%2e%2e", "/watch", "/board", "/history", "/history/0", "/history/-1", "/history/99999999999999999999",
              "/assessments/1", "/events/new", "/plan", "/plan/nothing"]

    def test_foreign_names(self):
        """A case, question or concept of another name isn't found, and nothing falls over"""
        visitor = Visitor(server)
        own = visitor.begin()
        for name in self.NAMES:
            for behind in self.BEHIND:
                for start in ["/collaborations/", "/cases/"]:
                    self.assert_not_served(visitor, start + name + behind)
        for behind in self.BEHIND:
            answer = visitor.get(own + behind)
            self.assertLess(answer.status, 500, own + behind)

    def assert_not_served(self, visitor, path):
        status = visitor.get(path).status
        with self.subTest(path=path[:120]):
            # What steps up may lead to a page of its own right, as it would in any browser.
            self.assertIn(status, (200, 303, 400, 404, 405, 414) if "/.." in path else (303, 400, 404, 405, 414))

    def test_paths(self):
        """No address leads to a file of the machine"""
        for target in [b"/../../../../etc/passwd", b"/assets/../../../etc/passwd", b"/assets/%2e%2e/%2e%2e/etc/passwd",
                       b"/assets/..%2f..%2f..%2fetc%2fpasswd", b"//etc/passwd", b"/assets//etc/passwd", b"/assets/%00", b"/%00",
                       b"/assets/site.css%00.js", b"\\..\\..\\etc\\passwd", b"/assets/..%5c..%5cetc", b"/%c0%ae%c0%ae/etc/passwd",
                       b"file:///etc/passwd", b"*", b"", b"?", b"/" + b"a/" * 5_000, b"/" + b"%41" * 4_000, b"/?" + b"a=b&" * 5_000,
                       b"/\xff\xfe", b"/\x00", b"/ HTTP/1.1 extra"]:
            answer = raw(request(target))
            with self.subTest(target=target[:60]):
                self.assertNotIn(b"root:", answer)
                for status in statuses(answer):
                    self.assertLess(status, 500)
        self.assertEqual(Visitor(server).get("/").status, 200)

    def test_methods(self):
        """Other methods change nothing and are refused"""
        for method in [b"PUT", b"DELETE", b"PATCH", b"TRACE", b"OPTIONS", b"CONNECT", b"PROPFIND", b"get", b"\x00"]:
            for target in [b"/", b"/collaborations", b"/cases/enforced-merger"]:
                for status in statuses(raw(request(target, method=method))):
                    self.assertIn(status, (400, 403, 404, 405, 501))


class SizeTests(unittest.TestCase):
    LARGE = 100 * 1024 * 1024

    def test_large_body(self):
        """A body of 100 MB is refused before it is read, and takes no memory"""
        before = server.resident_kilobytes
        kind = b"Content-Type: application/x-www-form-urlencoded\r\n"
        for target in [b"/collaborations", b"/import", b"/nothing-here"]:
            said = raw(request(target, method=b"POST", more=kind + b"Content-Length: %d\r\n" % self.LARGE), wait=5)
            self.assertEqual(statuses(said)[:1], [413])
            sent, got = self.pour(request(target, method=b"POST", more=kind + b"Content-Length: %d\r\n" % self.LARGE), b"a" * 65536)
            self.assertLess(sent, 16 * 1024 * 1024)
            sent, got = self.pour(request(target, method=b"POST", more=kind + b"Transfer-Encoding: chunked\r\n"),
                                  b"10000\r\n" + b"a" * 65536 + b"\r\n")
            with self.subTest(target=target):
                self.assertLess(sent, 16 * 1024 * 1024)
                for status in statuses(got):
                    self.assertIn(status, (403, 404, 413, 400))
        self.assertLess(server.resident_kilobytes - before, 60_000)

    def pour(self, head, piece):
        """Sends pieces until the server wants no more; gives how many bytes it took, and what it said."""
        sent, got = 0, b""
        with socket.create_connection(("127.0.0.1", server.port), timeout=2) as connection:
            try:
                connection.sendall(head)
                while sent < self.LARGE:
                    connection.sendall(piece)
                    sent += len(piece)
            except OSError:
                pass
            try:
                got = connection.recv(65536)
            except OSError:
                pass
        return sent, got

    def test_large_heads(self):
        """A head without measure is refused"""
        for more in [b"X-Large: " + b"a" * 1_000_000 + b"\r\n", b"X-Many: a\r\n" * 20_000, b"Cookie: " + b"a=b; " * 20_000 + b"\r\n"]:
            for status in statuses(raw(request(b"/", more=more), wait=5)):
                self.assertIn(status, (400, 413, 431))


class ProtocolTests(unittest.TestCase):
    def test_pipelining(self):
        """Two requests sent at once are answered in their order"""
        own = b"Host: 127.0.0.1:%d\r\n" % server.port
        answer = raw(b"GET / HTTP/1.1\r\n" + own + b"\r\nGET /nothing-here HTTP/1.1\r\n" + own + b"Connection: close\r\n\r\n")
        self.assertEqual(statuses(answer), [200, 404])

    def test_smuggling(self):
        """A request whose length is told in two ways hides no second one"""
        own = b"Host: 127.0.0.1:%d\r\nContent-Type: application/x-www-form-urlencoded\r\n" % server.port
        hidden = b"GET /hidden-one HTTP/1.1\r\n" + own + b"\r\n"
        start = b"POST /collaborations HTTP/1.1\r\n" + own
        for fields in [b"Content-Length: %d\r\nTransfer-Encoding: chunked\r\n" % (len(hidden) + 5),
                       b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                       b"Content-Length: 5\r\nContent-Length: %d\r\n" % (len(hidden) + 5),
                       b"Content-Length: 5, 6\r\n", b"Content-Length: +5\r\n", b"Content-Length: -5\r\n",
                       b"Content-Length: 0x5\r\n", b"Content-Length : 5\r\n", b"Transfer-Encoding: xchunked\r\n",
                       b"Transfer-Encoding: chunked, identity\r\n", b"Transfer-Encoding:\x0bchunked\r\n",
                       b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                       b" Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", b"X: a\n\nContent-Length: 5\r\n"]:
            answer = raw(start + fields + b"\r\n0\r\n\r\n" + hidden, wait=3)
            with self.subTest(fields=fields):
                self.assertLess(len(statuses(answer)), 2, answer[:2_000])

    def test_garbage(self):
        """Bytes that are no request end the connection, and nothing else"""
        draw = random.Random(1)
        for data in [b"\x16\x03\x01\x02\x00\x01\x00", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\r\n" * 10_000, b"GET\r\n\r\n",
                     b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\nHost: x\n\n", draw.randbytes(10_000), draw.randbytes(100_000)]:
            for status in statuses(raw(data, wait=3)):
                self.assertIn(status, (400, 404, 405, 421, 431, 505))
        self.assertEqual(Visitor(server).get("/").status, 200)


class CrowdTests(unittest.TestCase):
    def test_idle_connections(self):
        """While 900 connections do nothing, others are served; 1,100 don't bring it down, also where 1,024 files are the most"""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if hard != resource.RLIM_INFINITY and hard < 2_500:
            self.skipTest(f"a test may open {hard} files here, and this one needs 2,500")
        resource.setrlimit(resource.RLIMIT_NOFILE, (1_024, hard))
        crowded = Served()
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 2_500), hard))
        self.addCleanup(crowded.close)
        held = []
        try:
            held += self.connect(crowded, 900)
            begun = time.monotonic()
            self.assertEqual(Visitor(crowded).get("/").status, 200)
            self.assertLess(time.monotonic() - begun, 5)
            held += self.connect(crowded, 200)
            time.sleep(1)
        finally:
            for connection in held:
                connection.close()
        begun = time.monotonic()
        self.assertEqual(Visitor(crowded).get("/").status, 200)
        self.assertLess(time.monotonic() - begun, 20)
        self.assertEqual(crowded.stop(), 0)

    def connect(self, crowded, count):
        connections = []
        for _ in range(count):
            connection = socket.socket()
            connection.setblocking(False)
            connection.connect_ex(("127.0.0.1", crowded.port))
            connections.append(connection)
            if len(connections) % 100 == 0:
                time.sleep(0.05)
        return connections


class UploadTests(unittest.TestCase):
    HEAD = b"realist-case: 1\n"

    @staticmethod
    def documents():
        start = UploadTests.HEAD
        lines = [b"a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        lines += [b"a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 12)]
        yield "a bomb of aliases", start + b"\n".join(lines)
        yield "a bomb of merged keys", start + b"\n".join(
            [b"b0: &b0 {k: v}"] + [b"b%d: &b%d {<<: [*b%d, *b%d], k%d: v}" % (n, n, n - 1, n - 1, n) for n in range(1, 30)])
        yield "an alias to itself", start + b"a: &a [*a]\n"
        yield "brackets without end", b"[" * 200_000
        yield "braces without end", b"{a: " * 100_000
        yield "depth by spaces", b"\n".join(b" " * n + b"a:" for n in range(2_000))
        yield "lists in lists", b"- " * 100_000
        yield "Latin-1", start + "title: Krankenhäuser\n".encode("latin-1")
        yield "a zero byte", start + b"title: a\x00b\n"
        yield "UTF-16", "title: a\n".encode("utf-16")
        yield "nothing", b"\n"
        yield "only a comment", b"# nothing\n"
        yield "tags", start + b"title: !!python/object/apply:os.system ['touch x']\n"
        yield "keys twice", start + b"title: a\ntitle: b\n" * 10_000
        yield "100,000 keys", start + b"".join(b"key-%d: 1\n" % n for n in range(100_000))
        yield "a number without end", start + b"title: " + b"9" * 500_000
        yield "a line without end", start + b"title: " + b"a" * 3_900_000
        yield "many documents", b"---\na: 1\n" * 50_000
        yield "JSON in depth", b'{"a":' * 50_000 + b"1" + b"}" * 50_000
        yield "markup", start + b"<b class=\"injected\">: <script>alert(1)</script>\n"
        yield "bytes at random", random.Random(3).randbytes(200_000)
        yield "24 MB", b"a: 1\n" * (24 * 1024 * 1024 // 5)

    def test_documents(self):
        """A hostile document is refused in words, soon, and takes little memory"""
        visitor = Visitor(server)
        visitor.get("/import")
        before = server.resident_kilobytes
        for kind, document in self.documents():
            begun = time.monotonic()
            try:
                answer = visitor.bring(document)
            except (BrokenPipeError, ConnectionError):
                self.assertEqual(kind, "24 MB")  # refused while it was still being sent
                continue
            took = time.monotonic() - begun
            with self.subTest(kind=kind):
                self.assertIn(answer.status, (400, 413, 422))
                self.assertLess(took, 20, "seconds")
                self.assertNotIn('<b class="injected">', answer.text)
                self.assertNotIn("<script>", answer.text)
                self.assertLess(len(answer.bytes), 10_000_000)
        self.assertLess(server.resident_kilobytes - before, 400_000, "kilobytes more than before")
        self.assertEqual(visitor.get("/").status, 200)

    def test_own_document(self):
        """What the site saved it takes back"""
        visitor = Visitor(server)
        document = visitor.get("/cases/access-aco/case.yaml").bytes
        answer = visitor.bring(document)
        self.assertEqual(answer.status, 303)
        self.assertEqual(visitor.get(answer.location + "/assessment").status, 200)

    def test_file_names(self):
        """What a file is called leads nowhere"""
        visitor = Visitor(server)
        for name in ["../../../etc/passwd", "a\x00b", "x" * 5_000, "%2e%2e%2f", "<b class=injected>"]:
            answer = visitor.bring(b"nothing: here\n", name)
            self.assertIn(answer.status, (400, 422))
            self.assertNotIn("<b class=injected>", answer.text)


class TheSlowTests(unittest.TestCase):
    def test_slow_clients(self):
        """Slow clients are sent away in time, and others were served meanwhile"""
        for thread in slow.threads:
            thread.join(max(0.1, 80 - (time.monotonic() - slow.begun)))
        for kind in slow.kinds:
            with self.subTest(kind=kind):
                self.assertIn(kind, slow.ended)
                self.assertLess(slow.ended[kind], 70, "seconds")
        print("\nSlow clients were sent away after " + ", ".join(f"{s:.0f} s ({kind})" for kind, s in slow.ended.items()) + ".")


if __name__ == "__main__":
    unittest.main()
