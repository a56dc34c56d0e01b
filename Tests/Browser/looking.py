"""What holds of every page, whoever looks at it."""

import os
import pathlib

SOURCE = pathlib.Path(os.environ["AXE"]).read_text() if "AXE" in os.environ else ""

# Contrast doesn't hang on a page's width, and takes nearly all of axe's time.
RULES_OF_WIDTH = {"color-contrast": {"enabled": False}}

AXE = """
const [rules, done] = arguments;
axe.run(document, { rules, resultTypes: ["violations"] }).then(
  (found) => done(found.violations.map((v) => `${v.id}: ${v.help}\\n` + v.nodes.slice(0, 5).map(
    (n) => `    ${n.target.join(" ")}: ${n.failureSummary.replaceAll("\\n", " ")}`).join("\\n"))),
  (error) => done([String(error)]));
"""

# What sticks out of the page to the side, without what lies in a region that scrolls by itself.
OVERFLOW = """
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth <= width) return [];
const scrolls = (e) => { for (; e && e !== document.body; e = e.parentElement)
  if (getComputedStyle(e).overflowX !== "visible") return true; return false; };
return [...document.body.querySelectorAll("*")].filter(
  (e) => e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement)).slice(0, 8).map(
  (e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class") ?? ""} “${(e.textContent ?? "").trim().slice(0, 40)}” reaches `
    + Math.round(e.getBoundingClientRect().right));
"""

SHAPE = """
const problems = [];
const expect = (holds, words) => { if (!holds) problems.push(words); };
expect(document.documentElement.lang === "en-GB", "the language isn't told");
expect(/ – realist$/.test(document.title), `the title is ${document.title}`);
expect(document.querySelectorAll("h1").length === 1, `${document.querySelectorAll("h1").length} headings of the first level`);
expect(document.querySelectorAll("[style], style, [onclick], script:not([src])").length === 0, "style or script is inline");
const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
expect(new Set(ids).size === ids.length, "an id occurs twice: " + ids.filter((id, i) => ids.indexOf(id) !== i).slice(0, 3));
for (const link of document.querySelectorAll('a[href^="#"]'))
  expect(document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1))), `${link.getAttribute("href")} leads nowhere`);
return problems;
"""


def faults_of_page(window, by_axe=True, contrast=True):
    """Everything that is wrong with the page that a window shows, as sentences."""
    found = list(window.run(SHAPE))
    found += [f"at {window.width} px, {line}" for line in window.run(OVERFLOW)]
    found += [f"the console says: {line}" for line in window.complaints()]
    if by_axe:
        found += violations(window, contrast)
    return [f"{window.path}: {line}" for line in found]


def violations(window, contrast=True):
    window.run(SOURCE)
    return window.driver.execute_async_script(AXE, {} if contrast else RULES_OF_WIDTH)
