"""A server for the built site, that can also go wrong; and a Chromium whose requests are noted."""

import functools
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import _chromium
import pytest
from _steps import SetupFailed
from playwright.sync_api import Browser, Error, expect, sync_playwright

from tests.browser.served import Server
from tests.browser.visit import Visit
from tests.shipped import NOON

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# A busy machine is slow, and no test is about how fast it is.
expect.set_options(timeout=20_000)
NO_BROWSER = """\
No Chromium could be started for the browser tests.
Run them by scripts/test.py, which finds or installs one, or name one in NAVIGATOR_CHROMIUM. What went wrong:
{error}"""


@pytest.fixture(scope="session")
def site(built_site: Path) -> Path:
    return built_site


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Server]:
    with Server(site) as running:
        yield running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Start the Chromium that is named, or one on PATH, or else Playwright's own. No browser is a failure."""
    try:
        program = _chromium.find()
    except SetupFailed as error:
        pytest.fail(NO_BROWSER.format(error=error), pytrace=False)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        except Error as error:
            pytest.fail(NO_BROWSER.format(error=error), pytrace=False)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, server: Server) -> Iterator[Callable[..., Visit]]:
    """Return a function that begins somebody's visit, with the options that `Visit` has.

    When the test is over, nothing may have gone wrong in the browser, unless the test expects it.
    """
    begun: list[Visit] = []
    yield functools.partial(Visit, chromium, server, begun=begun)
    for each in begun:
        each.close()
    server.faults.clear()
    server.changes.clear()
    server.once.clear()
    server.headers.clear()
    server.clock = datetime.fromisoformat(NOON)
    assert [each.problems for each in begun if each.problems and not each.problems_are_expected] == []
