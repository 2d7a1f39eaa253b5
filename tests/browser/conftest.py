"""The site, built once; a server for it that can also go wrong; and a Chromium whose requests are noted."""

import functools
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import _chromium
import pytest
from _steps import SetupFailed
from playwright.sync_api import Browser, Error, expect, sync_playwright

from tests.browser.served import Server
from tests.browser.visit import Visit
from tests.browser.world import NOON, PROJECT

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
BUILD_SECONDS = 240
# A busy machine is slow, and no test is about how fast it is.
expect.set_options(timeout=20_000)
NO_BROWSER = """\
No Chromium could be started for the browser tests.
Run them by scripts/test.py, which finds or installs one, or name one in NAVIGATOR_CHROMIUM. What went wrong:
{error}"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site as `navigator build` makes it, built once for all the processes of a test run."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, log = shared / "site", shared / "site.log"
    try:
        (shared / "site-begun").mkdir()
    except FileExistsError:
        wait_until(log.exists, "another process builds the site")
    else:
        build(folder, log)
    said = log.read_text(encoding="utf-8")
    assert (folder / "find").is_dir(), f"The site could not be built:\n{said}"
    assert (folder / "assets" / "runtime").is_dir(), f"The site was built without its engine:\n{said}"
    return folder


def build(folder: Path, log: Path) -> None:
    """Build the site as of the day that the tests are set in; the log appears when all is done."""
    noon = int(datetime.fromisoformat(NOON).timestamp())
    ended = subprocess.run(
        [sys.executable, "-m", "navigator", "build", "--out", str(folder)],
        cwd=PROJECT,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(noon)},
        capture_output=True,
        text=True,
        check=False,
        timeout=BUILD_SECONDS,
    )
    unfinished = log.with_suffix(".part")
    unfinished.write_text(ended.stdout + ended.stderr, encoding="utf-8")
    unfinished.replace(log)


def wait_until(done: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + BUILD_SECONDS
    while not done():
        assert time.monotonic() < end, f"Waited in vain: {what}"
        time.sleep(0.2)


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
    assert [each.problems for each in begun if each.problems and not each.problems_are_expected] == []
