"""What must be looked at next, by when and why, as `navigator findings --due` prints it."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from textwrap import fill
from typing import Any

from navigator.check.stale import Due
from navigator.cli.common import WIDTH
from navigator.load.problem import Problem
from navigator.load.words import english_words


def print_due(found: Iterable[Due], today: date, output: str) -> None:
    """Print all that is due, soonest first; what has one day and one reason stands together."""
    if output == "json":
        print(json.dumps([_as_data(each, today) for each in found], indent=2))
        return
    print("\n".join(_lines(list(found), today, markdown=output == "markdown")))


def _as_data(due: Due, today: date) -> dict[str, Any]:
    place = _place(due)
    return {
        "due": due.day.isoformat(),
        "days": (due.day - today).days,
        "kind": due.located.file.place.name,
        "id": due.located.value.id,
        "why": due.why,
        "key": due.key,
        "file": place.file,
        "line": place.line,
        "column": place.column,
    }


def _lines(found: list[Due], today: date, markdown: bool) -> Iterator[str]:
    for (day, why), together in groupby(found, lambda each: (each.day, each.why)):
        heading = f"{english_words().short_date(day)}, {_how_far((day - today).days)}"
        reason = fill(why, WIDTH, initial_indent="  ", subsequent_indent="  ")
        yield f"## {heading}\n\n{why}\n" if markdown else f"{heading}\n{reason}"
        for each in together:
            place = _place(each)
            named = f"{each.located.file.place.name}/{each.located.value.id}"
            where = f"{place.file}:{place.line}:{place.column}"
            yield f"- {named} (`{where}`)" if markdown else f"  - {named}  {where}"
        yield ""
    overdue = sum(each.day < today for each in found)
    if not markdown:
        yield f"{len(found)} to look at, {overdue} overdue"


def _how_far(days: int) -> str:
    if days == 0:
        return "today"
    number = f"{abs(days)} {'day' if abs(days) == 1 else 'days'}"
    return f"in {number}" if days > 0 else f"{number} overdue"


def _place(due: Due) -> Problem:
    return due.located.finding(due.why, "", due.key)
