"""A disk that is full while a review is worked on: each command says so, nothing is half-written, and work goes on when there is
room."""

import os
import pathlib
import sqlite3
import subprocess
import tempfile
import unittest

from small_disk import by_root, resize, small_disk

PROGRAM = os.environ.get("REALIST_PROGRAM", ".build/debug/realist")
SMALL, LARGE = "3m", "64m"


def export(path, count, first=1):
    path.write_text("".join(
        f"TY  - JOUR\nTI  - Work {n} of partners {n * 7919 % 104729}\nAU  - Author{n}, A\nPY  - {1990 + n % 30}\n"
        f"AB  - {'Words that make the file longer. ' * 20}\nER  - \n\n" for n in range(first, first + count)))


@by_root
class ReviewDiskTests(unittest.TestCase):
    def setUp(self):
        self.folder = small_disk(self, SMALL)
        # Exports stand on a disk that has room.
        self.own = tempfile.TemporaryDirectory(prefix="realist-exports-")
        self.addCleanup(self.own.cleanup)
        self.exports = pathlib.Path(self.own.name)
        export(self.exports / "few.ris", 50)
        export(self.exports / "many.ris", 4_000, first=1_000)
        self.review = str(self.folder / "r.realist")
        self.works("new", self.review, "--title", "Full")
        self.works("import", self.review, str(self.exports / "few.ris"))
        self.works("decide", self.review, "1", "include")

    def run_program(self, *arguments):
        return subprocess.run([PROGRAM, "review", *arguments], capture_output=True, text=True,
                              env=dict(os.environ, REALIST_REVIEWER="Ann", TMPDIR=str(self.exports)), timeout=120)

    def works(self, *arguments):
        ended = self.run_program(*arguments)
        self.assertEqual(ended.returncode, 0, ended.stderr)
        return ended.stdout

    def is_full(self, *arguments):
        """A command for which there is no room: it says so, with the code for what isn't anybody's doing."""
        ended = self.run_program(*arguments)
        self.assertEqual(ended.returncode, 1, ended.stdout + ended.stderr)
        self.assertIn("the disk is full. Make room, then try again", " ".join(ended.stderr.split()))
        self.assertEqual(ended.stdout, "")

    def names(self):
        # What lies beside the file for those who use it goes when the last of them is done.
        return sorted(path.name for path in self.folder.iterdir() if not path.name.startswith("r.realist-"))

    def fill(self, leaving=0):
        """Fills the disk with something else, but for some bytes."""
        with open(self.folder / "filler", "wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(b"x" * 4096)
            except OSError:
                pass
            filler.truncate(max(0, filler.tell() - leaving))

    def make_room(self):
        (self.folder / "filler").unlink(missing_ok=True)
        resize(self.folder, LARGE)

    def check(self, records, decided):
        connection = sqlite3.connect(self.review)
        try:
            self.assertEqual(connection.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            self.assertEqual(connection.execute("SELECT count(*) FROM record").fetchone(), (records,))
            found = connection.execute("SELECT count(*) FROM record_text WHERE record_text MATCH 'partners'").fetchone()
            self.assertEqual(found, (records,))
            self.assertEqual(sorted(record for record, in connection.execute("SELECT record FROM decision")), decided)
        finally:
            connection.close()

    def test_import(self):
        """An import for which there is no room brings nothing, and comes in once there is"""
        many = str(self.exports / "many.ris")
        self.is_full("import", self.review, many)
        self.check(50, [1])
        self.works("decide", self.review, "2", "include")
        self.make_room()
        self.works("import", self.review, many)
        self.check(4_050, [1, 2])

    def test_decide(self):
        """Decisions are kept until the disk is full; the one for which there is no room is refused, and those before it stay"""
        self.fill()
        self.is_full("decide", self.review, "2", "include")
        self.fill(leaving=200_000)
        last = 2
        while (ended := self.run_program("decide", self.review, str(last), "include")).returncode == 0 and last < 50:
            last += 1
        if ended.returncode != 0:
            self.assertEqual(ended.returncode, 1)
            self.assertIn("the disk is full", " ".join(ended.stderr.split()))
        self.make_room()
        self.check(50, list(range(1, last + (ended.returncode == 0))))
        self.works("decide", self.review, "50", "exclude")

    def test_new_files(self):
        """Archives, restored reviews and new ones for which there is no room leave nothing behind, and nothing of what was there
        is touched"""
        kept = self.folder / "a.zip"
        self.works("archive", self.review, "--output", str(kept))
        before = kept.read_bytes()
        self.fill(leaving=20_000)
        names = self.names()
        self.is_full("archive", self.review, "--output", str(kept))
        self.is_full("archive", self.review, "--output", str(self.folder / "b.zip"))
        self.is_full("restore", str(kept), str(self.folder / "again.realist"))
        self.is_full("new", str(self.folder / "new.realist"), "--title", "None")
        self.assertEqual(self.names(), names)
        self.assertEqual(kept.read_bytes(), before)
        self.make_room()
        self.works("restore", str(kept), str(self.folder / "again.realist"))
        self.check(50, [1])

    def test_reading(self):
        """What is there can be read while there is only room for what programs share, and without any it is said"""
        self.fill()
        self.is_full("status", self.review)
        self.fill(leaving=100_000)
        for command in ("status", "list", "log", "flow"):
            self.works(command, self.review)
        self.assertIn("Work 1 of partners", self.works("find", self.review, "partners", "--most", "50"))


if __name__ == "__main__":
    unittest.main()
