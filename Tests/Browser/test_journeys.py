"""The six journeys of people who lead collaborations, by mouse and by keyboard alone, wide and narrow, with scripts and
without. What is pressed stands on the page; no address is typed but the first."""

import unittest

from describing import Describing
from people import Keyboard
from planning import Planning, Telling, Watching
from served import Served
from understanding import Exploring, Understanding
from window import NARROW


def setUpModule():
    global served
    served = Served()


def tearDownModule():
    served.close()


class Journeys(Describing, Understanding, Exploring, Planning, Watching, Telling):
    def server(self):
        return served


class ByMouse(Journeys, unittest.TestCase):
    by_axe = True


class ByKeyboard(Journeys, unittest.TestCase):
    person = Keyboard


class NarrowByMouseWithoutScripts(Journeys, unittest.TestCase):
    width = NARROW
    scripts = False


class NarrowByKeyboard(Journeys, unittest.TestCase):
    person = Keyboard
    width = NARROW


if __name__ == "__main__":
    unittest.main()
