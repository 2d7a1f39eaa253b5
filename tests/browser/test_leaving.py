"""Leaving in a hurry: the button, the first stop of the keyboard, and Shift pressed three times."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from navigator.core import journey
from tests.browser.leaks import left_behind, sent_elsewhere
from tests.browser.visit import WIDTHS, Visit
from tests.browser.world import ALLEGATION, LIBRARY, STAGE_1, outcome_slug

AWAY = LIBRARY.triage.exit_to
HURRIED = [route.id for route in LIBRARY.routes if route.quick_exit]
COUNT_STOPPED = """
    window.stopped = 0;
    const plain = Worker.prototype.terminate;
    Worker.prototype.terminate = function () { window.stopped += 1; plain.call(this); };"""


def in_reach(visitor: Visit) -> Visit:
    """Let the page that somebody flees to be there, without going to it."""
    away = "<title>Weather</title><h1>Weather</h1>"
    visitor.page.route(f"{AWAY}**", lambda route: route.fulfill(body=away, content_type="text/html"))
    return visitor


def away(page: Page) -> None:
    page.wait_for_url(AWAY)
    expect(page.locator("h1")).to_have_text("Weather")


def shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def by_button(page: Page) -> None:
    page.locator("main [data-exit]").click()


def by_shift(page: Page) -> None:
    shift(page, 3)


@pytest.mark.returning
@pytest.mark.parametrize("leave", [by_button, by_shift])
@WIDTHS
def test_leaving_the_wizard(visit: Callable[..., Visit], leave: Callable[[Page], None], width: int) -> None:
    """Each way out of an outcome leads away, asks nobody before, and leaves nothing to find."""
    visitor = in_reach(visit(width=width)).open().ready().take(ALLEGATION)
    assert visitor.page.locator(".nav-answers dt").count() == len(ALLEGATION) > 1
    assert sent_elsewhere(visitor) == []
    leave(visitor.page)
    away(visitor.page)
    assert sent_elsewhere(visitor)[0] == AWAY
    assert visitor.page.evaluate("document.referrer") == ""
    visitor.page.go_back()
    expect(visitor.page.locator("h1")).to_be_visible()
    assert left_behind(visitor) == []
    expect(visitor.page.locator(".nav-answers")).to_have_count(0)
    assert not visitor.page.url.startswith(f"{visitor.root}find/{outcome_slug(ALLEGATION)}")


@pytest.mark.returning
@pytest.mark.parametrize("path", [f"find/{outcome_slug(ALLEGATION)}/", f"routes/{HURRIED[0]}/"])
def test_first_stop_of_the_keyboard(visit: Callable[..., Visit], path: str) -> None:
    """The first stop of the keyboard is a link that leads away, in view as soon as it has the focus."""
    visitor = in_reach(visit(width=320))
    visitor.page.goto(visitor.root + path)
    first = visitor.page.locator(".nav-exit-first")
    expect(first).not_to_be_in_viewport()
    visitor.page.keyboard.press("Tab")
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    visitor.page.keyboard.press("Enter")
    away(visitor.page)


def test_screen_is_blank_at_once(visit: Callable[..., Visit]) -> None:
    """The screen is blank, the answers are dropped and the engine is stopped before anything is fetched."""
    visitor = visit(init=COUNT_STOPPED)
    visitor.page.route(f"{AWAY}**", lambda route: route.abort())
    visitor.open().ready().take(ALLEGATION)
    seen = visitor.page.evaluate(
        """() => {
            document.querySelector("main [data-exit]").click();
            return [document.body.innerText, document.title, window.stopped,
                    document.querySelectorAll("#content > *, input[name*='.']").length];
        }"""
    )
    assert seen == ["Leaving this page.", "", 1, 0]
    visitor.problems_are_expected = True


@pytest.mark.parametrize("route", HURRIED)
def test_pages_that_can_be_left(visit: Callable[..., Visit], route: str) -> None:
    """Every page of such a route has the way out, before its heading, with a word on the history."""
    visitor = visit(scripts=False)
    paths = [f"routes/{route}/"]
    paths += [f"policies/{policy.id}/" for policy in LIBRARY.policies if policy.route == route]
    paths += [node.address for node in journey.nodes(LIBRARY) if node.route == route]
    for path in paths:
        visitor.page.goto(visitor.root + path)
        link = visitor.page.locator("main .nav-exit a")
        expect(link).to_have_attribute("href", AWAY)
        expect(link).to_have_attribute("rel", re.compile("noreferrer"))
        expect(visitor.page.locator(".nav-exit-note")).to_contain_text("history")
        expect(visitor.page.locator(".nav-needs-script")).not_to_be_visible()
        assert link.evaluate("link => !!(link.compareDocumentPosition(document.querySelector('h1')) & 4)")


@pytest.mark.returning
def test_other_pages_have_no_way_out(visit: Callable[..., Visit]) -> None:
    """Elsewhere there is no such control, and Shift does nothing."""
    visitor = visit().open().ready().take(STAGE_1)
    expect(visitor.page.locator(".nav-exit")).to_have_count(0)
    expect(visitor.page.locator(".nav-exit-first")).not_to_be_visible()
    shift(visitor.page, 4)
    assert visitor.page.locator("#nav-exit-says").inner_text() == ""
    visitor.at(outcome_slug(STAGE_1))


def test_without_scripts_it_is_a_link(visit: Callable[..., Visit]) -> None:
    """Without scripts the control is a plain link."""
    visitor = in_reach(visit(scripts=False)).open(outcome_slug(ALLEGATION))
    by_button(visitor.page)
    away(visitor.page)


def test_shift_is_counted_aloud(visit: Callable[..., Visit]) -> None:
    """Each press is told; writing a capital is no press; and after a while the count begins anew."""
    visitor = visit()
    visitor.page.clock.install()
    visitor.open(outcome_slug(ALLEGATION)).ready()
    says = visitor.page.get_by_role("status").and_(visitor.page.locator("#nav-exit-says"))
    expect(says).to_have_text("")
    shift(visitor.page, 1)
    expect(says).to_contain_text("2 more times")
    shift(visitor.page, 1)
    expect(says).to_contain_text("once more")
    visitor.page.clock.fast_forward(6_000)
    expect(says).to_contain_text("still on this page")
    for _ in range(4):
        visitor.page.keyboard.press("Shift+A")
    shift(visitor.page, 2)
    visitor.page.keyboard.press("ArrowDown")
    shift(visitor.page, 2)
    expect(says).to_contain_text("once more")
    visitor.at(outcome_slug(ALLEGATION))
