"""Markup in every field that takes text, and in every text of a document that is brought: nothing runs, no page breaks, and
what was typed comes back as it was typed."""

import json
import unittest

from looking import OVERFLOW, SHAPE
from served import Served, Visitor
from site_map import kind_of, walk
from window import NARROW, shared_window

TAGS = ('"\'><img src=x onerror="window.ran=1"><script>window.ran=2</script></textarea></select></title>'
        '<svg onload="window.ran=3"><b class="injected">b</b><!--')
BRACES = "{{{formToken}}} {{title}} {{&title}} {{#cases}}x{{/cases}} ${7*7} <%= 7*7 %>"
LINKS = 'javascript:window.ran=4 [x](javascript:window.ran=5) <a class="injected" href="javascript:window.ran=6">a</a>'
ENTITIES = "&lt;b class=injected&gt; &amp;amp; &#60;script&#62; &nbsp &copy"
BACKWARDS = "one \u202eeno\u202c two \u2066three\u2069 \u200ffour"
MIXED = " ".join([TAGS, BRACES, LINKS, ENTITIES, BACKWARDS])
MARKUP = {"markup": MIXED, "10,000 characters": "x" * 10_000, "a zero character": "a\u0000b"}

#: Fields in which only this is sense; in a second round they hold it, so that the others are saved.
SENSE = {"date": "2031-02", "score": "3", "lowest": "1", "highest": "5", "rounds": "4"}
# Forms that ask for nothing: they were tried when their pages were made.
NO_FORMS = ("/copy", "/delete", "/remove", "/cancel", "/collaborations")

FORMS = """
return [...document.forms].filter((f) => [...f.elements].some((e) => e.matches("input[type=text], input[type=search], textarea")))
  .map((f) => f.getAttribute("action"));
"""

# Writes a text in every field for text of a form, chooses the first of everything else, and sends it with its first button.
FILL = """
const [action, text, sense] = arguments;
const form = [...document.forms].find((f) => f.getAttribute("action") === action);
const names = [];
for (const e of form.elements) {
  if (e.matches("input[type=text], input[type=search], textarea") && !e.name.match(/^(from|until)-/)) {
    e.value = sense[e.name] ?? text;
    if (!(e.name in sense)) names.push(e.name);
  } else if (e.tagName === "SELECT" && e.options.length > 1 && e.value === "") e.selectedIndex = 1;
  else if (e.type === "checkbox" || e.type === "radio") e.checked ||= ![...form.elements].some((o) => o.name === e.name && o.checked);
}
form.requestSubmit(form.querySelector("button[type=submit]"));
return form.method === "post" ? names : [];
"""

VALUES = """
const found = {};
for (const e of document.querySelectorAll("main input[type=text], main input[type=search], main textarea")) found[e.name] = e.value;
return found;
"""

WHOLE = """
return [window.ran === undefined ? "" : `a script ran (${window.ran})`,
  document.querySelector(".injected, main img, main svg[onload], [onerror]") ? "markup became a part of the page" : "",
  [...document.querySelectorAll("[href], [src], [action], [*|href]")].some((e) => /^\\s*javascript:/i.test(
    e.getAttribute("href") ?? e.getAttribute("src") ?? e.getAttribute("action") ?? "")) ? "a link runs a script" : "",
  document.querySelector("main") && document.querySelector("footer") ? "" : "the page is torn"].filter((line) => line);
"""


def setUpModule():
    global server
    server = Served()


def tearDownModule():
    server.close()


def as_shown(text):
    """A text as HTML can hold it: it knows no zero character, and one kind of line end."""
    return text.replace("\u0000", "\ufffd").replace("\r\n", "\n")


class MarkupTest(unittest.TestCase):
    def setUp(self):
        self.window = shared_window()
        self.window.scripts(True)
        self.window.prefers()
        self.window.forget()
        self.window.size(NARROW)
        self.visitor = Visitor(server)
        self.visitor.get("/")

    def open(self, path):
        self.window.driver.get(server.origin + path)

    def assert_whole(self):
        """Nothing ran, and the page is one that anybody could read."""
        self.assertEqual(self.window.run(WHOLE) + self.window.run(SHAPE) + self.window.run(OVERFLOW)
                         + self.window.complaints(), [], self.window.path)

    def visit_all(self, base):
        """Every kind of page that leads on from there."""
        pages = walk(self.visitor, [base, base + "/assessment", "/"], most_of_a_kind=1,
                     leave_out=lambda path: path.startswith(("/theory", "/assets", "/cases", "/api")))
        visited = [path for path, answer, page in pages if page]
        self.assertGreater(len(visited), 15)
        for path in visited:
            with self.subTest(path=kind_of(path)):
                self.open(path)
                self.assert_whole()


