"""`navigator due`: count a period from a day, and show how."""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

import click

from navigator.cli.common import data_option, find, format_option, open_library, read_moment
from navigator.cli.strict import StrictCommand
from navigator.core.errors import NavigatorError
from navigator.core.model import Counting, Unit
from navigator.core.time.calendar import WorkingCalendar, policy_calendar
from navigator.core.time.counting import Count, longer_receipt
from navigator.core.time.periods import Period
from navigator.core.time.units import UNITS, Way
from navigator.core.typed.times import written_moment

NAMES: Final = {unit.replace("_", " ").removesuffix("s"): unit for unit in UNITS} | {
    "business day": Unit.WORKING_DAYS,
    "day": Unit.CALENDAR_DAYS,
}
LONGEST: Final = 4000
_PERIOD: Final = re.compile(
    r"(?P<least>\d{1,6})(?: ?(?:to|-|\u2013) ?(?P<most>\d{1,6}))? (?P<unit>[a-z ]+?)s?(?P<back> before)?"
)


@dataclass(frozen=True)
class Asked:
    """What is counted: one period, or two where a range is asked for."""

    period: Period
    """The one that ends last."""
    earliest: Period | None
    """For a range, the one that it begins with."""


def read_period(text: str, counting: Counting = Counting.AFTER) -> Asked:
    """Read a number or a range, a unit, and `before` where time is counted back. Raises NavigatorError."""
    found = _PERIOD.fullmatch(" ".join(text.lower().replace("_", " ").split()))
    unit = NAMES.get(found["unit"]) if found else None
    if not found or unit is None:
        units = ", ".join(unit.replace("_", " ") for unit in UNITS)
        raise NavigatorError(
            f"{text!r} is not a period. Write a number and a unit: {units}. "
            "It may be a range (5 to 10 days), and counted back (10 days before)."
        )
    least, most = int(found["least"]), int(found["most"] or found["least"])
    if not 1 <= least <= LONGEST or not 1 <= most <= LONGEST:
        raise NavigatorError(f"{text!r}: write a number from 1 to {LONGEST}.")
    if found["most"] and most <= least:
        raise NavigatorError(f"{text!r}: write the smaller number first.")
    way: Way = -1 if found["back"] else 1
    near, far = (Period(amount, unit, counting, way) for amount in (least, most))
    if not found["most"]:
        return Asked(near, None)
    return Asked(near, far) if found["back"] else Asked(far, near)


@click.command(
    cls=StrictCommand,
    epilog="PERIOD is such as '3 working days', '12 months', '48 hours', '10 days before' or '5 to 10 days'.",
)
@data_option
@click.argument("period")
@click.option(
    "--from", "start", required=True, metavar="DAY", help="YYYY-MM-DD, or YYYY-MM-DDTHH:MM; - reads many"
)
@click.option("--inclusive", is_flag=True, help="the first day counts: 'beginning with'")
@click.option("--service", metavar="ID", help="count by this service's calendar and closure days")
@format_option("text", "json")
def command(data: Path, period: str, start: str, inclusive: bool, service: str | None, output: str) -> None:
    """Print the last day of a period and its receipt, for one start or for each line of standard input."""
    asked = read_period(period, Counting.BEGINNING_WITH if inclusive else Counting.AFTER)
    library = open_library(data)
    chosen = find(library.service, service, "service") if service else None
    calendar = policy_calendar(library, None, chosen)
    many = start == "-"
    for text in filter(None, map(str.strip, sys.stdin)) if many else [start]:
        day = read_moment(text)
        counted = _count(asked.period, day, calendar)
        begins = _count(asked.earliest, day, calendar) if asked.earliest else None
        if begins:
            counted = replace(counted, receipt=longer_receipt(counted, begins))
        if output == "json":
            print(json.dumps(_plain(day, counted, begins), default=str))
        elif many:
            left_out = "; ".join(f"{line.day} {line.why}" for line in counted.receipt if not line.counted)
            print(f"{_last_day(counted, begins, calendar)}  from {day}; left out: {left_out or 'none'}")
        else:
            print("\n".join(_receipt(counted, begins, calendar)))


def _count(period: Period, moment: date, calendar: WorkingCalendar) -> Count:
    at = moment.time() if isinstance(moment, datetime) else None
    counted = period.last_day(date(moment.year, moment.month, moment.day), calendar, at)
    if counted is None:
        reach = f"{calendar.first} to {calendar.last}"
        raise NavigatorError(f"{moment}: the count runs outside the calendar, which reaches from {reach}")
    return counted


def _plain(start: date, counted: Count, begins: Count | None) -> dict[str, Any]:
    shown: dict[str, Any] = {"from": written_moment(start), "date": counted.due}
    if counted.at:
        shown["time"] = _clock(counted.at)
    if begins:
        shown["earliest"] = begins.due
    receipt = [
        {"date": line.day, "counted": line.counted, "why": line.why}
        | ({"time": _clock(line.at)} if line.at else {})
        for line in counted.receipt
    ]
    return shown | {"provisional": counted.provisional, "receipt": receipt}


def _clock(at: time) -> str:
    return f"{at:%H:%M}"


def _last_day(counted: Count, begins: Count | None, calendar: WorkingCalendar) -> str:
    """Say a last day for programs and in words, with its hour, or with the first day of a range."""
    words = calendar.words
    at = f" {_clock(counted.at)}" if counted.at else ""
    if begins:
        return (
            f"{begins.due} to {counted.due}  {words.long_date(begins.due)} to {words.long_date(counted.due)}"
        )
    return f"{counted.due}{at}  {words.long_date(counted.due)}{',' if at else ''}{at}"


def _receipt(counted: Count, begins: Count | None, calendar: WorkingCalendar) -> Iterator[str]:
    yield _last_day(counted, begins, calendar)
    for line in counted.receipt:
        why = line.why if line.counted else f"not counted: {line.why}"
        at = f" {_clock(line.at)}" if line.at else ""
        yield f"  {line.day}{at}  {calendar.words.long_date(line.day):<28} {why}"
    if counted.provisional:
        yield f"Provisional: bank holidays are published until {calendar.known_until}."
