"""Nothing leaves the device, and nothing is left behind on it."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.keeping import KEEPS, held
from tests.browser.leaks import left_behind, sent_elsewhere
from tests.browser.served import Server
from tests.browser.visit import LEADING_DAY, Visit, wait_until
from tests.browser.world import RAISED, STAGE_1


@pytest.fixture(scope="module")
def after(chromium: Browser, server: Server) -> Iterator[Visit]:
    """Return somebody who has made a whole journey, by the wizard alone."""
    visitor = Visit(chromium, server).open().ready().take(STAGE_1)
    visitor.give_date(RAISED, "31", "2", "2026")
    expect(visitor.page.locator(".nav-errors")).to_be_focused()
    visitor.page.locator(".nav-errors a").click()
    visitor.give_date(RAISED, "6", "October", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_be_visible()
    visitor.page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
    visitor.page.locator('.nav-answers a[data-show="task"]').press("Enter")
    visitor.at("task")
    # For the next visit the engine's own files are kept, some seconds after it has come.
    wait_until(lambda: held(visitor) >= KEEPS, "the engine is kept")
    yield visitor
    visitor.close()


def test_nothing_goes_to_anyone_else(after: Visit) -> None:
    """Every request of a journey, the worker's included, goes to the site itself, and tells no answer."""
    asked = after.requests
    assert any("pyodide.asm.wasm" in address for address in asked), "the worker's requests are seen"
    assert sent_elsewhere(after) == []
    # Any number keeps what is asked of the release out of caches.
    others = [address for address in asked if not re.search(r"/release\.txt\?\d+$", address)]
    assert [address for address in others if "?" in address or "#" in address] == []
    assert after.problems == []


def test_answers_are_not_asked_for(after: Visit) -> None:
    """Once the engine is ready, giving answers and dates makes no request at all."""
    before = len(after.requests)
    after.answer("task", "childs-team")
    # The page that comes next lists the answer; the one before it does not.
    change = after.page.locator('.nav-answers a[data-show="task"]')
    change.wait_for(state="attached")
    after.unfold_all()
    change.press("Enter")
    after.at("task")
    # Chromium itself looks at the site's icon again whenever the address changes.
    assert [address for address in after.requests[before:] if not address.endswith("favicon.png")] == []


def test_nothing_is_stored(after: Visit) -> None:
    """There is no cookie, and nothing at all in any storage."""
    assert left_behind(after) == []


def test_history_tells_nothing(after: Visit) -> None:
    """Each entry of the history has the address of a page and a number, and no answer and no date."""
    entries = []
    for _ in range(after.page.evaluate("history.length") - 2):
        entries.append(after.page.evaluate("[location.href, history.state, document.title]"))
        after.page.go_back()
        after.page.wait_for_timeout(100)
    assert len(entries) > len(STAGE_1)
    for address, state, title in entries:
        assert re.fullmatch(re.escape(after.root) + r"find/[a-z0-9-]+/", address)
        assert isinstance(state, int)
        assert "Stage" not in title


def test_form_sends_nothing_by_itself(visit: Callable[..., Visit]) -> None:
    """Even without a script that minds it, the form puts no date into an address."""
    visitor = visit().open().ready().take(STAGE_1)
    visitor.give_date(RAISED, "6", "10", "2026", press=False)
    address = visitor.page.url
    visitor.page.evaluate(
        """() => {
            const page = document.getElementById('navigator');
            page.replaceWith(page.cloneNode(true));
            document.querySelector('.nav-dates-form').requestSubmit();
        }"""
    )
    visitor.settle()
    assert visitor.page.url == address
