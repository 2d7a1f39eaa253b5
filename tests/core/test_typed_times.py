"""Times of day as people type them."""

from datetime import date, datetime, time

import pytest

from navigator.core.typed.dates import BadDate
from navigator.core.typed.times import read_moment, read_time, written_moment
from navigator.load.words import english_words


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", None),
        ("  ", None),
        ("16:00", time(16)),
        ("16.00", time(16)),
        ("1600", time(16)),
        ("16", time(16)),
        ("4pm", time(16)),
        ("4 PM", time(16)),
        ("4.30 pm", time(16, 30)),
        ("4:30 p.m.", time(16, 30)),
        ("16:00 pm", time(16)),
        ("12 pm", time(12)),
        ("12.15 am", time(0, 15)),
        ("9 am", time(9)),
        ("09:00", time(9)),
        ("0:05", time(0, 5)),
        ("12:30", time(12, 30)),
        ("noon", time(12)),
        ("Midday", time(12)),
        ("\uff11\uff16\uff1a\uff10\uff10", time(16)),  # as a full-width keyboard writes it
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(typed: str, read: time | None) -> None:
    """Twenty-four hours, or twelve with am and pm; an empty field is no time."""
    assert read_time(english_words(), typed) == read


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("4:30", "4:30 can be in the morning or in the afternoon. Write 04:30 or 16:30."),
        ("9", "9 can be in the morning or in the afternoon. Write 09:00 or 21:00."),
        ("16 am", "Write the time with am or pm from 1 to 12, like 4 pm, or without them, like 16:00."),
        ("0 pm", "Write the time with am or pm from 1 to 12, like 4 pm, or without them, like 16:00."),
        ("24:00", "There is no such time. The hours go from 0 to 23, and the minutes from 0 to 59."),
        ("12:75", "There is no such time. The hours go from 0 to 23, and the minutes from 0 to 59."),
        ("midnight", "Write 00:00 for the beginning of the day, or 23:59 for its end."),
        ("teatime", "The time must be like 16:00 or 4 pm."),
        ("4:3 pm", "The time must be like 16:00 or 4 pm."),
        ("1600 pm", "The time must be like 16:00 or 4 pm."),
        ("pm", "The time must be like 16:00 or 4 pm."),
    ],
)
def test_what_can_be_meant_in_two_ways_is_refused(typed: str, says: str) -> None:
    """A time without its half of the day, and anything else that is no time, gets what to write."""
    with pytest.raises(BadDate) as problem:
        read_time(english_words(), typed)
    assert (str(problem.value), problem.value.field) == (says, "time")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-12-24", date(2026, 12, 24)),
        ("2026-12-24T16:00", datetime(2026, 12, 24, 16)),  # noqa: DTZ001 - the hour on the spot
        (" 2026-12-24T00:05 ", datetime(2026, 12, 24, 0, 5)),  # noqa: DTZ001 - the hour on the spot
    ],
)
def test_a_day_may_have_its_hour(text: str, read: date) -> None:
    """A day in a command or a link may have a time of day, and is written again as it was read."""
    found = read_moment(english_words(), text)
    assert (found, type(found)) == (read, type(read))
    assert written_moment(found) == text.strip()


@pytest.mark.parametrize("text", ["2026-12-24T4pm", "2026-12-24T24:00", "2026-12-24T16:00:00Z"])
def test_an_hour_that_is_none_is_refused(text: str) -> None:
    """An hour in any other form gets the form to write."""
    says = f"{text!r} is no day with a time. Write it as YYYY-MM-DDTHH:MM, like 2026-10-06T16:00."
    with pytest.raises(BadDate) as problem:
        read_moment(english_words(), text)
    assert str(problem.value) == says
