"""Tables of dates: for each time limit the last day for any start, without scripts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache, partial
from itertools import groupby
from typing import Final

from navigator.core.model import Counting, Words
from navigator.core.time.calendar import WorkingCalendar
from navigator.core.time.counting import Count
from navigator.core.time.periods import Period
from navigator.core.time.rule_wording import does_in_words
from navigator.core.time.tables import Table
from navigator.render.html import Child, Html, el
from navigator.site.kit.date_tables import DateTable, TableUse, date_tables
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft, Page
from navigator.site.kit.page_builder import PageBuilder, rows

SOURCE: Final = "policies"
MONTHS_BACK: Final = 1
"""What began shortly before the tables were made is looked up most."""
MONTHS_AHEAD: Final = 12


def date_table_pages(index: LibraryIndex, today: date) -> Iterator[Draft]:
    """Write the list of tables and a page for each."""
    yield Draft("dates/index.md", partial(overview, index))
    for dated in date_tables(index.library).values():
        yield Draft(f"dates/{dated.table.slug}.md", partial(table_page, index, dated, today))


def overview(index: LibraryIndex) -> Page:
    """Write the list of tables, by policy."""
    words = index.library.words
    page = PageBuilder(index, "dates/index.md", words["site.dates.title"], SOURCE)
    page.add(el("p", words["site.dates.lede"]), el("p", words["site.dates.start"]))
    by_policy: dict[str, list[Html]] = defaultdict(list)
    for dated in date_tables(index.library).values():
        link = page.link(f"dates/{dated.table.slug}/", name(dated.table))
        for use in dated.uses:
            by_policy[use.policy.id].append(
                page.fill("site.dates.line", where=use.where, does=_does(page, use), table=link)
            )
    for policy in index.library.policies:
        page.section(policy.title, policy.id, rows(by_policy[policy.id]))
    return page.page(words["site.dates.description"])


def name(table: Table) -> str:
    """Name a table by its periods, and by its calendar where that is not the usual one."""
    words = table.calendar.words
    periods = words["list.alternative"].join(heading(words, period) for period in table.readings)
    if table.usual:
        return periods
    return words("site.dates.of_calendar", periods=periods, calendar=table.calendar.name)


def heading(words: Words, period: Period) -> str:
    """Name a column: how long the period is, which way it is counted, and where it may end."""
    named = "before" if period.way < 0 else period.counting
    said = words(f"site.dates.column.{named}", amount=words.amount(period.amount, period.unit))
    if period.weekday:
        said = words("site.dates.moved.weekday", period=said, weekday=words.weekday(period.weekday))
    return words(f"site.dates.moved.{period.day_off}", period=said) if period.day_off else said


def table_page(index: LibraryIndex, dated: DateTable, today: date) -> Page:
    """Write the page of a table."""
    table, words = dated.table, index.library.words
    title = words("site.dates.table_title", name=name(table))
    page = PageBuilder(index, f"dates/{table.slug}.md", title, SOURCE)
    page.crumbs(("dates/", words["site.dates.title"]))
    plain = table.columns[0]
    explained = words(f"site.dates.{way(table)}.explained", amount=words.amount(plain.amount, plain.unit))
    page.add(el("p", explained, class_="nav-lede"))
    page.section(words["site.dates.uses"], "uses", rows([used(page, use) for use in dated.uses]))
    page.section(words["site.dates.reading"], "reading", notes(dated))
    days = start_days(today)
    months = [el("a", words.month_of_year(day), href=f"#{month_anchor(day)}") for day in days if day.day == 1]
    page.section(words["site.dates.months"], "months", rows(months, class_="nav-months"))
    lines = zip(days, *(last_days(period, days, table.calendar) for period in table.columns), strict=True)
    for first, of_month in groupby(lines, key=lambda line: line[0].replace(day=1)):
        month = words.month_of_year(first)
        page.heading(2, month, month_anchor(first))
        page.add(month_table(table, words(f"site.dates.{way(table)}.caption", month=month), of_month))
    return page.page(explained, searched=False)


def used(page: PageBuilder, use: TableUse) -> Child:
    """Say what a time limit is about, and from which day it counts."""
    start = use.timescale.event
    event = page.library.event[start].name if start else ""
    key = "site.dates.counted_back_from" if use.timescale.counted_before else "site.dates.counted_from"
    policy = page.to_policy(use.policy)
    return (
        page.fill("site.dates.use", policy=policy, where=use.where, does=_does(page, use)),
        el("p", page.words(key, event=event)) if event else None,
    )


def _does(page: PageBuilder, use: TableUse) -> str:
    return does_in_words(page.library, use.policy, use.timescale)


def way(table: Table) -> str:
    """Return which way a table is counted, as its texts are called: `onward` or `back`."""
    return "back" if table.columns[0].way < 0 else "onward"


def notes(dated: DateTable) -> Html:
    """Say how days are counted, and which dates are not final."""
    table, words = dated.table, dated.table.calendar.words
    working = any(period.uses_days_off for period in table.columns)
    ranges = [use.timescale.up_to is not None for use in dated.uses]
    said = {
        "first_day": way(table) == "onward",
        "counted_back": way(table) == "back",
        "working_days": working,
        "provisional": working,
        "range": any(ranges),
        "readings": len(table.columns) > (2 if all(ranges) else 1),
        "received_next": any(period.counting is Counting.NEXT_WORKING_DAY for period in table.columns),
    }
    known = words.short_date(table.calendar.known_until)
    return rows([words(f"site.dates.note.{note}", known=known) for note, holds in said.items() if holds])


def start_days(today: date) -> tuple[date, ...]:
    """Return every day that something may begin on: whole months, from just before today to a year ahead."""
    months = today.year * 12 + today.month - 1
    first, beyond = (
        date(month // 12, month % 12 + 1, 1) for month in (months - MONTHS_BACK, months + MONTHS_AHEAD + 1)
    )
    return tuple(first + timedelta(days=number) for number in range((beyond - first).days))


def month_anchor(first: date) -> str:
    """Return the anchor of a month on its page."""
    return f"m-{first.year}-{first.month:02}"


def month_table(table: Table, caption: str, lines: Iterable[tuple[date, *tuple[str, ...]]]) -> Html:
    """Write the table of one month: for each day the last day under each reading."""
    words = table.calendar.words
    headings = (
        words[f"site.dates.{way(table)}.begins_on"],
        *(heading(words, period) for period in table.columns),
    )
    body = [
        el("tr", el("th", words.day_of_month(day), scope="row"), [el("td", due) for due in dues])
        for day, *dues in lines
    ]
    return el(
        "table",
        el("caption", caption),
        el("thead", el("tr", [el("th", title, scope="col") for title in headings])),
        el("tbody", body),
        class_="nav-reckoner",
        translate="no",
    )


@lru_cache(maxsize=500)  # columns come back in other tables, and in every build while somebody edits
def last_days(period: Period, days: tuple[date, ...], calendar: WorkingCalendar) -> tuple[str, ...]:
    """Return the last day of a period for each day it may begin on, and say if it is provisional."""
    return tuple(last_day(calendar.words, period.last_day(day, calendar)) for day in days)


def last_day(words: Words, counted: Count | None) -> str:
    """Write one last day."""
    if counted is None:
        return words["site.dates.no_date"]
    due = words.brief_date(counted.due)
    return words("site.dates.provisional", date=due) if counted.provisional else due
