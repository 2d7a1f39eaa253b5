"""Which days are working days."""

from datetime import date, timedelta

import pytest

from navigator.core.model import Closure
from navigator.core.time.calendar import OutsideCalendar, working_calendar
from navigator.load.words import english_words
from tests.builders import calendar, closures, service
from tests.core.official import BANK_HOLIDAYS

ENGLAND = working_calendar(english_words(), calendar())
SHUT = closures("2026-12-29", "2026-12-30", "2026-12-31", name="Council closed")
UNTIL = date(2026, 12, 31)
NORTH = service("north", closures=SHUT, closures_until=UNTIL)


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 11, 20), None),
        (date(2026, 11, 21), "Saturday"),
        (date(2026, 11, 22), "Sunday"),
        (date(2026, 11, 23), None),
        (date(2026, 12, 24), None),
        (date(2026, 12, 25), "Christmas Day"),
        (date(2026, 12, 26), "Saturday"),
        (date(2026, 12, 28), "Boxing Day (substitute day)"),
        (date(2026, 12, 29), None),
        (date(2027, 3, 26), "Good Friday"),
        (date(2027, 3, 29), "Easter Monday"),
        (date(2024, 2, 29), None),
    ],
)
def test_day_off_is_named(day: date, reason: str | None) -> None:
    """A weekend or a bank holiday is named, and any other day is a working day."""
    assert ENGLAND.day_off(day) == reason


def test_first_and_last_day_are_covered() -> None:
    """The calendar answers for its first and its last day, both ends included."""
    assert ENGLAND.day_off(date(2012, 1, 1)) == "Sunday"
    assert ENGLAND.day_off(date(2030, 12, 31)) is None


@pytest.mark.parametrize("day", [date(2011, 12, 31), date(2031, 1, 1), date.min, date.max])
def test_outside_the_calendar_there_is_no_answer(day: date) -> None:
    """A day before the first or after the last is refused by its date, never guessed to be a working day."""
    with pytest.raises(OutsideCalendar, match=f"^{day.isoformat()}$"):
        ENGLAND.day_off(day)


@pytest.mark.parametrize("day", [date(2026, 12, 29), date(2026, 12, 30), date(2026, 12, 31)])
def test_closure_days_count_for_their_own_service_only(day: date) -> None:
    """A day on which one service is closed is a working day for every other service."""
    assert working_calendar(english_words(), calendar(), NORTH).day_off(day) == "Council closed"
    assert working_calendar(english_words(), calendar(), service("south")).day_off(day) is None
    assert ENGLAND.day_off(day) is None


def test_a_service_keeps_the_bank_holidays() -> None:
    """Closure days come on top of the nation's bank holidays."""
    north = working_calendar(english_words(), calendar(), NORTH)
    assert all(north.day_off(day) for day in BANK_HOLIDAYS)
    assert (north.first, north.last) == (date(2012, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("closures_until", "known_until"),
    [
        (None, date(2028, 12, 31)),
        (date(2026, 12, 31), date(2026, 12, 31)),
        (date(2029, 12, 31), date(2028, 12, 31)),
    ],
)
def test_days_off_are_known_until_the_earlier_of_two_days(
    closures_until: date | None, known_until: date
) -> None:
    """Where closure days are known for less time than bank holidays, that is how long all is known."""
    north = service("north", closures=SHUT, closures_until=closures_until)
    assert working_calendar(english_words(), calendar(), north).known_until == known_until


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 21), date(2026, 11, 23)),
        (date(2026, 12, 25), date(2026, 12, 29)),
        (date(2027, 3, 26), date(2027, 3, 30)),
    ],
)
def test_on_or_after(day: date, expected: date) -> None:
    """A working day stays, and a day off moves on to the next working day."""
    assert ENGLAND.on_or_after(day) == expected


@pytest.mark.parametrize(
    ("start", "end", "number"),
    [
        (date(2026, 11, 20), date(2026, 11, 20), 0),
        (date(2026, 11, 20), date(2026, 11, 22), 0),
        (date(2026, 11, 20), date(2026, 11, 23), 1),
        (date(2026, 12, 22), date(2026, 12, 29), 3),
        (date(2027, 3, 24), date(2027, 3, 31), 3),
    ],
)
def test_working_days_between(start: date, end: date, number: int) -> None:
    """The first day is left out, the last one is in, and days off are not counted."""
    assert ENGLAND.working_days_between(start, end) == number


@pytest.mark.parametrize("shut", [(), SHUT], ids=["bank holidays", "and closure days"])
def test_working_days_between_are_those_that_are_no_days_off(shut: tuple[Closure, ...]) -> None:
    """From each day of a year to each of the next forty there are as many as are found one by one."""
    days = working_calendar(english_words(), calendar(), service("north", closures=shut))
    for start in (date(2026, 9, 1) + timedelta(days=number) for number in range(365)):
        found = 0
        for end in (start + timedelta(days=number) for number in range(1, 41)):
            found += days.day_off(end) is None
            assert days.working_days_between(start, end) == found


def test_a_year_has_its_working_days() -> None:
    """In 2027 there are 261 weekdays, and eight of them are bank holidays."""
    assert ENGLAND.working_days_between(date(2026, 12, 31), date(2027, 12, 31)) == 261 - 8


def test_counting_between_stops_at_the_calendars_end() -> None:
    """Days past the calendar's last day are refused."""
    with pytest.raises(OutsideCalendar):
        ENGLAND.working_days_between(date(2030, 12, 31), date(2030, 12, 31) + timedelta(days=1))


@pytest.mark.parametrize(
    ("shut", "until", "name"),
    [
        (SHUT, UNTIL, "england-north"),
        ((), UNTIL, "england-north"),
        (SHUT, None, "england-north"),
        ((), None, "england"),
    ],
    ids=["days and until when", "until when", "days", "none"],
)
def test_a_calendar_has_a_name(shut: tuple[Closure, ...], until: date | None, name: str) -> None:
    """It is the nation's, with the service's beside it where that has closure days of its own."""
    north = service("north", closures=shut, closures_until=until)
    assert working_calendar(english_words(), calendar(), north).name == name
    assert working_calendar(english_words(), calendar()).name == "england"
