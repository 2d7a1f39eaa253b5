"""The stages to come, and when each would end."""

from datetime import date

from navigator.core.calendar import working_calendar
from navigator.core.deadlines import Happened, Reckoner
from navigator.core.journey import Node, destination
from navigator.core.timeline import Leg, legs
from tests.core.sample import CALENDAR, LIBRARY

RECKONER = Reckoner(LIBRARY, working_calendar(CALENDAR), date(2026, 11, 21))


def timeline(choice: str, dates: dict[str, date], route: str = "issue") -> list[Leg]:
    end = destination(LIBRARY, Node(None, route, "south", choice))
    return list(legs(RECKONER, end, {event: Happened(day) for event, day in dates.items()}))


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
