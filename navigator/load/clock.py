"""Today's date: the one place where the clock is read."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def today_in_london(now: datetime | None = None) -> date:
    """Return the date in England, whatever the machine's time zone: now, or at a moment that has a zone."""
    return (now or datetime.now(UTC)).astimezone(ZoneInfo("Europe/London")).date()


def build_day() -> date:
    """Return the date that a build carries: today, or the date of the moment in SOURCE_DATE_EPOCH."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    return today_in_london(datetime.fromtimestamp(int(fixed), UTC) if fixed else None)
