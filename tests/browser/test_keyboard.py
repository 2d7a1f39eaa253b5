"""By keyboard alone: every stop is in view, free and outlined; no letter acts; focus follows."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.learning import LATE, TO_LEARN, choice, old_link
from tests.browser.visit import FIRST, LEADING_DAY, NARROW, WIDTHS, Visit, name_of_page
from tests.browser.walk import fewer, pressed, stop, stops, tab_to, wrong
from tests.browser.world import ALLEGATION, RAISED, STAGE_1, end_of, outcome_slug

pytestmark = pytest.mark.returning

PAGES = (
    "",
    "routes/safeguarding/",
    "policies/somerset-qa-dispute/",
    "services/norfolk/",
    "contacts/",
    "privacy/",
    *TO_LEARN,
    "compare/norfolk-complaint--council-complaint/",
    "changes/",
    "my-matters/",
    "workbench/",
    "embed/",
    "embed/ask/",
    "embed/policies/norfolk-complaint/",
    "dates/3-working-days/",
    "404.html",
)
ALIKE = 8
"""So many links of a list are walked past, or so many sections of a page."""
DEFECTS = {
    "is out of view": "document.querySelectorAll('main a').forEach(each => {"
    " each.style.position = 'absolute'; each.style.left = '-9999px'; })",
    "is covered": "const lid = document.createElement('div');"
    " lid.style.cssText = 'position: fixed; inset: 0; z-index: 99'; document.body.append(lid)",
    "has no outline": "document.querySelectorAll('a').forEach(each => { each.style.outline = 'none'; })",
}

# The first stop after a page's heading loses its outline.
NO_OUTLINE = """() => {
    const heading = document.querySelector("main h1");
    const later = (each) => heading.compareDocumentPosition(each) & 4 && each.checkVisibility();
    const stops = "main :is(a, button, summary, input, textarea), footer a";
    const planted = [...document.querySelectorAll(stops)].find(later);
    planted.dataset.planted = "";
    planted.style.setProperty("outline", "none", "important");
    heading.tabIndex = -1;
    heading.focus();
}"""


@WIDTHS
@pytest.mark.parametrize("path", PAGES, ids=name_of_page)
def test_every_stop_of_a_page(visit: Callable[..., Visit], path: str, width: int) -> None:
    """On each page each stop of Tab, and on phones of Shift and Tab, is in view, free and outlined."""
    visitor = visit(width=width, height=640)
    visitor.problems_are_expected = path == "404.html"
    visitor.page.goto(visitor.root + path)
    if path == old_link():
        expect(visitor.page.locator(".nav-case")).to_have_count(2)
    fewer(visitor.page, ALIKE)
    there = stops(visitor.page)
    assert wrong(there) == []
    back = stops(visitor.page, back=True) if width == NARROW else []
    assert wrong(back) == []
    print(f"{len(there)} stops there and {len(back)} back on {path or 'home'} at {width} px")


@WIDTHS
def test_a_journey(visit: Callable[..., Visit], width: int) -> None:
    """By Tab and Enter alone somebody answers; each step begins at its heading, and Back does too."""
    visitor = visit(width=width, height=640)
    page = visitor.page
    page.goto(visitor.root)
    tab_to(page, "main .nav-start")
    page.keyboard.press("Enter")
    visitor.at(FIRST).ready()
    found = []
    answers: dict[str, str] = {}
    for question, option in STAGE_1.items():
        found += stops(page)
        page.locator("h1").focus()
        tab_to(page, f'a[data-question="{question}"][data-option="{option}"]')
        page.keyboard.press("Enter")
        answers[question] = option
        visitor.at(end_of(answers).slug)
        expect(page.locator("h1")).to_be_focused()
        expect(page.locator("h1")).to_be_in_viewport()
    found += stops(page)
    page.go_back()
    answers.popitem()
    visitor.at(end_of(answers).slug)
    expect(page.locator("h1")).to_be_focused()
    tab_to(page, "a[data-restart]")
    page.keyboard.press("Enter")
    visitor.at(FIRST)
    expect(page.locator("h1")).to_be_focused()
    assert wrong(found) == []
    print(f"{len(found)} stops on a journey of {len(STAGE_1)} answers at {width} px")


@WIDTHS
def test_a_mistake_and_a_date(visit: Callable[..., Visit], width: int) -> None:
    """By Tab and Enter alone somebody makes a mistake, is led to it, mends it, and gets the date."""
    visitor = visit(width=width, height=640).open(outcome_slug(STAGE_1)).ready()
    page = visitor.page
    for part, text in (("day", "31"), ("month", "2"), ("year", "2026")):
        tab_to(page, f'input[name="{RAISED}.{part}"]')
        page.keyboard.type(text)
    tab_to(page, ".nav-date-wanted button")
    page.keyboard.press("Enter")
    summary = page.locator(".nav-errors")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()
    found = stops(page)
    summary.focus()
    tab_to(page, ".nav-errors a")
    page.keyboard.press("Enter")
    expect(visitor.field(RAISED, "day")).to_be_focused()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("6")
    page.keyboard.press("Enter")
    expect(page.locator(LEADING_DAY)).to_be_visible()
    expect(page.locator(".nav-phase-now .js-lead")).to_be_focused()
    found += stops(page)
    assert wrong(found) == []
    print(f"{len(found)} stops past a mistake and past a date at {width} px")


@WIDTHS
def test_a_case(visit: Callable[..., Visit], width: int) -> None:
    """By Tab and Enter alone somebody chooses wrongly, then rightly, to the end of a case and its summary."""
    visitor = visit(width=width, height=640)
    page = visitor.page
    page.goto(visitor.root + LATE.address)
    expect(page.locator(choice("route", right=True))).to_be_visible()
    found = []
    quizzes = page.locator(".nav-quiz").evaluate_all("all => all.map(each => each.dataset.quiz)")
    for quiz in quizzes:
        for right in (False, True):
            page.locator(f'[data-quiz="{quiz}"] h3').evaluate("each => { each.tabIndex = -1; each.focus(); }")
            tab_to(page, choice(quiz, right=right))
            page.keyboard.press("Enter")
            verdict = page.locator(f'[data-quiz="{quiz}"] .nav-feedback:visible p').first
            expect(verdict).to_be_focused()
            expect(verdict).to_be_in_viewport()
        found += stops(page)
    page.locator("h1").evaluate("each => { each.tabIndex = -1; each.focus(); }")
    tab_to(page, '[data-view="summary"]')
    page.keyboard.press("Enter")
    expect(page.locator(".js-end h2")).to_be_focused()
    found += stops(page)
    assert wrong(found) == []
    print(f"{len(found)} stops on a case of {len(quizzes)} questions at {width} px")


@WIDTHS
def test_stops_of_a_hurried_page(visit: Callable[..., Visit], width: int) -> None:
    """The way out, which stays in view, covers no stop, in either direction."""
    visitor = visit(width=width, height=640).open(outcome_slug(ALLEGATION)).ready()
    there = stops(visitor.page)
    back = stops(visitor.page, back=True)
    assert wrong(there + back) == []
    print(f"{len(there)} stops there and {len(back)} back past the way out at {width} px")


@pytest.mark.parametrize("path", ["glossary/", f"find/{FIRST}/"])
def test_no_letter_acts(visit: Callable[..., Visit], path: str) -> None:
    """No single key opens the search, leads elsewhere or moves the focus."""
    visitor = visit()
    page = visitor.page
    page.goto(visitor.root + path)
    page.locator("html.js").wait_for(state="attached")
    page.locator("main a").first.focus()
    before = page.evaluate("[location.href, document.activeElement.outerHTML]")
    for key in "fs/np.,?hjk":
        page.keyboard.press(key)
    visitor.settle()
    assert page.evaluate("[location.href, document.activeElement.outerHTML]") == before
    expect(page.locator(".js-search")).to_be_hidden()


@WIDTHS
@pytest.mark.parametrize("path", ["glossary/", f"find/{FIRST}/"])
def test_search(visit: Callable[..., Visit], path: str, width: int) -> None:
    """Search is a named dialog that keeps the focus, tells how much it found, and gives the focus back."""
    visitor = visit(width=width, height=640)
    page = visitor.page
    page.goto(visitor.root + path)
    opener = page.get_by_role("button", name="Search")
    opener.focus()
    page.keyboard.press("Enter")
    field = page.get_by_role("dialog", name="Search").get_by_role("textbox", name="Search")
    expect(field).to_be_focused()
    page.keyboard.type("complaint")
    told = page.get_by_role("dialog", name="Search").get_by_role("status")
    expect(told).to_contain_text("pages found")
    visitor.settle()
    for key in ("Tab", "Shift+Tab"):
        found = pressed(page, key, 40)
        assert len(found) == 40
        assert [each for each in found if not each or each.wrong or not each.in_dialog] == []
    page.keyboard.press("Escape")
    expect(page.locator(".js-search")).to_be_hidden()
    expect(opener).to_be_focused()


def test_planted_defects(visit: Callable[..., Visit]) -> None:
    """A stop out of view, one that is covered, and one without an outline are found."""
    visitor = visit(height=640)
    for told, defect in DEFECTS.items():
        visitor.page.goto(f"{visitor.root}contacts/")
        fewer(visitor.page, ALIKE)
        assert wrong(stops(visitor.page)) == []
        visitor.page.evaluate("document.activeElement.blur()")
        visitor.page.evaluate(f"() => {{ {defect} }}")
        assert any(told in each for each in wrong(stops(visitor.page)))


@pytest.mark.parametrize("path", TO_LEARN, ids=name_of_page)
def test_planted_on_pages_to_learn_with(visit: Callable[..., Visit], path: str) -> None:
    """On each page to learn and teach with, a stop that has lost its outline is found."""
    visitor = visit(width=320, height=640)
    page = visitor.page
    page.goto(visitor.root + path)
    if path == old_link():
        expect(page.locator(".nav-case")).to_have_count(2)
    page.evaluate(NO_OUTLINE)
    page.keyboard.press("Tab")
    expect(page.locator("[data-planted]")).to_be_focused()
    here = stop(page)
    assert here
    assert "has no outline" in here.wrong
