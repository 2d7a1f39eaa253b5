"""Somebody's visit to the site: what they do, and all that their browser asked for."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Self

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request

from navigator.core import journey
from tests.browser.served import SUB_PATH, Server
from tests.browser.world import ASKED_OF_CARERS, LIBRARY
from tests.shipped import NOON

FIRST = journey.first(LIBRARY).slug
PATIENCE = 120_000
LEADING_DAY = ".nav-phase-now :is(.nav-lead-says, .nav-kind) time"
"""The date of the sentence that leads an outcome; of one that is over it stands in the line below."""
PACE = 200
"""In pixels: how far from each other two answers are pressed."""
# What a page finds in the browser, by a script that runs before its own.
NO_ENGINE = "delete globalThis.WebAssembly;"
SAVE_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true, effectiveType: '4g'}})"
# A page without scripts takes its colours from the device by its styles alone.
COLOURED = "scheme => [undefined, scheme].includes(document.body.dataset.mdColorScheme)"
# Five seconds' worth of frames, should something move on and on.
SETTLED = """async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const ends = ({effect}) => effect.getComputedTiming().endTime < Infinity;
    const moves = (each) => each.playState === "running" && ends(each);
    await frame();
    for (let frames = 0; frames < 300 && document.getAnimations().some(moves); frames += 1) await frame();
    await frame();
}"""

NARROW, WIDE = 320, 1280
WIDTHS = pytest.mark.parametrize("width", [NARROW, WIDE], ids=["320 px", "1280 px"])
"""The narrowest screen that pages are made for, and a wide one."""


def name_of_page(path: str) -> str:
    """Return what a page is called in the names of tests: its path without what a link hands it."""
    return path.partition("#")[0].strip("/") or "home"


def wait_until(done: Callable[[], bool], what: str) -> None:
    """Look again and again until something is done."""
    end = time.monotonic() + PATIENCE / 1000
    while not done():
        assert time.monotonic() < end, f"Waited in vain: {what}"
        time.sleep(0.1)


@dataclass(frozen=True)
class Host:
    """A server of somebody else's, which goes wrong by itself or not at all."""

    address: str
    """The address of the site."""


