"""People who use the pages: the same journeys by mouse and by keyboard alone. Both find things as people do, by the words
that stand on them."""

from selenium.common.exceptions import TimeoutException
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

PATIENCE = 60

STYLE_OF = """
  const style = (e) => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow,
    s.backgroundColor, s.borderColor, s.color, s.textDecoration].join(); };
"""

# Where Tab may stop, each group of radio buttons once; and how each looks while it has no focus.
STOPS = STYLE_OF + """
  const all = [...document.querySelectorAll('a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select, '
    + 'textarea, summary, [tabindex]:not([tabindex="-1"])')].filter((e) => e.checkVisibility({ visibilityProperty: true })
    && e.tabIndex >= 0 && e.getAttribute("tabindex") !== "-1");
  const groups = new Set();
  const stops = all.filter((e) => { if (e.type !== "radio") return true;
    const own = e.name + "/" + (e.form?.action ?? ""); if (groups.has(own)) return false; groups.add(own); return true; });
"""

# How many stops lie between what has the focus and an element, and whether the element stands before.
BETWEEN = STOPS + """
  const [goal] = arguments, from = document.activeElement ?? document.body, after = Node.DOCUMENT_POSITION_FOLLOWING;
  const isBefore = from !== document.body && !(from.compareDocumentPosition(goal) & after);
  const [first, last] = isBefore ? [goal, from] : [from, goal];
  return [stops.filter((e) => e !== first && e !== last && (first === document.body || first.compareDocumentPosition(e) & after)
    && e.compareDocumentPosition(last) & after && !(goal.type === "radio" && e.name === goal.name)).length, isBefore];
"""

# A stop can be seen when something about it changes with the focus, and when it lies in the window, uncovered.
SEEN = STYLE_OF + """
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  e.scrollIntoView({ block: "nearest", behavior: "instant" });
  const now = style(e);
  const boxes = [...e.getClientRects()].filter((r) => r.width > 0 && r.height > 0);
  const inside = boxes.some((r) => r.bottom > 0 && r.right > 0 && r.top < innerHeight && r.left < innerWidth);
  const uncovered = boxes.some((r) => { const x = Math.min(Math.max(r.left + r.width / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(r.top + r.height / 2, 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y); return top && (e.contains(top) || top.contains(e)); });
  const ring = getComputedStyle(e);
  const drawn = (ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2 && !/, 0\\)$/.test(ring.outlineColor))
    || ring.boxShadow !== "none";
  return { name: e.tagName.toLowerCase() + " “" + (e.textContent || e.name || e.id).trim().slice(0, 50) + "”", now, inside, uncovered,
    drawn };
"""


class Person:
    """Somebody in front of a window. What they do is told by words: `follow("Home")`, `press("Save and continue")`."""

    def __init__(self, window, server):
        self.window = window
        self.server = server
        self.driver = window.driver
        #: How many links and buttons were used since the first page was opened.
        self.steps = 0

    def open(self, path):
        self.driver.get(self.server.origin + path)
        self.steps = 0

    # What is there

    @property
    def heading(self):
        return self.driver.find_element(By.TAG_NAME, "h1").text

    def sees(self, words):
        return words in self.driver.find_element(By.TAG_NAME, "body").text

    def wait_until(self, holds):
        WebDriverWait(self.driver, PATIENCE, 0.05).until(lambda _: holds())

    def wait_for(self, words):
        self.wait_until(lambda: self.sees(words))

    def find(self, kind, words, within="//body"):
        """A link, button or label by the words on it; the first that can be seen."""
        path = f"{within}//{kind}[contains(normalize-space(.), {quoted(words)})]"
        for element in self.driver.find_elements(By.XPATH, path):
            if element.is_displayed():
                return element
        raise AssertionError(f"{self.window.path}: there is no {kind} “{words}”")

    def has(self, kind, words):
        try:
            self.find(kind, words)
        except AssertionError:
            return False
        return True

    def field(self, label):
        named = self.find("label", label)
        return self.driver.find_element(By.ID, named.get_attribute("for"))

    @property
    def focused(self):
        return self.driver.switch_to.active_element

    # What is done

    def go_back(self):
        """To the page before, as the browser's own button does."""
        self._lead_on(self.driver.back)

    def follow(self, words, within="//body"):
        self._lead_on(lambda: self.activate(self.find("a", words, within)))

    def press(self, words, within="//body"):
        self._lead_on(lambda: self.activate(self.find("button", words, within)))

    def activate_and_wait(self, element):
        """Uses a link that has been found already, and waits for where it leads."""
        self._lead_on(lambda: self.activate(element))

    def choose(self, words):
        self.set(self.field(words))

    def write(self, label, text):
        self.write_into(self.field(label), text)

    def _lead_on(self, act):
        """Does what leads to another page, and waits for it."""
        self.steps += 1
        before = self.driver.find_element(By.TAG_NAME, "html")
        act()
        try:
            self.window.wait_for_change(before)
        except TimeoutException:
            raise AssertionError(f"{self.window.path}: nothing happened") from None


