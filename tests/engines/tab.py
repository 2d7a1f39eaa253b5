"""What a person does in a browser and sees there, in whatever engine: the face that the three share."""

import json
import os
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Final

import pytest

PATIENCE: Final = 60
"""Seconds until something has to have happened. A busy machine is slow, and no test is about speed."""
PATIENCE_WITH_BROWSERS: Final = 180
"""Seconds until a browser has to have done a single thing."""
BETWEEN_LOOKS: Final = 0.03
READING: Final = 1
"""Seconds between two presses that may be at the same place: sooner, they are those of a hand that shakes."""


class NotNow(Exception):
    """The page could not be asked or touched just now: another is on its way, or it has no such part yet."""


def at_home_in(folder: str) -> dict[str, str]:
    """Return the variables of a process that writes whatever it keeps into a folder, not into our home."""
    places = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DOWNLOAD_DIR")
    return {**os.environ, **dict.fromkeys(places, folder)}


@dataclass(frozen=True)
class Settings:
    """How somebody has set their browser: by its own settings, wherever the engine has such."""

    scripts: bool = True
    wasm: bool = True
    """WebAssembly, which Python in the browser needs."""
    storage: bool = True
    """Whether sites may keep anything."""
    private: bool = False
    """A private window."""
    no_fingerprints: bool = False
    """Firefox' resistance to fingerprinting: among much else, the clock tells UTC."""
    timezone: str | None = None
    """Where the device believes to be, such as `Pacific/Auckland`; None for where it is."""


class Tab(ABC):
    """A tab of somebody who has never been on the site, with all that belongs to its browser."""

    _pressed = 0.0

    @property
    @abstractmethod
    def problems(self) -> list[str]:
        """Errors that pages told: uncaught ones, those in the console, and what a page's policy refused."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to an address as if it were typed, and wait for the page. Raises NotNow if none comes."""

    @abstractmethod
    def back(self) -> None:
        """Go back by one entry of the history."""

    @abstractmethod
    def reload(self) -> None:
        """Load the page again."""

    @abstractmethod
    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 - whatever JavaScript gives
        """Return what a JavaScript expression gives in the page, a promise's outcome included.

        This works in a browser without scripts too. Raises NotNow between two pages.
        """

    @abstractmethod
    def press(self, selector: str, aside: int = 0) -> None:
        """Press the first element that fits, with a pointer, so many pixels to the right of its middle.

        Raises NotNow where it cannot be pressed now.
        """

    @abstractmethod
    def type(self, selector: str, text: str) -> None:
        """Type into a field, in the place of what it holds. Raises NotNow where there is none now."""

    @abstractmethod
    def enter(self, selector: str) -> None:
        """Bring the focus to an element and press Enter. Raises NotNow where it cannot have the focus now."""

    @abstractmethod
    def add(self, text: str) -> None:
        """Press End, and type to whatever has the focus."""

    @abstractmethod
    def paste(self, selector: str) -> None:
        """Press the keys that paste into a field."""

    @abstractmethod
    def close(self) -> None:
        """Close the tab, and forget all that was kept for it."""

    def click(self, selector: str, aside: int = 0) -> None:
        """Press an element as soon as it can be, and what came of the last press can have been read."""
        if not aside:
            time.sleep(max(0, self._pressed + READING - time.monotonic()))
        self._pressed = time.monotonic()
        self._as_soon_as_possible(lambda: self.press(selector, aside), f"{selector} can be pressed")

    def choose(self, selector: str) -> None:
        """Press Enter on an element as soon as it can have the focus."""
        self._as_soon_as_possible(lambda: self.enter(selector), f"{selector} can be chosen")

    def fill(self, selector: str, text: str) -> None:
        """Type into a field as soon as it is there."""
        self._as_soon_as_possible(lambda: self.type(selector, text), f"{selector} can be typed into")

    def pasted(self) -> str:
        """Return what the clipboard holds, pasted into a field that is gone again afterwards."""
        self.evaluate(
            "document.body.append(Object.assign(document.createElement('textarea'), {id: 'pasted'}))"
        )
        self.paste("#pasted")
        text = self.wait("document.querySelector('#pasted').value", "the text is pasted")
        self.evaluate("document.querySelector('#pasted').remove()")
        return str(text)

    def has(self, selector: str) -> bool:
        """Return whether an element is in the page now."""
        return bool(self.evaluate(f"document.querySelector({json.dumps(selector)}) !== null"))

    def text(self, selector: str) -> str:
        """Return the words of an element, as soon as it is there."""
        found = f"document.querySelector({json.dumps(selector)})"
        (words,) = self.wait(f"{found} && [{found}.innerText]", f"{selector} is there")
        return str(words)

    def wait(self, expression: str, what: str) -> Any:  # noqa: ANN401 - whatever JavaScript gives
        """Wait until an expression is true in the page, and return what it gives."""
        return self._as_soon_as_possible(lambda: self._true(expression), what)

    @property
    def address(self) -> str:
        return str(self.evaluate("location.href"))

    def _true(self, expression: str) -> Any:  # noqa: ANN401 - whatever JavaScript gives
        if not (found := self.evaluate(expression)):
            raise NotNow(f"{expression} gives {found!r}")
        return found

    def _as_soon_as_possible[Given](self, do: Callable[[], Given], what: str) -> Given:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return do()
            except NotNow as reason:
                if time.monotonic() > end:
                    pytest.fail(f"Waited in vain until {what}: {reason}. {self._seen()}")
            time.sleep(BETWEEN_LOOKS)

    def _seen(self) -> str:
        """Return what is on the page, for whoever reads why a test failed."""
        try:
            return f"{self.address} shows: {self.evaluate('document.body.innerText')[:2000]}"
        except NotNow as reason:
            return f"The page does not answer: {reason}"


type Opened = AbstractContextManager[Callable[[], Tab]]
"""A browser for as long as it is used as a context; it gives a function that opens tabs."""
type Browser = Callable[[Settings], Opened]
"""Starts an engine's browser with somebody's settings."""
type Tabs = Iterator[Callable[[], Tab]]
