"""`navigator due`: count a period from a day, and show how."""

import json
import re
import sys
from datetime import date
from pathlib import Path

import click

from navigator.cli.common import data_option, find, format_option, open_library, read_day
from navigator.cli.strict import StrictCommand
from navigator.core.calendar import OutsideCalendar, WorkingCalendar, policy_calendar
from navigator.core.counting import Count, count
from navigator.core.errors import NavigatorError
from navigator.core.model import Counting, Unit
from navigator.core.units import UNITS

NAMES = {unit.replace("_", " ").removesuffix("s"): unit for unit in UNITS} | {
    "business day": Unit.WORKING_DAYS,
    "day": Unit.CALENDAR_DAYS,
}
LONGEST = 4000


def read_period(text: str) -> tuple[int, Unit]:
    """Read an amount and a unit. Raises NavigatorError."""
    found = re.fullmatch(r"\s*(\d{1,6})\s+([a-z ]+?)s?\s*", text.lower().replace("_", " "))
    unit = NAMES.get(" ".join(found[2].split())) if found else None
    if not found or unit is None:
        units = ", ".join(unit.replace("_", " ") for unit in UNITS)
        raise NavigatorError(f"{text!r} is not a period. Write a number and a unit: {units}.")
    amount = int(found[1])
    if not 1 <= amount <= LONGEST:
        raise NavigatorError(f"{text!r}: write a number from 1 to {LONGEST}.")
    return amount, unit


@click.command(cls=StrictCommand, epilog="PERIOD is such as '3 working days', '28 days' or '12 months'.")
@data_option
@click.argument("period")
@click.option("--from", "start", required=True, metavar="YYYY-MM-DD", help="the first day; - reads days")
@click.option("--inclusive", is_flag=True, help="the first day counts: 'beginning with'")
@click.option("--service", metavar="ID", help="count by this service's calendar and closure days")
@format_option("text", "json")
def command(data: Path, period: str, start: str, inclusive: bool, service: str | None, output: str) -> None:
    """Print the last day of a period and its receipt, for one start or for each line of standard input."""
    amount, unit = read_period(period)
    library = open_library(data)
    chosen = find(library.service, service, "service") if service else None
    calendar = policy_calendar(library, None, chosen)
    counting = Counting.BEGINNING_WITH if inclusive else Counting.AFTER
    many = start == "-"
    for text in filter(None, map(str.strip, sys.stdin)) if many else [start]:
        day = read_day(text)
        counted = _count(day, amount, unit, calendar, counting)
        if output == "json":
            receipt = [
                {"date": line.day, "counted": line.counted, "why": line.why} for line in counted.receipt
            ]
            shown = {"from": day, "date": counted.due, "provisional": counted.provisional, "receipt": receipt}
            print(json.dumps(shown, default=str))
        elif many:
            left_out = "; ".join(f"{line.day} {line.why}" for line in counted.receipt if not line.counted)
            last = calendar.words.long_date(counted.due)
            print(f"{counted.due}  {last}  from {day}; left out: {left_out or 'none'}")
        else:
            _print_receipt(counted, calendar)


def _count(day: date, amount: int, unit: Unit, calendar: WorkingCalendar, counting: Counting) -> Count:
    try:
        return count(day, amount, unit, calendar, counting)
    except (OutsideCalendar, OverflowError):
        reach = f"{calendar.first} to {calendar.last}"
        raise NavigatorError(
            f"{day}: the count runs outside the calendar, which reaches from {reach}"
        ) from None


def _print_receipt(counted: Count, calendar: WorkingCalendar) -> None:
    print(f"{counted.due}  {calendar.words.long_date(counted.due)}")
    for line in counted.receipt:
        why = line.why if line.counted else f"not counted: {line.why}"
        print(f"  {line.day}  {calendar.words.long_date(line.day):<28} {why}")
    if counted.provisional:
        print(f"Provisional: bank holidays are published until {calendar.known_until}.")
