"""The bank holidays of a calendar, from the holidays package: at build time only, never in the browser."""

import re
from dataclasses import replace
from typing import Final

from navigator.core.model import Calendar, Closure

_FRIDAY: Final = 5
_COUNTRY: Final = re.compile("[A-Z]{2,3}")  # the package has other names too, such as modules


class UnknownPlaceError(ValueError):
    """The holidays package knows no such country or subdivision, or not for all those years."""

    def __init__(self, message: str, key: str = "country") -> None:
        super().__init__(message)
        self.key = key
        """The key of the calendar that is at fault."""


def filled(calendar: Calendar) -> Calendar:
    """Return the calendar with its bank holidays, unless they are written in it. Raises UnknownPlaceError."""
    return calendar if calendar.closures else replace(calendar, closures=bank_holidays(calendar))


def bank_holidays(calendar: Calendar) -> tuple[Closure, ...]:
    """Return the weekdays on which the calendar's nation is on holiday, one name a day, in order.

    A holiday on a weekend is left out: the weekday put in its place is there. Raises UnknownPlaceError.
    """
    from holidays import country_holidays  # noqa: PLC0415 - its import takes longer than reading all the YAML

    if not _COUNTRY.fullmatch(calendar.country):
        raise UnknownPlaceError("is no code of a country")
    years = range(calendar.first.year, calendar.last.year + 1)
    try:
        found = country_holidays(calendar.country, subdiv=calendar.subdivision, years=years)
    except NotImplementedError as error:
        key = "subdivision" if "subdivision" in str(error) else "country"
        raise UnknownPlaceError(str(error), key) from error
    for key, day in (("first", calendar.first), ("last", calendar.last)):
        if not found.start_year <= day.year <= found.end_year:
            raise UnknownPlaceError(
                f"is outside {found.start_year} to {found.end_year}, the years known", key
            )
    return tuple(
        Closure(day, _tidy(names))
        for day, names in sorted(found.items())
        if calendar.first <= day <= calendar.last and day.isoweekday() <= _FRIDAY
    )


def _tidy(names: str) -> str:
    """Return one name for a day; one that replaces another day is called a substitute."""
    each = dict.fromkeys(names.replace("(observed)", "(substitute day)").split("; "))
    return " and ".join(each)
