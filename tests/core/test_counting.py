"""Counting time: hand-counted dates, and every start of five years against two other ways to count."""

from calendar import isleap
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.core.model import Counting, Unit
from navigator.core.time.calendar import OutsideCalendar, WorkingCalendar, working_calendar
from navigator.core.time.counting import Count, ReceiptLine, count
from navigator.load.words import english_words
from tests.builders import calendar as england
from tests.builders import closures, service
from tests.core.official import BANK_HOLIDAYS

ENGLAND = working_calendar(english_words(), england())
DAY = timedelta(days=1)
IN_USE = (1, 2, 3, 5, 10, 15, 20, 25, 30, 65)  # working days, in all the policies
STARTS = [
    date(2024, 1, 1) + number * DAY for number in range((date(2028, 12, 31) - date(2024, 1, 1)).days + 1)
]


def due(
    start: str,
    amount: int,
    unit: Unit,
    counting: Counting = Counting.AFTER,
    calendar: WorkingCalendar = ENGLAND,
) -> str:
    return count(date.fromisoformat(start), amount, unit, calendar, counting).due.isoformat()


@pytest.mark.parametrize(
    ("start", "amount", "expected"),
    [
        # Around Christmas 2026: Friday 25 and Monday 28 December and Friday 1 January are bank holidays.
        ("2026-12-21", 3, "2026-12-24"),
        ("2026-12-22", 3, "2026-12-29"),
        ("2026-12-24", 1, "2026-12-29"),
        ("2026-12-24", 3, "2026-12-31"),
        ("2026-12-24", 4, "2027-01-04"),
        ("2026-12-25", 1, "2026-12-29"),
        # Around Easter 2027: Good Friday is 26 March, Easter Monday 29 March.
        ("2027-03-24", 1, "2027-03-25"),
        ("2027-03-24", 2, "2027-03-30"),
        ("2027-03-25", 5, "2027-04-05"),
        # No bank holiday in between: whole weeks.
        ("2026-10-06", 3, "2026-10-09"),
        ("2026-11-02", 25, "2026-12-07"),
        ("2026-11-06", 5, "2026-11-13"),
        # The event falls on a Saturday, and on a Sunday.
        ("2026-02-07", 3, "2026-02-11"),
        ("2026-02-08", 3, "2026-02-11"),
        ("2024-02-28", 1, "2024-02-29"),
    ],
)
def test_working_days(start: str, amount: int, expected: str) -> None:
    """The day of the event, weekends and bank holidays are left out."""
    assert due(start, amount, Unit.WORKING_DAYS) == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-02-07", "2026-02-12"),  # Saturday, received on Monday the 9th
        ("2026-02-09", "2026-02-12"),  # a Monday stays as it is
        ("2026-12-25", "2027-01-04"),  # received on Tuesday the 29th, then 30, 31, and Monday 4 January
    ],
)
def test_received_on_the_next_working_day(start: str, expected: str) -> None:
    """An event on a day off counts as received on the next working day, which is left out in its turn."""
    assert due(start, 3, Unit.WORKING_DAYS, Counting.NEXT_WORKING_DAY) == expected


def test_closure_days_of_a_service_are_left_out() -> None:
    """North is closed from 29 to 31 December 2026, so that three days from the 22nd end on 4 January."""
    shut = closures("2026-12-29", "2026-12-30", "2026-12-31")
    north = working_calendar(english_words(), england(), service("north", closures=shut))
    assert due("2026-12-22", 3, Unit.WORKING_DAYS, calendar=north) == "2027-01-04"


@pytest.mark.parametrize(
    ("start", "amount", "unit", "expected"),
    [
        ("2026-11-02", 25, Unit.CALENDAR_DAYS, "2026-11-27"),
        ("2026-12-01", 28, Unit.CALENDAR_DAYS, "2026-12-29"),
        ("2024-02-28", 1, Unit.CALENDAR_DAYS, "2024-02-29"),
        ("2026-10-06", 1, Unit.WEEKS, "2026-10-13"),
        ("2026-10-06", 12, Unit.WEEKS, "2026-12-29"),
        ("2024-04-30", 34, Unit.MONTHS, "2027-02-28"),
        ("2025-04-30", 34, Unit.MONTHS, "2028-02-29"),
        ("2024-01-31", 1, Unit.MONTHS, "2024-02-29"),
        ("2026-01-31", 1, Unit.MONTHS, "2026-02-28"),
        ("2026-01-31", 2, Unit.MONTHS, "2026-03-31"),
        ("2026-12-15", 1, Unit.MONTHS, "2027-01-15"),
        ("2025-11-30", 4, Unit.MONTHS, "2026-03-30"),
        ("2024-03-15", 36, Unit.MONTHS, "2027-03-15"),
        ("2024-02-29", 1, Unit.YEARS, "2025-02-28"),
        ("2024-02-29", 4, Unit.YEARS, "2028-02-29"),
        ("2026-11-21", 1, Unit.YEARS, "2027-11-21"),
    ],
)
def test_calendar_units(start: str, amount: int, unit: Unit, expected: str) -> None:
    """Days and weeks run on as they are; months and years end on the same day, or on a short month's last."""
    assert due(start, amount, unit) == expected


