"""Markup in every field for text: what people write is shown as they wrote it, and makes no element, on any page."""

import pathlib
import re
import tempfile
import unittest

from served import Served, Visitor
from site_map import walk
from window import shared_window

MARK = "a1b2"
MARKUP = f"{MARK}\"'><img src=x onerror=document.title='owned'><script>document.title='owned'</script><b class=injected>{{{{formToken}}}}"

# Elements and attributes that only the markup could have made.
FOREIGN = """
return [...document.querySelectorAll('.injected, img[src="x"], [onerror], script:not([src])')].map((e) => e.outerHTML.slice(0, 100))
  .concat(document.title.startsWith("owned") ? ["the title was changed by a script"] : []);
"""


class MarkupTests(unittest.TestCase):
    def setUp(self):
        self.server = Served()
        self.addCleanup(self.server.close)
        self.visitor = Visitor(self.server)
        self.window = shared_window()
        self.window.scripts(True)
        self.window.forget()

    def test_every_field(self):
        """It makes no element, neither where it is refused nor where it is saved and told again"""
        own = self.write_everywhere()
        stored = [path for path, answer, page in self.pages(own) if page and answer.status == 200 and MARK in answer.text]
        self.assertGreater(len(stored), 5, "the markup is shown hardly anywhere, so nothing was tried")
        for path in stored:
            with self.subTest(path=path):
                self.window.driver.get(self.server.origin + path)
                self.assertEqual(self.window.run(FOREIGN), [])
                self.assertEqual(self.window.complaints(), [])

    def test_reflected(self):
        """It makes no element where an address holds it"""
        base = self.visitor.begin()
        coded = MARKUP.replace("%", "%25").replace('"', "%22").replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")
        for path in [f"{base}?done={coded}", f"/{coded}", f"{base}/web?concept={coded}", f"/theory?search={coded}",
                     f"/theory/aunger-2021?search={coded}", f"{base}/plan/compare?plan={coded}", f"{base}/plan/forecast?as-of={coded}",
                     f"{base}/assessment?as-of={coded}", f"/cases/{coded}"]:
            with self.subTest(path=path[:60]):
                self.window.driver.get(self.server.origin + path)
                self.assertEqual(self.window.run(FOREIGN), [])

    def test_large_file(self):
        """A file of 24 MB is refused with a page that says what to do"""
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "large.yaml"
            file.write_bytes(b"a: 1\n" * (24 * 1024 * 1024 // 5))
            self.window.driver.get(self.server.origin + "/import")
            self.window.driver.find_element("id", "file").send_keys(str(file))
            self.window.driver.find_element("css selector", "main button").click()
            self.assertIn("Too large", self.window.driver.find_element("tag name", "h1").text)
            self.window.complaints()

    def pages(self, own):
        return walk(self.visitor, ["/", own], most_of_a_kind=3, most=150,
                    leave_out=lambda path: path.startswith(("/cases/", "/theory", "/assets")) or "/web/" in path)

    def write_everywhere(self):
        """Writes it in every field of every form of a collaboration; gives its address."""
        visitor = self.visitor
        own = visitor.begin()
        sent = set()
        for _ in range(3):  # What is written opens forms that were not there before.
            for path in self.questions(own) + [own + "/events/new", own + "/observations/new", own + "/plan/new"]:
                answer = visitor.get(path)
                for _, _, page in walk(visitor, [path], most=1) if answer.status == 200 else []:
                    for form in page.forms if page else []:
                        if form.method == "post" and form.text_fields and (form.action, len(form.fields)) not in sent:
                            sent.add((form.action, len(form.fields)))
                            self.send(form)
        self.assertGreater(len(sent), 10)
        return own

    def send(self, form):
        """As it is; where that is refused, with dates that are dates and numbers that are numbers."""
        answer = self.visitor.post(form.action, form.filled(MARKUP))
        if answer.status == 422:
            named = {"date": "2024-05", "score": "3", "lowest": "1", "highest": "5", "rounds": "12"}
            fields = [(name, named.get(name, "" if re.match("from-|until-", name) else value)) for name, value in form.filled(MARKUP)]
            options = {}
            for name, kind, value in form.fields:
                if kind == "option" and value:
                    options.setdefault(name, value)
            answer = self.visitor.post(form.action, [(name, options.get(name, value)) for name, value in fields])
        self.assertLess(answer.status, 500)

    def questions(self, own):
        text = self.visitor.get(own + "/answers").text
        return sorted(set(re.findall(rf"{own}/questions/[a-z0-9.-]+", text)))


if __name__ == "__main__":
    unittest.main()
