"""The stages to come, and when each would end."""

from dataclasses import replace
from datetime import date

from navigator.core.journey import destination
from navigator.core.model import Library, Next, Policy, Unit
from navigator.core.nodes import Node
from navigator.core.time.last_day import EventDate
from navigator.core.time.timeline import Leg, chain, legs, line_of
from tests.builders import (
    calculator,
    closures,
    leading_on,
    levels,
    library,
    policy,
    service,
    stage,
    timescale,
    uncounted,
)

ACKNOWLEDGE = timescale("acknowledge", 5, ends_with="acknowledged")
ANSWER = timescale("answer", 15, counted_from="acknowledged", ends_with="answered", closes_stage=True)
FIRST = stage(
    "stage-1",
    ACKNOWLEDGE,
    ANSWER,
    begins_with="sent",
    if_unresolved=Next("It goes to level 1.", stage="stage-2/level-1"),
)
LEVEL_1 = stage(
    "level-1",
    timescale("manager", 25, Unit.CALENDAR_DAYS, "second_started", closes_stage=True),
    begins_with="second_started",
    if_unresolved=Next("It goes to level 2.", stage="stage-2/level-2"),
)
LEVEL_2 = stage("level-2", uncounted(), begins_with="third_started")
ISSUE = policy(FIRST, levels("stage-2", LEVEL_1, LEVEL_2))


def looks(amount: int) -> tuple[Policy, Policy]:
    """Build a complaint of two looks, each of so many weeks, and the appeal that follows them."""
    first, second = leading_on(
        *(
            stage(name, timescale(name, amount, Unit.WEEKS, begins, closes_stage=True), begins_with=begins)
            for name, begins in (("first", "complained"), ("second", "answered"))
        )
    )
    second = replace(second, if_unresolved=Next("Appeal.", route="appeal"))
    appeal = policy(stage("apply", uncounted()), id="appeal", route="appeal")
    return policy(first, second, id="complaint", route="complaint"), appeal


def timeline(world: Library, choice: str, dates: dict[str, str], shut: tuple[str, ...] = ()) -> list[Leg]:
    """Return the legs from a stage of the first policy, for a service that is closed on some days of 2026."""
    end = destination(world, Node(None, world.policies[0].route, None, choice))
    closed = service("north", closures=closures(*shut), closures_until=date(2026, 12, 31)) if shut else None
    events = {name: EventDate(date.fromisoformat(day)) for name, day in dates.items()}
    return list(legs(calculator(world, closed), end, events))


def summary(found: list[Leg]) -> list[tuple[str, date | None, date | None, bool]]:
    return [
        (leg.position.key, leg.begins, leg.closing.due if leg.closing else None, leg.current) for leg in found
    ]


def test_each_stage_begins_when_the_one_before_ends() -> None:
    """Sent on 21 December 2026: stage 1 ends on 21 January, and level 1 has 25 days from then."""
    assert summary(timeline(library(ISSUE), "stage-1", {"sent": "2026-12-21"})) == [
        ("stage-1", date(2026, 12, 21), date(2027, 1, 21), True),
        ("stage-2/level-1", date(2027, 1, 21), date(2027, 2, 15), False),
        ("stage-2/level-2", date(2027, 2, 15), None, False),
    ]


def test_what_is_projected_says_so() -> None:
    """Only a stage whose beginning is known has an end that is not projected."""
    found = timeline(library(ISSUE), "stage-2/level-1", {"second_started": "2026-11-02"})
    assert found[0].closing is not None
    assert found[0].closing.projected is None
    later = timeline(library(ISSUE), "stage-1", {"sent": "2026-12-21"})[1]
    assert later.closing is not None
    assert later.closing.projected is not None


def test_a_known_beginning_comes_before_a_projected_one() -> None:
    """Where the day a later stage began is known, it is not replaced by the end of the stage before."""
    found = timeline(library(ISSUE), "stage-1", {"sent": "2026-09-01", "second_started": "2026-11-02"})
    assert (found[1].begins, found[1].closing.due if found[1].closing else None) == (
        date(2026, 11, 2),
        date(2026, 11, 27),
    )


