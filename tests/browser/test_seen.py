"""What axe cannot see: explanations that stay, less motion, few colours, help in one place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.states import templates
from tests.browser.visit import NO_ENGINE, WIDTHS, Visit
from tests.browser.world import ALLEGATION, LIBRARY, RAISED, ROUTES, STAGE_1, outcome_slug, path_to

SCREEN = 844
"""The height of a phone's screen that is 390 wide, in pixels."""
FIRST_SEEN = ":is(.nav-phase-now .js-lead, #turning-points)"
"""What leads, and the heading above what may have happened."""

pytestmark = pytest.mark.returning

MOVING = """() => document.getAnimations().length + [...document.querySelectorAll("*")].filter(each => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(each);
    return animationName !== "none" || transitionDuration !== "0s" || scrollBehavior === "smooth";
}).length"""


def whole(tip: Locator) -> bool:
    """Say whether nothing covers or cuts an explanation, once it is scrolled to."""
    tip.scroll_into_view_if_needed()
    found: bool = tip.evaluate(
        """tip => {
            const {left, right, top, bottom} = tip.getBoundingClientRect();
            const [xs, ys] = [[left + 2, right - 2], [top + 2, bottom - 2]];
            return xs.every(x => ys.every(y => tip.contains(document.elementFromPoint(x, y))));
        }"""
    )
    return found


PAGES = [f"find/{outcome_slug(STAGE_1)}/", "policies/somerset-qa-dispute/", "practice/"]


@WIDTHS
@pytest.mark.parametrize("path", PAGES[:2])
def test_explanations(visit: Callable[..., Visit], path: str, width: int) -> None:
    """Each explanation comes on focus, is whole, can be read in its colours, and goes with Escape."""
    visitor = visit(width=width, height=700)
    page = visitor.page
    page.goto(visitor.root + path)
    page.locator("html.js").wait_for(state="attached")
    visitor.unfold_all()
    terms = [term for term in page.locator("main .nav-term").all() if term.is_visible()]
    assert len(terms) > 3
    for term in terms:
        tip = term.locator(".nav-tip")
        expect(tip).not_to_be_visible()
        term.locator("a").focus()
        expect(tip).to_be_visible()
        assert whole(tip), tip.inner_text()
        assert tip.evaluate("({innerText}) => innerText.length") > 10
        colours = tip.evaluate("tip => [getComputedStyle(tip).color, getComputedStyle(tip).backgroundColor]")
        assert len(set(colours)) == 2, colours
        page.keyboard.press("Escape")
        expect(tip).not_to_be_visible()
        term.locator("a").blur()
    print(f"{len(terms)} explanations on {path} at {width} px")


@pytest.mark.parametrize("path", PAGES[:2])
def test_pointer_reaches_explanations(visit: Callable[..., Visit], path: str) -> None:
    """The pointer can go from a word to its explanation, which stays meanwhile."""
    visitor = visit()
    page = visitor.page
    page.goto(visitor.root + path)
    for term in [term for term in page.locator("main .nav-term").all() if term.is_visible()][:8]:
        tip, link = term.locator(".nav-tip"), term.locator("a")
        link.evaluate("link => link.scrollIntoView({block: 'center'})")
        link.hover()
        expect(tip).to_be_visible()
        word, box = link.bounding_box(), tip.bounding_box()
        assert word
        assert box
        across = min(max(word["x"] + word["width"] / 2, box["x"] + 5), box["x"] + box["width"] - 5)
        page.mouse.move(across, word["y"] + word["height"] - 2)
        page.mouse.move(across, box["y"] + box["height"] / 2, steps=20)
        expect(tip).to_be_visible()
        page.keyboard.press("Escape")
        expect(tip).not_to_be_visible()
        page.mouse.move(0, 0)


def test_less_motion(visit: Callable[..., Visit]) -> None:
    """Where less motion is asked for, nothing moves by itself."""
    visitor = visit()
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open().ready().take(STAGE_1)
    assert visitor.page.evaluate(MOVING) == 0
    visitor.page.goto(visitor.root)
    assert visitor.page.evaluate(MOVING) == 0


