"""Dates in words, and dates as people type them."""

import calendar
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.core.typed.dates import BadDate, check_plausible, read_iso
from navigator.core.typed.dates import read_parts as read_parts_on
from navigator.load.words import english_words

TODAY = date(2026, 11, 21)
EARLIEST = date(2012, 1, 1)
read_parts = partial(read_parts_on, earliest=EARLIEST, today=TODAY)


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2026, 10, 9), "9 October 2026", "Friday 9 October 2026"),
        (date(2026, 2, 7), "7 February 2026", "Saturday 7 February 2026"),
        (date(2024, 2, 29), "29 February 2024", "Thursday 29 February 2024"),
        (date(2027, 1, 1), "1 January 2027", "Friday 1 January 2027"),
    ],
)
def test_dates_in_words(day: date, short: str, long: str) -> None:
    """A date is written day, month, year, with the weekday before it where wanted."""
    assert (english_words().short_date(day), english_words().long_date(day)) == (short, long)


@given(st.dates(date(2012, 1, 1), date(2040, 12, 31)))
def test_weekdays_and_months_are_named_rightly(day: date) -> None:
    """Every date has the weekday and the month that the standard library gives it."""
    expected = f"{calendar.day_name[day.weekday()]} {day.day} {calendar.month_name[day.month]} {day.year}"
    assert english_words().long_date(day) == expected


@pytest.mark.parametrize(
    ("month", "number"),
    [
        ("dec", 12),
        ("December", 12),
        ("DECEMBER", 12),
        (" december ", 12),
        ("12", 12),
        ("sept", 9),
        ("Sep", 9),
        ("may", 5),
        ("1", 1),
        ("01", 1),
        ("jun", 6),
        ("jul", 7),
        ("mar", 3),
    ],
)
def test_a_month_may_be_a_number_or_a_name(month: str, number: int) -> None:
    """Numbers, names and shortened names of months are taken, in any case and with spaces around them."""
    assert read_parts(english_words(), "9", month, "2026") == date(2026, number, 9)


@pytest.mark.parametrize("day", ["9", "09", " 9 ", "\t9"])
def test_spaces_and_zeros_do_no_harm(day: str) -> None:
    """A day may have a zero before it and spaces around it."""
    assert read_parts(english_words(), day, " 10", "2026 ") == date(2026, 10, 9)


@pytest.mark.parametrize("parts", [("", "", ""), (" ", "\t", "  ")])
def test_nothing_typed_is_no_date(parts: tuple[str, str, str]) -> None:
    """Three empty fields are no date, and no mistake either."""
    assert read_parts(english_words(), *parts) is None


@pytest.mark.parametrize(
    ("day", "month", "year", "field", "says"),
    [
        ("", "10", "2026", "day", "must include a day"),
        ("9", "", "2026", "month", "must include a month"),
        ("9", "10", "", "year", "must include a year"),
        ("9", "", "", "month", "must include a month"),
        ("", "10", "", "day", "must include a day"),
        ("", "", "2026", "day", "must include a day"),
        ("00009", "10", "2026", "day", "must be a number"),
        ("9", "010", "2026", "month", "from 1 to 12"),
        ("9", "10", "126", "year", "four digits"),
        ("9", "10", "02026", "year", "four digits"),
        ("9", "10", "2026x", "year", "four digits"),
        ("9", "10", "-202", "year", "four digits"),
        ("31", "2", "2026", "day", "February 2026 has no day 31"),
        ("29", "feb", "2026", "day", "February 2026 has no day 29"),
        ("31", "November", "2026", "day", "November 2026 has no day 31"),
        ("0", "10", "2026", "day", "October 2026 has no day 0"),
        ("32", "10", "2026", "day", "October 2026 has no day 32"),
        ("nine", "10", "2026", "day", "must be a number"),
        ("9.5", "10", "2026", "day", "must be a number"),
        ("9", "13", "2026", "month", "from 1 to 12"),
        ("9", "0", "2026", "month", "from 1 to 12"),
        ("9", "de", "2026", "month", "from 1 to 12"),
        ("9", "decembre", "2026", "month", "Did you mean December"),
        ("9", "-1", "2026", "month", "from 1 to 12"),
        ("²", "10", "2026", "day", "must be a number"),
        ("9", "10", "0000", "year", "four digits"),
        ("9" * 5000, "10", "2026", "day", "must be a number"),
        ("9", "1" * 5000, "2026", "month", "from 1 to 12"),
        ("9", "10", "2" * 5000, "year", "four digits"),
        ("<b>", "10", "2026", "day", "must be a number"),
    ],
)
def test_what_is_typed_wrong_is_named(day: str, month: str, year: str, field: str, says: str) -> None:
    """A date that cannot be used is refused with the field it is about and what to write there."""
    with pytest.raises(BadDate, match=says) as caught:
        read_parts(english_words(), day, month, year)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        (("", "10", "2026"), "The date must include a day."),
        (("nine", "10", "2026"), "The day must be a number, like 9."),
        (
            ("9", "13", "2026"),
            "The month must be a number from 1 to 12 or a name, like 10 or October.",
        ),
        (("9", "10", "year"), "The year must be four digits, like 2026."),
        (("9", "10", "0000"), "The year must be four digits, like 2026."),
        (("31", "2", "2026"), "February 2026 has no day 31. Check the day and the month."),
    ],
)
def test_the_message_is_a_sentence(parts: tuple[str, str, str], says: str) -> None:
    """What is wrong is said in whole sentences, as they stand on the page."""
    with pytest.raises(BadDate) as caught:
        read_parts(english_words(), *parts)
    assert str(caught.value) == says


