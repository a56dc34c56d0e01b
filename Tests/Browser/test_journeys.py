"""The journeys of people who lead collaborations, by mouse and by keyboard alone, wide and narrow, with scripts and
without. What is pressed stands on the page; no address is typed but the first."""

import unittest

from looking import faults_of_page
from people import Keyboard, Mouse
from served import Served
from window import NARROW, WIDE, shared_window

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

TITLE = "Two towns and a river"


def setUpModule():
    global server
    server = Served()


def tearDownModule():
    server.close()


class Journeys:
    """Each journey, for whoever makes it."""

    person = Mouse
    width = WIDE
    scripts = True
    by_axe = False

    def setUp(self):
        self.window = shared_window()
        self.window.scripts(True)
        self.window.forget()
        self.window.size(self.width)
        self.window.scripts(self.scripts)
        self.me = self.person(self.window, server)
        self.me.open("/")
        self.look()

    def tearDown(self):
        self.window.scripts(True)
        self.assertEqual(getattr(self.me, "unseen", []), [])

    def look(self, has_changed=False):
        """Looks at the page: nothing may be wrong with it, whoever came here and how. axe sees each page elsewhere
        (`test_pages`); here it sees what something was done to."""
        self.assertEqual(faults_of_page(self.window, by_axe=self.by_axe and has_changed, contrast=False), [])

    # Describe

    def describe(self, questions=100):
        """Begins, and answers question after question until no more are asked or so many were."""
        self.me.press("Describe yours")
        self.assertEqual(self.me.steps, 1)
        self.look()
        self.me.follow("Go on with the next question")
        answered = 0
        while answered < questions and "/questions/" in self.window.path:
            self.answer(answered)
            answered += 1
            if answered < questions and "/questions/" not in self.window.path and self.me.has("a", "Go on with the next"):
                self.look()
                self.me.follow("Go on with the next question")
        return answered

    def answer(self, number):
        """Answers the question that is shown, in the way that its form asks for; every fifth isn't known."""
        form = "//main//form"
        if number % 5 == 4:
            return self.say_unknown(form)
        names = {e.get_attribute("name"): e for e in self.me.driver.find_elements(By.CSS_SELECTOR, "main [name]")}
        if "answer" in names:
            options = self.me.driver.find_elements(By.CSS_SELECTOR, 'main input[name="answer"]')
            self.me.set(options[number % max(1, len(options) - 2)])
            if "text" in names:
                self.me.write("What happened", "They still meet")
        elif "aim-0" in names:
            self.me.write("What is aimed at", "One stroke unit for both towns")
        elif "date" in names:
            self.me.write("Date", "2024-05")
        elif "text" in names:
            partners = self.me.has("label", "Partners, one on each line")
            label = "Partners" if partners else "Your answer"
            self.me.write(label, "Upstream Trust\nDownstream Trust" if partners else TITLE)
        else:
            return self.me.press("Nothing yet", form)
        self.me.press("Save and continue", form)

    def say_unknown(self, form):
        if self.me.has("button", "I do not know"):
            self.me.press("I do not know", form)
            return
        self.me.choose("I do not know")
        self.me.press("Save and continue", form)

    def test_describe(self):
        """A collaboration is described, left, taken up, checked, and one answer is changed."""
        self.assertGreater(self.describe(questions=14), 10)
        self.me.follow("realist", "//header")
        self.look()
        self.assertTrue(self.me.sees("Your collaborations"))
        self.me.follow(TITLE)
        self.look()
        self.me.follow("Check your answers")
        self.look()
        self.assertTrue(self.me.sees("One stroke unit") or self.me.sees(TITLE))
        self.me.follow("Change", f"//div[dd[contains(., '{TITLE}')]]")
        self.look()
        self.me.write("Your answer", "Two towns and a bridge")
        self.me.press("Save and continue")
        self.assertTrue(self.window.path.endswith("/answers"), self.window.path)
        self.assertTrue(self.me.sees("Two towns and a bridge"))
        self.me.follow("See what the theory says")
        self.look()
        self.me.follow("Overview")
        self.me.follow("Delete this collaboration")
        self.look()
        self.me.press("Delete it")
        self.assertEqual(self.window.path, "/")

    def test_a_refusal_is_told(self):
        """Nothing written: a summary says so before all else, and leads to the field."""
        self.me.press("Describe yours")
        self.me.follow("Go on with the next question")
        self.me.press("Save and continue")
        self.look(has_changed=True)
        self.assertTrue(self.me.driver.title.startswith("Error: "))
        summary = self.me.driver.find_element(By.CSS_SELECTOR, ".error-summary")
        self.assertEqual(self.me.driver.switch_to.active_element, summary, "the summary has no focus")
        self.me.activate(summary.find_element(By.TAG_NAME, "a"))
        self.assertIn(self.me.driver.switch_to.active_element.tag_name, ["input", "textarea"])

    # Understand

    def test_understand(self):
        """A bundled case is one step away; each reason opens, and the causal web can be walked."""
        links = self.me.driver.find_elements(By.CSS_SELECTOR, '.entries a[href$="/assessment"]')
        self.me.follow(links[4].text)
        self.assertEqual(self.me.steps, 1)
        self.look()
        story = self.me.driver.find_elements(By.CSS_SELECTOR, "#story li, .story li, .story p")
        self.assertGreaterEqual(len(story), 3)
        why = self.me.driver.find_element(By.CSS_SELECTOR, "a.why")
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
        self.assertTrue(self.me.driver.find_element(By.CSS_SELECTOR, ".inline-why").text)
        self.look(has_changed=True)
        why.send_keys(Keys.ESCAPE)
        self.assertEqual(why.get_attribute("aria-expanded"), "false")

    def zoom(self):
        picture = self.me.driver.find_element(By.CSS_SELECTOR, ".picture svg")
        whole = picture.get_dom_attribute("viewBox")
        self.me.activate(self.me.find("button", "Zoom in"))
        self.assertNotEqual(picture.get_dom_attribute("viewBox"), whole)
        self.me.activate(self.me.find("button", "Right"))
        self.me.activate(self.me.find("button", "Whole picture"))
        self.assertEqual(picture.get_dom_attribute("viewBox").split(), [f"{float(n):g}" for n in whole.split()])


