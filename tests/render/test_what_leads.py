"""What stands with the sentence that leads: a longest time, whether a limit ends, what may be skipped."""

from datetime import date

import pytest

from navigator.core.engine import advance
from navigator.core.journey import at
from navigator.core.model import Library
from navigator.render.session import page
from tests.render.page import take_apart

SENT = {"complaint_sent": date(2026, 11, 2)}
"""A Monday. The tenth working day is Monday 16 November, the twentieth Monday 30 November."""
NO_LIMIT = "No time limit is set for this. The sooner, the better."


def leading(library: Library, today: date, phase: str | None = None) -> str:
    """Return the card of a carer's complaint that was sent on 2 November, with no answer known of."""
    node = at(library, "complaint", "other", "stage-1", "carer")
    answers = {"phase": phase} if phase else {}
    root, _ = take_apart(page(library, advance(library, answers, SENT, today, origin=node), {}))
    (card,) = (
        each for each in root.all("section") if each.attributes.get("class") == "nav-phase nav-phase-now"
    )
    return card.text


def test_the_longest_time_stands_beside_the_usual_one(library: Library) -> None:
    """While the usual time runs, the page says by when at the latest."""
    card = leading(library, date(2026, 11, 10))
    assert "by Monday 16 November 2026" in card
    assert "At the latest by Monday 30 November 2026." in card


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
    """The answer is there in a word; its reason stands below, with the other short answers."""
    assert "May I skip this? No." in leading(library, date(2026, 11, 10))


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
