"""Hours on the clocks of the United Kingdom agree with the time zone database, which the browser lacks."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.core.time.clock_change import hours_on

LONDON = ZoneInfo("Europe/London")
UTC = ZoneInfo("UTC")
FIRST, LAST = datetime.fromisoformat("2012-01-01"), datetime.fromisoformat("2036-12-31")


@given(st.datetimes(FIRST, LAST), st.integers(-200, 200))
def test_hours_agree_with_the_time_zone_database(start: datetime, hours: int) -> None:
    """From any moment that the clocks show, so many hours later they show what the database says."""
    aware = start.replace(tzinfo=LONDON)
    if aware.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) != start:
        return  # the clocks never show this hour, on a night in March
    ends = (aware.astimezone(UTC) + timedelta(hours=hours)).astimezone(LONDON)
    assert hours_on(start, hours) == ends.replace(tzinfo=None)


@pytest.mark.parametrize(
    ("start", "expected"),
    [("2026-03-28T16:00", "2026-03-29T17:00"), ("2026-10-24T16:00", "2026-10-25T15:00")],
)
def test_a_day_of_twenty_four_hours_over_a_change(start: str, expected: str) -> None:
    """24 hours from 16:00 end at 17:00 over the night in March, and at 15:00 over that in October."""
    assert hours_on(datetime.fromisoformat(start), 24) == datetime.fromisoformat(expected)
