"""What all journeys have in common: a window, a person in front of it, and the steps that several of them take."""

from looking import faults_of_page
from people import Mouse
from window import WIDE, shared_window

from selenium.webdriver.common.by import By


class Journey:
    """A test of `unittest.TestCase` mixes this in, and says who makes the journeys."""

    person = Mouse
    width = WIDE
    scripts = True
    by_axe = False

    def server(self):
        """The server that is visited."""
        raise NotImplementedError

    def setUp(self):
        self.window = shared_window()
        self.window.scripts(True)
        self.window.forget()
        self.window.size(self.width)
        self.window.scripts(self.scripts)
        self.me = self.person(self.window, self.server())
        self.me.open("/")
        self.look()

    def tearDown(self):
        self.window.scripts(True)
        self.assertEqual(getattr(self.me, "unseen", []), [])

    def look(self, has_changed=False):
        """Looks at the page: nothing may be wrong with it, whoever came here and how. axe sees each page elsewhere
        (`test_pages`); here it sees what something was done to."""
        self.assertEqual(faults_of_page(self.window, by_axe=self.by_axe and has_changed, contrast=False), [])

    # What there is

    def all(self, selector):
        return self.me.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.me.driver.find_element(By.CSS_SELECTOR, selector)

    def assert_sees(self, *words):
        for each in words:
            self.assertTrue(self.me.sees(each), f"{self.window.path}: “{each}” isn't there")

    # What several journeys do

    def open_case(self, title):
        """From the first page to what the theory says of a bundled case, in one step."""
        self.me.follow(title, "//li[a[starts-with(@href, '/cases/')]]")
        self.assertEqual(self.me.steps, 1)

    def copy(self, title):
        """A copy of a bundled case, to change."""
        self.open_case(title)
        self.me.follow("Overview")
        self.me.press("Make a copy to change")

    def see_refusal(self, *, leads_to):
        """Something was refused: a summary says so before all else, has the focus, and leads to the field."""
        self.look(has_changed=True)
        self.assertTrue(self.me.driver.title.startswith("Error: "), self.me.driver.title)
        summary = self.one(".error-summary")
        self.assertEqual(self.me.focused, summary, f"{self.window.path}: the summary has no focus")
        self.me.activate(summary.find_element(By.TAG_NAME, "a"))
        self.assertIn(self.me.focused.tag_name, leads_to)
