"""Which tables of dates there are, and which time limits are looked up in each."""

from dataclasses import dataclass, field

from navigator.core.model import Library, Policy, Timescale
from navigator.core.policies import policy_for
from navigator.core.time.calendar import WorkingCalendar, policy_calendar
from navigator.core.time.tables import Table, table_for
from navigator.core.versions import versions
from navigator.site.kit.library_index import LibraryIndex


@dataclass(frozen=True)
class TableUse:
    """A time limit that is looked up in a table."""

    policy: Policy
    where: str
    """The stage it belongs to, in words."""
    timescale: Timescale


@dataclass(frozen=True)
class DateTable:
    """A table of dates with all that it serves for."""

    table: Table
    uses: list[TableUse] = field(default_factory=list)


def date_tables(library: Library) -> dict[str, DateTable]:
    """Return every table that a page may lead to, by its slug."""
    tables: dict[str, DateTable] = {}
    calendars = calendars_by_policy(library)
    for policy in library.policies:
        for timescale, position, _ in policy.timescales():
            where = position.title if position else library.words["site.timescales.whole"]
            use = TableUse(policy, where, timescale)
            for calendar in calendars[policy.id].values():
                table = table_for(library, policy, timescale, calendar)
                if table:
                    uses = tables.setdefault(table.slug, DateTable(table)).uses
                    if not uses or uses[-1] is not use:
                        uses.append(use)
    return tables


def calendars_by_policy(library: Library) -> dict[str, dict[str, WorkingCalendar]]:
    """Return for each policy, by name, the calendars it is counted by for the services that see it."""
    readers = [(policy, None) for policy in library.policies] + [
        (policy, service)
        for service in library.services
        for route in library.routes
        for policy in versions(library, policy_for(library, route.id, service.id))
    ]
    calendars: dict[str, dict[str, WorkingCalendar]] = {policy.id: {} for policy in library.policies}
    for policy, service in readers:
        calendar = policy_calendar(library, policy, service)
        calendars[policy.id].setdefault(calendar.name, calendar)
    return calendars


def owners_table(index: LibraryIndex, policy: Policy, timescale: Timescale) -> Table | None:
    """Return the table of a time limit for the service whose own policy it is; None without a number."""
    owner = next(iter(index.owners_of(policy)), None)
    return table_for(index.library, policy, timescale, policy_calendar(index.library, policy, owner))
