"""What was acknowledged is there after a power cut: the server is killed again and again while people save answers."""

import os
import random
import re
import sqlite3
import threading
import time
import unittest

from served import Served, Visitor

KILLS = int(os.environ.get("REALIST_KILLS", "20"))
WRITERS = 4


class Writer(threading.Thread):
    """Answers one question over and over until its server is gone, and remembers what was acknowledged."""

    def __init__(self, server, address, count):
        super().__init__(daemon=True)
        self.visitor = Visitor(server)
        self.address = address
        self.count = count
        self.acknowledged = []
        self.begun = None
        self.refusals = []

    def run(self):
        try:
            while True:
                self.save()
        except OSError:
            pass
        except Exception as error:  # Half an answer, as a killed server leaves it.
            if type(error).__module__ != "http.client":
                self.refusals.append(repr(error))

    def save(self):
        page = self.visitor.get(self.address)
        revision = re.search(r'name="revision" value="(\d+)"', page.text)[1]
        self.count += 1
        self.begun = f"Answer {self.count} of {self.address.split('/')[2]}"
        answer = self.visitor.post(self.address, [("revision", revision), ("text", self.begun), ("say", "save")])
        if answer.status == 303:
            self.acknowledged.append(self.begun)
        else:
            self.refusals.append(f"{answer.status} to {self.begun}")


class CrashTests(unittest.TestCase):
    def test_kill(self):
        """No acknowledged answer is lost, and the database is whole, each time"""
        server = Served()
        self.addCleanup(server.close)
        visitor = Visitor(server)
        addresses = [visitor.begin() + "/questions/title" for _ in range(WRITERS)]
        counts = dict.fromkeys(addresses, 0)
        whole = 0
        draw = random.Random(20260)
        for kill in range(KILLS):
            writers = [Writer(server, address, counts[address]) for address in addresses]
            for writer in writers:
                writer.start()
            time.sleep(draw.uniform(0.05, 0.5))
            server.kill()
            for writer in writers:
                writer.join(30)
            server.start()
            with self.subTest(kill=kill):
                self.assertEqual(server.faults_of_database(), [])
                for writer in writers:
                    self.check(writer, server)
                    counts[writer.address] = writer.count
                    whole += len(writer.acknowledged)
        self.assertGreater(whole, KILLS, "hardly anything was acknowledged, so nothing was tried")
        print(f"\n{KILLS} kills, {whole} answers acknowledged, none lost.")

    def check(self, writer, server):
        self.assertEqual(writer.refusals, [])
        page = Visitor(server).get(writer.address).text
        now = re.search(r'name="text"[^>]*value="([^"]*)"', page)[1]
        if writer.acknowledged:
            # What was on its way when the server was killed may be there, wholly.
            self.assertIn(now, [writer.acknowledged[-1], writer.begun])
        for answer in writer.acknowledged:
            self.assertIn(answer, self.saved(server, writer.address))

    def saved(self, server, address):
        """Every answer that a revision holds."""
        connection = sqlite3.connect(server.database)
        rows = connection.execute(
            "SELECT document FROM revision WHERE collaboration = ?", (address.split("/")[2],)).fetchall()
        connection.close()
        return {found[0] for (document,) in rows for found in [re.search(r"Answer \d+ of [a-z0-9]+", document)] if found}


if __name__ == "__main__":
    unittest.main()
