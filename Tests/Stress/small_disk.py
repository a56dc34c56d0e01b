"""A disk that is soon full."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

by_root = unittest.skipUnless(os.geteuid() == 0 and shutil.which("mount"), "a small disk can be made by root only")


def small_disk(test, size):
    """A folder on a disk of its own, of such a size, for as long as a test lasts."""
    folder = tempfile.mkdtemp(prefix="realist-disk-")
    test.addCleanup(os.rmdir, folder)
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "realist-stress", folder], capture_output=True)
    if made.returncode != 0:
        test.skipTest(f"a small disk can't be made here: {made.stderr.decode().strip()}")
    test.addCleanup(subprocess.run, ["umount", folder], check=True)
    return pathlib.Path(folder)


def resize(folder, size):
    """Makes such a disk larger or smaller."""
    subprocess.run(["mount", "-o", f"remount,size={size}", folder], check=True)