class FieldTests(MarkupTest):
    def test_fields(self):
        """Markup in every field of every form"""
        base = self.visitor.post("/cases/enforced-merger/copy").location
        pages = walk(self.visitor, ["/", base, base + "/plan", base + "/watch", "/cases/enforced-merger/plan/new"], most_of_a_kind=60,
                     leave_out=lambda path: path.startswith(("/assets", "/api", "/cases/")) and "/plan/" not in path
                     or path.count("/") > 4 and path.startswith("/theory"))
        tried = {}
        for path, _, page in pages:
            for form in page.forms if page else []:
                fields = tuple(sorted(set(form.text_fields)))
                if fields and not form.is_upload and not form.action.endswith(NO_FORMS):
                    tried.setdefault((kind_of(form.action), fields), path)
        self.assertGreater(len(tried), 8, tried)
        for (kind, _), path in tried.items():
            with self.subTest(form=kind):
                self.try_form(path, kind)
        self.visit_all(base)

    def try_form(self, path, kind):
        self.open(path)
        action = next(action for action in self.window.run(FORMS) if kind_of(action or path) == kind)
        for about, text in MARKUP.items():
            for sense in [{}, SENSE]:
                with self.subTest(text=about, sense=bool(sense)):
                    self.open(path)
                    names = self.send(action, text, sense)
                    self.assert_whole()
                    self.assert_comes_back(path, names, text)

    def send(self, action, text, sense):
        before = self.window.driver.find_element("tag name", "html")
        names = self.window.run(FILL, action, text, sense)
        self.window.wait_for_change(before)
        return names

    def assert_comes_back(self, path, names, text):
        """In every field, where it was refused. Where it was saved, in the form that is opened again, unless that asks for
        something new; there, it may have been trimmed."""
        is_refused = self.window.run("return document.querySelector('.error-summary') !== null")
        if not is_refused:
            self.assertFalse(names and "\u0000" in text, "a zero character was taken")
            self.open(path)
        values = self.window.run(VALUES)
        for name in names:
            value = values.get(name, "")
            if value or is_refused:
                self.assertEqual(value.strip(), as_shown(text).strip(), name)


class DocumentTests(MarkupTest):
    def document(self, text):
        """A case with a text in every place for one."""
        return {
            "format": "realist-case/1", "id": "markup", "title": text, "summary": text, "kind": "real", "theory": "aunger-2021",
            "start": "2014-10", "arrangement": "merger", "mandated": "yes",
            "partners": [{"id": "north", "name": "North " + text, "about": text}, {"id": "south", "name": "South " + text, "about": text}],
            "facts": [{"concept": "trust", "is": "low", "of": "north", "towards": "south", "saidBy": "staff", "source": text, "note": text},
                      {"concept": "shared-vision", "is": "high", "saidBy": "leaders", "source": text, "note": text}],
            "aims": [{"what": text, "ambition": "high", "source": text}],
            "events": [{"id": "first", "date": "2015-06", "kind": "conflict", "what": text, "source": text,
                        "moves": ["raises inter-organisational-conflict"]}],
            "observations": [{"date": "2015-09", "concept": "trust", "of": "north", "towards": "south", "score": 3.4, "lowest": 1,
                              "highest": 5, "instrument": text, "source": text}],
            "further": [{"what": text, "source": text}],
            "end": {"outcome": "sustained", "date": "2017", "what": text, "source": text},
        }

    def bring(self, text):
        return self.visitor.bring(json.dumps(self.document(text)).encode())

    def test_documents(self):
        """Markup in every text of a document that is brought: it is on every page as text, and in the document again"""
        answer = self.bring(MIXED)
        self.assertEqual(answer.status, 303, answer.text)
        base = answer.location
        self.visit_all(base)
        self.open(base + "/answers")
        shown = self.window.run("return document.querySelector('main').textContent")
        self.assertIn(MIXED, shown)
        # What is saved can be brought again, and is the same then.
        saved = self.visitor.get(base + "/case.yaml").bytes
        again = self.visitor.bring(saved)
        self.assertEqual(again.status, 303, again.text)
        self.assertEqual(self.visitor.get(again.location + "/case.yaml").bytes, saved)

    def test_long_texts(self):
        """10,000 characters in every text: each page can still be read, or the document is refused in words"""
        for text in ["x" * 10_000, "long words " * 900]:
            answer = self.bring(text)
            self.assertIn(answer.status, (303, 422))
            if answer.status == 422:
                self.assertIn("Nothing was saved", answer.text)
            else:
                self.visit_all(answer.location)

    def test_longest_texts(self):
        """Texts of one word, as long as they may be, don't push a page out of its window"""
        document = self.document("x" * 150)
        answer = self.visitor.bring(json.dumps(document).encode())
        self.assertEqual(answer.status, 303, answer.text)
        self.visit_all(answer.location)

    def test_zero_characters(self):
        """Zero and control characters in every text: the document is refused in words, or each page is whole"""
        answer = self.bring("a\u0000b \u001b[31m \u0007")
        self.assertIn(answer.status, (303, 422))
        if answer.status == 422:
            self.assertIn("Nothing was saved", answer.text)
        else:
            self.visit_all(answer.location)


if __name__ == "__main__":
    unittest.main()
