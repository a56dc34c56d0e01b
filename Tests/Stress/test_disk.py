"""A disk that is full while people answer: they are told, nothing is half-written, and work goes on when there is room."""

import re
import sqlite3
import subprocess
import unittest

from served import PROGRAM, Served, Visitor
from small_disk import by_root, resize, small_disk

SMALL = "2m"
LARGE = "32m"


@by_root
class DiskTests(unittest.TestCase):
    def setUp(self):
        self.folder = small_disk(self, SMALL)
        self.server = Served(str(self.folder))
        self.addCleanup(self.server.close)
        self.visitor = Visitor(self.server)
        self.address = self.visitor.begin() + "/questions/summary"
        self.count = 0

    def save(self):
        """Answers a question, and gives what was written and the answer to it."""
        page = self.visitor.get(self.address)
        self.assertEqual(page.status, 200)
        revision = re.search(r'name="revision" value="(\d+)"', page.text)[1]
        self.count += 1
        written = f"Answer {self.count}: " + "as much as fits. " * 100
        return written.strip(), self.visitor.post(
            self.address, [("revision", revision), ("text", written), ("say", "save")])

    def fill(self):
        """Answers until the disk is full, and gives the last answer that was acknowledged and the refusal."""
        last = None
        for _ in range(5_000):
            written, answer = self.save()
            if answer.status != 303:
                return last, answer
            last = written
        self.fail("the disk never was full")

    def saved(self):
        connection = sqlite3.connect(f"file:{self.server.database}?mode=ro", uri=True)
        try:
            rows = connection.execute("SELECT document FROM revision ORDER BY number").fetchall()
        finally:
            connection.close()
        return [found[1] for (document,) in rows if (found := re.search(r"(Answer \d+): as much", document))]

    def test_full(self):
        """An answer is refused in plain words, those before it are there, and the next is saved once there is room"""
        last, refusal = self.fill()
        self.assertEqual(refusal.status, 507)
        self.assertIn("The disk is full", refusal.text)
        self.assertIn("Make room on the disk", refusal.text)
        # Whoever tries again is told again, and pages are shown all the same.
        self.assertEqual(self.save()[1].status, 507)
        page = self.visitor.get(self.address)
        self.assertEqual(page.status, 200)
        self.assertIn(last[:40], page.text)
        assessment = self.visitor.get(self.address.split("/questions")[0] + "/assessment")
        self.assertEqual(assessment.status, 200)
        self.assertIn("This assessment is not kept", assessment.text)
        resize(self.folder, LARGE)
        written, answer = self.save()
        self.assertEqual(answer.status, 303)
        self.assertEqual(self.saved()[-2:], [last.split(":")[0], written.split(":")[0]])
        self.assertEqual(self.server.stop(), 0)
        self.assertEqual(self.server.faults_of_database(), [])
        print(f"\nThe disk was full after {self.count - 3} answers; they are there, and the next was saved.", end=" ")

    def test_killed(self):
        """A server that is killed while the disk is full loses nothing, and starts again when there is room"""
        last, _ = self.fill()
        self.server.kill()
        resize(self.folder, LARGE)
        self.server.start()
        self.assertEqual(self.server.faults_of_database(), [])
        self.assertEqual(self.saved()[-1], last.split(":")[0])

    def test_backup(self):
        """A backup for which there is no room is refused, and leaves nothing behind"""
        self.fill()
        before = sorted(path.name for path in self.folder.iterdir())
        ended = subprocess.run(
            [PROGRAM, "backup", str(self.folder / "copy.realist"), "--database", str(self.server.database)],
            capture_output=True, text=True)
        self.assertEqual(ended.returncode, 2, ended.stderr)
        self.assertIn("the disk is full", ended.stderr)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), before)


if __name__ == "__main__":
    unittest.main()
