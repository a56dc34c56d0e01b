"""Understand a case, and explore the theory behind it."""

from journey import Journey

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


class Understanding(Journey):
    def test_understand(self):
        """A bundled case is one step away; each reason opens, and the causal web can be walked."""
        self.open_case("Frimley Park")
        self.look()
        self.assertGreaterEqual(len(self.all(".story p")), 3)
        why = self.one("a.why")
        if self.scripts:
            self.open_reason(why)
        else:
            self.me.activate(why)
            self.assertIn("#", self.me.driver.current_url)
        self.me.follow("Causal web")
        self.look()
        if self.scripts:
            self.zoom()
        self.me.pick("See what leads to one thing", "Tru")
        self.me.press("Show its paths")
        self.look()
        self.assertRegex(self.window.path, "/web/.")

    def open_reason(self, why):
        self.me.activate(why)
        self.assertEqual(why.get_attribute("aria-expanded"), "true")
        self.assertTrue(self.one(".inline-why").text)
        self.look(has_changed=True)
        why.send_keys(Keys.ESCAPE)
        self.assertEqual(why.get_attribute("aria-expanded"), "false")

    def zoom(self):
        picture = self.one(".picture svg")
        whole = picture.get_dom_attribute("viewBox")
        self.me.activate(self.me.find("button", "Zoom in"))
        self.assertNotEqual(picture.get_dom_attribute("viewBox"), whole)
        self.me.activate(self.me.find("button", "Right"))
        self.me.activate(self.me.find("button", "Whole picture"))
        self.assertEqual(picture.get_dom_attribute("viewBox").split(), [f"{float(n):g}" for n in whole.split()])


class Exploring(Journey):
    PLACES = "//nav[contains(@class, 'places')]"

    def open_theory(self):
        self.me.follow("The theory", "//header")
        self.look()
        self.me.activate_and_wait(self.one(".entries a"))
        self.look()

    def test_explore_by_search(self):
        """What is typed is searched for, at once where scripts run; a hit opens, and the way back leads to the same hits."""
        self.open_theory()
        self.me.write("Search the theory", "early wins")
        self.me.press("Search", "//main")
        self.look()
        few = self.hits()
        self.assertTrue(few)
        self.search("bureaucracy", then="bureaucracy")
        self.look(has_changed=True)
        self.assertNotEqual(self.hits(), few)
        hits = self.hits()
        self.me.follow(hits[0], "//main")
        self.look()
        self.me.go_back()
        self.assertEqual(self.hits(), hits)
        self.search("no-such-word-anywhere", then="Nothing")
        self.look(has_changed=True)
        self.assertEqual(self.hits(), [])

    def hits(self):
        return [link.text for link in self.all("#search-hits li > a")]

    def search(self, words, then):
        before = self.one("#search-count").text
        self.me.write("Words to look for", words)
        if self.scripts:
            self.me.wait_until(lambda: self.one("#search-count").text != before)
        else:
            self.me.press("Search", "//main")
        self.assertIn(then.lower(), self.one("#search-count").text.lower() + self.one("main").text.lower())

    def test_explore_by_filters(self):
        """Configurations are filtered, and the filter is still there on the way back from one of them."""
        self.open_theory()
        self.me.follow("How it works", self.PLACES)
        all_of_them = self.count()
        self.me.pick("Concept", "Tru")
        self.me.pick("Where the concept stands", "As mech")
        self.me.press("Show", "//main")
        self.look()
        some = self.count()
        self.assertGreater(some, 0)
        self.assertLess(some, all_of_them)
        self.me.pick("Direction of the concept", "Less")
        self.me.press("Show", "//main")
        fewer = self.count()
        self.assertLess(fewer, some)
        self.me.activate_and_wait(self.one("main .entries a"))
        self.look()
        self.me.go_back()
        self.assertEqual(self.count(), fewer)
        self.me.follow("Show all", "//main")
        self.assertEqual(self.count(), all_of_them)

    def count(self):
        return int(self.one("main [role=status]").text.split()[0])

    def test_explore_from_concept_to_place(self):
        """A concept leads to its configurations, one of these to its sources, and to the place where it is told."""
        self.open_theory()
        self.me.follow("Concepts", self.PLACES)
        self.look()
        self.me.follow("Trust", "//main")
        self.look()
        self.me.follow("", "//main//ul/li[strong[contains(., 'included')]]")
        self.look()
        self.assert_sees("Context", "Outcome", "How well founded", "Where it is told")
        configuration = self.me.heading
        place = self.one("main details summary")
        self.me.activate(place)
        telling = place.find_element(By.XPATH, "..")
        self.assertTrue(telling.get_attribute("open"))
        self.look(has_changed=True)
        self.me.activate_and_wait(telling.find_element(By.XPATH, ".//dt[.='Its page']/following-sibling::dd//a"))
        self.look()
        self.assertRegex(self.one("main").text, "(?i)section|table|row")
        self.me.go_back()
        self.assertEqual(self.me.heading, configuration)
        self.me.activate_and_wait(self.one("#sources + ul a"))
        self.look()
        self.assertRegex(self.window.path, "/sources/")
        self.assert_sees(configuration)

    def test_explore_two_versions(self):
        """Two versions of a theory are set side by side, each claim with its reasons."""
        self.me.follow("The theory", "//header")
        self.me.press("Compare them")
        self.look()
        self.assertRegex(self.window.path, "/compared-with/")
        self.assert_sees("What is new", "What changed", "How the two were compared")
        self.assertTrue(self.all("main a.why"))
        self.me.go_back()
        self.assert_sees("Compare two")
