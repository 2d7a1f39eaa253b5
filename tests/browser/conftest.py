"""A server for the built site, that can also go wrong; and a Chromium whose requests are noted."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import _chromium
import pytest
from _steps import SetupFailed
from playwright.sync_api import Browser, BrowserContext, Error, expect, sync_playwright

from tests.browser.keeping import KEEPS, held
from tests.browser.served import Server
from tests.browser.visit import FIRST, Visit, wait_until
from tests.shipped import NOON

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
COMPILED_ONCE = "--js-flags=--liftoff-only"
"""Python starts sooner and is slower from then on: right for a visit, which asks it little."""
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
def chromium(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Start the Chromium that is named, or one on PATH, or else Playwright's own. No browser is a failure.

    For a module marked `computing`, it compiles as it does for readers.
    """
    computing = request.node.get_closest_marker("computing") is not None
    arguments = ARGUMENTS if computing else (*ARGUMENTS, COMPILED_ONCE)
    try:
        program = _chromium.find()
    except SetupFailed as error:
        pytest.fail(NO_BROWSER.format(error=error), pytrace=False)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=program, args=arguments)
        except Error as error:
            pytest.fail(NO_BROWSER.format(error=error), pytrace=False)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def earlier(chromium: Browser, server: Server) -> Iterator[BrowserContext]:
    """Return the browser of somebody who was here before: what starts the engine is kept in it."""
    visitor = Visit(chromium, server).open().ready()
    wait_until(lambda: held(visitor) >= KEEPS, "the engine is kept")
    visitor.page.close()
    yield visitor.context
    visitor.close()


@pytest.fixture
def visit(
    chromium: Browser, server: Server, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Visit]]:
    """Return a function that begins somebody's visit, with the options that `Visit` has.

    Each begins in a browser of its own. In tests marked `returning`, those without special settings begin in
    that of an earlier one. When the test is over, nothing may have gone wrong in the browser, unless the test
    expects it.
    """
    begun: list[Visit] = []
    returning = request.node.get_closest_marker("returning") is not None

    def begin(**options: Any) -> Visit:  # noqa: ANN401 - whatever a visit takes
        plain = options.keys() <= {"width", "height", "dark"}
        earlier = request.getfixturevalue("earlier") if returning and plain else None
        return Visit(chromium, server, begun=begun, earlier=earlier, **options)

    yield begin
    for each in begun:
        each.close()
    server.faults.clear()
    server.changes.clear()
    server.once.clear()
    server.headers.clear()
    server.clock = datetime.fromisoformat(NOON)
    assert [each.problems for each in begun if each.problems and not each.problems_are_expected] == []


@pytest.fixture(scope="module")
def reader(chromium: Browser, server: Server) -> Iterator[Visit]:
    """Return somebody who stays on the site from test to test, so that the engine starts once."""
    visitor = Visit(chromium, server).open().ready()
    yield visitor
    visitor.close()


@pytest.fixture
def fresh(reader: Visit) -> Visit:
    """Return the reader at the first question again. Nothing may have gone wrong so far."""
    assert reader.problems == []
    reader.page.locator("a[data-restart]").press("Enter")
    return reader.at(FIRST)