class Mouse(Person):
    """Points and clicks."""

    def activate(self, element):
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        element.click()

    def set(self, element):
        if not element.is_selected():
            label = self.driver.find_element(By.CSS_SELECTOR, f'label[for="{element.get_attribute("id")}"]')
            self.activate(label)

    def write_into(self, element, text):
        element.clear()
        self.activate(element)
        element.send_keys(text)

    def pick(self, label, option):
        element = self.field(label)
        self.activate(element)
        element.send_keys(option, Keys.ENTER)


class Keyboard(Person):
    """Has no mouse: Tab, Enter, Space, the arrows, and letters."""

    def __init__(self, window, server):
        super().__init__(window, server)
        #: What could not be seen while it had the focus.
        self.unseen = []
        self._page = None

    def keys(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def activate(self, element):
        self.reach(element)
        self.keys(Keys.SPACE if element.tag_name == "button" else Keys.ENTER)

    def set(self, element):
        if element.get_attribute("type") == "checkbox":
            self.reach(element)
            if not element.is_selected():
                self.keys(Keys.SPACE)
            return
        group = self.driver.find_elements(By.NAME, element.get_attribute("name"))
        self.reach(*group)
        if not element.is_selected():
            self.keys(Keys.SPACE)
        for _ in group:
            if element.is_selected():
                return
            self.keys(Keys.ARROW_DOWN)
        assert element.is_selected(), f"{self.window.path}: the arrows don't reach an answer"

    def write_into(self, element, text):
        self.reach(element)
        ActionChains(self.driver).key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL).send_keys(Keys.DELETE).perform()
        self.keys(text.replace("\n", Keys.ENTER))

    def pick(self, label, option):
        self.reach(self.field(label))
        self.keys(option)

    def skip_to_main(self, wanted):
        """On a page that has just been opened, skips to the main part where that leads on sooner."""
        page = self.driver.find_element(By.TAG_NAME, "html")
        if page == self._page:
            return
        self._page = page
        if self.focused.tag_name != "body" or not wanted.find_elements(By.XPATH, "ancestor::main"):
            return
        self.keys(Keys.TAB)
        assert self.focused.text.startswith("Skip to"), f"{self.window.path}: the first stop is {self.focused.text}"
        self.note()
        self.keys(Keys.ENTER)
        assert self.focused.tag_name == "main", f"{self.window.path}: to skip leads to {self.focused.tag_name}"

    def reach(self, *wanted):
        """Presses Tab until one of these has the focus."""
        if self.focused in wanted:
            return
        self.skip_to_main(wanted[0])
        # Most of the way at once; then step by step, since what scrolls is a stop too.
        stops, is_before = self.driver.execute_script(BETWEEN, wanted[0])
        self.tab(stops, is_before)
        most = self.driver.execute_script(STOPS + "return stops.length") + 3
        for _ in range(most):
            if self.focused in wanted:
                self.note()
                return
            self.tab(1, is_before)
        raise AssertionError(f"{self.window.path}: {most} times Tab don't reach “{wanted[0].text[:60]}”")

    def tab(self, times, is_back):
        chain = ActionChains(self.driver)
        if is_back:
            chain.key_down(Keys.SHIFT)
        chain.send_keys(*[Keys.TAB] * times)
        if is_back:
            chain.key_up(Keys.SHIFT)
        chain.perform()

    def note(self):
        seen = self.driver.execute_script(SEEN)
        if seen and not (seen["drawn"] and seen["inside"] and seen["uncovered"]):
            self.unseen.append(f"{self.window.path}: {seen}")


def quoted(words):
    """A text in XPath, which knows no escapes."""
    if "'" not in words:
        return f"'{words}'"
    return "concat(" + ", \"'\", ".join(f"'{part}'" for part in words.split("'")) + ")"
