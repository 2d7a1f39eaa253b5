"""Ready reckoners: for each time limit a table of dates, so that nobody needs a script to find a deadline."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from typing import Final

from navigator.core.calendar import WorkingCalendar, calendar_for, working_calendar
from navigator.core.counting import Count
from navigator.core.model import Counting, Library, Policy, Service, Timescale, Words
from navigator.core.policies import policy_for
from navigator.core.tables import Period, Table, table_for
from navigator.core.units import UNITS
from navigator.core.versions import versions
from navigator.render.html import Child, Html, el
from navigator.site.kit.breadcrumbs import crumbs
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows

SOURCE: Final = "policies"
DATES: Final = ("dates/", "Tables of dates")
MONTHS_BACK: Final = 1
"""What began shortly before the tables were made is looked up most."""
MONTHS_AHEAD: Final = 12
READ_AS: Final = {
    Counting.AFTER: "",
    Counting.BEGINNING_WITH: ", the first day counted",
    Counting.NEXT_WORKING_DAY: ", received next",
}


@dataclass(frozen=True)
class Use:
    """A time limit that is looked up in a table."""

    policy: Policy
    where: str
    timescale: Timescale


def reckoner_pages(catalogue: LibraryIndex, today: date) -> Iterator[Page]:
    """Write the list of tables and a page for each."""
    found = tables(catalogue.library)
    yield overview(catalogue, found)
    for table, uses in found.values():
        yield table_page(catalogue, table, uses, today)


def tables(library: Library) -> dict[str, tuple[Table, list[Use]]]:
    """Return every table that a page may lead to, by its name, with the time limits found in it."""
    found: dict[str, tuple[Table, list[Use]]] = {}
    for policy, calendars in shown_by(library):
        for where, scale in scales_of(policy):
            for calendar in calendars:
                table = table_for(library, policy, scale, calendar)
                if table:
                    _, uses = found.setdefault(table.slug, (table, []))
                    use = Use(policy, where, scale)
                    if use not in uses:
                        uses.append(use)
    return found


def shown_by(library: Library) -> Iterator[tuple[Policy, list[WorkingCalendar]]]:
    """Yield each policy with the calendars it is counted by for the services whose readers see it."""
    readers: dict[str, list[Service | None]] = {policy.id: [None] for policy in library.policies}
    for service in library.services:
        for route in library.routes:
            for policy in versions(library, policy_for(library, route.id, service.id)):
                readers[policy.id].append(service)
    for policy in library.policies:
        by_name: dict[str, WorkingCalendar] = {}
        for reader in readers[policy.id]:
            calendar = working_calendar(library.words, calendar_for(library, policy, reader), reader)
            by_name.setdefault(calendar.name, calendar)
        yield policy, list(by_name.values())


def scales_of(policy: Policy) -> Iterator[tuple[str, Timescale]]:
    """Yield each time limit of a policy, and where it belongs."""
    for scale, position, _ in policy.timescales():
        yield position.title if position else "The whole process", scale


def table_for_readers(catalogue: LibraryIndex, policy: Policy, timescale: Timescale) -> Table | None:
    """Return the table of a time limit as those see it whose own policy this is."""
    owners = catalogue.owners_of(policy)
    owner = owners[0] if owners else None
    calendar = working_calendar(
        catalogue.library.words, calendar_for(catalogue.library, policy, owner), owner
    )
    return table_for(catalogue.library, policy, timescale, calendar)


def overview(catalogue: LibraryIndex, found: dict[str, tuple[Table, list[Use]]]) -> Page:
    """Write the list of tables, by policy."""
    sheet = PageBuilder(catalogue, "dates/index.md", "Tables of dates", SOURCE)
    sheet.add(
        el("p", "Find the day something began, and read off the deadline. These tables work on paper too."),
        el("p", "Each table says from which day it counts."),
    )
    by_policy: dict[str, list[tuple[str, Use]]] = {}
    for slug, (_, uses) in found.items():
        for use in uses:
            by_policy.setdefault(use.policy.id, []).append((slug, use))
    for policy in catalogue.library.policies:
        lines: list[Child] = [
            (
                f"{use.where}: {use.timescale.does} ",
                sheet.link(f"dates/{slug}/", name(found[slug][0])),
            )
            for slug, use in by_policy.get(policy.id, [])
        ]
        sheet.section(policy.title, policy.id, rows(lines))
    return sheet.page("Deadlines to look up: the day something begins against its last day.")


def name(table: Table) -> str:
    """Name a table by its terms, and by its calendar where that is not the usual one."""
    late = {each.received_late for each in table.columns}
    terms = " or ".join(heading(table.calendar.words, each) for each in table.columns if each not in late)
    return terms if table.usual else f"{terms} ({table.calendar.name})"


def heading(words: Words, terms: Period) -> str:
    """Name a column."""
    return f"{words.amount(terms.amount, terms.unit)}{READ_AS[terms.counting]}"


def table_page(catalogue: LibraryIndex, table: Table, uses: list[Use], today: date) -> Page:
    """Write the page of a table."""
    path = f"dates/{table.slug}.md"
    sheet = PageBuilder(catalogue, path, f"Dates: {name(table)}", SOURCE)
    sheet.above(crumbs(sheet, DATES))
    sheet.add(el("p", explained(table), class_="nav-lede"))
    sheet.section("What this is for", "uses", rows([used(sheet, use) for use in uses]))
    sheet.section("How to read it", "reading", notes(table, today))
    days = tuple(start_days(today))
    words = catalogue.library.words
    months = [to_month(words, day) for day in days if day.day == 1]
    sheet.section("Find the month", "months", rows(months, class_="nav-months"))
    held = tuple(table.calendar.days_off.items())
    reach = (table.calendar.first, table.calendar.known_until, table.calendar.last)
    lines = zip(days, *(last_days(words, each, days, held, reach) for each in table.columns), strict=True)
    for first, found in groupby(lines, key=lambda line: line[0].replace(day=1)):
        month = words.month_of_year(first)
        sheet.heading(2, month, month_anchor(first))
        sheet.add(month_table(table, f"Beginning in {month}", found))
    return replace(sheet.page(explained(table)), searched=False)


def explained(table: Table) -> str:
    """Say in a sentence what the table gives."""
    length = table.calendar.words.amount(table.columns[0].amount, table.columns[0].unit)
    return f"For each day on which something may begin, the last day of {length}."


def used(sheet: PageBuilder, use: Use) -> Child:
    """Say what a time limit is about, and from which day it counts."""
    event = sheet.library.event[use.timescale.counted_from] if use.timescale.counted_from else None
    return (
        sheet.link(f"policies/{use.policy.id}/", use.policy.title),
        f", {use.where}. {use.timescale.does}",
        el("p", f"Counted from {event.name}.") if event else None,
    )


def notes(table: Table, today: date) -> Child:
    """Say how days are counted, which dates are not final, and as of when."""
    working = any(UNITS[each.unit].skips_days_off for each in table.columns)
    known = table.calendar.words.short_date(table.calendar.known_until)
    said = ["The day it begins is not counted, unless the column says so."]
    if working:
        said.append("Working days leave out weekends, bank holidays and days on which the service is closed.")
        said.append(f"A date marked provisional may move. Days off are known up to {known}.")
    if len(table.columns) > 1:
        said.append(
            "Several columns mean that the words can be read in several ways. The earliest is safest."
        )
    if any(each.counting is Counting.NEXT_WORKING_DAY for each in table.columns):
        said.append("Received next: some treat what comes on a day off as received on the next working day.")
    return rows([*said, f"Made on {table.calendar.words.short_date(today)}."])


def start_days(today: date) -> Iterator[date]:
    """Yield every day that something may begin on: whole months, from just before today to a year ahead."""
    months = today.year * 12 + today.month - 1
    first, beyond = months - MONTHS_BACK, months + MONTHS_AHEAD + 1
    day = date(first // 12, first % 12 + 1, 1)
    while day < date(beyond // 12, beyond % 12 + 1, 1):
        yield day
        day += timedelta(days=1)


def to_month(words: Words, first: date) -> Html:
    """Link to the table of a month."""
    return el("a", words.month_of_year(first), href=f"#{month_anchor(first)}")


def month_anchor(first: date) -> str:
    """Return the anchor of a month on its page."""
    return f"m-{first.year}-{first.month:02}"


def month_table(table: Table, caption: str, lines: Iterable[tuple[date, *tuple[str, ...]]]) -> Html:
    """Write the table of one month: for each day the last day under each reading."""
    words = table.calendar.words
    columns = [heading(words, each) for each in table.columns]
    head = [el("th", title, scope="col") for title in ("Begins on", *columns)]
    body = [
        el("tr", el("th", words.day_of_month(day), scope="row"), [el("td", due) for due in dues])
        for day, *dues in lines
    ]
    return el(
        "table",
        el("caption", caption),
        el("thead", el("tr", head)),
        el("tbody", body),
        class_="nav-reckoner",
        translate="no",
    )


@lru_cache(maxsize=500)  # columns come back in other tables, and in every build while somebody edits
def last_days(
    words: Words,
    terms: Period,
    days: tuple[date, ...],
    days_off: tuple[tuple[date, str], ...],
    reach: tuple[date, date, date],
) -> tuple[str, ...]:
    """Return the last day of a period for each day it may begin on, and say if it is provisional."""
    calendar = WorkingCalendar(words, dict(days_off), *reach)
    return tuple(last_day(words, terms.last_day(day, calendar)) for day in days)


def last_day(words: Words, found: Count | None) -> str:
    """Write one last day."""
    if found is None:
        return "No date"
    due = words.brief_date(found.due)
    return f"{due} (provisional)" if found.provisional else due