@pytest.mark.parametrize(
    ("start", "amount", "unit", "expected"),
    [
        ("2026-05-01", 12, Unit.MONTHS, "2027-04-30"),
        ("2026-05-02", 12, Unit.MONTHS, "2027-05-01"),
        ("2026-03-01", 12, Unit.MONTHS, "2027-02-28"),
        ("2027-03-01", 12, Unit.MONTHS, "2028-02-29"),
        ("2024-02-29", 1, Unit.YEARS, "2025-02-28"),
        ("2026-01-31", 1, Unit.MONTHS, "2026-02-28"),
        ("2026-12-01", 28, Unit.CALENDAR_DAYS, "2026-12-28"),
        ("2026-10-06", 1, Unit.CALENDAR_DAYS, "2026-10-06"),
        ("2026-10-06", 1, Unit.WEEKS, "2026-10-12"),
        ("2026-12-22", 3, Unit.WORKING_DAYS, "2026-12-24"),
        ("2026-12-24", 2, Unit.WORKING_DAYS, "2026-12-29"),
        ("2026-02-07", 1, Unit.WORKING_DAYS, "2026-02-09"),
    ],
)
def test_beginning_with_counts_the_first_day(start: str, amount: int, unit: Unit, expected: str) -> None:
    """With `beginning with`, the day of the event is the first day, if it is one that counts."""
    assert due(start, amount, unit, Counting.BEGINNING_WITH) == expected


@pytest.mark.parametrize(
    ("start", "amount", "provisional"),
    [
        ("2028-12-28", 1, False),  # Friday 29 December 2028
        ("2028-12-28", 2, True),  # Monday 1 January 2029
        ("2028-12-29", 1, True),
        ("2027-12-29", 3, False),
    ],
)
def test_provisional_after_the_last_published_holiday(start: str, amount: int, provisional: bool) -> None:
    """A count of working days that runs past the published bank holidays is provisional, and no other."""
    counted = count(date.fromisoformat(start), amount, Unit.WORKING_DAYS, ENGLAND)
    assert counted.provisional is provisional


@pytest.mark.parametrize(("amount", "provisional"), [(2, False), (3, True)])
def test_the_last_known_day_itself_is_known(amount: int, provisional: bool) -> None:
    """Where holidays are known until 24 December 2026, a count that ends on it is not provisional."""
    known = replace(ENGLAND, known_until=date(2026, 12, 24))
    assert count(date(2026, 12, 22), amount, Unit.WORKING_DAYS, known).provisional is provisional


def test_calendar_units_are_never_provisional() -> None:
    """Weeks and months do not hang on bank holidays, however far ahead they end."""
    assert count(date(2028, 12, 1), 30, Unit.MONTHS, ENGLAND).provisional is False


@pytest.mark.parametrize(
    ("start", "amount"), [("2030-12-31", 1), ("2030-12-27", 3), ("2011-12-29", 1), ("2011-12-30", 5)]
)
def test_working_days_outside_the_calendar_are_refused(start: str, amount: int) -> None:
    """A count of working days that would touch a day outside the calendar gives no date."""
    with pytest.raises(OutsideCalendar):
        due(start, amount, Unit.WORKING_DAYS)


def test_calendar_units_need_no_calendar() -> None:
    """Days, weeks and months are counted where the bank holidays are not known at all."""
    assert due("2009-01-31", 1, Unit.MONTHS) == "2009-02-28"
    assert due("2045-01-01", 2, Unit.WEEKS) == "2045-01-15"


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (Unit.CALENDAR_DAYS, "out of range"),
        (Unit.WEEKS, "out of range"),
        (Unit.MONTHS, "^past the last year there is$"),
        (Unit.YEARS, "^past the last year there is$"),
    ],
)
def test_past_the_last_year_of_all_is_an_overflow(unit: Unit, words: str) -> None:
    """Past the year 9999 there is no date, and every unit raises the same sort of error."""
    with pytest.raises(OverflowError, match=words):
        count(date(9999, 12, 31), 1, unit, ENGLAND)


