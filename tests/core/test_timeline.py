"""The stages to come, and when each would end."""

from dataclasses import replace
from datetime import date

from navigator.core.calendar import working_calendar
from navigator.core.deadlines import DeadlineCalculator, EventDate
from navigator.core.journey import destination
from navigator.core.model import Firmness, Next, Source, Timescale, Unit
from navigator.core.nodes import Node
from navigator.core.timeline import Leg, chain, legs
from navigator.load.words import english_words
from tests.core.sample import CALENDAR, LIBRARY, NORTH, NORTH_ISSUE

RECKONER = DeadlineCalculator(LIBRARY, working_calendar(english_words(), CALENDAR), date(2026, 11, 21))


def timeline(choice: str, dates: dict[str, date], route: str = "issue") -> list[Leg]:
    end = destination(LIBRARY, Node(None, route, "south", choice))
    return list(legs(RECKONER, end, {event: EventDate(day) for event, day in dates.items()}))


def summary(found: list[Leg]) -> list[tuple[str, date | None, date | None, bool]]:
    return [
        (leg.position.key, leg.begins, leg.closing.due if leg.closing else None, leg.current) for leg in found
    ]


def test_each_stage_begins_when_the_one_before_ends() -> None:
    """Sent on 21 December 2026: stage 1 ends on 21 January, and level 1 has 25 days from then."""
    assert summary(timeline("stage-1", {"sent": date(2026, 12, 21)})) == [
        ("stage-1", date(2026, 12, 21), date(2027, 1, 21), True),
        ("stage-2/level-1", date(2027, 1, 21), date(2027, 2, 15), False),
        ("stage-2/level-2", date(2027, 2, 15), None, False),
    ]


def test_what_is_projected_says_so() -> None:
    """Only a stage whose beginning is known has an end that is not projected."""
    found = timeline("stage-2/level-1", {"second_started": date(2026, 11, 2)})
    assert found[0].closing is not None
    assert found[0].closing.projected is None
    later = timeline("stage-1", {"sent": date(2026, 12, 21)})[1]
    assert later.closing is not None
    assert later.closing.projected is not None


def test_a_known_beginning_comes_before_a_projected_one() -> None:
    """Where the day a later stage began is known, it is not replaced by the end of the stage before."""
    found = timeline("stage-1", {"sent": date(2026, 9, 1), "second_started": date(2026, 11, 2)})
    assert (found[1].begins, found[1].closing.due if found[1].closing else None) == (
        date(2026, 11, 2),
        date(2026, 11, 27),
    )


def test_without_dates_the_stages_are_told_all_the_same() -> None:
    """The stages to come are listed in order with no dates where none is known."""
    assert summary(timeline("stage-1", {})) == [
        ("stage-1", None, None, True),
        ("stage-2/level-1", None, None, False),
        ("stage-2/level-2", None, None, False),
    ]


def test_stages_before_the_one_reached_are_left_out() -> None:
    """From level 2 on there is nothing but level 2."""
    assert summary(timeline("stage-2/level-2", {"sent": date(2026, 12, 21)})) == [
        ("stage-2/level-2", None, None, True)
    ]


def test_a_route_that_follows_ends_the_timeline() -> None:
    """The timeline stays within the policy: an appeal that follows the second look is not a leg of it."""
    found = timeline("first", {"complained": date(2026, 11, 2)}, "complaint")
    assert summary(found) == [
        ("first", date(2026, 11, 2), date(2026, 11, 23), True),
        ("second", date(2026, 11, 23), date(2026, 12, 14), False),
    ]


def test_the_chain_is_every_stage_from_the_first() -> None:
    """The stages follow one another as each says, from the first until nothing or a route follows."""
    assert [position.key for position in chain(NORTH_ISSUE)] == [
        "stage-1",
        "stage-2/level-1",
        "stage-2/level-2",
    ]
    assert [position.key for position in chain(LIBRARY.policy["north-complaint"])] == ["first", "second"]
    ends = replace(NORTH_ISSUE.stages[0], if_unresolved=None)
    assert [position.key for position in chain(replace(NORTH_ISSUE, stages=(ends,)))] == ["stage-1"]


def test_stages_that_go_round_in_a_circle_are_told_once() -> None:
    """A stage that leads back to an earlier one ends the chain and the timeline."""
    first, second = LIBRARY.policy["england-complaint"].stages
    round_again = replace(second, if_unresolved=Next("Again.", stage="first"))
    policy = replace(LIBRARY.policy["england-complaint"], stages=(first, round_again))
    assert [position.key for position in chain(policy)] == ["first", "second"]
    end = replace(destination(LIBRARY, Node(None, "complaint", "south", "first")), policy=policy)
    assert [leg.position.key for leg in legs(RECKONER, end, {})] == ["first", "second"]


def test_a_leg_that_begins_on_a_provisional_day_is_provisional() -> None:
    """Where a stage ends past the days off that are known, so does the one counted from its end."""
    north = DeadlineCalculator(
        LIBRARY, working_calendar(english_words(), CALENDAR, NORTH), date(2026, 11, 21)
    )
    end = destination(LIBRARY, Node(None, "issue", "north", "stage-1"))
    given = {"sent": EventDate(date(2026, 12, 21)), "acknowledged": EventDate(date(2026, 12, 22))}
    first, second, _ = legs(north, end, given)
    assert first.closing is not None
    assert second.closing is not None
    assert first.closing.provisional == "Holidays are known until 31 December 2026."
    assert second.closing.unit is Unit.CALENDAR_DAYS
    assert second.closing.provisional == first.closing.provisional
    known = {"sent": EventDate(date(2026, 9, 1)), "acknowledged": EventDate(date(2026, 9, 2))}
    _, early, _ = legs(north, end, known)
    assert early.closing is not None
    assert early.closing.provisional is None


def test_an_event_of_the_stage_before_is_known_in_the_next() -> None:
    """The day by which a stage answers stands in for the answer where the next counts from it."""
    later = Timescale(
        "later",
        "It is looked at again.",
        Unit.WEEKS,
        Source("Page 2"),
        amount=1,
        counted_from="answered",
        firmness=Firmness.MUST,
        closes_stage=True,
    )
    level_1 = NORTH_ISSUE.position("stage-2/level-1").innermost
    last = replace(level_1, timescales=(later,), if_unresolved=None)
    stage_2 = replace(NORTH_ISSUE.stages[1], levels=(last,))
    policy = replace(NORTH_ISSUE, stages=(NORTH_ISSUE.stages[0], stage_2))
    end = replace(destination(LIBRARY, Node(None, "issue", "south", "stage-1")), policy=policy)
    found = list(legs(RECKONER, end, {"sent": EventDate(date(2026, 12, 21))}))
    assert [(leg.position.key, leg.closing.due if leg.closing else None) for leg in found] == [
        ("stage-1", date(2027, 1, 21)),
        ("stage-2/level-1", date(2027, 1, 28)),
    ]
