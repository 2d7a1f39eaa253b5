"""The dates worked out a second time: by numpy, from the official bank holidays, without our own counting."""

from datetime import date

import numpy as np
import numpy.typing as npt

from navigator.core.model import Counting, DayOff, Unit
from tests.core.official import BANK_HOLIDAYS

type Days = npt.NDArray[np.datetime64]

FIRST, LAST = date(2012, 1, 1), date(2028, 12, 31)
"""The starts that are tried: the years whose bank holidays the government has published."""
FORECAST = range(2029, 2033)
"""Years not published yet: their bank holidays follow from the rules alone."""

DAY, MONTH = np.timedelta64(1, "D"), np.timedelta64(1, "M")


def every_day(first: date, last: date) -> Days:
    """Return the days from one to another, both included."""
    return np.arange(np.datetime64(first), np.datetime64(last) + DAY)


def easter(year: int) -> date:
    """Return Easter Sunday, by the method printed in Nature on 20 April 1876."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, day = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, day + 1)


def by_the_rules(year: int) -> list[date]:
    """Return the bank holidays of England in a year in which none is added or moved."""
    sunday = np.datetime64(easter(year))
    days = [sunday - 2 * DAY, sunday + DAY]
    # The last Monday of a month is the one before the first of the next.
    for month, which in (("05", 0), ("06", -1), ("09", -1)):
        days.append(np.busday_offset(f"{year}-{month}", which, roll="forward", weekmask="Mon"))
    for fixed in ("01-01", "12-25", "12-26"):
        # A weekend gives its holiday to the next weekday that is none yet.
        days.append(
            np.busday_offset(f"{year}-{fixed}", 0, roll="forward", holidays=np.array(days[5:], "M8[D]"))
        )
    return sorted(date.fromisoformat(str(day)) for day in days)


HOLIDAYS: Days = np.array(
    [*BANK_HOLIDAYS, *(day for year in FORECAST for day in by_the_rules(year))], dtype="datetime64[D]"
)
STARTS = every_day(FIRST, LAST)


def ends(starts: Days, amount: int, unit: Unit, counting: Counting) -> Days:
    """Return the last day for each start."""
    if counting is Counting.NEXT_WORKING_DAY:
        starts = np.busday_offset(starts, 0, roll="forward", holidays=HOLIDAYS)
    # A period that begins with a day is one that comes after the day before it.
    before = starts - DAY if counting is Counting.BEGINNING_WITH else starts
    if unit is Unit.WORKING_DAYS:
        return np.busday_offset(before, amount, roll="backward", holidays=HOLIDAYS)
    if unit is Unit.CALENDAR_DAYS:
        return before + amount * DAY
    if unit is Unit.WEEKS:
        return before + 7 * amount * DAY
    return _months(starts, amount if unit is Unit.MONTHS else 12 * amount, counting)


def landed(days: Days, day_off: DayOff | None) -> Days:
    """Move the last days that are no working days to the working day that a rule names."""
    if day_off is None:
        return days
    if day_off is DayOff.NEXT_WORKING_DAY:
        return np.busday_offset(days, 0, roll="forward", holidays=HOLIDAYS)
    return np.busday_offset(days, 0, roll="backward", holidays=HOLIDAYS)


def _months(starts: Days, months: int, counting: Counting) -> Days:
    """Go on by months: to the day before the next one's first where there is no such day."""
    month = starts.astype("datetime64[M]")
    same_day = (month + months * MONTH).astype("datetime64[D]") + (starts - month.astype("datetime64[D]"))
    last = (month + (months + 1) * MONTH).astype("datetime64[D]") - DAY
    if counting is Counting.BEGINNING_WITH:
        same_day = same_day - DAY
    ended: Days = np.minimum(same_day, last)
    return ended
