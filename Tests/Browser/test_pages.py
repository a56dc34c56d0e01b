"""Every kind of page, found by following links: nobody is kept out of it, wide or narrow, enlarged, with scripts or without.
A new page is tried without being named here."""

import base64
import re
import unittest

from looking import OVERFLOW, faults_of_page
from people import SEEN, STOPS
from served import Served, Visitor
from site_map import Page, kind_of, walk
from window import NARROW, WIDE, shared_window

from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys


def setUpModule():
    """A collaboration with a good deal in it, and the pages that lead on from there."""
    global server, visitor, pages
    server = Served()
    visitor = Visitor(server)
    visitor.get("/")
    own = visitor.post("/cases/access-aco/copy").location
    visitor.get(own + "/assessment")
    form = Page(own, visitor.get(own + "/plan/new").text).forms[0]
    for title in ["One", "Two"]:
        # The first action, in few rounds.
        told = {**dict(form.filled()), "title": title, "rounds": "4", "say": "save"}
        told["do"] = next(value for name, _, value in form.fields if name == "do")
        assert visitor.post(own + "/plan/new", list(told.items())).status == 303
    pages = walk(visitor, ["/", own, "/cases/enforced-merger"], most_of_a_kind=3)


def tearDownModule():
    server.close()


def html_pages():
    return [(path, page) for path, answer, page in pages if page and answer.status == 200]


def html_pages_of_each_kind():
    """A page of each kind; of those with forms, one of each make of form. A bundled case's pages without a form are those of
    a collaboration."""
    chosen = {}
    for path, page in html_pages():
        kinds = tuple(sorted({kind for form in page.forms for _, kind, _ in form.fields}))
        chosen.setdefault((kind_of(path).replace("/cases/", "/collaborations/"), kinds), (path, page))
    return list(chosen.values())


def one_of_each_kind():
    return [path for path, _ in html_pages_of_each_kind()]


# Opens whatever can be opened on a page: what is folded, and the first reason beneath its sentence.
OPEN = """
for (const folded of document.querySelectorAll("main details")) folded.open = true;
document.querySelector("main a.why")?.click();
"""

# Takes out of every form what may be left out, so that it is refused where something is needed.
EMPTY = """
const form = document.forms[arguments[0]];
for (const e of form.elements) {
  if (e.matches("input[type=text], input[type=search], textarea")) e.value = "";
  else if (e.matches("input[type=radio], input[type=checkbox]")) e.checked = false;
  else if (e.tagName === "SELECT") e.selectedIndex = 0;
}
form.requestSubmit(form.querySelector("button[type=submit]"));
"""


class LinkTests(unittest.TestCase):
    def test_links(self):
        """Every link leads to a page"""
        self.assertGreater(len(html_pages()), 15)
        self.assertEqual([f"{answer.status} {path}" for path, answer, _ in pages if answer.status >= 400], [])

    def test_inline(self):
        """No page holds style or script of its own"""
        for path, answer, page in pages:
            if page:
                for forbidden in [" style=", "<style", "<script>", "onclick=", "javascript:"]:
                    self.assertNotIn(forbidden, answer.text, path)


