"""Plan what to do, keep watch over what happens, tell the board."""

import base64
import re

from journey import Journey

from selenium.webdriver.common.by import By

ANSWERED = "This answer is from"


class Planning(Journey):
    def plan(self, title, *actions, start=""):
        """Makes a plan of actions, saves it, and sees what it brings."""
        self.me.follow("Choose actions, and when")
        self.look()
        self.me.write("What do you call this plan?", title)
        self.me.write("How many rounds", "6")
        for action in actions:
            self.me.choose(action)
            if start:
                step = self.me.find("label", action).get_attribute("for").removeprefix("do-")
                self.me.write_into(self.one(f"#from-{step}"), start)
        self.look(has_changed=True)
        self.me.press("Save, and see what it brings")
        self.wait_for_answer()
        self.look(has_changed=True)
        self.assert_sees(title, "doing nothing more")

    def wait_for_answer(self):
        """Until there is an answer: by itself where scripts run, else by looking again."""
        if self.scripts:
            self.me.wait_for(ANSWERED)
            return
        for _ in range(30):
            if self.me.sees(ANSWERED):
                return
            self.me.follow("Look again")
        self.fail(f"{self.window.path}: no answer came")

    def stop(self):
        """Has it stopped, while a more exact answer is worked out; what is shown stays."""
        if self.scripts:
            self.me.wait_until(lambda: self.me.has("button", "Stop") or self.me.sees("the most exact one"))
            if self.me.has("button", "Stop"):
                self.assertTrue(self.one("progress").is_displayed())
                self.me.activate(self.me.find("button", "Stop"))
                self.me.wait_for("It was stopped.")
        else:
            self.me.follow("See a more exact answer")
            if self.me.has("button", "Stop"):
                self.me.press("Stop")
        self.assert_sees(ANSWERED)
        self.look(has_changed=True)

    def test_plan(self):
        """What may come is seen at once and made more exact until it is stopped; two plans are made, saved, set beside doing
        nothing more and beside each other."""
        self.copy("An enforced merger")
        self.me.follow("Plan")
        self.look()
        self.me.follow("What helps, and when")
        self.wait_for_answer()
        self.stop()
        self.me.follow("Back to planning")
        self.plan("Sign and share", "Sign a relational agreement", "Share power between the partners", start="2")
        self.me.follow("Back to planning")
        self.plan("Begin small", "Begin with a simpler problem")
        self.me.follow("Back to planning")
        self.me.choose("Sign and share")
        self.me.choose("Begin small")
        self.me.press("Compare those chosen")
        self.wait_for_answer()
        self.assert_sees("Sign and share", "Begin small", "Do nothing more")
        self.look(has_changed=True)

    def test_find_out(self):
        """What nobody knows is listed by how much it matters."""
        self.open_case("An enforced merger")
        self.me.follow("Plan")
        self.me.follow("What to find out next")
        self.wait_for_answer()
        self.assert_sees("What nobody knows makes the answer wide")
        self.look(has_changed=True)

    def test_a_plan_is_refused(self):
        """A plan without a name and actions: a summary says so before all else, and leads there."""
        self.open_case("An enforced merger")
        self.me.follow("Plan")
        self.me.follow("Choose actions, and when")
        self.me.press("See what it brings")
        self.see_refusal(leads_to=["input"])


class Watching(Journey):
    def test_keep_watch(self):
        """What happened and what was measured is added; assessment and forecast start again from there, and an earlier
        assessment opens as it was."""
        self.copy("Access ACO")
        self.me.follow("What the theory says")
        story = self.one(".story").text
        self.me.follow("Keep watch")
        self.look()
        # What has to hold, as a clock; and what to look out for.
        self.assert_sees("What has to hold, by when", "Signs to watch")
        self.assertTrue(self.all("main table tbody tr"))
        self.me.follow("Add something that happened")
        self.me.press("Save it")
        self.see_refusal(leads_to=["input"])
        self.add_event("2031-02", "The first joint ward opened")
        self.me.follow("Add something that was measured")
        self.look()
        self.add_score("2031-03", "3.5", "1", "5")
        self.me.follow("See what may come, from what happened")
        self.assert_sees("Forecast from what was known as of")
        self.assertIn("2031-02: The first joint ward opened", self.one("select[name=as-of]").text)
        Planning.wait_for_answer(self)
        self.me.pick("Forecast from what was known as of", "2031-02")
        self.me.press("Start the forecast there")
        self.assertIn("as-of=2031-02", self.me.driver.current_url)
        Planning.wait_for_answer(self)
        self.look()
        self.me.follow("Overview")
        self.me.follow("Every earlier state and assessment")
        self.look()
        self.me.activate_and_wait(self.all("main .entries a")[0])
        self.me.wait_for("As it was")
        self.look()
        self.assertEqual(self.one(".story").text, story)

    def add_event(self, date, what):
        self.me.write("When", date)
        self.me.write("What happened, in a sentence", what)
        self.me.pick("What kind of event", "Task")
        self.me.pick("What changed", "Tru")
        self.me.choose("More of it")
        self.me.press("Save it")
        self.look()
        self.assert_sees(what)

    def add_score(self, date, score, lowest, highest):
        self.me.write("When", date)
        self.me.pick("What was measured", "Tru")
        self.me.write("The score", score)
        self.me.write("The lowest", lowest)
        self.me.write("The highest", highest)
        self.me.press("Save it")
        self.assert_sees(score)


class Telling(Journey):
    def test_tell_the_board(self):
        """The report for the board fits two sheets; in its other copy nobody can see who is who."""
        self.open_case("Frimley Park")
        self.me.follow("Tell the board")
        self.look()
        self.assert_sees("Report to the board", "What is most likely to go wrong", "What to do, and when", "What isn't known",
                         "On what this rests")
        self.assertLessEqual(len(self.all("#risks ol > li, #risks li")), 3)
        self.assertLessEqual(self.sheets(), 2)
        self.me.follow("A copy in which nobody can see who said what")
        self.look()
        self.assert_sees("Read it through before you pass it on")
        for name in ["Frimley Park Hospital", "Heatherwood and Wexham Park Hospitals"]:
            self.assertNotIn(name, self.one("main").text)
        self.assertLessEqual(self.sheets(), 2)
        self.me.follow("The report with names")
        self.assert_sees("Frimley Park takes over")

    def sheets(self):
        """How many sheets of A4 the page takes when it is printed."""
        printed = self.me.driver.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})
        return len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed["data"])))
