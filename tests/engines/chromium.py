"""Chromium, driven by Playwright."""

from collections.abc import Callable
from contextlib import contextmanager
from typing import Any, Final

import _chromium
from playwright.sync_api import Browser, Error, Playwright, Position, sync_playwright

from tests.engines.tab import NotNow, Settings, Tab, Tabs

ARGUMENTS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
NO_WASM: Final = "--js-flags=--jitless"
"""V8 without a compiler has no WebAssembly either."""
REFUSING: Final = """
    const refuse = {get() { throw new DOMException("refused", "SecurityError"); }};
    for (const name of ["caches", "indexedDB", "localStorage", "sessionStorage"])
        Object.defineProperty(globalThis, name, refuse);
    Object.defineProperty(Navigator.prototype, "serviceWorker", refuse);"""
"""Chromium without a window has no setting against storage, so that each way to it refuses."""
SHORT_MS: Final = 1_000


@contextmanager
def chromium(settings: Settings) -> Tabs:
    """Start Chromium, and give what opens tabs in it."""
    with sync_playwright() as playwright:
        browser = _launched(playwright, settings)
        yield lambda: ChromiumTab(browser, settings)
        browser.close()


def _launched(playwright: Playwright, settings: Settings) -> Browser:
    arguments = [*ARGUMENTS, *([] if settings.wasm else [NO_WASM])]
    return playwright.chromium.launch(executable_path=_chromium.find(), args=arguments)


class ChromiumTab(Tab):
    """A tab in a context of its own."""

    def __init__(self, browser: Browser, settings: Settings) -> None:
        """Open the tab."""
        self._context = browser.new_context(
            java_script_enabled=settings.scripts, timezone_id=settings.timezone
        )
        self._context.grant_permissions(["clipboard-read", "clipboard-write"])
        if not settings.storage:
            self._context.add_init_script(REFUSING)
        self._page = self._context.new_page()
        self._told: list[str] = []
        self._page.on("console", lambda said: self._hear(said.type, said.text))
        self._page.on("pageerror", lambda error: self._told.append(str(error)))

    def _hear(self, kind: str, text: str) -> None:
        if kind == "error":
            self._told.append(text)

    @property
    def problems(self) -> list[str]:
        return list(self._told)

    def open(self, address: str) -> None:
        self._now(lambda: self._page.goto(address))

    def back(self) -> None:
        self._now(self._page.go_back)

    def reload(self) -> None:
        self._now(self._page.reload)

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 - whatever JavaScript gives
        return self._now(lambda: self._page.evaluate(expression))

    def press(self, selector: str, aside: int = 0) -> None:
        place = self._page.locator(selector).first

        def press() -> None:
            box = place.bounding_box(timeout=SHORT_MS) or {"width": 0, "height": 0}
            spot: Position = {"x": box["width"] / 2 + aside, "y": box["height"] / 2}
            place.click(timeout=SHORT_MS, position=spot, no_wait_after=True)

        self._now(press)

    def type(self, selector: str, text: str) -> None:
        self._now(lambda: self._page.locator(selector).first.fill(text, timeout=SHORT_MS))

    def enter(self, selector: str) -> None:
        self._now(lambda: self._page.locator(selector).first.press("Enter", timeout=SHORT_MS))

    def add(self, text: str) -> None:
        self._page.keyboard.press("End")
        self._page.keyboard.type(text)

    def paste(self, selector: str) -> None:
        self._now(lambda: self._page.locator(selector).press("ControlOrMeta+v", timeout=SHORT_MS))

    def close(self) -> None:
        self._context.close()

    def _now[Given](self, do: Callable[[], Given]) -> Given:
        try:
            return do()
        except Error as error:
            raise NotNow(str(error)) from error
