"""What was read long ago is read again: contacts, documents and policies, once a year."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from navigator.check.located import Found, Material
from navigator.core.model import Contact, Document, Policy
from navigator.load.problem import Problem
from navigator.load.words import english_words

type _Checked = Found[Contact] | Found[Document] | Found[Policy]


def check(material: Material) -> Iterator[Problem]:
    """Yield a finding for each part that nobody has checked for more than a year."""
    parts: chain[_Checked] = chain(material.of(Contact), material.of(Document), material.of(Policy))
    for found in parts:
        checked = found.value.checked_on
        if _is_over_a_year(checked, material.today):
            what = (
                f"{found.value.id} was last checked on {english_words().short_date(checked)}, over a year ago"
            )
            yield found.finding(what, "Check it, and write the day.", "checked_on")


def _is_over_a_year(day: date, today: date) -> bool:
    return (day.year + 1, day.month, day.day) < (today.year, today.month, today.day)
