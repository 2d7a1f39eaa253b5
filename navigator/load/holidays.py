"""The bank holidays of a calendar, from the holidays package: at build time only, never in the browser."""

from dataclasses import replace
from typing import Final

from navigator.core.model import Calendar, Closure

_FRIDAY: Final = 5


class UnknownPlaceError(ValueError):
    """The holidays package knows no such country or subdivision."""


def filled(calendar: Calendar) -> Calendar:
    """Return the calendar with its bank holidays, unless they are written in it. Raises UnknownPlaceError."""
    return calendar if calendar.closures else replace(calendar, closures=bank_holidays(calendar))


def bank_holidays(calendar: Calendar) -> tuple[Closure, ...]:
    """Return the weekdays on which the calendar's nation is on holiday, one name a day, in order.

    A holiday on a weekend is left out: the weekday put in its place is there. Raises UnknownPlaceError.
    """
    from holidays import country_holidays  # noqa: PLC0415 - its import takes longer than reading all the YAML

    years = range(calendar.first.year, calendar.last.year + 1)
    try:
        found = country_holidays(calendar.country, subdiv=calendar.subdivision, years=years)
    except NotImplementedError as error:
        raise UnknownPlaceError(str(error)) from error
    return tuple(
        Closure(day, _tidy(names))
        for day, names in sorted(found.items())
        if calendar.first <= day <= calendar.last and day.isoweekday() <= _FRIDAY
    )


def _tidy(names: str) -> str:
    """Return one name for a day; one that stands in for another day is called a substitute."""
    each = dict.fromkeys(names.replace("(observed)", "(substitute day)").split("; "))
    return " and ".join(each)
