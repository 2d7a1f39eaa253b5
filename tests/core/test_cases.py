"""Scenarios held against the engine: every difference is told, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from navigator.core.cases import differences, play
from navigator.core.model import Scenario, Source
from navigator.core.model.scenario import Expected, ExpectedDeadline, GivenAnswer, GivenDate
from navigator.core.outcome import Outcome
from tests.core.sample import LIBRARY

EXPECTED = Expected(
    route="issue",
    policy="north-issue",
    stage="stage-2/level-1",
    service="north",
    deadlines=(
        # 25 calendar days from 31 October 2026, a Saturday; then 25 working days, and received on Monday
        ExpectedDeadline("level-1-answer", date(2026, 11, 25), (date(2026, 12, 4), date(2026, 12, 7))),
        ExpectedDeadline("whole"),
    ),
    next="stage-2/level-2",
)
SCENARIO = Scenario(
    id="late",
    title="A late answer",
    story="It is late.",
    answers=tuple(
        GivenAnswer(*answer)
        for answer in (("danger", "no"), ("topic", "north"), ("progress", "stage-2/level-1"))
    ),
    today=date(2026, 11, 21),
    expect=EXPECTED,
    worked_out="Counted by hand.",
    source=Source("Page 2", "north-paper"),
    wrong_turns=(),
    dates=(GivenDate("second_started", date(2026, 10, 31)),),
)


def outcome(scenario: Scenario = SCENARIO) -> Outcome:
    found = play(LIBRARY, scenario)
    assert isinstance(found, Outcome), found
    return found


def told(**changed: object) -> list[tuple[str, str, str]]:
    scenario = replace(SCENARIO, expect=replace(EXPECTED, **changed))  # type: ignore[arg-type]
    return list(differences(outcome(), scenario))


def test_a_scenario_that_holds_has_no_differences() -> None:
    """Answers, dates and the day given lead to the outcome that was worked out by hand."""
    assert told() == []
    assert outcome().today == date(2026, 11, 21)


LEVEL_1 = "level-1-answer 2026-11-25 or 2026-12-04, 2026-12-07"


@pytest.mark.parametrize(
    ("field", "expected", "told_as", "found"),
    [
        ("route", "complaint", "complaint", "issue"),
        ("service", None, "None", "north"),
        ("policy", "appeal", "appeal", "north-issue"),
        ("stage", "stage-1", "stage-1", "stage-2/level-1"),
        ("begun", False, "False", "True"),
        ("next", "stage-1", "stage-1", "stage-2/level-2"),
        ("next", None, "None", "stage-2/level-2"),
        ("deadlines", (), "", f"{LEVEL_1}; whole no date"),
        (
            "deadlines",
            (EXPECTED.deadlines[0], ExpectedDeadline("whole", date(2027, 1, 1), (), provisional=True)),
            f"{LEVEL_1}; whole 2027-01-01 provisional",
            f"{LEVEL_1}; whole no date",
        ),
    ],
)
def test_a_difference_is_told_by_its_field(field: str, expected: object, told_as: str, found: str) -> None:
    """What differs is told with its field, what the scenario says and what the engine says."""
    assert told(**{field: expected}) == [(field, told_as, found)]


def test_every_difference_is_told() -> None:
    """Several differences are told together, in the order of the fields."""
    found = told(next=None, route="complaint", begun=False)
    assert [field for field, _, _ in found] == ["route", "begun", "next"]


def test_a_route_that_follows_is_told_by_its_name() -> None:
    """Where a route follows, its id stands for what comes next; where nothing does, there is None."""
    answers = {"danger": "no", "topic": "complaint", "service": "south", "progress": "second"}
    follows = outcome(replace(SCENARIO, answers=tuple(map(GivenAnswer, answers, answers.values())), dates=()))
    top = replace(SCENARIO, answers=(*SCENARIO.answers[:1], GivenAnswer("topic", "north-top")), dates=())
    found = [
        [
            row
            for row in differences(each, replace(SCENARIO, expect=replace(EXPECTED, next="x")))
            if row[0] == "next"
        ]
        for each in (follows, outcome(top))
    ]
    assert found == [[("next", "x", "appeal")], [("next", "x", "None")]]


def test_a_provisional_date_says_so() -> None:
    """A date past the last day off that is known, 31 December 2026 for North, is told as provisional."""
    start = (GivenDate("sent", date(2026, 12, 30)),)
    stage_1 = (*SCENARIO.answers[:2], GivenAnswer("progress", "stage-1"))
    found = outcome(replace(SCENARIO, answers=stage_1, dates=start))
    (_, _, deadlines) = next(row for row in differences(found, SCENARIO) if row[0] == "deadlines")
    # 4 to 8 January; received on the 4th, as North is closed on 30 December, 5 to 8 and 11 January
    assert deadlines.split("; ")[1] == "acknowledge 2027-01-08 or 2027-01-11 provisional"


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"danger": "perhaps"}, "danger=perhaps: there is no such answer; write one of now, no, unsure"),
        ({"danger": "no"}, "the answers end at the question topic"),
        ({"danger": "now", "topic": "issue", "service": "north"}, "the answers do not pass topic, service"),
    ],
)
def test_why_there_is_no_outcome(answers: dict[str, str], says: str) -> None:
    """Answers that lead to no outcome, or that the way does not pass, are told in words."""
    given = tuple(map(GivenAnswer, answers, answers.values()))
    assert play(LIBRARY, replace(SCENARIO, answers=given, dates=())) == says


def test_a_date_for_no_event_is_told() -> None:
    """A date of an event that the library does not have is told in words."""
    found = play(LIBRARY, replace(SCENARIO, dates=(GivenDate("weather", date(2026, 10, 31)),)))
    assert isinstance(found, str)
    assert found.startswith("weather: there is no such event; there are acknowledged, answered, ")
