"""Tables of dates: the same dates as the engine's, for every time limit, on pages that are small enough."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from navigator.core.addressing import speaking_to
from navigator.core.engine import advance
from navigator.core.journey import nodes
from navigator.core.model import Closure, Library
from navigator.core.time.calendar import calendar_for, working_calendar
from navigator.core.time.deadlines import DeadlineCalculator
from navigator.core.time.last_day import EventDate
from navigator.load.words import english_words
from navigator.site.kit.date_tables import date_tables, owners_table
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.pages.date_tables import date_table_pages, last_day, start_days
from tests.takeaway.persons import TODAY

LARGEST = 60_000


@pytest.fixture(scope="module")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library, frozenset(), "Site")


@pytest.fixture(scope="module")
def pages(index: LibraryIndex) -> dict[str, Page]:
    return {draft.path: draft.write() for draft in date_table_pages(index, TODAY)}


def lines(page: Page) -> Iterator[tuple[str, list[str]]]:
    """Yield each line of a page's tables: the day as written under its month, and the dates."""
    for month, table in re.findall(r"<caption>Beginning in ([^<]+)</caption>(.*?)</table>", page.text):
        for start, cells in re.findall(r'<th scope="row">([^<]+)</th>((?:<td>[^<]*</td>)+)', table):
            yield f"{start} {month}", re.findall(r"<td>([^<]*)</td>", cells)


def test_every_time_limit_with_a_number_has_a_table(library: Library, pages: dict[str, Page]) -> None:
    """The list leads to a table for each of them, and no table is there for nothing."""
    listed = pages["dates/index.md"].text
    for policy in speaking_to(library, None).policies:
        for timescale, position, _ in policy.timescales():
            line = f"{position.title if position else 'The whole process'}: {timescale.does}"
            assert (line in listed) == (timescale.amount is not None), timescale.id
    linked = set(re.findall(r'href="\.\./(dates/[^"/]+)/"', listed))
    assert linked == {path.removesuffix(".md") for path in pages} - {"dates/index"}


def test_every_table_that_an_outcome_links_to_is_there(library: Library, pages: dict[str, Page]) -> None:
    """Whatever the reader's service is, a deadline's link leads to a table of its own calendar."""
    linked = set()
    for node in nodes(library):
        outcome = advance(library, {}, {}, TODAY, node).outcome
        if outcome:
            linked |= {item.table for item in outcome.all_deadlines if item.table}
    assert {f"dates/{slug}.md" for slug in linked} <= pages.keys()
    assert len(linked) > 15


def test_a_table_covers_a_year_from_the_day_it_was_made(pages: dict[str, Page]) -> None:
    """Each day has one line, from the month before until the month a year ahead is over."""
    days = list(start_days(TODAY))
    assert days[0] == date(2026, 10, 1)
    assert days[-1] == date(2027, 11, 30)
    for path, page in pages.items():
        if path != "dates/index.md":
            assert [start for start, _ in lines(page)] == [f"{day:%a} {day.day} {day:%B %Y}" for day in days]


def test_a_table_gives_the_dates_that_the_engine_gives(library: Library, pages: dict[str, Page]) -> None:
    """For every time limit, every reading and days of every sort, the table and the engine agree."""
    days = list(start_days(TODAY))
    for policy in library.policies:
        calendar = working_calendar(english_words(), calendar_for(library, policy, None))
        calculator = DeadlineCalculator(library, calendar, TODAY)
        for scale, _, _ in policy.timescales():
            if scale.amount is None or scale.counted_from is None:
                continue
            deadline = calculator.deadline(policy, scale, {})
            table = dict(
                zip(days, (cells for _, cells in lines(pages[f"dates/{deadline.table}.md"])), strict=True)
            )
            for day in (*days[80:100], *days[170:190], *days[-12:]):
                worked = calculator.deadline(policy, scale, {scale.counted_from: EventDate(day)})
                dues = [worked.due, *(reading.due for reading in worked.readings)]
                provisional = [worked.provisional, *(reading.provisional for reading in worked.readings)]
                shown = [f"{due:%a} {due.day} {due:%b %Y}" for due in dues if due]
                marked = [
                    f"{due} (provisional)" if mark else due
                    for due, mark in zip(shown, provisional, strict=True)
                ]
                # An answer begins with the date that is safe for its reader, a table with the plain reading.
                assert sorted(table[day][: len(marked)]) == sorted(marked), (policy.id, scale.id, day)
                late = table[day][len(marked) :]
                assert {cell.partition(" (")[0] for cell in late} <= {
                    cell.partition(" (")[0] for cell in marked
                }


