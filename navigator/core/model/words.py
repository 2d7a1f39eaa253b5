"""The catalogue of words: every sentence, label, month and plural that readers see and no policy holds.

A key such as `deadline.by` names a text with {placeholders}. A text that depends on a number has one form for
each kind of number the language tells apart (`one`, `other`, and others).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from typing import Final

from navigator.core.model.units import Unit, Weekday

ENGLISH: Final = "en-GB"
"""The language that has every text, and whose text is shown where another language lacks one."""
LANGUAGE_TAG: Final = re.compile("[a-z]{2,3}(-[A-Z]{2})?")
"""A tag such as `cy` or `en-GB`: a language, and a country where that matters."""
OTHER: Final = "other"
"""The form for every number that the language has no form of its own for."""


@dataclass(frozen=True)
class Words:
    """The texts of one language."""

    language: str
    """Its tag, such as `en-GB`: the language of the page, for browsers and screen readers."""
    texts: dict[str, str]
    """Each text by its key; a text with forms by its key and the form: `unit.weeks.one`."""

    def __hash__(self) -> int:
        """Tell apart what is kept for one language from what is kept for another."""
        return hash((self.language, len(self.texts)))

    def __getitem__(self, key: str) -> str:
        """Return a text with its placeholders. Raises KeyError for a key that no catalogue has."""
        return self.texts[key]

    def __call__(self, key: str, **parts: object) -> str:
        """Return a text with its placeholders filled in."""
        return self.texts[key].format(**parts)

    def count(self, key: str, number: int, **parts: object) -> str:
        """Return the form of a text that fits a number, which fills in {number}."""
        return self.form(key, number).format(number=number, **parts)

    def form(self, key: str, number: int) -> str:
        """Return the form of a text that fits a number, with its placeholders."""
        return self.texts.get(f"{key}.{self._forms.get(number, OTHER)}") or self.texts[f"{key}.{OTHER}"]

    def group(self, prefix: str) -> dict[str, str]:
        """Return the texts of a group by the rest of their keys."""
        found = self._groups.get(prefix)
        if found is None:
            start = f"{prefix}."
            found = {
                key.removeprefix(start): text for key, text in self.texts.items() if key.startswith(start)
            }
            self._groups[prefix] = found
        return dict(found)

    def sequence(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list in its order, such as the headings of a table."""
        return tuple(self.group(key).values())

    def without(self, groups: Iterable[str]) -> "Words":
        """Return the words without some groups, for a place that never shows them."""
        left = tuple(f"{group}." for group in groups)
        return Words(
            self.language, {key: text for key, text in self.texts.items() if not key.startswith(left)}
        )

    @cached_property
    def _groups(self) -> dict[str, dict[str, str]]:
        """The groups that were asked for: many pages ask for the same."""
        return {}

    @cached_property
    def _periods(self) -> dict[tuple[Unit, int], str]:
        """What was said of periods: receipts say the same again and again.

        It is kept here, as to find it by words means to compare all of these wherever they were read twice.
        """
        return {}

    @cached_property
    def _forms(self) -> dict[int, str]:
        """The form that each number has, where it is not that of all others."""
        named = self.group("language.numbers")
        return {int(number): form for form, numbers in named.items() for number in numbers.split()}

    @cached_property
    def months(self) -> tuple[str, ...]:
        """The names of the months, January first."""
        return self.sequence("calendar.months")

    @cached_property
    def weekdays(self) -> tuple[str, ...]:
        """The names of the days, Monday first."""
        return self.sequence("calendar.weekdays")

    def weekday(self, day: Weekday) -> str:
        """Name a day of the week."""
        return self.weekdays[list(Weekday).index(day)]

    def long_date(self, day: date) -> str:
        """Write a date with its weekday: `Friday 9 October 2026`."""
        return self("calendar.long_date", weekday=self.weekdays[day.weekday()], date=self.short_date(day))

    def short_date(self, day: date) -> str:
        """Write a date without its weekday: `9 October 2026`."""
        return self("calendar.short_date", day=day.day, month=self.months[day.month - 1], year=day.year)

    def month_of_year(self, day: date) -> str:
        """Write a date's month: `November 2026`."""
        return self("calendar.month_of_year", month=self.months[day.month - 1], year=day.year)

    def day_of_month(self, day: date) -> str:
        """Write a date whose month and year are known: `Mon 9`."""
        return self("calendar.day_of_month", weekday=self.weekdays[day.weekday()], day=day.day)

    def brief_date(self, day: date) -> str:
        """Write a date for a narrow column: `Mon 9 Nov 2026`."""
        month, start = self.months[day.month - 1], self.day_of_month(day)
        return self("calendar.brief_date", day_of_month=start, month=month, year=day.year)

    def time_of_day(self, at: time) -> str:
        """Write a time of day: `16:00`."""
        return self("calendar.time_of_day", hour=at.hour, minute=at.minute)

    def listed(self, items: Iterable[str]) -> str:
        """Put items in a row: `complaint, escalation, review`."""
        return self["list.separator"].join(items)

    def period(self, unit: Unit, number: int) -> str:
        """Say which of a unit it is, the first being 1: `working day 3`."""
        found = self._periods.get((unit, number))
        if found is None:
            found = self("receipt.period", unit=self[f"unit.{unit}.name"], number=number)
            self._periods[unit, number] = found
        return found

    def amount(self, amount: int, unit: Unit) -> str:
        """Say how long: `1 working day`, `3 weeks`."""
        return self.count(f"unit.{unit}", amount)

    def every(self, amount: int, unit: Unit) -> str:
        """Say how often, for use after `every`: `year`, `2 years`."""
        return self[f"unit.{unit}.name"] if amount == 1 else self.amount(amount, unit)
