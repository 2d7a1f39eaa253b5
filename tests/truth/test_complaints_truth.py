"""Complaints, the Ombudsman and the IRM: whose page it is, which day leads, and the way on."""

from datetime import date
from typing import Any

import pytest

from navigator.core.engine import advance
from navigator.core.model import Library
from navigator.core.report import report

TODAY = date(2026, 11, 26)
CARER = {"danger": "none", "who": "carer", "carer-topic": "unhappy", "unhappy": "talked", "service": "other"}
PARENT = {"danger": "none", "who": "parent", "parent-topic": "complain", "parent-complaint": "council"}
CHILD = {"danger": "none", "who": "child", "child-topic": "complain"}
LETTER = {"danger": "none", "who": "carer", "carer-topic": "approval", "approval": "letter"}
FINAL = {"danger": "none", "who": "carer", "carer-topic": "unhappy", "unhappy": "final-answer"}


def shown(library: Library, answers: dict[str, str], **dates: str) -> dict[str, Any]:
    days = {event: date.fromisoformat(day) for event, day in dates.items()}
    outcome: dict[str, Any] = report(advance(library, answers, days, TODAY))["outcome"]
    return outcome


def test_a_parent_is_asked_for_no_service_and_gets_the_laws_procedure(library: Library) -> None:
    """Norfolk's procedure is for foster carers, so a parent is not sent into it."""
    assert report(advance(library, PARENT, {}, TODAY))["question"]["id"] == "progress"
    assert shown(library, {**PARENT, "progress": "stage-1"})["policy"] == "parent-complaint"


def test_the_safe_day_of_an_irm_letter_leads(library: Library) -> None:
    """A letter of 4 December 2026, its own day counted: 31 December."""
    lead = shown(library, LETTER, determination_letter="2026-12-04")["lead"]
    assert (lead["by"], lead["kind"], lead["you"]) == ("2026-12-31", "limit", True)


def test_the_ombudsmans_wait_never_hides_the_twelve_months(library: Library) -> None:
    """The 12 weeks are long over, and what leads is the limit."""
    found = shown(library, FINAL, first_noticed="2026-05-01", council_told="2026-05-04")
    assert (found["lead"]["by"], found["lead"]["kind"]) == ("2027-04-30", "limit")
    (wait,) = (each for each in found["deadlines"] if each["kind"] == "not_before")
    assert wait["date"] == "2026-07-27"


def test_a_stage_two_that_nobody_starts_goes_to_the_ombudsman(library: Library) -> None:
    """Refused, or asked for and not started: the Ombudsman, without waiting for the last day."""
    found = shown(
        library, {**CARER, "progress": "stage-2", "phase": "refused"}, stage_2_requested="2026-09-14"
    )
    assert found["now"]["next"]["route"] == "ombudsman"
    assert found["message"]["to"] == ["ombudsman"]


def test_stage_two_is_asked_for_within_twenty_working_days(library: Library) -> None:
    """Answered on 7 September 2026: by 5 October."""
    answers = {**CARER, "progress": "stage-1", "phase": "answered"}
    lead = shown(library, answers, stage_1_answered="2026-09-07")["lead"]
    assert (lead["by"], lead["kind"]) == ("2026-10-05", "limit")


def test_what_is_over_is_over_after_the_panel(library: Library) -> None:
    """The council's own two stages begin apart, and are not where the law's three stages end."""
    found = shown(library, {**CARER, "progress": "over"})
    assert (found["stage"], found["now"]["next"]["route"]) == ("stage-3", "ombudsman")


@pytest.mark.parametrize("answers", [PARENT, CHILD])
def test_a_year_that_is_over_is_no_dead_end(library: Library, answers: dict[str, str]) -> None:
    """Nothing has been sent, and the year has passed: what leads is what can still be done."""
    found = shown(library, {**answers, "progress": "not-begun"}, matter_arose="2025-10-01")
    assert (found["phase"], found["lead"]["you"]) == ("late", True)
    assert "all the same" in found["lead"]["says"]
    assert found["message"] is not None


@pytest.mark.parametrize("plan", ["complain", "plan"])
def test_a_child_reads_a_page_of_their_own(library: Library, plan: str) -> None:
    """In the second person, with an advocate and Childline to ring."""
    found = shown(library, {**CHILD, "child-topic": plan, "progress": "not-begun"})
    assert found["policy"] in {"my-complaint", "my-plan"}
    assert found["lead"]["you"]
    assert {"coram-voice", "childline"} <= set(found["contacts"])