class Visit:
    """One browser context with one page, on the day that the tests are set in."""

    def __init__(
        self,
        browser: Browser,
        server: Server | Host,
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        timezone: str | None = None,
        scripts: bool = True,
        init: str = "",
        below: bool = False,
        offline: bool = False,
        begun: list[Self] | None = None,
        earlier: BrowserContext | None = None,
    ) -> None:
        """Open nothing yet. With `below`, the site is reached under a path; `init` runs before any script.

        With `offline`, the browser keeps the site for visits without a network, as it does for real readers.
        With `begun`, the visit is added to that list. With `earlier`, it begins in the browser of an earlier
        one, where the engine starts from what was kept.
        """
        if begun is not None:
            begun.append(self)
        self.server = server
        self.root = server.address + (SUB_PATH[1:] if below else "")
        self.requests: list[str] = []
        """The address of every request, the worker's included."""
        self.problems: list[str] = []
        """Errors in the console and uncaught ones."""
        self._across = 0
        self.problems_are_expected = False
        """True where the test is about something that goes wrong."""
        self._earlier = earlier
        self.context = earlier or browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            timezone_id=timezone,
            java_script_enabled=scripts,
            service_workers="allow" if offline else "block",
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.on("request", self._note)
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda said: self._hear(said.type, said.text))
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        if earlier:
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.emulate_media(color_scheme="dark" if dark else "light")
        elif scripts:
            self.page.clock.set_fixed_time(NOON)
        if init:
            self.context.add_init_script(init)

    def _note(self, request: Request) -> None:
        self.requests.append(request.url)

    def _hear(self, kind: str, text: str) -> None:
        if kind == "error":
            self.problems.append(text)

    def close(self) -> None:
        """Close the page, and the browser that was opened for it."""
        if not self._earlier:
            self.context.close()
            return
        self.context.remove_listener("request", self._note)
        self.page.close()

    # What somebody does

    def open(self, slug: str = FIRST) -> Self:
        """Open a page of the wizard."""
        self.page.goto(f"{self.root}find/{slug}/")
        return self

    def ready(self) -> Self:
        """Wait until the engine is ready."""
        self.until("ready")
        return self

    def until(self, state: str) -> None:
        self.page.wait_for_selector(f'#navigator-status[data-state="{state}"]')

    def settle(self) -> None:
        """Wait until all that has begun on the page is drawn, and whatever moves has stopped."""
        self.page.evaluate(SETTLED)

    def colours(self, scheme: str) -> None:
        """Let the device ask for light or dark colours, and wait until the page has them."""
        dark = scheme == "dark"
        self.page.emulate_media(color_scheme="dark" if dark else "light")
        self.page.wait_for_function(COLOURED, arg="slate" if dark else "default")
        self.settle()

    def answer(self, question: str, option: str) -> Self:
        """Choose an answer, which must be there."""
        self.choice(question, option).click(position={"x": self.elsewhere(), "y": 20})
        return self

    def elsewhere(self) -> int:
        """Return how far from its left end to press something wide, away from the last press.

        Two quick presses at one place would be those of a hand that shakes.
        """
        self._across = PACE - self._across
        return 20 + self._across

    def take(self, answers: Mapping[str, str]) -> Self:
        """Give answers one after the other, and arrive where they lead."""
        return self.take_on(answers, journey.follow(LIBRARY, answers).node.slug)

    def take_on(self, answers: Mapping[str, str], slug: str) -> Self:
        """Give more answers one after the other, and arrive at a page."""
        for question, option in answers.items():
            self.answer(question, option)
        return self.at(slug)

    def at(self, slug: str) -> Self:
        """Wait for a page of the wizard, named by its slug or by a question as carers are asked it."""
        slug = ASKED_OF_CARERS.get(slug, slug)
        self.page.wait_for_selector(f'#navigator .nav-page[data-slug="{slug}"]')
        assert self.page.url == f"{self.root}find/{slug}/"
        return self

    def give_date(self, event: str, day: str, month: str, year: str, *, press: bool = True) -> Self:
        """Type a date, ask for the deadlines, and wait for what comes."""
        self.unfold(event)
        for part, text in (("day", day), ("month", month), ("year", year)):
            self.field(event, part).fill(text)
        if press:
            self.page.locator("#navigator .nav-page").evaluate("page => { page.dataset.old = ''; }")
            self.page.locator("form", has=self.field(event, "day")).locator("button").press("Enter")
            self.page.wait_for_selector("#navigator .nav-page:not([data-old])")
        return self

    def unfold_all(self) -> Self:
        """Open all that is folded away."""
        self.page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")
        return self

    def unfold(self, event: str) -> None:
        """Open whatever the fields of a date are folded away in."""
        self.field(event, "day").evaluate(
            """field => {
                for (let at = field; at; at = at.parentElement) if (at.matches("details")) at.open = true;
            }"""
        )

    # What somebody sees

    @property
    def text(self) -> str:
        """The words in view."""
        return self.page.locator("#navigator").inner_text()

    def choice(self, question: str, option: str) -> Locator:
        return self.page.locator(f'a[data-question="{question}"][data-option="{option}"]')

    def field(self, event: str, part: str) -> Locator:
        return self.page.locator(f'input[name="{event}.{part}"]')

    def section(self, heading: str) -> Locator:
        """Return a part of the page by its id."""
        return self.page.locator(f'section[aria-labelledby="{heading}"]')

    def focused(self) -> str:
        """Return what has the focus: its name, its id and its class."""
        found: str = self.page.evaluate(
            "[document.activeElement.tagName, document.activeElement.id, document.activeElement.className]"
            ".filter(Boolean).join(' ')"
        )
        return found

    def status(self) -> str:
        return self.page.locator("#navigator-status").inner_text()

    def shows(self, html: str) -> bool:
        """Say whether the page is exactly what some HTML makes."""
        same: bool = self.page.evaluate(
            """html => {
                const template = document.createElement("template");
                template.innerHTML = html;
                const shown = document.querySelector("#navigator .nav-page");
                return shown.isEqualNode(template.content.firstChild);
            }""",
            html,
        )
        return same
