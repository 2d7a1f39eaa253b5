"""Moving about: back and forth, changing answers, hurrying, the keyboard, and outrunning the engine."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from navigator.core import journey
from tests.browser.served import HELD, Server
from tests.browser.visit import FIRST, LEADING_DAY, Visit
from tests.browser.world import LIBRARY, RAISED, STAGE_1, end_of, outcome_slug, path_to


def given(visitor: Visit) -> list[str]:
    """Return the answers that the page lists."""
    return visitor.page.locator(".nav-answers dt + dd").all_inner_texts()


def length(visitor: Visit) -> int:
    found: int = visitor.page.evaluate("history.length")
    return found


def test_back_and_forward_restore(fresh: Visit) -> None:
    """The browser's Back and Forward show each page again, with its answers and the date that was given."""
    fresh.take(STAGE_1).give_date(RAISED, "6", "10", "2026")
    expect(fresh.page.locator(LEADING_DAY)).to_be_visible()
    answers = list(STAGE_1.items())
    for count in reversed(range(3, len(answers))):
        fresh.page.go_back()
        fresh.at(end_of(dict(answers[:count])).slug)
        expect(fresh.page.locator(".nav-answers dt")).to_have_count(count)
        assert fresh.focused().startswith("H1")
    for count in range(4, len(answers) + 1):
        fresh.page.go_forward()
        fresh.at(end_of(dict(answers[:count])).slug)
        expect(fresh.page.locator(".nav-answers dt")).to_have_count(count)
    expect(fresh.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")


def test_change_keeps_later_answers(fresh: Visit) -> None:
    """After one answer is changed, the later ones still hold where they are asked in the same words."""
    fresh.take(STAGE_1)
    fresh.unfold_all().page.locator('.nav-answers a[data-show="task"]').press("Enter")
    fresh.at("task").answer("task", "fostering-service")
    fresh.at(outcome_slug({**STAGE_1, "task": "fostering-service"}))
    assert len(given(fresh)) == len(STAGE_1)


def test_change_drops_what_no_longer_holds(fresh: Visit) -> None:
    """A stage of one policy is never taken for a stage of another: after such a change it is asked again."""
    norfolk = path_to("complaint", service="norfolk", progress="stage-2", who="carer")
    fresh.take(norfolk)
    fresh.unfold_all().page.locator('.nav-answers a[data-show="service"]').press("Enter")
    fresh.answer("service", "other")
    asked = end_of({key: value for key, value in norfolk.items() if key != "progress"} | {"service": "other"})
    fresh.at(asked.slug)
    expect(fresh.page.locator(".nav-question h1")).to_be_visible()


def test_back_link_marks_the_answer(fresh: Visit) -> None:
    """The page's own Back shows the question before, with the answer that was given."""
    fresh.take({"danger": "none", "who": "carer"})
    fresh.page.locator(".nav-back").press("Enter")
    fresh.at("who")
    expect(fresh.choice("who", "carer").locator(".nav-choice-before")).to_be_visible()
    expect(fresh.page.locator(".nav-choice-before")).to_have_count(1)


def test_typed_dates_survive(fresh: Visit) -> None:
    """A date that is half typed is still there after going back to a question and forth again."""
    fresh.take(STAGE_1)
    fresh.field(RAISED, "day").fill("6")
    fresh.field(RAISED, "month").fill("October")
    fresh.unfold_all().page.locator('.nav-answers a[data-show="progress"]').press("Enter")
    fresh.answer("progress", "stage-1").at(outcome_slug(STAGE_1))
    expect(fresh.field(RAISED, "day")).to_have_value("6")
    expect(fresh.field(RAISED, "month")).to_have_value("October")
    expect(fresh.page.locator(".nav-errors")).to_have_count(0)


def test_start_again_forgets(fresh: Visit) -> None:
    """Start again leaves no answer and no date."""
    fresh.take(STAGE_1).give_date(RAISED, "6", "10", "2026")
    expect(fresh.page.locator(LEADING_DAY)).to_be_visible()
    fresh.page.locator("a[data-restart]").press("Enter")
    fresh.at(FIRST)
    assert given(fresh) == []
    fresh.take(STAGE_1)
    expect(fresh.field(RAISED, "day")).to_have_value("")
    expect(fresh.page.locator(LEADING_DAY)).to_have_count(0)


def test_last_of_rapid_answers_counts(fresh: Visit) -> None:
    """Of two answers chosen in a hurry the last one is taken, and the other leaves no trace."""
    fresh.page.evaluate(
        """() => {
            document.querySelector('a[data-option="none"]').click();
            document.querySelector('a[data-option="worried"]').click();
        }"""
    )
    fresh.at(outcome_slug({"danger": "worried"}))
    fresh.page.go_back()
    fresh.at(FIRST)


def test_title_and_focus_follow(fresh: Visit) -> None:
    """After each step the title tells nothing, the page is at its top, and the heading has the focus."""
    fresh.page.set_viewport_size({"width": 320, "height": 400})
    fresh.answer("danger", "none").at("who")
    asked = LIBRARY.question["who"].ask
    expect(fresh.page.locator("h1")).to_have_text(asked)
    assert asked not in fresh.page.title()
    assert fresh.page.evaluate("scrollY") == 0
    assert fresh.focused().startswith("H1")
    fresh.page.set_viewport_size({"width": 1280, "height": 900})


def test_keyboard_alone(fresh: Visit) -> None:
    """With Tab and Enter alone somebody gets to an outcome and gives a date."""

    def tab_to(selector: str) -> None:
        for _ in range(80):
            fresh.page.keyboard.press("Tab")
            if fresh.page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
                return
        raise AssertionError(f"Tab does not reach {selector}")

    answers: dict[str, str] = {}
    for question, option in STAGE_1.items():
        tab_to(f'a[data-question="{question}"][data-option="{option}"]')
        link = fresh.choice(question, option)
        assert link.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
        assert link.evaluate("link => link.getBoundingClientRect().height") >= 44
        fresh.page.keyboard.press("Enter")
        answers[question] = option
        fresh.at(end_of(answers).slug)
    tab_to(f'input[name="{RAISED}.day"]')
    fresh.page.keyboard.type("6")
    fresh.page.keyboard.press("Tab")
    fresh.page.keyboard.type("October")
    fresh.page.keyboard.press("Tab")
    fresh.page.keyboard.type("2026")
    fresh.page.keyboard.press("Enter")
    expect(fresh.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")


def test_engine_comes_late(visit: Callable[..., Visit], server: Server) -> None:
    """While the engine loads, answers lead on; when it is there, nothing moves and all answers are known."""
    server.let_go.clear()
    server.faults["pyodide.asm.wasm"] = HELD
    visitor = visit(width=320, height=500).open()
    answers = dict(list(STAGE_1.items())[:5])
    visitor.take(answers)
    assert visitor.status()
    expect(visitor.page.locator(".nav-answers")).to_have_count(0)
    last = visitor.page.locator(".nav-choice").last
    last.scroll_into_view_if_needed()
    last.focus()
    visitor.settle()
    place = last.bounding_box()
    server.let_go.set()
    visitor.ready()
    expect(visitor.page.locator(".nav-answers dt")).to_have_count(5)
    expect(last).to_be_focused()
    after = last.bounding_box()
    assert place
    assert after
    assert abs(place["y"] - after["y"]) < 40
    visitor.answer("progress", "stage-1").at(outcome_slug(STAGE_1))
    assert len(given(visitor)) == len(STAGE_1)


@pytest.mark.returning
def test_a_page_opened_by_itself(visit: Callable[..., Visit]) -> None:
    """An outcome opened by its address takes a date; reloading it loses nothing but the date."""
    slug = outcome_slug(STAGE_1)
    visitor = visit().open(slug).ready()
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_have_text("Friday 9 October 2026")
    visitor.page.reload()
    visitor.ready().at(slug)
    expect(visitor.page.locator(LEADING_DAY)).to_have_count(0)


@pytest.mark.returning
def test_reloading_on_the_way(visit: Callable[..., Visit]) -> None:
    """After a reload the answers are gone, and Back and Forward still show the right pages."""
    visitor = visit().open().ready().take({"danger": "none", "who": "carer"})
    visitor.page.reload()
    visitor.ready().at("carer-topic")
    visitor.page.go_back()
    visitor.at("who")
    visitor.page.go_forward()
    visitor.at("carer-topic").answer("carer-topic", "task").at("task")


@pytest.mark.returning
def test_a_signpost_is_a_page_of_its_own(visit: Callable[..., Visit]) -> None:
    """An answer leads to it as any link does, and Back returns to the question."""
    visitor = visit().open().ready().take({"danger": "none", "who": "carer", "carer-topic": "home-life"})
    question = visitor.page.url
    visitor.page.locator('a[data-option="money"]').press("Enter")
    visitor.page.wait_for_url("**/help/money/")
    expect(visitor.page.locator("main h1")).to_have_text(LIBRARY.signpost["money"].title)
    visitor.page.go_back(wait_until="commit")
    visitor.page.wait_for_url(question)
    visitor.at("home-life")


def test_every_question_is_known_by_its_node() -> None:
    """The tests' own idea of where answers lead is the engine's."""
    assert end_of({}) == journey.first(LIBRARY)
