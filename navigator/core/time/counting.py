"""Counting time: from a day, an amount and a unit to the last day, with a receipt for every step."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Final

from navigator.core.model import Counting, DayOff, Unit, Weekday, Words
from navigator.core.time.calendar import DAY, WorkingCalendar
from navigator.core.time.clock_change import hours_on, summer_time_at
from navigator.core.time.units import UNITS, Way

HOURS_OF_A_DAY: Final = 24
SINGLE_DAYS: Final = (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS)


@dataclass(frozen=True)
class ReceiptLine:
    """One line of a receipt: a day, whether it counts, and why."""

    day: date
    counted: bool
    why: str
    at: time | None = None
    """The time of day, where hours are counted."""


@dataclass(frozen=True)
class Count:
    """The last day of a period, and how it was reached."""

    due: date
    """The last day of the period; counted back, the first."""
    receipt: tuple[ReceiptLine, ...]
    """The start, each day or whole unit counted, and each day left out with its name."""
    provisional: bool
    """True where working days were counted past the last published bank holiday."""
    at: time | None = None
    """The time of day at which it ends, where hours were counted from one."""


@dataclass(frozen=True)
class Standstill:
    """Days on which a clock stands still."""

    first: date
    """The first of them."""
    until: date
    """The day on which the clock runs on."""


def count(
    start: date,
    amount: int,
    unit: Unit,
    calendar: WorkingCalendar,
    counting: Counting = Counting.AFTER,
    way: Way = 1,
    standstills: Iterable[Standstill] = (),
) -> Count:
    """Count an amount of a unit on from a day, or with the way -1 back from it.

    Raises OutsideCalendar when working days run past the calendar, OverflowError past the last year there is,
    and ValueError for an amount below one or a unit that has no length.
    """
    rules = UNITS.get(unit)
    if amount < 1 or rules is None:
        raise ValueError(f"{amount} {unit} cannot be counted")
    words, receipt = calendar.words, []
    if counting is Counting.NEXT_WORKING_DAY:
        while reason := calendar.day_off(start):
            receipt.append(ReceiptLine(start, False, reason))
            start += DAY
    first_counts = counting is Counting.BEGINNING_WITH
    if not first_counts:
        receipt.append(ReceiptLine(start, False, words["receipt.event_day"]))
    stood_still, number = frozenset(_days_of(standstills)), 0
    for day, day_off in rules.steps(start, first_counts, calendar, way):
        left_out = day_off
        if unit in SINGLE_DAYS and day in stood_still:
            left_out = day_off or words["receipt.stood_still"]
        if left_out:
            receipt.append(ReceiptLine(day, False, left_out))
            continue
        number += 1
        receipt.append(ReceiptLine(day, True, words.period(unit, number)))
        if number == amount:
            break
    if unit not in SINGLE_DAYS:
        receipt += _made_up(start, receipt[-1].day, stood_still, words)
    due = receipt[-1].day
    known = max(start, due) <= calendar.known_until
    return Count(due, tuple(receipt), provisional=rules.skips_days_off and not known)


def _made_up(start: date, due: date, stood_still: frozenset[date], words: Words) -> Iterator[ReceiptLine]:
    """Yield the day on which whole weeks, months or years end that a clock stood still in, if it did."""
    days = sum(start < day <= due for day in stood_still)
    if not days:
        return
    left = days
    while left:
        due += DAY
        left -= due not in stood_still
    yield ReceiptLine(due, True, words("receipt.made_up", days=words.amount(days, Unit.CALENDAR_DAYS)))


def count_hours(start: datetime, amount: int, words: Words, way: Way = 1) -> Count:
    """Count hours on from a time of day, or back from it, as the clocks of the United Kingdom show them."""
    lines, ends = [ReceiptLine(start.date(), False, words["receipt.event_hour"], start.time())], start
    for hours in (*range(HOURS_OF_A_DAY, amount, HOURS_OF_A_DAY), amount):
        ends = hours_on(start, way * hours)
        lines.append(ReceiptLine(ends.date(), True, words.amount(hours, Unit.HOURS), ends.time()))
    changed = summer_time_at(ends) - summer_time_at(start)
    if changed:
        key = "receipt.clocks_forward" if changed > DAY * 0 else "receipt.clocks_back"
        lines[-1] = replace(lines[-1], why=words(key, why=lines[-1].why))
    return Count(ends.date(), tuple(lines), provisional=False, at=ends.time())


def longer_receipt(one: Count, other: Count) -> tuple[ReceiptLine, ...]:
    """Return the receipt of a range: that of the end which lies further off."""
    return max(one.receipt, other.receipt, key=len)


def moved_to(counted: Count, weekday: Weekday, words: Words, way: Way) -> Count:
    """Move a last day to the first such day of the week on or after it; counted back, on or before it."""
    day = counted.due
    while day.weekday() != [*Weekday].index(weekday):
        day += way * DAY
    return _moved(counted, day, words("receipt.weekday", weekday=words.weekdays[day.weekday()]))


def off_days_off(counted: Count, to: DayOff, calendar: WorkingCalendar) -> Count:
    """Move a last day that is no working day to the one after or before it. Raises OutsideCalendar."""
    day, reason = counted.due, calendar.day_off(counted.due)
    while calendar.day_off(day):
        day += DAY if to is DayOff.NEXT_WORKING_DAY else -DAY
    moved = _moved(counted, day, calendar.words(f"receipt.{to}", why=reason))
    late = day > calendar.known_until
    return moved if day == counted.due else replace(moved, at=None, provisional=moved.provisional or late)


def _moved(counted: Count, day: date, why: str) -> Count:
    if day == counted.due:
        return counted
    return replace(counted, due=day, receipt=(*counted.receipt, ReceiptLine(day, True, why)))


def _days_of(standstills: Iterable[Standstill]) -> Iterator[date]:
    for each in standstills:
        yield from (each.first + DAY * number for number in range((each.until - each.first).days))
