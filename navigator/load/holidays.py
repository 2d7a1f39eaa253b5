"""The bank holidays of a calendar, from the holidays package, or from a table that was made with it.

The package is far too large for a browser, where policies can be edited too: the table is used there.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from navigator.core.model import Calendar, Closure, Source

_FRIDAY: Final = 5
_COUNTRY: Final = re.compile("[A-Z]{2,3}")  # the package has other names too, such as modules
PACKAGE: Final = "holidays"
"""The package's name."""
TABLE: Final = Path(__file__).parents[1] / "bank_holidays.json"
"""Where the table is, in a browser."""


class UnknownPlaceError(ValueError):
    """The holidays package knows no such country or subdivision, or not for all those years."""

    def __init__(self, message: str, key: str = "country") -> None:
        super().__init__(message)
        self.key = key
        """The key of the calendar that is at fault."""


def filled(calendar: Calendar) -> Calendar:
    """Return the calendar with its bank holidays, unless they are written in it. Raises UnknownPlaceError."""
    return calendar if calendar.closures else replace(calendar, closures=bank_holidays(calendar))


@lru_cache(maxsize=64)
def bank_holidays(calendar: Calendar) -> tuple[Closure, ...]:
    """Return the weekdays on which the calendar's nation is on holiday, one name a day, in order.

    A holiday on a weekend is left out: the weekday put in its place is there. Raises UnknownPlaceError.
    """
    if not _COUNTRY.fullmatch(calendar.country):
        raise UnknownPlaceError("is no code of a country")
    return _from_package(calendar) if find_spec(PACKAGE) else _from_table(calendar)


def _from_package(calendar: Calendar) -> tuple[Closure, ...]:
    from holidays import country_holidays  # noqa: PLC0415 - its import takes longer than reading all the YAML

    years = range(calendar.first.year, calendar.last.year + 1)
    try:
        found = country_holidays(calendar.country, subdiv=calendar.subdivision, years=years)
    except NotImplementedError as error:
        key = "subdivision" if "subdivision" in str(error) else "country"
        raise UnknownPlaceError(str(error), key) from error
    _hold_within(calendar, found.start_year, found.end_year)
    return tuple(
        Closure(day, _tidy(names))
        for day, names in sorted(found.items())
        if calendar.first <= day <= calendar.last and day.isoweekday() <= _FRIDAY
    )


def _from_table(calendar: Calendar) -> tuple[Closure, ...]:
    table = _table()
    days = table["days"].get(f"{calendar.country}-{calendar.subdivision}")
    if days is None:
        raise UnknownPlaceError(
            f"is none of the places whose bank holidays are at hand: {', '.join(table['days'])}"
        )
    _hold_within(calendar, table["first"], table["last"])
    closures = (Closure(date.fromisoformat(day), name) for day, name in days.items())
    return tuple(each for each in closures if calendar.first <= each.date <= calendar.last)


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
    return table


def _hold_within(calendar: Calendar, first: int, last: int) -> None:
    """Raise UnknownPlaceError for a calendar that goes beyond the years known."""
    for key, day in (("first", calendar.first), ("last", calendar.last)):
        if not first <= day.year <= last:
            raise UnknownPlaceError(f"is outside {first} to {last}, the years known", key)


def table_of(places: Iterable[tuple[str, str]], first: int, last: int) -> str:
    """Return a table of the bank holidays of some countries and subdivisions, from one year to another."""
    begin, end = date(first, 1, 1), date(last, 12, 31)
    days = {}
    for country, subdivision in places:
        found = bank_holidays(Calendar("", "", country, subdivision, begin, end, end, Source("")))
        days[f"{country}-{subdivision}"] = {each.date.isoformat(): each.name for each in found}
    return json.dumps({"first": first, "last": last, "days": days}, ensure_ascii=False)


def _tidy(names: str) -> str:
    """Return one name for a day; one that replaces another day is called a substitute."""
    each = dict.fromkeys(names.replace("(observed)", "(substitute day)").split("; "))
    return " and ".join(each)