def test_the_last_year_of_all_is_counted() -> None:
    """Months and years may end in the year 9999."""
    assert due("9998-12-31", 1, Unit.YEARS) == "9999-12-31"
    assert due("9999-01-31", 11, Unit.MONTHS) == "9999-12-31"


@pytest.mark.parametrize(
    ("amount", "unit"),
    [(0, Unit.WORKING_DAYS), (-1, Unit.MONTHS), (1, Unit.IMMEDIATELY), (1, Unit.NONE_STATED)],
)
def test_what_has_no_length_cannot_be_counted(amount: int, unit: Unit) -> None:
    """No amount below one and no unit without a length gives a date."""
    with pytest.raises(ValueError, match="cannot be counted"):
        count(date(2026, 10, 6), amount, unit, ENGLAND)


def test_receipt_names_every_day() -> None:
    """The receipt of three working days from 22 December 2026 tells each day and why it counts or not."""
    receipt = count(date(2026, 12, 22), 3, Unit.WORKING_DAYS, ENGLAND).receipt
    assert [(line.day.day, line.counted) for line in receipt] == [
        (22, False),
        (23, True),
        (24, True),
        (25, False),
        (26, False),
        (27, False),
        (28, False),
        (29, True),
    ]
    reasons = [line.why for line in receipt if not line.counted]
    assert reasons == [
        "the day of the event, left out",
        "Christmas Day",
        "Saturday",
        "Sunday",
        "Boxing Day (substitute day)",
    ]
    assert [line.why for line in receipt if line.counted] == [
        "working day 1",
        "working day 2",
        "working day 3",
    ]


def test_receipt_of_a_late_receipt() -> None:
    """Days before the day of receipt stand in the receipt with their names, then that day is left out."""
    counted = count(date(2026, 2, 7), 1, Unit.WORKING_DAYS, ENGLAND, Counting.NEXT_WORKING_DAY)
    assert [(line.day.day, line.counted) for line in counted.receipt] == [
        (7, False),
        (8, False),
        (9, False),
        (10, True),
    ]
    assert [line.why for line in counted.receipt] == [
        "Saturday",
        "Sunday",
        "the day of the event, left out",
        "working day 1",
    ]


def test_receipt_of_months_ends_each_month() -> None:
    """Months are told one by one by number, each from the start and not from a shortened month."""
    counted = count(date(2026, 1, 31), 3, Unit.MONTHS, ENGLAND)
    assert counted.receipt == (
        ReceiptLine(date(2026, 1, 31), False, "the day of the event, left out"),
        ReceiptLine(date(2026, 2, 28), True, "month 1"),
        ReceiptLine(date(2026, 3, 31), True, "month 2"),
        ReceiptLine(date(2026, 4, 30), True, "month 3"),
    )


def _adds_up(start: date, amount: int, counted: Count) -> None:
    days = [line.day for line in counted.receipt]
    assert days == [start + number * DAY for number in range(len(days))]
    assert days[-1] == counted.due
    assert counted.receipt[-1].counted
    assert sum(line.counted for line in counted.receipt) == amount
    assert all(line.why for line in counted.receipt)


@given(
    st.dates(date(2012, 1, 1), date(2028, 6, 30)),
    st.integers(1, 65),
    st.sampled_from([Counting.AFTER, Counting.BEGINNING_WITH, Counting.NEXT_WORKING_DAY]),
)
def test_receipts_of_working_days_add_up(start: date, amount: int, counting: Counting) -> None:
    """Every day to the last stands in the receipt once, and as many count as were asked."""
    _adds_up(start, amount, count(start, amount, Unit.WORKING_DAYS, ENGLAND, counting))


@given(
    st.dates(date(2012, 1, 1), date(2040, 1, 1)),
    st.integers(1, 65),
    st.sampled_from([Unit.CALENDAR_DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS]),
    st.sampled_from([Counting.AFTER, Counting.BEGINNING_WITH]),
)
def test_receipts_of_calendar_units_add_up(start: date, amount: int, unit: Unit, counting: Counting) -> None:
    """As many units stand in the receipt as were asked, each ending after the one before."""
    counted = count(start, amount, unit, ENGLAND, counting)
    ends = [line.day for line in counted.receipt if line.counted]
    assert len(ends) == amount
    assert ends == sorted(set(ends))
    assert ends[-1] == counted.due
    assert [line.day for line in counted.receipt if not line.counted] == (
        [start] if counting is Counting.AFTER else []
    )


