"""Cases, packs and made links, as trainer and learners meet them in a browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.learning import CASES, COMPLAINT, LATE, PACK, choose, link, old_link
from tests.browser.visit import Visit, name_of_page
from tests.browser.world import LIBRARY


def shown(page: Page) -> list[str]:
    """Return the cases on a page, in order."""
    found: list[str] = page.locator(".nav-case").evaluate_all("all => all.map(each => each.dataset.case)")
    return found


def test_a_pack_opens_alike_for_trainer_and_learner(visit: Callable[..., Visit]) -> None:
    """In two browsers that know nothing of each other, the same link shows the same cases."""
    trainer, learner = visit(width=1280), visit(width=320)
    for each in (trainer, learner):
        each.page.goto(f"{each.root}packs/{PACK.id}/")
        assert shown(each.page) == list(PACK.scenarios)


def test_a_link_from_earlier_says_what_changed(visit: Callable[..., Visit]) -> None:
    """A case that is gone is named, so is one that has changed, and the rest is shown."""
    visitor = visit()
    visitor.page.goto(f"{visitor.root}{old_link()},<b>x")
    expect(visitor.page.locator(".nav-case")).to_have_count(2)
    expect(visitor.page.locator("[data-message=unknown]")).to_contain_text("no-such-case, <b>x")
    expect(visitor.page.locator("[data-message=changed]")).to_contain_text(LATE.scenario.title)
    expect(visitor.page.locator("[data-message=changed]")).not_to_contain_text(COMPLAINT.scenario.title)
    expect(visitor.page.locator("[data-message=none]")).to_be_hidden()


@pytest.mark.parametrize("hash", ["", "#", "#cases=", "#cases=,,", "#%E0%A4%A"], ids=repr)
def test_a_link_without_cases_says_so(visit: Callable[..., Visit], hash: str) -> None:  # noqa: A002
    """It is never a blank page."""
    visitor = visit()
    visitor.page.goto(f"{visitor.root}practice/session/{hash}")
    expect(visitor.page.locator("[data-message=none]")).to_be_visible()
    assert shown(visitor.page) == []


def test_a_case_that_does_not_come_is_named(visit: Callable[..., Visit]) -> None:
    """Where the page of a case cannot be fetched, the others are shown and that one is named."""
    visitor = visit()
    visitor.problems_are_expected = True
    visitor.page.route(f"**/{LATE.slug}/", lambda route: route.abort())
    visitor.page.goto(visitor.root + link(LATE, COMPLAINT))
    expect(visitor.page.locator("[data-message=failed]")).to_contain_text(LATE.scenario.title)
    assert shown(visitor.page) == [COMPLAINT.scenario.id]


def test_the_skip_link_keeps_the_session(visit: Callable[..., Visit]) -> None:
    """A link within the page takes nothing away, and a reload still shows the cases."""
    visitor = visit()
    visitor.page.goto(visitor.root + link(LATE))
    expect(visitor.page.locator(".nav-case")).to_have_count(1)
    visitor.page.locator('.nav-skip[href="#content"]').evaluate("each => each.click()")
    visitor.settle()
    assert shown(visitor.page) == [LATE.scenario.id]
    visitor.page.reload()
    expect(visitor.page.locator(".nav-case")).to_have_count(1)


def test_a_wrong_choice_explains_itself_and_the_right_one_leads_on(visit: Callable[..., Visit]) -> None:
    """The feedback takes the focus, what was tried stays marked, and the right one leads on."""
    page = visit().page
    page.goto(visit().root + LATE.address)
    stage = page.locator('.nav-quiz[data-quiz="stage"]')
    expect(stage).to_be_hidden()
    turn = LATE.scenario.wrong_turns[0]
    button = page.get_by_role("button", name=LIBRARY.route[turn.route].name)
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    feedback = page.locator(".nav-feedback:visible")
    expect(feedback).to_contain_text(turn.why)
    expect(feedback).to_contain_text(turn.source.section)
    expect(feedback.locator("p").first).to_be_focused()
    expect(stage).to_be_hidden()
    choose(page, "route", right=True)
    expect(page.locator(".nav-feedback:visible")).to_have_count(1)
    expect(button.locator(".nav-sign")).to_be_visible()
    expect(stage).to_be_visible()


def test_a_session_can_be_summed_up(visit: Callable[..., Visit]) -> None:
    """The summary says what was right at the first try, and what is open; the way back is there."""
    visitor = visit()
    page = visitor.page
    page.goto(visitor.root + LATE.address)
    choose(page, "route", right=False)
    choose(page, "route", right=True)
    choose(page, "stage", right=True)
    expect(page.locator(".js-results")).to_be_hidden()
    page.locator('[data-view="summary"]').first.press("Enter")
    results = page.locator(".js-results [data-result]")
    assert [each.inner_text() for each in results.all()] == [
        "Right after another try", "Right at the first try", "Not answered yet", "Not answered yet",
    ]  # fmt: skip
    expect(page.locator(".nav-quiz").first).to_be_hidden()
    expect(page.locator('[data-view="print"]')).to_be_visible()
    page.locator('[data-view="cases"]').press("Enter")
    expect(page.locator(".nav-quiz").first).to_be_visible()


def test_without_scripts_cases_and_answers_can_be_read(visit: Callable[..., Visit]) -> None:
    """Each choice unfolds to its feedback, the whole answer unfolds, and there is no dead control."""
    visitor = visit(scripts=False, width=320)
    page = visitor.page
    page.goto(f"{visitor.root}packs/{PACK.id}/")
    assert page.locator(".nav-case").count() == len(PACK.scenarios)
    first = page.locator(".nav-case").first
    choice = first.locator("details.nav-choice").first
    expect(choice.locator(".nav-feedback")).to_be_hidden()
    choice.locator("summary").press("Enter")
    expect(choice.locator(".nav-feedback")).to_be_visible()
    answer = first.locator("details.nav-answer")
    answer.locator("summary").first.press("Enter")
    expect(answer).to_contain_text(CASES[PACK.scenarios[0]].scenario.worked_out.splitlines()[0])
    expect(page.locator("main button:visible")).to_have_count(0)
    page.goto(visitor.root + link(LATE))
    page.locator(f'a[data-case="{LATE.scenario.id}"]').click()
    expect(page.locator(".nav-case h2")).to_have_text(LATE.scenario.title)
    page.goto(f"{visitor.root}practice/make/")
    expect(page.locator("main :is(input, select, button):visible")).to_have_count(0)
    page.locator("main .js-without a").click()
    assert page.url == f"{visitor.root}packs/"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_large_type_works_with_and_without_scripts(visit: Callable[..., Visit], scripts: bool) -> None:
    """For a projector the whole case grows, by keyboard too."""
    visitor = visit(scripts=scripts)
    page = visitor.page
    page.goto(f"{visitor.root}packs/{PACK.id}/")
    story = page.locator(".nav-story p").first
    before = story.bounding_box()
    page.locator(".nav-large").press("Space")
    after = story.bounding_box()
    assert before
    assert after
    assert after["height"] > before["height"] or after["width"] > before["width"]


@pytest.mark.parametrize(
    "address",
    [
        "practice/", LATE.address, "practice/make/", link(LATE), "packs/", f"packs/{PACK.id}/",
        f"packs/{PACK.id}/handout/", f"packs/{PACK.id}/answers/", "map/", "compare/", "who-does-what/",
        "glossary/", "induction/",
    ],
    ids=name_of_page,
)  # fmt: skip
def test_nothing_is_wider_than_a_small_screen(visit: Callable[..., Visit], address: str) -> None:
    """At 320 px no page has to be moved sideways, with everything unfolded."""
    visitor = visit(width=320)
    visitor.page.goto(visitor.root + address)
    visitor.settle()
    visitor.page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")
    wide = visitor.page.evaluate(
        """[...document.querySelectorAll("main article *")]
            .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
            .filter(each => !each.closest(".nav-scroll, .nav-map-box, .nav-hidden"))
            .map(each => each.outerHTML.slice(0, 80))"""
    )
    assert wide == []