class ByMouse(Journeys, unittest.TestCase):
    by_axe = True

    # Keep watch

    def copy(self):
        """A copy of the first bundled case, to change."""
        links = self.me.driver.find_elements(By.CSS_SELECTOR, '.entries a[href$="/assessment"]')
        self.me.follow(links[0].text)
        self.me.follow("Overview")
        self.me.press("Make a copy to change")

    def test_keep_watch(self):
        """What happened and what was measured is added; the assessment starts again from there, and an earlier one opens as it
        was."""
        self.copy()
        self.me.follow("What the theory says")
        self.me.follow("Keep watch")
        self.look()
        self.me.follow("Add something that happened")
        self.me.press("Save it")
        self.look(has_changed=True)
        self.me.write("When", "2031-02")
        self.me.write("What happened, in a sentence", "The first joint ward opened")
        self.me.pick("What kind of event", "Task")
        self.me.pick("What changed", "Tru")
        self.me.choose("More of it")
        self.me.press("Save it")
        self.look()
        self.assertTrue(self.me.sees("The first joint ward opened"))
        self.me.follow("Add something that was measured")
        self.look()
        self.me.write("When", "2031-03")
        self.me.pick("What was measured", "Tru")
        self.me.write("The score", "3.5")
        self.me.write("The lowest", "1")
        self.me.write("The highest", "5")
        self.me.press("Save it")
        self.assertTrue(self.me.sees("3.5"))
        self.me.follow("Every earlier state and assessment")
        self.look()
        self.me.activate(self.me.driver.find_element(By.CSS_SELECTOR, "main .entries a"))
        self.me.wait_for("As it was")
        self.look()


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
