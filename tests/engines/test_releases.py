"""After a release, no engine and nothing that hosts say of caching leave anybody on the old one unawares."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.keeping import ACTIVE, next_release
from tests.browser.served import Server
from tests.engines.tab import Settings, Tab

SAID = {
    "nothing said": "",
    "fresh for a day": "max-age=86400",
    "asked for each time": "no-cache",
    "fresh for ever": "max-age=31536000, immutable",
}
"""What hosts say of how long a file stays fresh, here of all files alike."""
NO_ENGINE = Settings(wasm=False)
NO_ENGINE_NOR_STORAGE = Settings(wasm=False, storage=False)
"""Nothing waits for what works out dates."""
LOADS = 3
NEWER = 'document.querySelector("h1").innerText.includes("(newer)")'
TOLD = 'document.querySelector("#navigator-newer button") !== null'


@pytest.fixture(scope="module")
def newer(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a release that follows the built site, with a mark in each page's heading."""
    return next_release(built_site, tmp_path_factory.mktemp("release"))


@pytest.mark.parametrize("said", SAID)
def test_after_a_release(visitor: Callable[..., Tab], built_site: Path, newer: Path, said: str) -> None:
    """Whoever comes back, again and again, is shown the new one or told of it each time."""
    with Server(built_site) as server:
        server.headers |= {"Cache-Control": SAID[said]} if SAID[said] else {}
        tab = visitor(NO_ENGINE)
        tab.open(f"{server.address}find/danger/")
        tab.wait(ACTIVE, "the site is kept")
        with server.serving(newer):
            come_back(tab, server.address)


def test_after_a_release_with_storage_blocked(
    visitor: Callable[..., Tab], built_site: Path, newer: Path
) -> None:
    """Where nothing is kept but what the host calls fresh, that is told too, and can be left behind."""
    with Server(built_site) as server:
        server.headers["Cache-Control"] = SAID["fresh for ever"]
        tab = visitor(NO_ENGINE_NOR_STORAGE)
        tab.open(f"{server.address}find/danger/")
        with server.serving(newer):
            come_back(tab, server.address)


def come_back(tab: Tab, root: str) -> None:
    """Come to a page by its address, several times, and where it is an old one ask for the new one."""
    for load in range(1, LOADS + 1):
        tab.open("about:blank")  # the address of the page that is shown would be loaded anew
        tab.open(f"{root}find/danger/")
        tab.wait(f"{NEWER} || {TOLD}", f"the new release is shown or told, at load {load}")
    if not tab.evaluate(NEWER):
        tab.click("#navigator-newer button")
        tab.wait(NEWER, "the new release is shown")