class PageTests(unittest.TestCase):
    def setUp(self):
        self.window = shared_window()
        self.window.scripts(True)
        self.window.size(WIDE)
        self.window.prefers()
        self.window.forget()

    def open(self, path):
        self.window.driver.get(server.origin + path)

    def test_each_kind(self):
        """axe finds nothing on any kind of page, nothing sticks out, and the console is silent: at 1280 and at 320 pixels"""
        for path in one_of_each_kind():
            with self.subTest(path=path):
                self.window.size(WIDE)
                self.open(path)
                self.assertEqual(self.window.run(OVERFLOW), [])
                self.window.run(OPEN)
                self.assertEqual(faults_of_page(self.window), [])
                self.window.size(NARROW)
                self.assertEqual(faults_of_page(self.window, contrast=False), [])

    def test_refusals(self):
        """A form with nothing in it is refused: a summary has the focus, leads to each field, and axe finds nothing"""
        refused = 0
        for path, page in html_pages_of_each_kind():
            for number, form in enumerate(page.forms):
                # What asks for nothing can't be refused, and search for nothing finds nothing.
                if form.is_get_of_a_list or not {kind for _, kind, _ in form.fields} & {"text", "textarea", "radio", "option", "file"}:
                    continue
                with self.subTest(path=path, form=form.action):
                    refused += self.refuse(path, number)
        self.assertGreater(refused, 8, "refused forms")

    def refuse(self, path, number):
        """Sends a form with nothing in it; gives whether it was refused."""
        self.window.size(WIDE)
        self.open(path)
        before = self.window.driver.find_element("tag name", "html")
        self.window.run(EMPTY, number)
        self.window.wait_for_change(before)
        if not self.window.run("return document.querySelector('.error-summary') !== null"):
            return False
        self.assertEqual(faults_of_page(self.window), [])
        self.assertTrue(self.window.run("return document.title.startsWith('Error: ')"), "the title doesn't say so")
        self.assertTrue(self.window.run("return document.activeElement.matches('.error-summary')"), "the summary has no focus")
        self.assertEqual(self.window.run("""
            return [...document.querySelectorAll(".error-summary a")].map((e) => e.getAttribute("href")).filter(
              (to) => { const goal = document.getElementById(to.slice(1)); goal?.focus(); return document.activeElement !== goal; })"""), [])
        self.window.size(NARROW)
        self.assertEqual(faults_of_page(self.window, contrast=False), [])
        return True

    def test_enlarged(self):
        """Enlarged to 200 %, with larger letters, or with more space between them, nothing sticks out of a page"""
        for path in one_of_each_kind():
            with self.subTest(path=path):
                self.window.size(WIDE // 2, 450, scale=2)
                self.open(path)
                self.assertEqual(self.window.run(OVERFLOW), [])
                # WCAG 2.2, 1.4.12 and 1.4.4.
                self.window.size(WIDE)
                self.window.run("""
                    for (const e of document.querySelectorAll("*")) { e.style.lineHeight = "1.5"; e.style.letterSpacing = "0.12em";
                      e.style.wordSpacing = "0.16em"; }
                    document.documentElement.style.fontSize = "200%";""")
                self.assertEqual(self.window.run(OVERFLOW), [])

    def test_tab(self):
        """Tab reaches everything that can be used, each can be seen while it has the focus, and no page holds one back"""
        for path in one_of_each_kind():
            with self.subTest(path=path):
                self.open(path)
                self.assertEqual(self.walk_by_tab(), [])

    def walk_by_tab(self, most=150):
        """Presses Tab from the top on. Gives what is wrong: a stop that can't be seen, one that is never reached."""
        count = self.window.run(STOPS + """
            window.reached = new Set(); window.unseen = []; window.stops = stops;
            const look = () => { """ + SEEN.replace("return null", "return") .replace("return {", "const seen = {") + """
              if (!(seen.drawn && seen.inside && seen.uncovered)) window.unseen.push(JSON.stringify(seen)); };
            document.addEventListener("focusin", (event) => { window.reached.add(event.target); look(); });
            return stops.length""")
        for _ in range(0, min(count, most) + 2, 25):
            ActionChains(self.window.driver).send_keys(Keys.TAB * 25).perform()
        unreached = self.window.run("""
            const name = (e) => e.tagName.toLowerCase() + " “" + (e.textContent || e.name || e.id).trim().slice(0, 40) + "”";
            return window.stops.slice(0, arguments[0]).filter((e) => !window.reached.has(e)
              && !(e.type === "radio" && [...window.reached].some((r) => r.name === e.name))).map(name).slice(0, 5)""", min(count, most))
        return [f"never reached: {e}" for e in unreached] + self.window.run("return window.unseen.slice(0, 5)")

    def test_without_scripts(self):
        """Without scripts every page shows the same headings"""
        titles = """return [...document.querySelectorAll("main h1, main h2")].filter((e) => e.checkVisibility()).map(
          (e) => e.textContent)"""
        for path in one_of_each_kind():
            with self.subTest(path=path):
                self.window.scripts(True)
                self.open(path)
                before = self.window.run(titles)
                self.window.scripts(False)
                self.open(path)
                self.assertEqual(self.window.run(titles), before)

    def test_preferences(self):
        """Who wants less motion gets none; with forced colours the focus and the borders stay"""
        for path in ["/", "/cases/enforced-merger/assessment"]:
            self.window.prefers(prefers_reduced_motion="reduce", forced_colors="active")
            self.open(path)
            self.assertEqual(self.window.run("""
                return [...document.querySelectorAll("*")].filter((e) => { const s = getComputedStyle(e);
                  return s.transitionDuration.split(",").some((d) => parseFloat(d) > 0.001) || s.animationName !== "none"; }).length"""), 0)
            self.assertTrue(self.window.run("return matchMedia('(forced-colors: active)').matches"))
            ActionChains(self.window.driver).send_keys(Keys.TAB * 3).perform()
            seen = self.window.run(SEEN)
            self.assertTrue(seen["drawn"], seen)

    def test_print(self):
        """On paper the report for the board has no navigation, no buttons, and fits two sheets"""
        for path, _ in html_pages():
            if kind_of(path) != "/cases/*/board":
                continue
            self.window.prefers(media="print")
            self.open(path)
            shown = self.window.run("""return [...document.querySelectorAll("nav, button, form, .site-header, .skip")].filter(
              (e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80))""")
            self.assertEqual(shown, [], path)
            self.assertLessEqual(self.sheets(), 2, path)

    def sheets(self):
        printed = self.window.driver.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})
        return len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed["data"])))


if __name__ == "__main__":
    unittest.main()
