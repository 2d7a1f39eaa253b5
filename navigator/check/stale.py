"""What was read long ago is read again: contacts, documents and policies, once a year."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from navigator.check.located import LocatedParts
from navigator.core.model import Contact, Document, Policy
from navigator.load.problem import Problem
from navigator.load.words import english_words

_CHECKED: Final[tuple[type[Contact | Document | Policy], ...]] = (Contact, Document, Policy)


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each part that nobody has checked for more than a year."""
    for cls in _CHECKED:
        for located in parts.of(cls):
            checked = located.value.checked_on
            if _is_over_a_year(checked, parts.today):
                day = english_words().short_date(checked)
                what = f"{located.value.id} was last checked on {day}, over a year ago"
                yield located.finding(what, "Check it, and write the day.", "checked_on")


def _is_over_a_year(day: date, today: date) -> bool:
    return (day.year + 1, day.month, day.day) < (today.year, today.month, today.day)
