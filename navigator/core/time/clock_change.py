"""Hours on the clocks of the United Kingdom, which go forward and back once a year.

The rule stands here and not in a time zone database, which a browser's Python does not have.
"""

from datetime import datetime, timedelta
from typing import Final

_HOUR: Final = timedelta(hours=1)


def hours_on(start: datetime, hours: int) -> datetime:
    """Return what the clocks show so many hours after a moment on them; before it, for a negative number."""
    ends = start - summer_time_at(start) + hours * _HOUR
    return ends + _summer_time(ends)


def summer_time_at(moment: datetime) -> timedelta:
    """Return how far the clocks are forward at a moment on them.

    An hour that the clocks show twice in October is taken to be the earlier of the two.
    """
    return _summer_time(moment - _HOUR)


def _summer_time(moment: datetime) -> timedelta:
    """Return how far the clocks are forward at a moment in Universal Time."""
    begins, ends = (_last_sunday(moment.year, month) for month in (3, 10))
    return _HOUR if begins <= moment < ends else timedelta()


def _last_sunday(year: int, month: int) -> datetime:
    """Return one o'clock on the last Sunday of a month of 31 days."""
    last = datetime(year, month, 31, 1)  # noqa: DTZ001 - Universal Time, without a database of zones
    return last - timedelta(days=last.isoweekday() % 7)