def test_one_table_by_hand(pages: dict[str, Page]) -> None:
    """Three working days from Tuesday 22 December 2026 end on Tuesday 29 December, after Christmas."""
    table = dict(lines(pages["dates/3-working-days.md"]))
    # 23 and 24 count; 25 is Christmas Day, 26 and 27 a weekend, 28 the substitute for Boxing Day; 29 counts.
    assert table["Tue 22 December 2026"] == ["Tue 29 Dec 2026", "Tue 29 Dec 2026"]
    # From a Saturday: Monday, Tuesday, Wednesday; received on Monday, one day later.
    assert table["Sat 7 November 2026"] == ["Wed 11 Nov 2026", "Thu 12 Nov 2026"]


def test_dates_beyond_the_known_bank_holidays_are_marked(library: Library) -> None:
    """A working-day date after the last published bank holiday says that it is provisional."""
    early = replace(library.calendars[0], known_until=date(2026, 12, 31))
    index = LibraryIndex(replace(library, calendars=(early,)), frozenset(), "Site")
    draft = next(each for each in date_table_pages(index, TODAY) if each.path == "dates/3-working-days.md")
    page = draft.write()
    table = dict(lines(page))
    assert table["Mon 4 January 2027"][0] == "Thu 7 Jan 2027 (provisional)"
    assert table["Mon 21 December 2026"][0] == "Thu 24 Dec 2026"
    assert "known up to 31 December 2026" in page.text


def test_a_service_that_closes_has_tables_of_its_own(library: Library) -> None:
    """Its readers' deadlines lead to tables that leave its closure days out."""
    day = date(2026, 11, 27)
    services = tuple(
        replace(service, closures=(Closure(day, "Training day"),), closures_until=date(2027, 12, 31))
        if service.id == "four-stage"
        else service
        for service in library.services
    )
    closing = replace(library, services=services)
    index = LibraryIndex(closing, frozenset(), "Site")
    policy = closing.policy["escalation-four-stage"]
    table = owners_table(index, policy, policy.stages[0].timescales[0])
    assert table
    assert table.slug == "3-working-days-england-four-stage"
    assert table.slug in date_tables(closing)
    pages = {draft.path: draft.write() for draft in date_table_pages(index, TODAY)}
    assert dict(lines(pages[f"dates/{table.slug}.md"]))["Tue 24 November 2026"][0] == "Mon 30 Nov 2026"
    assert dict(lines(pages["dates/3-working-days.md"]))["Tue 24 November 2026"][0] == "Fri 27 Nov 2026"


def test_tables_are_small_and_only_their_list_is_searched(pages: dict[str, Page]) -> None:
    """A page of dates loads on a slow line, and search is not filled with days."""
    assert max(len(page.markdown()) for page in pages.values()) < LARGEST
    assert {path for path, page in pages.items() if page.searched} == {"dates/index.md"}


def test_a_name_says_nothing_of_what_the_table_is_about(pages: dict[str, Page]) -> None:
    """An address in somebody's history tells a length of time and no more."""
    length = r"\d+-(working-|calendar-)?(day|week|month|year)s?"
    lengths = rf"({length}(-beginning-with)?(-to-next-working-day)?(-or-)?)+(-strict)?"
    assert all(re.fullmatch(rf"dates/({lengths}|index)\.md", path) for path in pages)


def test_a_day_that_cannot_be_reached_has_no_date() -> None:
    """Where the calendar ends there is no date, and no guess."""
    assert last_day(english_words(), None) == "No date"
