"""Tables of dates: which timescales share one, and what its columns are.

A table gives, for each day something may begin on, the last day under each reading. Timescales that count
alike share a table, whatever they are about.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from navigator.core.model import (
    Library,
    Policy,
    Timescale,
)
from navigator.core.time.calendar import WorkingCalendar
from navigator.core.time.periods import Period, earliest_of, period_of


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
    """Return the table that a timescale is looked up in; None where a day to count from gives no one date."""
    columns = tuple(dict.fromkeys(_columns(library, policy, timescale)))
    if not columns:
        return None
    plain = not any(column.uses_days_off for column in columns)
    return Table(columns, calendar, plain or calendar.name == library.calendars[0].id)


def _columns(library: Library, policy: Policy, timescale: Timescale) -> Iterator[Period]:
    """Yield the plain reading, the others, and those by which a start on a day off is received later.

    Where a child's safety may be at stake no reading may allow more time than the plain one.
    """
    plain, begins = period_of(timescale), earliest_of(timescale)
    if plain is None or timescale.share or timescale.start_not_stated or timescale.alternatives:
        return
    if begins:
        yield begins
    others = [period for reading in timescale.readings if (period := period_of(timescale, reading))]
    yield plain
    yield from others
    if library.route[policy.route].urgent:
        return
    yield from (late for period in (plain, *others) if (late := period.received_late))
