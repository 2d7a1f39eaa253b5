"""What stands with the sentence that leads: a longest time, whether a limit ends, what may be skipped."""

from datetime import date

import pytest

from navigator.core.engine import Progress, advance
from navigator.core.journey import at
from navigator.core.model import Library, Phase
from navigator.render.session import page
from tests.render.page import take_apart

SENT = {"complaint_sent": date(2026, 11, 2)}
"""A Monday. The tenth working day is Monday 16 November, the twentieth Monday 30 November."""
NO_LIMIT = "No time limit is set for this. The sooner, the better."


def leading(library: Library, today: date, phase: str | None = None) -> str:
    """Return the card of a carer's complaint that was sent on 2 November, with no answer known of."""
    node = at(library, "complaint", "other", "stage-1", "carer")
    answers = {"phase": phase} if phase else {}
    return card_of(library, advance(library, answers, SENT, today, origin=node))


def card_of(library: Library, step: Progress) -> str:
    """Return what the phase says that an outcome is in."""
    root, _ = take_apart(page(library, step, {}))
    (card,) = (
        each for each in root.all("section") if each.attributes.get("class") == "nav-phase nav-phase-now"
    )
    return card.text


def test_the_longest_time_stands_beside_the_usual_one(library: Library) -> None:
    """While the usual time runs, the page says by when at the latest."""
    card = leading(library, date(2026, 11, 10))
    assert "by Monday 16 November 2026" in card
    assert "At the latest by Monday 30 November 2026." in card


def test_once_the_usual_time_is_over_nobody_is_only_told_to_wait(library: Library) -> None:
    """After the tenth working day the page names that day, and what to ask, beside the longest time."""
    card = leading(library, date(2026, 11, 18))
    assert "by Monday 30 November 2026" in card
    assert "usually answer your complaint by Monday 16 November 2026. That day has passed." in card
    assert "Ask in writing why it takes longer." in card
    assert "Wait for the answer" not in card


def test_a_step_on_the_way_that_should_have_come_is_named(library: Library) -> None:
    """A panel asked for on 1 October must meet by 12 November, 30 working days on, and then report."""
    node = at(library, "complaint", "other", "stage-3", "carer")
    asked = {"child_panel_requested": date(2026, 10, 1)}
    found = advance(library, {}, asked, date(2026, 11, 26), origin=node)
    assert found.outcome
    assert found.outcome.phase is Phase.WAITING
    said = found.outcome.now.overdue or ""
    assert said.startswith("The review panel must meet by Thursday 12 November 2026. That day has passed.")
    assert "Time is up, no answer" in said


@pytest.mark.parametrize(
    ("dated", "leads", "says"),
    [
        # With the day of the letter counted they end on 26 November, without it on the 27th.
        (date(2026, 10, 30), "by Thursday 26 November 2026", "Keep to the earlier day."),
        # They end on 25 and 26 November.
        (date(2026, 10, 29), "by Thursday 26 November 2026", "Wednesday 25 November 2026, which has passed."),
        # They end on 24 and 25 November: both are over.
        (date(2026, 10, 28), "whether it can still take the application", "ended on Tuesday 24 November"),
    ],
)
def test_a_limit_is_over_once_it_is_by_every_reading(
    library: Library, dated: date, leads: str, says: str
) -> None:
    """On 26 November whoever may still have this day is not told that they are late."""
    node = at(library, "irm", None, "apply", "carer")
    letter = {"determination_letter": dated}
    card = card_of(library, advance(library, {}, letter, date(2026, 11, 26), origin=node))
    assert leads in card
    assert says in card


def test_two_times_are_not_taken_for_one(library: Library) -> None:
    """Where the time of others has ended and the reader's own step has none, it is said whose has none."""
    node = at(library, "escalation", "four-stage", "stage-1", "carer")
    raised = {"raised_with_ssw": date(2026, 11, 16)}
    card = card_of(library, advance(library, {}, raised, date(2026, 11, 26), origin=node))
    assert "No time limit is set for your own next step." in card
    assert NO_LIMIT not in card


def test_only_the_longest_time_can_be_over(library: Library) -> None:
    """Whoever says that no answer came after the usual time reads until when the council may still take."""
    card = leading(library, date(2026, 11, 26), "late")
    assert "the time ends on Monday 30 November 2026. It is not over yet." in card
    assert "16 November" not in card


def test_a_late_answer_is_told_from_the_longest_time(library: Library) -> None:
    """After the twentieth working day the page says how long ago the time ended."""
    assert "The time for this ended on Monday 30 November 2026, 4 days (4 working days) ago" in leading(
        library, date(2026, 12, 4)
    )


@pytest.mark.parametrize(
    ("route", "service", "stage", "is_said"),
    [("escalation", "four-stage", "not-begun", True), ("complaint", "other", "not-begun", False)],
)
def test_that_nothing_ends_is_said_only_where_it_is_so(
    library: Library, route: str, service: str, stage: str, *, is_said: bool
) -> None:
    """The law's complaint must be made within a year; the four stages have no last day for a carer."""
    found = advance(library, {}, {}, date(2026, 11, 26), origin=at(library, route, service, stage, "carer"))
    assert (NO_LIMIT in page(library, found, {})) == is_said


def test_a_word_on_skipping_stands_with_what_leads(library: Library) -> None:
    """The answer is there in a word, once something is answered or refused, too; its reason stands below."""
    assert "May I skip this? No." in leading(library, date(2026, 11, 10))
    origin = at(library, "escalation", "four-stage", "stage-2")
    html = page(library, advance(library, {}, {}, date(2026, 11, 10), origin=origin), {})
    for phase in (Phase.ANSWERED, Phase.REFUSED):
        _, _, section = html.partition(f'id="p{list(Phase).index(phase)}"')
        assert "May I skip this?" in section.partition("</section>")[0], phase


@pytest.mark.parametrize(
    ("route", "service", "stage", "says"),
    [
        (
            "home-challenge",
            "childrens-home",
            "challenge",
            "Inspection Top Tips: Escalation, not your service's policy",
        ),
        ("complaint", "norfolk", "stage-1", "Stage 1 of 3 · Your service's policy"),
    ],
)
def test_a_briefing_is_not_called_a_policy(
    library: Library, route: str, service: str, stage: str, says: str
) -> None:
    """Above the answer stands whose policy it is; what is held for a service and is none is named."""
    node = at(library, route, service, stage, None)
    root, _ = take_apart(page(library, advance(library, {}, {}, date(2026, 11, 26), origin=node)))
    (line,) = (each for each in root.all("p") if each.attributes.get("class") == "nav-eyebrow")
    assert line.text == says


@pytest.mark.of("norfolk")
def test_a_time_is_that_day_s_only_where_it_is_counted_from_the_day_asked_for(library: Library) -> None:
    """Norfolk answers within 15 working days of acknowledging; the page asks when the complaint was sent."""
    node = at(library, "complaint", "norfolk", "stage-1", "carer")
    card = card_of(library, advance(library, {}, {}, date(2026, 11, 26), origin=node))
    assert "When was the complaint sent?" in card
    assert "Within 15 working days after the day the complaint was acknowledged." in card
    assert "of that day" not in card


def test_a_time_counted_from_the_day_asked_for_is_said_in_short(library: Library) -> None:
    """A council says that it has the complaint within 3 working days, and the page asks when it was sent."""
    node = at(library, "complaint", "other", "stage-1", "carer")
    card = card_of(library, advance(library, {}, {}, date(2026, 11, 26), origin=node))
    assert "When was the complaint sent?" in card
    assert "of that day." in card
