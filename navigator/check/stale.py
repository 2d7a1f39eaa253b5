"""What was read long ago is read again, once a year; and nothing was read on a day to come."""

from collections.abc import Iterator
from typing import Final

from navigator.check.located import LocatedParts
from navigator.core.model import Contact, Document, Policy, Signpost
from navigator.load.problem import Problem
from navigator.load.words import english_words

type _Checked = Contact | Document | Policy | Signpost

_CHECKED: Final[tuple[type[_Checked], ...]] = (Contact, Document, Policy, Signpost)


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each part that nobody has checked for more than a year.

    One that is said to have been checked on a day to come is an error.
    """
    for cls in _CHECKED:
        for located in parts.of(cls):
            day, today = located.value.checked_on, parts.today
            if day > today:
                what = f"{located.value.id} is said to have been checked on a day that is still to come"
                yield located.error(what, "Write the day on which it was checked.", "checked_on")
            if (day.year + 1, day.month, day.day) < (today.year, today.month, today.day):
                checked = english_words().short_date(day)
                what = f"{located.value.id} was last checked on {checked}, over a year ago"
                yield located.finding(what, "Check it, and write the day.", "checked_on")
