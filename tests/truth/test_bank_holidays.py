"""The shipped bank holidays against the government's list."""

from datetime import date

import pytest

from navigator.core.model import Library
from navigator.core.time.calendar import OutsideCalendar, working_calendar
from navigator.load.words import english_words
from tests.core.official import BANK_HOLIDAYS


def test_the_list_is_whole() -> None:
    """The list written by hand has 140 dates, eight a year and a few more, all on weekdays."""
    assert len(BANK_HOLIDAYS) == len(set(BANK_HOLIDAYS)) == 140
    assert all(day.weekday() < 5 for day in BANK_HOLIDAYS)


def test_bank_holidays_are_the_official_ones(library: Library) -> None:
    """From 2012 to 2028 the calendar has every official bank holiday, and no other day."""
    found = {closure.date for closure in library.calendar["england"].closures if closure.date.year <= 2028}
    assert sorted(found ^ set(BANK_HOLIDAYS)) == []


@pytest.mark.parametrize(
    "day",
    [
        date(2012, 6, 4),
        date(2012, 6, 5),
        date(2020, 5, 8),
        date(2022, 6, 2),
        date(2022, 6, 3),
        date(2022, 9, 19),
        date(2023, 5, 8),
        date(2026, 12, 28),
        date(2027, 12, 27),
    ],
)
def test_one_off_and_substitute_days_are_days_off(library: Library, day: date) -> None:
    """Jubilees, the state funeral, the coronation, VE Day and substitute days are off, and have names."""
    reason = working_calendar(english_words(), library.calendar["england"]).day_off(day)
    assert reason
    assert reason not in ("Saturday", "Sunday")


@pytest.mark.parametrize(
    "day",
    [
        date(2012, 5, 28),  # the spring bank holiday was moved to June
        date(2020, 5, 4),  # the early May bank holiday was moved to VE Day
        date(2022, 5, 30),  # the spring bank holiday was moved to the jubilee
        date(2027, 12, 24),
        date(2026, 12, 29),
        date(2026, 3, 17),  # St Patrick's Day, off in Northern Ireland only
        date(2026, 11, 30),  # St Andrew's Day, off in Scotland only
        date(2026, 1, 2),  # off in Scotland only
    ],
)
def test_moved_and_foreign_holidays_are_working_days(library: Library, day: date) -> None:
    """A day that a holiday was moved from, or that is off elsewhere in the kingdom, is a working day."""
    assert working_calendar(english_words(), library.calendar["england"]).day_off(day) is None


def test_what_is_known_and_what_is_a_forecast(library: Library) -> None:
    """The official list ends with 2028; later days are a forecast, and past the calendar nothing is said."""
    calendar = library.calendar["england"]
    assert calendar.known_until == date(2028, 12, 31)
    assert calendar.last > calendar.known_until
    assert any(closure.date == date(2029, 12, 25) for closure in calendar.closures)
    with pytest.raises(OutsideCalendar):
        working_calendar(english_words(), calendar).day_off(date(calendar.last.year + 1, 1, 1))
