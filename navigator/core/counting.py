"""Counting time: from a day, an amount and a unit to the last day, with a receipt for every step."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from navigator.core.calendar import DAY, WorkingCalendar
from navigator.core.model import Counting, Unit

COUNTABLE = (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS)
MONTHS_IN = {Unit.MONTHS: 1, Unit.YEARS: 12}


@dataclass(frozen=True)
class ReceiptLine:
    """One line of a receipt: a day, whether it counts, and why."""

    day: date
    counted: bool
    why: str


@dataclass(frozen=True)
class Count:
    """The last day of a period, and how it was reached."""

    due: date
    """The last day of the period."""
    receipt: tuple[ReceiptLine, ...]
    """The start, each day or whole unit counted, and each day left out with its name."""
    provisional: bool
    """True where working days were counted past the last published bank holiday."""


def count(
    start: date, amount: int, unit: Unit, calendar: WorkingCalendar, counting: Counting = Counting.AFTER
) -> Count:
    """Count an amount of a unit from a day.

    Raises OutsideCalendar when working days run past the calendar, and ValueError for an amount
    below one or a unit that has no length.
    """
    if amount < 1 or unit not in COUNTABLE:
        raise ValueError(f"{amount} {unit} cannot be counted")
    receipt: list[ReceiptLine] = []
    if counting is Counting.NEXT_WORKING_DAY:
        start = _received(start, calendar, receipt)
    if unit is Unit.WORKING_DAYS:
        return _working_days(start, amount, calendar, counting, receipt)
    first_counts = counting is Counting.BEGINNING_WITH
    if not first_counts:
        receipt.append(ReceiptLine(start, False, calendar.words["receipt.event_day"]))
    receipt.extend(
        ReceiptLine(_period_end(start, number, unit, first_counts), True, _period(calendar, unit, number))
        for number in range(1, amount + 1)
    )
    return Count(receipt[-1].day, tuple(receipt), provisional=False)


def _period(calendar: WorkingCalendar, unit: Unit, number: int) -> str:
    words = calendar.words
    return words("receipt.period", unit=words[f"unit.{unit}.name"], number=number)


def _received(start: date, calendar: WorkingCalendar, receipt: list[ReceiptLine]) -> date:
    """Move an event on a day off to the next working day, noting each day passed."""
    while reason := calendar.day_off(start):
        receipt.append(ReceiptLine(start, False, reason))
        start += DAY
    return start


def _working_days(
    start: date, amount: int, calendar: WorkingCalendar, counting: Counting, receipt: list[ReceiptLine]
) -> Count:
    day = start
    counted = 0
    if counting is not Counting.BEGINNING_WITH:
        receipt.append(ReceiptLine(start, False, calendar.words["receipt.event_day"]))
        day += DAY
    while True:
        reason = calendar.day_off(day)
        if reason:
            receipt.append(ReceiptLine(day, False, reason))
        else:
            counted += 1
            receipt.append(ReceiptLine(day, True, _period(calendar, Unit.WORKING_DAYS, counted)))
            if counted == amount:
                return Count(day, tuple(receipt), provisional=day > calendar.known_until)
        day += DAY


def _period_end(start: date, number: int, unit: Unit, first_counts: bool) -> date:
    """Return the last day of the given number of calendar units."""
    if unit in MONTHS_IN:
        return _months_on(start, number * MONTHS_IN[unit], first_counts)
    days = number * (7 if unit is Unit.WEEKS else 1)
    return start + timedelta(days=days - first_counts)


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
