"""Hosts and proxies that add a policy of their own: what it allows works, and what it forbids is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visit import LEADING_DAY, Host, Visit
from tests.browser.world import LIBRARY, RAISED, STAGE_1
from tests.hosts import servers
from tests.hosts.strict import StrictHost
from tests.hosts.test_hosting_settings import POLICY

ALLOWING = {
    "the page's": POLICY.removeprefix("Content-Security-Policy: "),
    "no blob": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
}
FORBIDDING = {
    "only its own": "default-src 'self'",
    "no WebAssembly": "script-src 'self' blob:; worker-src 'self' blob:",
    "no workers": "worker-src 'none'",
    "no requests": "connect-src 'none'",
    "trusted types": "require-trusted-types-for 'script'",
}
WITHOUT_SEARCH = ("no requests",)
REPORTED = "default-src 'none'"


@contextmanager
def visiting(chromium: Browser, site: Path, **headers: str) -> Iterator[Visit]:
    with StrictHost(site, headers=headers) as host:
        visitor = Visit(chromium, Host(host.address))
        try:
            yield visitor
        finally:
            visitor.close()


@pytest.mark.parametrize("policy", ALLOWING.values(), ids=ALLOWING)
def test_a_policy_that_allows_enough(chromium: Browser, site: Path, policy: str) -> None:
    """With the policy of the page for hosts, and with one that allows no blob, dates and search work."""
    with visiting(chromium, site, **{"Content-Security-Policy": policy}) as visitor:
        visitor.open().ready().take(STAGE_1).give_date(RAISED, "6", "10", "2026")
        expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")
        visitor.page.get_by_role("button", name="Search").click()
        visitor.page.keyboard.type("complaint")
        expect(visitor.page.locator(".js-search-told")).to_contain_text("pages found")


@pytest.mark.parametrize("policy", FORBIDDING.values(), ids=FORBIDDING)
def test_a_policy_that_forbids_the_engine(chromium: Browser, site: Path, policy: str) -> None:
    """The page says that its host forbids it, and does not blame the browser; answers lead on even so."""
    with visiting(chromium, site, **{"Content-Security-Policy": policy}) as visitor:
        visitor.open().until("failed")
        expect(visitor.page.locator("#navigator-status")).to_have_text(
            LIBRARY.words["scripts.status.failed_forbidden"]
        )
        visitor.take_on({"danger": "none"}, "who")


@pytest.mark.parametrize("kind", FORBIDDING)
def test_a_policy_and_search(chromium: Browser, site: Path, kind: str) -> None:
    """Search works wherever a policy lets it; else says that the host forbids it, and leads to all pages."""
    with visiting(chromium, site, **{"Content-Security-Policy": FORBIDDING[kind]}) as visitor:
        page = visitor.page
        page.goto(f"{visitor.root}privacy/")
        page.get_by_role("button", name="Search").click()
        page.keyboard.type("complaint")
        if kind not in WITHOUT_SEARCH:
            expect(page.locator(".js-search-told")).to_contain_text("pages found")
            return
        dialog = page.get_by_role("dialog", name="Search")
        expect(dialog.get_by_role("alert")).to_contain_text(LIBRARY.words["theme.search.forbidden"])
        dialog.get_by_role("link", name=LIBRARY.words["theme.all_pages"]).click()
        expect(page.locator("#all-pages")).to_be_in_viewport()


def test_a_policy_that_only_reports(chromium: Browser, site: Path) -> None:
    """A policy that is only being tried forbids nothing, and nothing is said of it."""
    with visiting(chromium, site, **{"Content-Security-Policy-Report-Only": REPORTED}) as visitor:
        visitor.open().ready()


@pytest.mark.parametrize("name", [each for each in ("nginx",) if each in servers.installed()] or ["python"])
def test_the_look_needs_nothing_in_the_page(chromium: Browser, site: Path, name: str) -> None:
    """Where a host forbids styles and scripts in a page, colours follow the device all the same."""
    more = "" if name == "python" else f'add_header Content-Security-Policy "{FORBIDDING["only its own"]}";'
    with servers.serving(name, site, more) as address:
        visitor = Visit(chromium, Host(address), dark=True)
        visitor.page.goto(f"{address}privacy/")
        expect(visitor.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        assert visitor.page.locator(".md-main").evaluate("each => getComputedStyle(each).flexGrow") == "1"
        visitor.close()
