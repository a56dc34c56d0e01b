"""A review survives kill -9: an import is all or nothing, and no acknowledged decision is lost."""

import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest

PROGRAM = os.environ.get("REALIST_PROGRAM", ".build/debug/realist")
KILLS = int(os.environ.get("REALIST_KILLS", "20"))
RECORDS = 400


def export(path, first):
    """A file of records, each a work of its own."""
    path.write_text("".join(
        f"TY  - JOUR\nTI  - Work {n} of partners {n * 7919 % 104729}\nAU  - Author{n}, A\nPY  - {1990 + n % 30}\n"
        f"AB  - {'Words that make the file longer. ' * 20}\nER  - \n\n" for n in range(first, first + RECORDS)))


class ReviewCrashTests(unittest.TestCase):
    def setUp(self):
        self.own = tempfile.TemporaryDirectory(prefix="realist-review-")
        self.addCleanup(self.own.cleanup)
        self.folder = pathlib.Path(self.own.name)
        self.review = str(self.folder / "r.realist")
        self.draw = random.Random(20261)
        self.files = 0
        self.run_whole("new", self.review, "--title", "Killed", "--by", "Ann")

    def start(self, *arguments):
        return subprocess.Popen(
            [PROGRAM, "review", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True)

    def run_whole(self, *arguments):
        process = self.start(*arguments)
        out, err = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 0, err)
        return out

    def run_killed(self, most, *arguments):
        """Runs the program and kills it after a while; what it acknowledged before, or nothing."""
        process = self.start(*arguments)
        time.sleep(self.draw.uniform(0, most))
        process.send_signal(signal.SIGKILL)
        out, err = process.communicate(timeout=30)
        self.assertIn(process.returncode, (0, -signal.SIGKILL), err)
        return out

    def new_file(self):
        self.files += 1
        path = self.folder / f"{self.files}.ris"
        export(path, self.files * RECORDS)
        return str(path)

    def check_whole(self):
        """The file as it is found after a kill: whole, and every import all there or not at all."""
        connection = sqlite3.connect(self.review)
        try:
            self.assertEqual(connection.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            self.assertEqual(connection.execute("PRAGMA foreign_key_check").fetchall(), [])
            numbers = [number for number, in connection.execute("SELECT number FROM act ORDER BY number")]
            self.assertEqual(numbers, list(range(1, len(numbers) + 1)))
            brought = dict(connection.execute("SELECT import, count(*) FROM record GROUP BY import"))
            said = {
                number: json.loads(content)["count"]
                for number, content in connection.execute("SELECT number, content FROM act WHERE kind = 'imported'")}
            self.assertEqual(brought, said)
            searched = connection.execute("SELECT count(*) FROM record_text WHERE record_text MATCH 'partners'").fetchone()
            self.assertEqual(searched[0], sum(said.values()))
            decided = {number for number, in connection.execute("SELECT act FROM decision")}
        finally:
            connection.close()
        return said, decided

    def test_kill(self):
        """Imports are all or nothing, and no acknowledged decision is lost, however often the program is killed"""
        begun = time.monotonic()
        self.run_whole("import", self.review, self.new_file(), "--by", "Ann")
        import_time = time.monotonic() - begun
        begun = time.monotonic()
        self.run_whole("decide", self.review, "1", "include", "--by", "Ann")
        decision_time = time.monotonic() - begun
        acknowledged, killed = {3}, {"import": 0, "decide": 0}
        for kill in range(KILLS):
            with self.subTest(kill=kill):
                if kill % 2 == 0:
                    before, _ = self.check_whole()
                    out = self.run_killed(import_time * 1.2, "import", self.review, self.new_file(), "--by", "Ann")
                    after, _ = self.check_whole()
                    killed["import"] += len(after) == len(before)
                    if out.endswith("refused.\n"):
                        self.assertEqual(len(after), len(before) + 1)
                    self.assertTrue(all(count == RECORDS for count in after.values()))
                else:
                    record = str(2 + kill)
                    out = self.run_killed(
                        decision_time * 2, "decide", self.review, record, "include", "--by", "Ann", "--format", "json")
                    # A line that is whole was written after the decision was.
                    if out.endswith("}\n"):
                        acknowledged.add(json.loads(out)["number"])
                    else:
                        killed["decide"] += 1
                    _, decided = self.check_whole()
                    self.assertLessEqual(acknowledged, decided)
        archive = str(self.folder / "a.zip")
        self.run_whole("archive", self.review, "--output", archive)
        self.run_whole("restore", archive, str(self.folder / "again.realist"))
        self.assertGreater(killed["import"] + killed["decide"], 0, "nothing was killed in time, so nothing was tried")
        print(f"\n{KILLS} kills, {killed['import']} imports and {killed['decide']} decisions cut short; "
              f"{len(acknowledged)} decisions acknowledged, none lost.")


if __name__ == "__main__":
    unittest.main()
