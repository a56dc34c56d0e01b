"""Describe: one question a page, left and taken up."""

from journey import Journey

TITLE = "Two towns and a river"


class Describing(Journey):
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
        names = {e.get_attribute("name"): e for e in self.all("main [name]")}
        if "answer" in names:
            options = self.all('main input[name="answer"]')
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
        self.assert_sees("Your collaborations")
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
        self.assert_sees("Two towns and a bridge")
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
        self.see_refusal(leads_to=["input", "textarea"])
