"""Dates as anybody might type them, and a second opinion on what they mean."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from hypothesis import strategies as st

from navigator.core.typed.dates import BadDate, read_iso, read_parts
from navigator.load.words import english_words
from tests.fuzz.mutations import ODD

MONTHS = english_words().months
EARLIEST, TODAY = date(2012, 1, 1), date(2026, 11, 21)
_PIECES = st.sampled_from(
    (*ODD, *MONTHS, "sep", "SEPT", "Sep.", "ma", "0", "00", "1", "01", "9", "31", "032", "2026", "26")
)
_NUMBERS = st.integers(-1, 40).map(str) | st.integers(0, 10_001).map(str)
_ANY = _NUMBERS | _PIECES | st.text(max_size=6) | st.text("0123456789-/ ", max_size=6)
_WHOLE = st.lists(_ANY, max_size=4).flatmap(
    lambda parts: st.sampled_from(" /-.").map(lambda by: by.join(parts))
)
PARTS = st.tuples(_ANY, _ANY, st.integers(0, 10_001).map(str) | _ANY) | st.tuples(
    _WHOLE, st.just(""), st.just("") | _ANY
)
"""A day, a month and a year."""
TEXTS = (
    st.dates().map(str)
    | st.builds("{:04}-{:02}-{:02}".format, st.integers(0, 10_000), st.integers(0, 14), st.integers(0, 33))
    | st.builds("{}-{}-{}".format, _ANY, _ANY, _ANY)
    | st.text(max_size=12)
)
"""A date in one field."""


def reads_parts(day: str, month: str, year: str) -> bool:
    """Read three fields; return whether they are taken. Raises AssertionError where the answer is wrong."""
    read = partial(read_parts, english_words(), day, month, year, EARLIEST, TODAY)
    plain = _expected(day.strip(), month.strip(), year.strip())
    if plain:
        return _reads(read, plain)
    found = _found(read)
    assert found is None or _made_of(found, unicodedata.normalize("NFKC", f"{day} {month} {year}"))
    return found is not None


def reads_iso(text: str) -> bool:
    """Read one field; return whether it is taken. Raises AssertionError where the answer is wrong."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text.strip(" "))
    return _reads(
        partial(read_iso, english_words(), text), _day(match[3], match[2], match[1]) if match else None
    )


def _reads(read: Callable[[], date | None], expected: date | None) -> bool:
    assert _found(read) == expected
    return expected is not None


def _found(read: Callable[[], date | None]) -> date | None:
    try:
        return read()
    except BadDate as refused:
        problem = refused
    assert str(problem)
    assert problem.field in {"day", "month", "year"}
    return None


def _made_of(found: date, typed: str) -> bool:
    """Say whether a date can have been read out of a text: its three parts stand in it."""
    numbers = [int(number) for number in re.findall(r"\d+", typed)]
    month = found.month in numbers or MONTHS[found.month - 1][:3].lower() in typed.lower()
    return found.day in numbers and month and bool({found.year, found.year % 100} & {*numbers})


def _expected(day: str, month: str, year: str) -> date | None:
    if not re.fullmatch("[0-9]{1,2}", day) or not re.fullmatch("[0-9]{4}", year):
        return None
    if re.fullmatch("[0-9]{1,2}", month):
        return _day(day, month, year)
    full = [name for name in MONTHS if re.match(re.escape(month), name, re.IGNORECASE | re.ASCII)]
    return _day(day, full[0][:3], year) if len(month) >= 3 and full else None


def _day(day: str, month: str, year: str) -> date | None:
    """Read by way of the standard library's own parser."""
    form = "%d %m %Y" if month.isdigit() else "%d %b %Y"
    try:
        return datetime.strptime(f"{int(day):02} {month} {year}", form).date()  # noqa: DTZ007 - a day, no moment
    except ValueError:
        return None