def test_few_colours(visit: Callable[..., Visit]) -> None:
    """In forced colours urgency stands in words under headings, and edges show what is a button or a card."""
    visitor = visit()
    visitor.page.emulate_media(forced_colors="active")
    visitor.open()
    notice = visitor.page.locator(".nav-danger")
    expect(notice.get_by_role("heading")).to_have_text(LIBRARY.triage.danger.heading)
    visitor.ready().take(ALLEGATION)
    expect(visitor.page.locator(".nav-urgent").get_by_role("heading", level=2)).not_to_be_empty()
    bordered(visitor.page, ".nav-urgent", ".nav-exit a", ".nav-urgent .nav-call")
    visitor.open().ready().take(STAGE_1)
    visitor.give_date(RAISED, "31", "2", "2026")
    expect(visitor.page.locator(".nav-errors").get_by_role("heading")).to_have_text("There is a problem")
    bordered(
        visitor.page,
        ".nav-errors",
        ".nav-dates-form button",
        ".nav-date input",
        ".nav-warning",
        ".nav-deadline",
    )
    for card in visitor.page.locator(".nav-deadline").all():
        expect(card.get_by_role("heading").first).not_to_be_empty()
    for box in visitor.page.locator(".nav-warning").all():
        assert box.evaluate("box => !!box.closest('section').querySelector('h2')?.textContent")


def test_that_all_is_ready_is_only_heard(visit: Callable[..., Visit]) -> None:
    """That dates can be worked out is told to a screen reader and takes no room; what goes wrong is seen."""
    visitor = visit(width=390).open(outcome_slug(STAGE_1)).ready()
    line = visitor.page.get_by_role("status").and_(visitor.page.locator("#navigator-status"))
    expect(line).to_have_text(LIBRARY.words["scripts.status.ready"])
    room = "line => line.getBoundingClientRect().height * line.getBoundingClientRect().width"
    assert line.evaluate(room) <= 1
    line.evaluate("line => { line.dataset.state = 'failed'; }")
    assert line.evaluate(room) > 1_000


@pytest.mark.parametrize("width", [320, 390])
def test_a_number_stays_in_one_line(visit: Callable[..., Visit], width: int) -> None:
    """On a button no telephone number is broken, with wide spacing between the letters as well."""
    visitor = visit(width=width).open().ready().take({"danger": "now"})
    number = visitor.page.locator(".nav-call .nav-number").first
    number.evaluate("number => { number.textContent = '0808 800 5000'; }")
    number.evaluate("({style}) => { style.letterSpacing = '0.12em'; style.wordSpacing = '0.16em'; }")
    assert number.evaluate("number => number.getClientRects().length") == 1
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_answer_fits_three_screens_of_a_phone(visit: Callable[..., Visit]) -> None:
    """What leads, and the heading of what may have happened, stand on the first screen; all on three."""
    visitor = visit(width=390, height=SCREEN)
    page = visitor.page
    for route in ROUTES:
        visitor.open(outcome_slug(path_to(route))).ready()
        assert page.evaluate("document.documentElement.scrollHeight") <= 3 * SCREEN, route
        tops = page.locator(FIRST_SEEN).evaluate_all("all => all.map(each => each.getBoundingClientRect().y)")
        assert tops, route
        assert max(tops) < SCREEN, route
    print(f"answers of {len(ROUTES)} routes fit {3 * SCREEN} px")


def test_what_is_told_of_another_phase_takes_no_room(visit: Callable[..., Visit]) -> None:
    """On an urgent page too, only the phase that somebody chose is there: no empty box stands above it."""
    visitor = visit(width=390, init=NO_ENGINE).open(outcome_slug(ALLEGATION))
    visitor.page.locator('a[data-question="phase"]').first.press("Enter")
    waiting = visitor.page.locator(".nav-phases > section[hidden]")
    expect(visitor.page.locator(".nav-urgent[hidden]")).to_have_count(1)
    assert set(waiting.evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")) == {0}


def bordered(page: Page, *selectors: str) -> None:
    for selector in selectors:
        for found in page.locator(selector).all():
            assert found.evaluate("each => parseFloat(getComputedStyle(each).borderTopWidth)") >= 1, selector


def test_help_is_in_one_place(visit: Callable[..., Visit], site: Path) -> None:
    """Every kind of page offers the same help in the same order: contacts, accessibility, privacy."""
    visitor = visit()
    found = {}
    for path in [*templates(site), f"find/{outcome_slug(STAGE_1)}/", f"find/{outcome_slug(ALLEGATION)}/"]:
        visitor.page.goto(visitor.root + path)
        foot = visitor.page.locator(".nav-footer a, .nav-framed-foot a")
        found[path] = foot.evaluate_all("links => links.map(link => link.textContent)")
    offered = ("Contacts", "Accessibility statement", "Privacy")
    assert {tuple(name for name in names if name in offered) for names in found.values()} == {offered}
    # A page that stands within another site has only this help, and no menu.
    assert len({tuple(names) for path, names in found.items() if not path.startswith("embed/")}) == 1
    print(f"the same help at the foot of {len(found)} kinds of page")
