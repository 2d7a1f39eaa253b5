"""A trainer puts a session together: chooses cases, orders them, and shares a link for everybody."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from navigator.site.kit.case import Case
from navigator.site.practice.session_link import MAKE, session_hash
from tests.browser.learning import CASES, COMPLAINT, LATE, PACK, old_link
from tests.browser.test_packs import shown
from tests.browser.visit import Visit

SOME = [CASES[name] for name in PACK.scenarios[:8]]


def take(page: Page, *cases: Case) -> None:
    for case in cases:
        page.locator(f"#take-{case.slug}").check()


def in_order(page: Page) -> list[str]:
    return page.locator(".js-order .js-title").all_inner_texts()


def titles(*cases: Case) -> list[str]:
    return [case.scenario.title for case in cases]


def test_a_session_is_made_kept_and_opened(visit: Callable[..., Visit]) -> None:
    """What a trainer ticks, orders and names is in the link, survives Back, and opens alike for a learner."""
    trainer, learner = visit(), visit(width=320)
    page = trainer.page
    page.goto(trainer.root + MAKE)
    expect(page.locator("#made-link")).to_be_hidden()
    take(page, LATE, COMPLAINT, SOME[0])
    page.locator(f"#take-{SOME[0].slug}").press("Space")
    page.locator(".js-order .js-later").first.press("Enter")
    assert in_order(page) == titles(COMPLAINT, LATE)
    expect(page.locator(".js-told")).to_have_text(f"{LATE.scenario.title} is now number 2.")
    expect(page.locator(".js-order .js-earlier").nth(1)).to_be_focused()
    page.locator("#made-title").fill("Induction & carers")
    page.locator("#made-minutes").fill("30")
    page.locator("#made-minutes").blur()
    made = session_hash((COMPLAINT, LATE), "Induction & carers", 30)
    assert page.url == trainer.root + MAKE + made
    link = page.locator("#made-link").input_value()
    assert link == f"{trainer.root}practice/session/{made}"
    page.locator('a[data-place="session"]').click()
    expect(page.locator(".nav-case")).to_have_count(2)
    page.go_back()
    assert in_order(page) == titles(COMPLAINT, LATE)
    expect(page.locator(f"#take-{LATE.slug}")).to_be_checked()
    expect(page.locator("#made-title")).to_have_value("Induction & carers")
    learner.page.goto(link)
    expect(learner.page.locator(".nav-case")).to_have_count(2)
    assert shown(learner.page) == [COMPLAINT.scenario.id, LATE.scenario.id]
    expect(learner.page.locator("[data-message]:visible")).to_have_count(0)


def test_a_session_is_ordered_by_dragging_and_cut_to_its_time(visit: Callable[..., Visit]) -> None:
    """A case is dragged by its grip; a session that is too long loses cases from its end, and says which."""
    visitor = visit(width=1280)
    page = visitor.page
    page.goto(visitor.root + MAKE + session_hash(SOME))
    assert in_order(page) == titles(*SOME)
    grips = page.locator(".js-grip")
    grips.nth(2).hover()
    page.mouse.down()
    top = grips.nth(0).bounding_box()
    assert top
    page.mouse.move(top["x"] + 5, top["y"] - 5, steps=4)
    page.mouse.up()
    dragged = [SOME[2], SOME[0], SOME[1], *SOME[3:]]
    assert in_order(page) == titles(*dragged)
    page.locator("#made-minutes").fill("20")
    page.locator("#made-minutes").blur()
    page.locator(".js-cut").click()
    left = in_order(page)
    assert left == titles(*dragged)[: len(left)]
    assert 0 < int(page.locator(".js-building .js-minutes").inner_text()) <= 20
    expect(page.locator(".js-told")).to_have_text(
        f"Taken out from the end: {', '.join(titles(*dragged)[len(left) :])}."
    )
    expect(page.locator(".js-cut")).to_be_hidden()


def test_a_link_from_earlier_opens_to_be_changed(visit: Callable[..., Visit]) -> None:
    """A link of the old form opens for editing, names what is gone, and becomes one of today."""
    visitor = visit()
    visitor.page.goto(visitor.root + old_link().replace("practice/session/", MAKE))
    assert in_order(visitor.page) == titles(COMPLAINT, LATE)
    expect(visitor.page.locator("[data-message=unknown]")).to_contain_text("no-such-case")
    expect(visitor.page.locator("[data-message=changed]")).to_contain_text(LATE.scenario.title)
    visitor.page.locator(".js-order .js-remove").first.click()
    assert visitor.page.url == visitor.root + MAKE + session_hash([LATE])
    visitor.page.locator('.nav-skip[href="#content"]').evaluate("each => each.click()")
    visitor.settle()
    assert in_order(visitor.page) == titles(LATE)
    assert visitor.page.url.endswith(session_hash([LATE], minutes=None))


def test_cases_are_found_by_filters(visit: Callable[..., Visit]) -> None:
    """Only cases that fit all filters are in view; what is chosen stays chosen."""
    visitor = visit()
    page = visitor.page
    page.goto(visitor.root + MAKE)
    take(page, LATE)
    page.locator("#only-reader").select_option("child")
    told = [case for case in CASES.values() if case.trail.node.reader == "child"]
    assert 0 < len(told) < len(CASES)
    expect(page.locator(".js-pick:visible")).to_have_count(len(told))
    expect(page.locator(".js-shown")).to_have_text(str(len(told)))
    page.locator("#only-level").select_option("harder")
    expect(page.locator(".js-pick:visible")).not_to_have_count(len(told))
    assert in_order(page) == titles(LATE)


@pytest.mark.parametrize("width", [320, 1280])
def test_what_opens_a_session_is_in_view_at_once(visit: Callable[..., Visit], width: int) -> None:
    """However far down a case is ticked, its session is one press away or already there."""
    visitor = visit(width=width)
    page = visitor.page
    page.goto(visitor.root + MAKE)
    page.locator(".js-pick input").last.check()
    if width < 960:
        page.locator(".js-show").click()
    expect(page.locator('a[data-place="session"]')).to_be_in_viewport()
