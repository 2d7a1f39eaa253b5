"""Facts grow old: what must be looked at again, by when, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from navigator.check.located import Located, LocatedParts
from navigator.check.next_look import Checked, is_over, next_look, own_review
from navigator.core.model import Calendar, Contact, Document, FirstHourCard, Policy, Service, Signpost
from navigator.load.problem import Problem
from navigator.load.words import english_words

_CHECKED: Final[tuple[type[Checked], ...]] = (Policy, Signpost, FirstHourCard, Document, Contact)


@dataclass(frozen=True)
class Due:
    """A day by which something is looked at again."""

    day: date
    """The last day on which it may be left as it is."""
    key: str
    """Where that day is written, or the day that it is counted from: `review_by`, `checked_on`."""
    why: str
    """What may change by then, or what the day is: one or more sentences."""
    located: Located[Any]
    """What is looked at."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each part that should have been looked at again by now.

    One that is said to have been checked on a day to come is an error.
    """
    for located in _checked(parts):
        value, due = located.value, _next_look(located)
        if value.checked_on > parts.today:
            what = f"{value.id} is said to have been checked on a day that is still to come"
            yield located.error(what, "Write the day on which it was checked.", "checked_on")
        if due.day >= parts.today:
            continue
        if due.key == "review_by":
            what = f"{value.id} was to be looked at again by {_day(due.day)}"
            hint = f"{value.review_why or ''} Check it, and write both days."
        else:
            what = f"{value.id} was last checked on {_day(value.checked_on)}, over a year ago"
            hint = "Check it, and write the day."
        yield located.finding(what, hint, due.key)


def review_days(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error where something national lacks a day to be looked at again, or has one too early."""
    for located in _checked(parts):
        value = located.value
        day = own_review(value)
        if value.review_by is None and (_is_national(located) or value.review_why):
            hint = "Write the day by which it is checked again, such as a year after checked_on."
            yield located.error("is missing", hint, "review_by")
        if day and day <= value.checked_on:
            hint = "Write a later day: a year on, or earlier where a change is announced."
            yield located.error("is not after checked_on", hint, "review_by")


def due(parts: LocatedParts) -> list[Due]:
    """Return all that must be looked at again, soonest first; at a policy that holds no more, nobody looks.

    Bank holidays and closure days are known until a day, and policies are in force until one.
    """
    found = []
    for located in _checked(parts):
        if not is_over(located.value, parts.today):
            found += [_next_look(located), *_written_days(located)]
    for service in parts.of(Service):
        if until := service.value.closures_until:
            found.append(Due(until, "closures_until", "Closure days after it are not known.", service))
    for calendar in parts.of(Calendar):
        why = "Bank holidays after it are not published."
        found.append(Due(calendar.value.known_until, "known_until", why, calendar))
    return sorted(found, key=lambda each: (each.day, each.why, each.located.file.shown, each.located.path))


def _checked(parts: LocatedParts) -> Iterator[Located[Checked]]:
    for cls in _CHECKED:
        yield from parts.of(cls)


def _is_national(located: Located[Checked]) -> bool:
    value = located.value
    return value.national if isinstance(value, Policy) else not located.file.service


def _next_look(located: Located[Checked]) -> Due:
    look = next_look(located.value)
    return Due(look.day, look.key, look.why or _ONCE_A_YEAR, located)


def _written_days(located: Located[Checked]) -> Iterator[Due]:
    """Yield the days that the publisher of a policy has set."""
    value = located.value
    if not isinstance(value, Policy):
        return
    if value.review_by and not value.national:
        why = value.review_why or "Its publisher reviews it by then."
        yield Due(value.review_by, "review_by", why, located)
    if value.effective_until:
        yield Due(value.effective_until, "effective_until", "It is in force until then.", located)


_ONCE_A_YEAR: Final = "It is checked once a year; no change is announced."


def _day(day: date) -> str:
    return english_words().short_date(day)
