"""Periods: how long a timescale is, which way it is counted, and where it may end."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from navigator.core.model import (
    Alternative,
    Counting,
    DayOff,
    Reading,
    Timescale,
    Unit,
    Weekday,
)
from navigator.core.time.calendar import DAY, OutsideCalendar, WorkingCalendar
from navigator.core.time.counting import Count, Standstill, count, count_hours, moved_to, off_days_off
from navigator.core.time.units import UNITS, Way


@dataclass(frozen=True)
class Period:
    """How long a period is, which way it is counted, whether its first day counts, and where it may end."""

    amount: int
    unit: Unit
    counting: Counting
    way: Way = 1
    weekday: Weekday | None = None
    """The day of the week that it ends on, at the earliest when the amount has been counted."""
    day_off: DayOff | None = None
    """Where it ends if its last day is no working day; None where that makes no difference."""
    received_until: str | None = None
    """With the counting `next_working_day`: the hour at which the working day ends, such as `17:00`."""

    @property
    def slug(self) -> str:
        """The terms as a part of an address: `5-working-days`."""
        unit = self.unit.replace("_", "-")
        length = f"{self.amount}-{unit.removesuffix('s') if self.amount == 1 else unit}"
        parts = (
            length,
            self.counting if self.counting is not Counting.AFTER else None,
            "before" if self.way < 0 else None,
            f"to-{self.weekday}" if self.weekday else None,
            f"to-{self.day_off}" if self.day_off else None,
        )
        return "-".join(part.replace("_", "-") for part in parts if part)

    @property
    def uses_days_off(self) -> bool:
        """True where it makes a difference which days are working days."""
        counting_on = self.counting is Counting.NEXT_WORKING_DAY
        return UNITS[self.unit].skips_days_off or counting_on or self.day_off is not None

    @property
    def received_late(self) -> "Period | None":
        """The terms by which a start on a day off is received on the next working day, where that differs."""
        if UNITS[self.unit].skips_days_off and self.counting is Counting.AFTER and self.way > 0:
            return replace(self, counting=Counting.NEXT_WORKING_DAY)
        return None

    def last_day(
        self,
        start: date,
        calendar: WorkingCalendar,
        at: time | None = None,
        standstills: Iterable[Standstill] = (),
    ) -> Count | None:
        """Count from a day, or from an hour of it; None where the calendar does not reach."""
        try:
            return self._counted(start, calendar, at, standstills)
        except (OutsideCalendar, OverflowError):
            return None

    def _counted(
        self, start: date, calendar: WorkingCalendar, at: time | None, standstills: Iterable[Standstill]
    ) -> Count:
        if self.unit is Unit.HOURS and at and self.counting is Counting.AFTER:
            counted = count_hours(datetime.combine(start, at), self.amount, calendar.words, self.way)
        else:
            late = self.received_until and at and f"{at:%H:%M}" >= self.received_until
            begins = start + DAY if late and self.counting is Counting.NEXT_WORKING_DAY else start
            counted = count(
                begins, self.amount, self.unit, calendar, self.counting, self.way, tuple(standstills)
            )
        if self.weekday:
            counted = moved_to(counted, self.weekday, calendar.words, self.way)
        return off_days_off(counted, self.day_off, calendar) if self.day_off else counted


def period_of(timescale: Timescale, reading: Reading | None = None) -> Period | None:
    """Return the period of a timescale, or of one reading of it; None where there is no number.

    Of a range it is the one that ends last: the larger number, or counted back the smaller.
    """
    back = timescale.counted_before is not None
    amount = timescale.amount if back else timescale.up_to or timescale.amount
    changed = reading or Reading("")
    return _period(timescale, changed.amount or amount, changed.unit, changed.counting)


def earliest_of(timescale: Timescale) -> Period | None:
    """Return the period by which a range begins; None where there is no range."""
    if timescale.up_to is None:
        return None
    back = timescale.counted_before is not None
    return _period(timescale, timescale.up_to if back else timescale.amount)


def alternative_of(timescale: Timescale, other: Alternative) -> Period | None:
    """Return the period of another limit for the same thing; None where there is no number."""
    same_way = not (other.counted_from or other.counted_before)
    back = other.counted_before if not same_way else timescale.counted_before
    period = _period(timescale, other.amount or timescale.amount, other.unit, other.counting)
    return replace(period, way=-1 if back else 1) if period else None


def extended_of(timescale: Timescale) -> Period | None:
    """Return the period of a timescale that has been extended; None where it cannot be or has no number.

    An extension in another unit is counted on from the last day of the limit, so it has no period of its own.
    """
    extension, period = timescale.extension, period_of(timescale)
    if extension is None or period is None:
        return None
    unit = extension.unit or period.unit
    if extension.in_all:
        return replace(period, amount=extension.amount, unit=unit)
    return replace(period, amount=period.amount + extension.amount) if unit is period.unit else None


def _period(
    timescale: Timescale, amount: int | None, unit: Unit | None = None, counting: Counting | None = None
) -> Period | None:
    unit = unit or timescale.unit
    if amount is None or unit not in UNITS:
        return None
    return Period(
        amount,
        unit,
        counting or timescale.counting,
        -1 if timescale.counted_before else 1,
        timescale.weekday,
        timescale.day_off,
        timescale.received_until,
    )
