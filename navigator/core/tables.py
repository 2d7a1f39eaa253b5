"""Tables of dates: which timescales share one, and what its columns are.

A table gives, for each day something may begin on, the last day under each reading. Timescales that count
alike share a table, whatever they are about.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navigator.core.calendar import OutsideCalendar, WorkingCalendar
from navigator.core.counting import Count, count
from navigator.core.model import Counting, Library, Policy, Reading, Timescale, Unit
from navigator.core.units import UNITS


@dataclass(frozen=True)
class Period:
    """How long a period is, and whether its first day counts."""

    amount: int
    unit: Unit
    counting: Counting

    @property
    def slug(self) -> str:
        """The terms as a part of an address: `5-working-days`."""
        unit = self.unit.replace("_", "-")
        length = f"{self.amount}-{unit.removesuffix('s') if self.amount == 1 else unit}"
        return length if self.counting is Counting.AFTER else f"{length}-{self.counting.replace('_', '-')}"

    @property
    def received_late(self) -> "Period | None":
        """The terms by which a start on a day off is received on the next working day, where that differs."""
        if UNITS[self.unit].skips_days_off and self.counting is Counting.AFTER:
            return Period(self.amount, self.unit, Counting.NEXT_WORKING_DAY)
        return None

    def last_day(self, start: date, calendar: WorkingCalendar) -> Count | None:
        """Count from a day; None where the calendar does not reach."""
        try:
            return count(start, self.amount, self.unit, calendar, self.counting)
        except (OutsideCalendar, OverflowError):
            return None


def period_of(timescale: Timescale, reading: Reading | None = None) -> Period | None:
    """Return the period of a timescale, or of one reading of it; None where there is no number."""
    changed = reading or Reading("")
    amount, unit = changed.amount or timescale.amount, changed.unit or timescale.unit
    if amount is None or unit not in UNITS:
        return None
    return Period(amount, unit, changed.counting or timescale.counting)


@dataclass(frozen=True)
class Table:
    """What a table of dates is worked out from."""

    columns: tuple[Period, ...]
    """The plain reading, then the others."""
    calendar: WorkingCalendar
    usual: bool
    """True where the calendar is the first of the library, or makes no difference."""

    @property
    def readings(self) -> list[Period]:
        """The columns but for those by which a start on a day off is received later."""
        late = {each.received_late for each in self.columns}
        return [each for each in self.columns if each not in late]

    @property
    def slug(self) -> str:
        """The table's name in its address: how long the period is, and nothing of what it is about."""
        late = [period.received_late for period in self.columns if period.received_late]
        parts = ["-or-".join(each.slug for each in self.readings)]
        if not {*late} <= {*self.columns}:
            parts.append("strict")
        return "-".join(parts if self.usual else [*parts, self.calendar.name])


def table_for(
    library: Library, policy: Policy, timescale: Timescale, calendar: WorkingCalendar
) -> Table | None:
    """Return the table that a timescale is looked up in; None where it has no number."""
    columns = tuple(dict.fromkeys(_columns(library, policy, timescale)))
    if not columns:
        return None
    plain = not any(UNITS[column.unit].skips_days_off for column in columns)
    return Table(columns, calendar, plain or calendar.name == library.calendars[0].id)


def _columns(library: Library, policy: Policy, timescale: Timescale) -> Iterator[Period]:
    """Yield the plain reading, the others, and those by which a start on a day off is received later.

    Where a child's safety may be at stake no reading may allow more time than the plain one.
    """
    plain = period_of(timescale)
    if plain is None:
        return
    others = [period for reading in timescale.readings if (period := period_of(timescale, reading))]
    yield plain
    yield from others
    if library.route[policy.route].urgent:
        return
    yield from (late for period in (plain, *others) if (late := period.received_late))
