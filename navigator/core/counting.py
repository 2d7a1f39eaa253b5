"""Counting time: from a day, an amount and a unit to the last day, with a receipt for every step."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from navigator.core.calendar import DAY, WorkingCalendar
from navigator.core.model import Counting, Unit, Words
from navigator.core.units import UNITS


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
    number = 0
    for day, left_out in rules.steps(start, first_counts, calendar, 1):
        if left_out:
            receipt.append(ReceiptLine(day, False, left_out))
            continue
        number += 1
        receipt.append(ReceiptLine(day, True, _counted(words, unit, number)))
        if number == amount:
            break
    due = receipt[-1].day
    return Count(due, tuple(receipt), provisional=rules.skips_days_off and due > calendar.known_until)


@lru_cache(maxsize=10_000)
def _counted(words: Words, unit: Unit, number: int) -> str:
    """Return what a receipt says of so many of a unit: receipts say the same again and again."""
    return words("receipt.period", unit=words[f"unit.{unit}.name"], number=number)
