"""A `realist serve` of one's own: on a free port of this machine, with a database of its own."""

import http.client
import os
import pathlib
import re
import signal
import sqlite3
import subprocess
import tempfile
import urllib.parse

PROGRAM = os.environ.get("REALIST_PROGRAM", ".build/debug/realist")


class Served:
    """Starts the server when made; `close` ends it and takes its files away."""

    def __init__(self, folder=None):
        self._own = tempfile.TemporaryDirectory(prefix="realist-web-") if folder is None else None
        self.folder = pathlib.Path(folder or self._own.name)
        self.database = self.folder / "test.realist"
        self.start()

    def start(self):
        # What it complains of stays on the screen of the tests.
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", "--database", str(self.database)],
            stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if not found:
            self.process.kill()
            raise RuntimeError(f"realist serve didn't start: {line!r}")
        self.port = int(found[1])
        self.origin = f"http://127.0.0.1:{self.port}"

    def kill(self):
        """Ends it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        """Ends it as a person would, and gives its exit code."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=30)
        self.process.stdout.close()
        return code

    def close(self):
        if self.process.poll() is None:
            self.kill()
        if self._own:
            self._own.cleanup()

    @property
    def resident_kilobytes(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1])

    def faults_of_database(self):
        """What SQLite's own check finds; nothing where the file is whole."""
        connection = sqlite3.connect(self.database)
        try:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            found += [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
        finally:
            connection.close()
        return [line for line in found if line != "ok"]


class Answer:
    """An answer of the server, read to its end."""

    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.bytes = response.read()

    @property
    def text(self):
        return self.bytes.decode("utf-8")

    @property
    def location(self):
        return self.headers.get("Location", "")


class Visitor:
    """A browser's requests without the browser: one connection, one cookie jar, the tokens of the forms it was shown."""

    def __init__(self, server):
        self.server = server
        self.cookies = {}
        self.token = ""
        self._connection = None

    def send(self, method, path, body=None, headers=None):
        # Each request has a connection of its own: what a test says of one must not hang on another.
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        try:
            fields = dict(headers or {})
            if self.cookies:
                fields["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            connection.request(method, path, body=body, headers=fields)
            answer = Answer(connection.getresponse())
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer

    def get(self, path, headers=None):
        answer = self.send("GET", path, headers=headers)
        found = re.search(rb'name="token" value="([0-9a-f]+)"', answer.bytes)
        if found:
            self.token = found[1].decode()
        return answer

    def post(self, path, fields=(), headers=None, token=None):
        if not self.token:
            self.get("/")
        pairs = [("token", self.token if token is None else token)] + list(fields)
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.send("POST", path, urllib.parse.urlencode(pairs), {**kind, **(headers or {})})

    def begin(self):
        """Begins a collaboration, and gives its address."""
        answer = self.post("/collaborations")
        assert answer.status == 303, answer.status
        return answer.location

    def bring(self, document, name="case.yaml"):
        """Brings a case document as a file."""
        if not self.token:
            self.get("/")
        mark = "----a-mark-that-no-document-holds"
        head = f'Content-Disposition: form-data; name="file"; filename="{name}"\r\n'
        body = (f'--{mark}\r\nContent-Disposition: form-data; name="token"\r\n\r\n{self.token}\r\n--{mark}\r\n{head}'
                'Content-Type: application/octet-stream\r\n\r\n').encode() + document + f"\r\n--{mark}--\r\n".encode()
        return self.send("POST", "/import", body, {"Content-Type": f"multipart/form-data; boundary={mark}"})
