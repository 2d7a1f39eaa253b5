"""The units that time is counted in: for each, how it is counted and how long one is.

A unit is its entry here, its member of the enumeration, and its words in the catalogue under `unit`.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from itertools import count
from typing import Final, Literal

from navigator.core.model import Unit
from navigator.core.time.calendar import DAY, WorkingCalendar

type Way = Literal[1, -1]
"""Whether time is counted on from a day, or back from it."""

type _Steps = Callable[[date, bool, WorkingCalendar, Way], Iterator[tuple[date, str | None]]]
"""From a day, whether it counts itself, and which way to go, gives the last day of one unit, of two, and so
on without an end. A day that is passed over comes with its reason."""


@dataclass(frozen=True)
class UnitRules:
    """How a unit is counted, and how long it is."""

    steps: _Steps
    """How it is counted."""
    fewest_days: Callable[[int], int]
    """The fewest calendar days that so many can take."""
    most_days: int | None
    """The most calendar days that one can have; None where days off may make it any number."""
    days_drawn: float
    """How many calendar days long one is drawn: its average length."""
    skips_days_off: bool = False
    """True where weekends, bank holidays and closure days are not counted."""


def _working_days(
    start: date, first_counts: bool, calendar: WorkingCalendar, way: Way
) -> Iterator[tuple[date, str | None]]:
    day = start if first_counts else start + way * DAY
    while True:
        yield day, calendar.day_off(day)
        day += way * DAY


def _periods(last_day: Callable[[date, int, bool, Way], date]) -> _Steps:
    """Return the steps of a unit that no day off interrupts, from its last day after so many."""
    return lambda start, first_counts, _, way: (
        (last_day(start, number, first_counts, way), None) for number in count(1)
    )


def _days(length: int) -> _Steps:
    return _periods(
        lambda start, number, first_counts, way: start + way * timedelta(days=number * length - first_counts)
    )


def _months(length: int) -> _Steps:
    return _periods(
        lambda start, number, first_counts, way: _months_on(start, number * length, first_counts, way)
    )


def _months_on(start: date, months: int, first_counts: bool, way: Way) -> date:
    """Go to the same day some months on or back, or to that month's last day where it has no such day.

    A period that begins with its first day ends the day before; where the month was too short it has
    ended already, on its last day.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + way * months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError("past the last year there is")
    longest = monthrange(year, month + 1)[1]
    if start.day > longest:
        return date(year, month + 1, longest)
    return date(year, month + 1, start.day) - way * timedelta(days=first_counts)


def _hours(start: date, number: int, first_counts: bool, way: Way) -> date:  # noqa: ARG001 - as the others
    """Go so many hours on from the first minute of a day, or back from it: the hour is not known.

    That is the earliest day it can be, so nobody is told a day too late.
    """
    days, hours = divmod(number, 24)
    return start + way * timedelta(days=days + (hours > 0 and way < 0))


def _fewest_with_weekends(working_days: int) -> int:
    return working_days + 2 * (max(working_days - 1, 0) // 5)


UNITS: Final = {
    Unit.WORKING_DAYS: UnitRules(_working_days, _fewest_with_weekends, None, 7 / 5, skips_days_off=True),
    Unit.CALENDAR_DAYS: UnitRules(_days(1), lambda number: number, 1, 1),
    Unit.WEEKS: UnitRules(_days(7), lambda number: 7 * number, 7, 7),
    Unit.MONTHS: UnitRules(_months(1), lambda number: 28 * number, 31, 365 / 12),
    Unit.YEARS: UnitRules(_months(12), lambda number: 365 * number, 366, 365),
    Unit.HOURS: UnitRules(_periods(_hours), lambda number: number // 24, 1, 1 / 24),
}
"""The units that have a length: a timescale in any other has no number."""
