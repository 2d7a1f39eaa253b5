"""The site as it is uploaded, on servers that nobody has set up for it: the engine starts, and dates come."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import _chromium
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.keeping import KEEPS, held, let_keep
from tests.browser.visit import LEADING_DAY, Host, Visit, wait_until
from tests.browser.world import RAISED, STAGE_1
from tests.hosts import servers
from tests.hosts.strict import StrictHost

ELSEWHERE = "fostering.example"
TRIED: list[str] = [each for each in ("nginx", "apache2") if each in servers.installed()] or ["python"]
"""All servers, with all browsers, are tried by tests/engines."""


@contextmanager
def visiting(chromium: Browser, address: str) -> Iterator[Visit]:
    """Give a visit whose browser may keep the site, and in which nothing goes wrong."""
    visitor = Visit(chromium, Host(address), offline=True)
    try:
        yield visitor
        assert visitor.problems == []
    finally:
        visitor.close()


def play(visitor: Visit) -> None:
    """Answer up to a stage, and give a date that a deadline is worked out from."""
    visitor.open().ready().take(STAGE_1).give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")


@pytest.mark.parametrize("name", TRIED)
def test_a_journey_on_a_server_as_its_package_sets_it_up(chromium: Browser, site: Path, name: str) -> None:
    """On each server, below a path, a date gives its deadline; so it does later without a network."""
    with servers.serving(name, site) as address, visiting(chromium, address + servers.SUB_PATH) as visitor:
        play(visitor)
        let_keep(visitor)
        wait_until(lambda: held(visitor) >= KEEPS, "the engine is kept")
        visitor.context.set_offline(True)
        visitor.page.goto("about:blank")
        play(visitor)


def test_a_journey_on_a_server_that_knows_little(chromium: Browser, site: Path) -> None:
    """Where few kinds of files are known, no guess is allowed and all others are not sent, dates come too."""
    with StrictHost(site) as host, visiting(chromium, host.address) as visitor:
        play(visitor)


def test_a_journey_on_an_object_store(chromium: Browser, site: Path) -> None:
    """Where all but pages, styles and scripts are bytes of no kind, the slow way to start gives dates too."""
    with StrictHost(site, others="application/octet-stream") as host:
        host.gone.add("start.zip.bin")
        visitor = Visit(chromium, Host(host.address))
        play(visitor)
        visitor.close()


def test_a_journey_over_plain_http(chromium: Browser, site: Path) -> None:
    """On another machine's address without HTTPS, where a browser keeps nothing, dates come all the same."""
    there = ["--no-sandbox", f"--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1"]
    other = chromium.browser_type.launch(executable_path=_chromium.find(), args=there)
    with servers.serving("python", site) as address:
        visitor = Visit(other, Host(address.replace("127.0.0.1", ELSEWHERE)), offline=True)
        play(visitor)
        assert visitor.page.evaluate("[isSecureContext, 'serviceWorker' in navigator]") == [False, False]
        assert visitor.problems == []
    other.close()