def test_without_dates_the_stages_are_told_all_the_same() -> None:
    """The stages to come are listed in order with no dates where none is known."""
    assert summary(timeline(library(ISSUE), "stage-1", {})) == [
        ("stage-1", None, None, True),
        ("stage-2/level-1", None, None, False),
        ("stage-2/level-2", None, None, False),
    ]


def test_stages_before_the_one_reached_are_left_out() -> None:
    """From level 2 on there is nothing but level 2."""
    found = timeline(library(ISSUE), "stage-2/level-2", {"sent": "2026-12-21"})
    assert summary(found) == [("stage-2/level-2", None, None, True)]


def test_a_route_that_follows_ends_the_timeline() -> None:
    """The timeline stays within the policy: an appeal that follows the second look is not a leg of it."""
    found = timeline(library(*looks(3)), "first", {"complained": "2026-11-02"})
    assert summary(found) == [
        ("first", date(2026, 11, 2), date(2026, 11, 23), True),
        ("second", date(2026, 11, 23), date(2026, 12, 14), False),
    ]


def test_the_chain_is_every_stage_from_the_first() -> None:
    """The stages follow one another as each says, from the first until nothing or a route follows."""
    assert [position.key for position in chain(ISSUE)] == ["stage-1", "stage-2/level-1", "stage-2/level-2"]
    assert [position.key for position in chain(looks(2)[0])] == ["first", "second"]
    ends = policy(replace(FIRST, if_unresolved=None))
    assert [position.key for position in chain(ends)] == ["stage-1"]


def test_stages_that_go_round_in_a_circle_are_told_once() -> None:
    """A stage that leads back to an earlier one ends the chain and the timeline."""
    complaint, _ = looks(3)
    first, second = complaint.stages
    circle = replace(complaint, stages=(first, replace(second, if_unresolved=Next("Again.", stage="first"))))
    assert [position.key for position in chain(circle)] == ["first", "second"]
    assert [leg.position.key for leg in timeline(library(circle), "first", {})] == ["first", "second"]


def test_a_leg_that_begins_on_a_provisional_day_is_provisional() -> None:
    """Where a stage ends past the days off that are known, so does the one counted from its end."""
    shut = ("2026-12-29", "2026-12-30", "2026-12-31")
    given = {"sent": "2026-12-21", "acknowledged": "2026-12-22"}
    first, second, _ = timeline(library(ISSUE), "stage-1", given, shut)
    assert first.closing is not None
    assert second.closing is not None
    assert first.closing.provisional == "Holidays are known until 31 December 2026."
    assert second.closing.timescale.unit is Unit.CALENDAR_DAYS
    assert second.closing.provisional == first.closing.provisional
    known = {"sent": "2026-09-01", "acknowledged": "2026-09-02"}
    _, early, _ = timeline(library(ISSUE), "stage-1", known, shut)
    assert early.closing is not None
    assert early.closing.provisional is None


def test_an_event_of_the_stage_before_is_known_in_the_next() -> None:
    """The day by which a stage answers stands in for the answer where the next counts from it."""
    later = timescale("later", 1, Unit.WEEKS, "answered", closes_stage=True)
    level_1 = stage("level-1", later, begins_with="second_started", if_unresolved=None)
    world = library(policy(FIRST, levels("stage-2", level_1)))
    found = timeline(world, "stage-1", {"sent": "2026-12-21"})
    assert [(leg.position.key, leg.closing.due if leg.closing else None) for leg in found] == [
        ("stage-1", date(2027, 1, 21)),
        ("stage-2/level-1", date(2027, 1, 28)),
    ]


def test_a_stage_is_counted_in_the_longest_line_that_it_is_in() -> None:
    """Two lines of one policy are counted apart, and the levels of a stage are one stage."""
    first, second = leading_on(stage("own-1"), stage("own-2"))
    two_lines = policy(FIRST, levels("stage-2", LEVEL_1, LEVEL_2), first, second)
    counted = {each.key: line_of(two_lines, each) for each in two_lines.leaf_stages()}
    assert counted == {
        "stage-1": ["stage-1", "stage-2"],
        "stage-2/level-1": ["stage-1", "stage-2"],
        "stage-2/level-2": ["stage-1", "stage-2"],
        "own-1": ["own-1", "own-2"],
        "own-2": ["own-1", "own-2"],
    }