def test_the_first_day_there_is_can_be_read() -> None:
    """The year 1 is the first that can be written with four digits."""
    assert (
        read_parts(english_words(), "1", "1", "0001") == read_iso(english_words(), "0001-01-01") == date.min
    )


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_anything_typed_is_a_date_or_a_message(day: str, month: str, year: str) -> None:
    """Whatever stands in the fields, there is a date, nothing, or a message about one of the three fields."""
    try:
        found = read_parts(english_words(), day, month, year)
    except BadDate as problem:
        assert problem.field in ("day", "month", "year")  # noqa: PT017 - the other way out has no exception
    else:
        assert found is None or found.year >= 1


@given(st.dates(EARLIEST, date(2028, 12, 31)))
def test_a_date_typed_as_it_is_shown_is_read_again(day: date) -> None:
    """What `short_date` writes is read as the same date, and so is its ISO form."""
    number, month, year = english_words().short_date(day).split()
    assert read_parts(english_words(), number, month, year) == day
    for whole in (english_words().long_date(day), day.isoformat(), f"{day:%d/%m/%y}", f"{day:%d.%m.%Y}"):
        assert read_parts(english_words(), whole, "", "") == day, whole
    assert read_iso(english_words(), day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("2026-10-0\u200e6", "a left-to-right mark, U+200E, after '2026-10-0'"),
        ("\u00a02026-10-06", "a no-break space, U+00A0, at the beginning"),
        ("2026-10-06\ufeff", "a byte order mark, U+FEFF, after '2026-10-06'"),
        ("2026-\u200b10-06", "a zero width space, U+200B, after '2026-'"),
        ("2026\u201110\u201106", "a non-breaking hyphen, U+2011, after '2026'"),
        ("2026-10-06\n", "a line feed, U+000A, after '2026-10-06'"),
        ("２026-10-06", "a fullwidth digit two, U+FF12, at the beginning"),  # noqa: RUF001
    ],
    ids=ascii,
)
def test_an_iso_date_with_an_odd_character_is_refused_by_its_name(text: str, odd: str) -> None:
    """What nobody can see or tell apart is named with its number, as the date looks right otherwise."""
    with pytest.raises(BadDate) as caught:
        read_iso(english_words(), text)
    assert f" has {odd}. Write the date again as YYYY-MM-DD, like 2026-10-06." in str(caught.value)


@pytest.mark.parametrize("text", ["2026-10-06", " 2026-10-06 "])
def test_iso_dates(text: str) -> None:
    """A date may be written as YYYY-MM-DD, with space around it."""
    assert read_iso(english_words(), text) == date(2026, 10, 6)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-10",
        "2026-1-6",
        "06-10-2026",
        "2026/10/06",
        "20261006",
        "2026-W41-2",
        "2026-13-01",
        "2026-02-30",
        "2026-oct-06",
        "2026-10-06T00:00",
        "2026-10-06-01",
        "٢٠٢٦-10-06",
        "2026-10- 6",
        "2026- 1-06",
        "2026-10 -06",
        "yesterday",
    ],
)
def test_other_forms_are_refused(text: str) -> None:
    """Anything but YYYY-MM-DD is refused, and never read as some other day."""
    with pytest.raises(BadDate):
        read_iso(english_words(), text)


@pytest.mark.parametrize("text", ["yesterday", "2026-10- 6", "06-10-2026"])
def test_another_form_is_told_what_to_write(text: str) -> None:
    """What is not written as YYYY-MM-DD is quoted, with the form and an example."""
    with pytest.raises(BadDate) as caught:
        read_iso(english_words(), text)
    assert str(caught.value) == f"{text!r} is not a date. Write it as YYYY-MM-DD, like 2026-10-06."
    assert caught.value.field == "day"


@pytest.mark.parametrize("day", [TODAY, TODAY - timedelta(days=1), EARLIEST])
def test_what_has_happened_may_be_today_or_past(day: date) -> None:
    """A day up to today is plausible for something that has happened, back to the earliest day."""
    check_plausible(english_words(), day, EARLIEST, TODAY)


@pytest.mark.parametrize(
    ("day", "field", "says"),
    [
        (date(2062, 11, 21), "year", "The date is more than two years ahead. Check the year."),
        (date(2011, 12, 31), "year", "The date must be 1 January 2012 or later."),
        (date(1026, 11, 21), "year", "The date must be 1 January 2012 or later."),
        (date(2028, 11, 22), "year", "The date is more than two years ahead. Check the year."),
        (date(2029, 1, 1), "year", "The date is more than two years ahead. Check the year."),
        (date(2206, 11, 21), "year", "The date is more than two years ahead. Check the year."),
    ],
)
def test_what_can_hardly_be_meant_is_refused(day: date, field: str, says: str) -> None:
    """A far past and a far future are refused with a message."""
    with pytest.raises(BadDate) as caught:
        check_plausible(english_words(), day, EARLIEST, TODAY)
    assert (str(caught.value), caught.value.field) == (says, field)


@pytest.mark.parametrize("day", [TODAY, date(2026, 12, 1), date(2028, 11, 21), date(2026, 1, 1)])
def test_a_day_may_lie_ahead(day: date) -> None:
    """Whoever plans gives a day up to two years ahead, whatever it is the day of."""
    check_plausible(english_words(), day, EARLIEST, TODAY)


def test_two_years_from_a_leap_day() -> None:
    """On 29 February, two years ahead end on the last day of February."""
    check_plausible(english_words(), date(2030, 2, 28), EARLIEST, date(2028, 2, 29))
    with pytest.raises(BadDate):
        check_plausible(english_words(), date(2030, 3, 2), EARLIEST, date(2028, 2, 29))
