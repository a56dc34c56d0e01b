"""Runs tests as `python3 -m unittest --verbose` does, and tells at the end how long each took."""

import signal
import sys
import time
import unittest


class TimedResult(unittest.TextTestResult):
    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.seconds = []

    def startTest(self, test):
        self._begun = time.monotonic()
        super().startTest(test)

    def stopTest(self, test):
        super().stopTest(test)
        self.seconds.append((time.monotonic() - self._begun, test.id()))


def main(names):
    begun = time.monotonic()
    runner = unittest.TextTestRunner(verbosity=2, resultclass=TimedResult)
    result = runner.run(unittest.defaultTestLoader.loadTestsFromNames(names))
    for seconds, name in sorted(result.seconds, reverse=True):
        print(f"{seconds:7.1f} s  {name}", file=sys.stderr)
    print(f"{time.monotonic() - begun:7.1f} s  in all", file=sys.stderr)
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    # Whoever ends this ends the servers and the browser with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    sys.exit(main(sys.argv[1:]))
