"""Bank holidays from the holidays package."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navigator.core.model import Calendar, Closure, Source
from navigator.load import holidays
from navigator.load.holidays import UnknownPlaceError, bank_holidays, filled

ENGLAND = Calendar(
    "england",
    "England",
    "GB",
    "ENG",
    date(2012, 1, 1),
    date(2028, 12, 31),
    date(2028, 12, 31),
    Source("Page"),
)


def test_england_has_the_published_number_of_days() -> None:
    """From 2012 to 2028 there are 140: eight a year, and four for the Crown."""
    assert len(bank_holidays(ENGLAND)) == 140


@pytest.mark.parametrize(
    "day",
    [
        "2012-06-04",
        "2012-06-05",
        "2020-05-08",
        "2022-06-02",
        "2022-06-03",
        "2022-09-19",
        "2023-05-08",
        "2027-12-28",
    ],
)
def test_has_the_days_out_of_the_ordinary(day: str) -> None:
    """Moved days and days of national celebration or mourning are there."""
    assert date.fromisoformat(day) in {closure.date for closure in bank_holidays(ENGLAND)}


def test_has_no_day_that_was_moved_away_from() -> None:
    """In 2020 the early May holiday was not on its Monday, and in 2022 the spring one was not in May."""
    assert not {date(2020, 5, 4), date(2022, 5, 30)} & {closure.date for closure in bank_holidays(ENGLAND)}


def test_substitutes_stand_for_weekends() -> None:
    """A holiday at a weekend is left out, and the weekday for it is called a substitute."""
    names = {closure.date: closure.name for closure in bank_holidays(ENGLAND)}
    assert date(2021, 12, 25) not in names
    assert names[date(2021, 12, 27)] == "Christmas Day (substitute day)"
    assert names[date(2021, 12, 28)] == "Boxing Day (substitute day)"


def test_keeps_to_the_days_of_the_calendar() -> None:
    """No day before the first or after the last is given, and they come in order."""
    short = replace(ENGLAND, first=date(2024, 5, 1), last=date(2025, 4, 30))
    days = [closure.date for closure in bank_holidays(short)]
    assert (days[0], days[-1]) == (date(2024, 5, 6), date(2025, 4, 21))
    assert days == sorted(set(days))


def test_written_days_are_kept() -> None:
    """A calendar that lists its days is left as it is."""
    own = replace(ENGLAND, closures=(Closure(date(2024, 5, 1), "Own day"),))
    assert filled(own) is own


def test_an_unknown_place_is_an_error() -> None:
    """A country or a part of one that the package does not know is refused."""
    with pytest.raises(UnknownPlaceError):
        bank_holidays(replace(ENGLAND, subdivision="XYZ"))


@pytest.fixture
def in_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the holidays package be missing, and a table for England from 2012 to 2028 be there."""
    table = tmp_path / "table.json"
    table.write_text(holidays.table_of([("GB", "ENG")], 2012, 2028))
    monkeypatch.setattr(holidays, "find_spec", lambda _: None)
    monkeypatch.setattr(holidays, "TABLE", table)
    for kept in (bank_holidays, holidays._table):
        kept.cache_clear()
    yield
    for kept in (bank_holidays, holidays._table):
        kept.cache_clear()


def test_a_table_gives_the_same_days(in_a_browser: None) -> None:
    """Where the package is missing, the published number of days comes from the table, named as they are."""
    days = bank_holidays(replace(ENGLAND, first=date(2012, 1, 3)))
    assert len(days) == 139  # all but the substitute on 2 January 2012
    assert days[0] == Closure(date(2012, 4, 6), "Good Friday")


@pytest.mark.parametrize(
    ("calendar", "key", "says"),
    [
        (replace(ENGLAND, subdivision="SCT"), "country", "is none of the places whose bank holidays are at"),
        (replace(ENGLAND, last=date(2029, 12, 31)), "last", "is outside 2012 to 2028, the years known"),
    ],
)
def test_what_a_table_lacks_is_told(in_a_browser: None, calendar: Calendar, key: str, says: str) -> None:
    """Another nation or year is an error at its key, and never a calendar without days."""
    with pytest.raises(UnknownPlaceError, match=says) as told:
        bank_holidays(calendar)
    assert told.value.key == key
