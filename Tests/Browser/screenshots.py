"""Pictures of the six journeys, for the documents: `scripts/screenshots` runs it."""

import pathlib
import sys

from people import Mouse
from served import Served
from window import WIDE, Window

from selenium.webdriver.common.by import By

HEIGHT = 1000
HOME_CASE = "//li[a[starts-with(@href, '/cases/')]]"


class Pictures:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.server = Served()
        self.window = Window()
        self.me = Mouse(self.window, self.server)

    def close(self):
        self.window.close()
        self.server.close()

    def take(self, name, top=None, height=HEIGHT):
        """A picture of the window, from an element on or from the top of the page."""
        self.window.size(WIDE, height)
        self.window.run("""
            document.activeElement.blur();
            document.documentElement.style.overflow = "hidden";
            const top = arguments[0] ? document.querySelector(arguments[0]).getBoundingClientRect().top + scrollY - 12 : 0;
            scrollTo({ top, behavior: "instant" });""", top)
        self.window.driver.save_screenshot(str(self.folder / f"{name}.png"))
        print(f"{name}: {self.window.path}")

    def open_case(self, title):
        self.me.open("/")
        self.me.follow(title, HOME_CASE)

    def describe(self):
        self.me.open("/")
        self.me.press("Describe yours")
        self.me.follow("Go on with the next question")
        for _ in range(40):
            # A question with a scale, why it is asked, and what nobody has to know.
            if len(self.me.driver.find_elements(By.CSS_SELECTOR, "main input[name=answer]")) > 3 and self.me.sees("Why we ask"):
                break
            self.answer()
        self.take("describe")

    def answer(self):
        """Answers a question, whatever it is."""
        form = "//main//form"
        if self.me.has("button", "I do not know"):
            return self.me.press("I do not know", form)
        if self.me.has("label", "I do not know"):
            self.me.choose("I do not know")
        else:
            for element in self.me.driver.find_elements(By.CSS_SELECTOR, "main input[type=radio], main input[type=text], main textarea")[:1]:
                if element.get_attribute("type") == "radio":
                    self.me.set(element)
                else:
                    self.me.write_into(element, "Two hospitals and a river")
        self.me.press("Save and continue", form)

    def understand(self):
        self.open_case("An enforced merger")
        self.me.activate(self.me.driver.find_element(By.CSS_SELECTOR, "a.why"))
        self.take("understand", height=1100)
        self.me.follow("Causal web")
        self.take("causal-web", top="figure", height=1100)

    def explore(self):
        self.me.open("/theory")
        self.me.activate_and_wait(self.me.driver.find_element(By.CSS_SELECTOR, ".entries a"))
        self.me.follow("How it works", "//nav")
        self.me.pick("Evidence", "Two or more")
        self.me.pick("Where the concept stands", "As mech")
        self.me.press("Show", "//main")
        self.take("explore")

    def plan(self):
        self.open_case("An enforced merger")
        self.me.follow("Plan")
        self.me.follow("What helps, and when")
        self.me.wait_for("This answer is from")
        self.take("plan")

    def watch(self):
        self.open_case("Frimley Park")
        self.me.follow("Keep watch")
        self.take("keep-watch", top="#part-clock")

    def tell(self):
        self.open_case("Frimley Park")
        self.me.follow("Tell the board")
        self.take("tell-the-board", height=1180)


if __name__ == "__main__":
    pictures = Pictures(sys.argv[1])
    try:
        for name in sys.argv[2:] or ["describe", "understand", "explore", "plan", "watch", "tell"]:
            getattr(pictures, name)()
    finally:
        pictures.close()
