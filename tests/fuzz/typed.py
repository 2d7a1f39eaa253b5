"""Dates as anybody might type them, and a second opinion on what they mean."""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from hypothesis import strategies as st

from navigator.core.dates import BadDate, read_iso, read_parts
from navigator.load.words import english_words
from tests.fuzz.mutations import ODD

MONTHS = english_words().months
_PIECES = st.sampled_from(
    (*ODD, *MONTHS, "sep", "SEPT", "Sep.", "ma", "0", "00", "1", "01", "9", "31", "032", "2026", "26")
)
_NUMBERS = st.integers(-1, 40).map(str) | st.integers(0, 10_001).map(str)
_ANY = _NUMBERS | _PIECES | st.text(max_size=6) | st.text("0123456789-/ ", max_size=6)
PARTS = st.tuples(_ANY, _ANY, st.integers(0, 10_001).map(str) | _ANY)
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
    return _reads(
        partial(read_parts, english_words(), day, month, year),
        _expected(day.strip(), month.strip(), year.strip()),
    )


def reads_iso(text: str) -> bool:
    """Read one field; return whether it is taken. Raises AssertionError where the answer is wrong."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text.strip())
    return _reads(
        partial(read_iso, english_words(), text), _day(match[3], match[2], match[1]) if match else None
    )


def _reads(read: Callable[[], date | None], expected: date | None) -> bool:
    problem = None
    try:
        found = read()
    except BadDate as refused:
        found, problem = None, refused
    assert found == expected
    assert problem is None or (str(problem) and problem.field in {"day", "month", "year"})
    return problem is None


def _expected(day: str, month: str, year: str) -> date | None:
    if not re.fullmatch("[0-9]{1,4}", day) or not re.fullmatch("[0-9]{4}", year):
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
