"""Scenarios held against the engine: every difference is told, and nothing else."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from navigator.core.cases import differences, play
from navigator.core.model import Next, Option, Question, Reading, Scenario, Unit
from navigator.core.model.scenario import Expected, ExpectedDeadline, GivenAnswer, GivenDate
from navigator.core.outcome import Outcome
from tests.builders import closures, library, policy, service, source, stage, timescale, uncounted

READINGS = (Reading("Page 3 says working days.", unit=Unit.WORKING_DAYS),)
ISSUE = policy(
    stage("stage-1", timescale("acknowledge", 5), begins_with="sent", if_unresolved=Next("On.", "stage-2")),
    stage(
        "stage-2",
        timescale("manager", 25, Unit.CALENDAR_DAYS, "second_started", readings=READINGS),
        begins_with="second_started",
        if_unresolved=Next("On.", "stage-3"),
    ),
    stage("stage-3", uncounted()),
    overall=(timescale("whole", 12, Unit.WEEKS),),
)
COMPLAINT = policy(
    stage("first", uncounted(), if_unresolved=Next("Appeal.", route="issue")), id="look", route="complaint"
)
NORTH = service(
    "north",
    "paper",
    closures=closures("2026-12-29", "2026-12-30", "2026-12-31"),
    closures_until=date(2026, 12, 31),
)
NOW = Option("now", "Yes", route="complaint", stage="first", because="Danger comes first.")
WORLD = library(ISSUE, COMPLAINT, services=(NORTH, service("south", order=2)))
WORLD = replace(
    WORLD,
    triage=replace(
        WORLD.triage,
        start="danger",
        questions=(
            Question("danger", "Is anybody in danger?", (NOW, Option("no", "No", next="topic"))),
            *WORLD.triage.questions,
        ),
    ),
)

EXPECTED = Expected(
    route="issue",
    policy="paper",
    stage="stage-2",
    service="north",
    deadlines=(
        # 25 working days from Monday 2 November 2026; then 25 calendar days from Saturday, and working days
        ExpectedDeadline("manager", date(2026, 12, 7), (date(2026, 11, 25), date(2026, 12, 4))),
        ExpectedDeadline("whole"),
    ),
    next="stage-3",
)
SCENARIO = Scenario(
    id="late",
    title="A late answer",
    story="It is late.",
    answers=tuple(
        GivenAnswer(*answer)
        for answer in (("danger", "no"), ("topic", "issue"), ("service", "north"), ("progress", "stage-2"))
    ),
    today=date(2026, 11, 21),
    expect=EXPECTED,
    worked_out="Counted by hand.",
    source=source("Page 2", "paper"),
    wrong_turns=(),
    dates=(GivenDate("second_started", date(2026, 10, 31)),),
)


def outcome(scenario: Scenario = SCENARIO) -> Outcome:
    found = play(WORLD, scenario)
    assert isinstance(found, Outcome), found
    return found


def told(**changed: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401
    scenario = replace(SCENARIO, expect=replace(EXPECTED, **changed))
    return list(differences(WORLD, outcome(), scenario))


def test_a_scenario_that_holds_has_no_differences() -> None:
    """Answers, dates and the day given lead to the outcome that was worked out by hand."""
    assert told() == []
    assert outcome().today == date(2026, 11, 21)


MANAGER = "manager 2026-12-07 or 2026-11-25, 2026-12-04"


@pytest.mark.parametrize(
    ("field", "expected", "told_as", "found"),
    [
        ("route", "complaint", "complaint", "issue"),
        ("service", None, "None", "north"),
        ("policy", "look", "look", "paper"),
        ("stage", "stage-1", "stage-1", "stage-2"),
        ("begun", False, "False", "True"),
        ("next", "stage-1", "stage-1", "stage-3"),
        ("next", None, "None", "stage-3"),
        ("deadlines", (), "", f"{MANAGER}; whole no date"),
        (
            "deadlines",
            (EXPECTED.deadlines[0], ExpectedDeadline("whole", date(2027, 1, 1), (), provisional=True)),
            f"{MANAGER}; whole 2027-01-01 provisional",
            f"{MANAGER}; whole no date",
        ),
    ],
)
def test_a_difference_is_told_by_its_field(field: str, expected: object, told_as: str, found: str) -> None:
    """What differs is told with its field, what the scenario says and what the engine says."""
    assert told(**{field: expected}) == [(field, told_as, found)]


def test_an_hour_is_held_against_the_engine() -> None:
    """A case may give the hour of an event; 24 hours on, the deadline has its hour too."""
    there = library(policy(stage("stage-1", timescale("limit", 24, Unit.HOURS))))
    given = replace(
        SCENARIO,
        answers=(GivenAnswer("topic", "issue"),),
        dates=(GivenDate("sent", date(2026, 11, 20), "16:00"),),
        expect=Expected(
            "issue", "paper", "stage-1", deadlines=(ExpectedDeadline("limit", date(2026, 11, 21)),)
        ),
    )
    found = play(there, given)
    assert isinstance(found, Outcome)
    at_four = replace(given.expect.deadlines[0], at="16:00")
    assert list(differences(there, found, given)) == [
        ("deadlines", "limit 2026-11-21", "limit 2026-11-21 16:00")
    ]
    expect = replace(given.expect, deadlines=(at_four,))
    assert list(differences(there, found, replace(given, expect=expect))) == []


def test_every_difference_is_told() -> None:
    """Several differences are told together, in the order of the fields."""
    found = told(next=None, route="complaint", begun=False)
    assert [field for field, _, _ in found] == ["route", "begun", "next"]


@pytest.mark.parametrize(
    ("answers", "follows"),
    [
        pytest.param({"danger": "no", "topic": "complaint"}, "issue", id="a route"),
        pytest.param(
            {"danger": "no", "topic": "issue", "service": "north", "progress": "stage-3"},
            "None",
            id="nothing",
        ),
    ],
)
def test_a_route_that_follows_is_told_by_its_name(answers: dict[str, str], follows: str) -> None:
    """Where a route follows, its id stands for what comes next; where nothing does, there is None."""
    given = tuple(map(GivenAnswer, answers, answers.values()))
    reached = outcome(replace(SCENARIO, answers=given, dates=()))
    expecting = replace(SCENARIO, expect=replace(EXPECTED, next="x"))
    found = [row for row in differences(WORLD, reached, expecting) if row[0] == "next"]
    assert found == [("next", "x", follows)]


def test_a_provisional_date_says_so() -> None:
    """A date past the last day off that is known, 31 December 2026 for North, is told as provisional."""
    start = (GivenDate("sent", date(2026, 12, 30)),)
    stage_1 = (*SCENARIO.answers[:3], GivenAnswer("progress", "stage-1"))
    found = outcome(replace(SCENARIO, answers=stage_1, dates=start))
    (_, _, deadlines) = next(row for row in differences(WORLD, found, SCENARIO) if row[0] == "deadlines")
    # 4 to 8 January; received on the 4th, as North is closed on 30 December, 5 to 8 and 11 January
    assert deadlines.split("; ")[0] == "acknowledge 2027-01-11 or 2027-01-08 provisional"


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"danger": "perhaps"}, "danger=perhaps: there is no such answer; write one of now, no"),
        ({"danger": "no"}, "the answers end at the question topic"),
        ({"danger": "now", "topic": "issue", "service": "north"}, "the answers do not pass topic"),
    ],
)
def test_why_there_is_no_outcome(answers: dict[str, str], says: str) -> None:
    """Answers that lead to no outcome, or that the way does not pass, are told in words."""
    given = tuple(map(GivenAnswer, answers, answers.values()))
    assert play(WORLD, replace(SCENARIO, answers=given, dates=())) == says


def test_a_date_for_no_event_is_told() -> None:
    """A date of an event that the library does not have is told in words."""
    found = play(WORLD, replace(SCENARIO, dates=(GivenDate("weather", date(2026, 10, 31)),)))
    assert isinstance(found, str)
    assert found.startswith("weather: there is no such event; there are second_started, sent")
