"""The units that time is counted in: for each, how it is counted and how long one is.

A unit is its entry here, its member of the enumeration, and its words in the catalogue under `unit`.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from itertools import count
from typing import Final

from navigator.core.calendar import DAY, WorkingCalendar
from navigator.core.model import Unit

type _Steps = Callable[[date, bool, WorkingCalendar], Iterator[tuple[date, str | None]]]
"""From a day, and whether it counts itself, gives the last day of one unit, of two, and so on without an end.
A day that is passed over comes with its reason."""


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
    start: date, first_counts: bool, calendar: WorkingCalendar
) -> Iterator[tuple[date, str | None]]:
    day = start if first_counts else start + DAY
    while True:
        yield day, calendar.day_off(day)
        day += DAY


def _periods(last_day: Callable[[date, int, bool], date]) -> _Steps:
    """Return the steps of a unit that no day off interrupts, from its last day after so many."""
    return lambda start, first_counts, _: (
        (last_day(start, number, first_counts), None) for number in count(1)
    )


def _days(length: int) -> _Steps:
    return _periods(
        lambda start, number, first_counts: start + timedelta(days=number * length - first_counts)
    )


def _months(length: int) -> _Steps:
    return _periods(lambda start, number, first_counts: _months_on(start, number * length, first_counts))


def _months_on(start: date, months: int, first_counts: bool) -> date:
    """Go to the same day some months on, or to that month's last day where it has no such day.

    A period that begins with its first day ends the day before; where the month was too short it has
    ended already, on its last day.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > MAXYEAR:
        raise OverflowError("past the last year there is")
    longest = monthrange(year, month + 1)[1]
    if start.day > longest:
        return date(year, month + 1, longest)
    return date(year, month + 1, start.day) - timedelta(days=first_counts)


def _fewest_with_weekends(working_days: int) -> int:
    return working_days + 2 * (max(working_days - 1, 0) // 5)


UNITS: Final = {
    Unit.WORKING_DAYS: UnitRules(_working_days, _fewest_with_weekends, None, 7 / 5, skips_days_off=True),
    Unit.CALENDAR_DAYS: UnitRules(_days(1), lambda number: number, 1, 1),
    Unit.WEEKS: UnitRules(_days(7), lambda number: 7 * number, 7, 7),
    Unit.MONTHS: UnitRules(_months(1), lambda number: 28 * number, 31, 365 / 12),
    Unit.YEARS: UnitRules(_months(12), lambda number: 365 * number, 366, 365),
}
"""The units that have a length: a timescale in any other has no number."""
