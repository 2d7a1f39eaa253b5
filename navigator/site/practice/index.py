"""The way into the cases: by topic and by who tells them, with the packs first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from navigator.render.html import Html, el
from navigator.site.kit.breadcrumbs import crumbs
from navigator.site.kit.case import Case, audience
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.practice.quiz import article
from navigator.site.practice.tools import tools

SOURCE = "scenarios"
PRACTICE = ("practice/", "Practice cases")


def index(catalogue: LibraryIndex) -> Page:
    """Write the list of cases."""
    sheet = PageBuilder(catalogue, "practice/index.md", "Practice cases", SOURCE)
    sheet.add(
        el(
            "p",
            "Short stories with made-up people. Choose the route, then the stage, who is told, and the date.",
        ),
        el("p", "Every choice says why it is right or not, and where that is written."),
    )
    sheet.add(rows(list(_ways(sheet)), class_="nav-cards"))
    sheet.heading(2, "By topic", "topics")
    for route in catalogue.library.routes:
        found = [case for case in catalogue.cases if case.outcome.route.id == route.id]
        if found:
            sheet.heading(3, route.name, route.id)
            sheet.add(el("p", route.purpose, class_="nav-hint"), links(sheet, found))
    sheet.heading(2, "By who tells it", "people")
    for who, found in by_audience(catalogue.cases).items():
        sheet.add(el("details", el("summary", f"{who} ({len(found)})"), links(sheet, found)))
    if not catalogue.cases:
        sheet.add(el("p", "No cases are held here yet."))
    page = sheet.page("Short stories to practise with, by topic and by who tells them.")
    return replace(page, learn=True)


def _ways(sheet: PageBuilder) -> Iterator[tuple[Html, Html]]:
    yield (
        sheet.link("packs/", "Session packs"),
        el("p", "Cases put together for a group, with a trainer's view."),
    )
    yield (
        sheet.link("practice/make/", "Make a session of your own"),
        el("p", "Choose cases and get a link that everybody can open."),
    )


def by_audience(cases: Iterable[Case]) -> dict[str, list[Case]]:
    """Group the cases by who tells them, in the order in which each is first met."""
    found: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        found[audience(case) or "Anybody, as somebody may be in danger"].append(case)
    return found


def links(sheet: PageBuilder, cases: Iterable[Case]) -> Html:
    """Link to cases."""
    return rows([sheet.link(case.address, case.scenario.title) for case in cases])


def case_pages(catalogue: LibraryIndex) -> Iterator[Page]:
    """Write a page for each case."""
    cases = catalogue.cases
    for case, after in zip(cases, [*cases[1:], None], strict=False):
        yield case_page(catalogue, case, after)


def case_page(catalogue: LibraryIndex, case: Case, after: Case | None = None) -> Page:
    """Write the page of a case."""
    sheet = PageBuilder(
        catalogue, f"practice/{case.slug}.md", "Practice case", f"scenarios/{case.scenario.id}.yaml"
    )
    sheet.above(crumbs(sheet, PRACTICE))
    following = sheet.link(after.address, "Next case: ", after.scenario.title) if after else None
    sheet.add(
        el(
            "div",
            tools(),
            article(sheet, case),
            el("p", sheet.link("practice/", "All cases")),
            el("p", following) if following else None,
            class_="nav-session",
        )
    )
    page = sheet.page("A practice case with feedback for every choice.", contents=False)
    return replace(page, title=f"Practice case: {case.scenario.title}", learn=True, searched=False)
