"""Chromium without a screen, and what a test may ask of it."""

import atexit
import os
import urllib.parse

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

WIDE, NARROW = 1280, 320


class Window:
    """One window of a real Chromium."""

    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        for argument in [
            "--headless=new",
            # As root, in a container, Chromium's own sandbox can't start. It sees no page but ours.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--lang=en-GB",
            "--force-prefers-no-reduced-motion",
            f"--window-size={WIDE},900",
        ]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        service = Service(os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver"))
        self.driver = webdriver.Chrome(service=service, options=options)
        self.driver.set_script_timeout(240)
        self.driver.set_page_load_timeout(120)
        self.size(WIDE)

    def close(self):
        self.driver.quit()

    def size(self, width, height=900, scale=1):
        """Gives the page this many CSS pixels. Zoom of 200 % is half of them at twice the scale."""
        self.width = width
        self._protocol("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale,
                       mobile=False)

    def scripts(self, are_on):
        self._protocol("Emulation.setScriptExecutionDisabled", value=not are_on)

    def prefers(self, media="", **features):
        """What a person told the system to prefer, such as `reduced_motion="reduce"`; or a medium such as print."""
        told = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self._protocol("Emulation.setEmulatedMedia", media=media, features=told)

    def forget(self):
        """A new visitor: no cookies, and nothing said on the console."""
        self.driver.delete_all_cookies()
        self.driver.get("about:blank")
        self.complaints()

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def wait_for_change(self, before):
        """Waits until another page has taken the place of the one with this element, and is whole."""
        wait = WebDriverWait(self.driver, 60, 0.02)
        wait.until(lambda _: is_gone(before))
        wait.until(lambda driver: driver.execute_script("return document.readyState") == "complete")

    @property
    def path(self):
        return urllib.parse.urlsplit(self.driver.current_url).path

    def complaints(self):
        """What Chromium said on its console since it was last asked: errors, and what the site's policy forbade. That a
        form was refused is no error of a page's."""
        said = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("WARNING", "SEVERE")]
        return [line for line in said if "status of 422" not in line]

    def _protocol(self, command, **parameters):
        return self.driver.execute_cdp_cmd(command, parameters)


_shared = []


def shared_window():
    """One window for all tests of a run: to start one takes seconds."""
    if not _shared:
        _shared.append(Window())
        atexit.register(_shared[0].close)
    return _shared[0]


def is_gone(element):
    try:
        element.is_enabled()
        return False
    except StaleElementReferenceException:
        return True
    except WebDriverException as error:
        # Asked just while the page is changed for the next one.
        if "does not belong to the document" in str(error):
            return True
        raise