class _NeverCompared(dict[str, str]):  # noqa: PLW1641 - a dict has no hash either
    """Texts that nobody may compare with others: there are thousands, and a receipt has many lines."""

    def __eq__(self, other: object) -> bool:
        raise AssertionError("all the words were compared")


def test_words_that_were_read_again_are_not_compared() -> None:
    """With equal words from another reading, a count gives the same receipt and compares no words."""
    again = replace(ENGLAND, words=replace(ENGLAND.words, texts=_NeverCompared(ENGLAND.words.texts)))
    start = date(2026, 11, 2)
    assert count(start, 10, Unit.WORKING_DAYS, again) == count(start, 10, Unit.WORKING_DAYS, ENGLAND)


@pytest.mark.parametrize("amount", IN_USE)
def test_working_days_agree_with_numpy(amount: int) -> None:
    """For every start from 2024 to 2028, numpy's business days give the same date."""
    starts = np.array(STARTS, dtype="datetime64[D]")
    holidays = np.array(BANK_HOLIDAYS, dtype="datetime64[D]")
    expected = np.busday_offset(starts, amount, roll="backward", holidays=holidays)
    found = [count(start, amount, Unit.WORKING_DAYS, ENGLAND).due for start in STARTS]
    assert found == expected.tolist()


@pytest.mark.parametrize("amount", IN_USE)
def test_next_working_day_reading_agrees_with_numpy(amount: int) -> None:
    """For every start from 2024 to 2028, numpy agrees once the start is rolled forward to a business day."""
    starts = np.array(STARTS, dtype="datetime64[D]")
    holidays = np.array(BANK_HOLIDAYS, dtype="datetime64[D]")
    expected = np.busday_offset(starts, amount, roll="forward", holidays=holidays)
    counted = (
        count(start, amount, Unit.WORKING_DAYS, ENGLAND, Counting.NEXT_WORKING_DAY) for start in STARTS
    )
    assert [each.due for each in counted] == expected.tolist()


@pytest.mark.parametrize("months", [1, 4, 12, 34, 36])
def test_months_agree_with_numpy(months: int) -> None:
    """For every start from 2024 to 2028, numpy's months with the day clamped give the same date."""
    starts = np.array(STARTS, dtype="datetime64[D]")
    month = starts.astype("datetime64[M]")
    in_month = starts - month.astype("datetime64[D]")
    target = month + np.timedelta64(months, "M")
    last = (target + np.timedelta64(1, "M")).astype("datetime64[D]") - np.timedelta64(1, "D")
    expected = np.minimum(target.astype("datetime64[D]") + in_month, last)
    assert [count(start, months, Unit.MONTHS, ENGLAND).due for start in STARTS] == expected.tolist()


@pytest.mark.parametrize("start", STARTS[::97])
def test_twelve_months_and_one_year_are_the_same(start: date) -> None:
    """A year is twelve months; beginning with its first day it lasts 365 days, or 366 with a leap day."""
    for counting in (Counting.AFTER, Counting.BEGINNING_WITH):
        year = count(start, 1, Unit.YEARS, ENGLAND, counting).due
        assert year == count(start, 12, Unit.MONTHS, ENGLAND, counting).due
    length = (count(start, 1, Unit.YEARS, ENGLAND, Counting.BEGINNING_WITH).due - start).days + 1
    leap_day_within = isleap(start.year) if start.month < 3 else isleap(start.year + 1)
    assert length == (366 if leap_day_within else 365)


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (1, Unit.WORKING_DAYS, "1 working day"),
        (3, Unit.WORKING_DAYS, "3 working days"),
        (28, Unit.CALENDAR_DAYS, "28 calendar days"),
        (1, Unit.WEEKS, "1 week"),
        (34, Unit.MONTHS, "34 months"),
        (1, Unit.YEARS, "1 year"),
    ],
)
def test_amounts_in_words(amount: int, unit: Unit, words: str) -> None:
    """An amount is said with its unit, in the singular or in the plural."""
    assert english_words().amount(amount, unit) == words


def test_one_may_be_left_bare() -> None:
    """After `every`, one is not said; more than one is."""
    assert english_words().every(1, Unit.YEARS) == "year"
    assert english_words().every(2, Unit.YEARS) == "2 years"
