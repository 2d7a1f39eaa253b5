"""Sessions that a trainer makes: a page to choose cases on, and the page that its link opens.

The link names the cases after the `#`, so that no server is needed: `#cases=one.3f9a1c,another.88b0e2`.
After each case stands a short code of its content, by which a later change is noticed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from navigator.render.html import Html, el
from navigator.site.kit.breadcrumbs import crumbs
from navigator.site.kit.case import Case
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.practice.index import PRACTICE
from navigator.site.practice.tools import tools

SESSION = "practice/session/"


def made_pages(catalogue: LibraryIndex) -> Iterator[Page]:
    """Write both pages."""
    yield make(catalogue)
    yield session(catalogue)


def make(catalogue: LibraryIndex) -> Page:
    """Write the page on which a trainer chooses cases."""
    sheet = PageBuilder(catalogue, "practice/make.md", "Make a session of your own", "scenarios")
    sheet.above(crumbs(sheet, PRACTICE))
    packs = sheet.link("packs/", "the session packs")
    sheet.add(
        el(
            "p",
            "Choose cases, and share the link. Everybody who opens it sees the same cases in the same order.",
        ),
        el("p", "Making a link needs scripts. Without them, use ", packs, ".", class_="nav-without"),
    )
    groups = [
        el(
            "fieldset",
            el("legend", route.name),
            [_box(case) for case in catalogue.cases if case.outcome.route.id == route.id],
        )
        for route in catalogue.library.routes
        if any(case.outcome.route.id == route.id for case in catalogue.cases)
    ]
    sheet.add(
        el(
            "form",
            groups,
            el("h2", "The link"),
            el("p", el("span", "0", class_="nav-count"), " cases chosen", role="status"),
            el("label", "Link to share", for_="made-link"),
            el("input", id="made-link", type="text", readonly=True),
            el(
                "p",
                el("button", "Copy the link", type="button", class_="nav-copy"),
                " ",
                el("span", "Copied.", class_="nav-copied", role="status", hidden=True),
            ),
            el(
                "p",
                sheet.link(SESSION, "Open this session", class_="nav-start", id="made-open"),
                class_="nav-go",
            ),
            class_="nav-make",
            hidden=True,
        )
    )
    page = sheet.page("Choose practice cases and get a link for everybody.", contents=False)
    return replace(page, learn=True)


def _box(case: Case) -> Html:
    """Write the box to tick for a case."""
    identity = f"take-{case.slug}"
    return el(
        "p",
        el(
            "input", type="checkbox", id=identity, value=f"{case.scenario.id}.{case.mark}", autocomplete="off"
        ),
        el("label", " ", case.scenario.title, for_=identity),
    )


def session(catalogue: LibraryIndex) -> Page:
    """Write the page that fetches the cases its link names."""
    sheet = PageBuilder(catalogue, "practice/session.md", "A session of practice cases", "scenarios")
    sheet.above(crumbs(sheet, PRACTICE))
    packs = sheet.link("packs/", "session pack")
    sheet.add(
        el(
            "div",
            messages(sheet),
            tools(printing=True),
            el("h2", "Cases of this session", id="cases", tabindex="-1", hidden=True),
            el("ol", class_="nav-agenda", hidden=True),
            el("div", class_="nav-fetched"),
            class_="nav-session nav-made",
        ),
        el(
            "div",
            el("p", "This page shows the cases that a link names, and that needs scripts."),
            el("p", "Without them, choose a ", packs, ", or open the cases one by one."),
            el("h2", "All cases"),
            cases(sheet, catalogue.cases),
            class_="nav-without",
        ),
    )
    page = sheet.page("The cases that a trainer's link names.", contents=False)
    return replace(page, learn=True, searched=False)


def messages(sheet: PageBuilder) -> Html:
    """Write what may have to be said of a link; scripts show what is true and put in the names."""
    names = el("span", class_="nav-names")
    return el(
        "div",
        _message("none", "This link names no case. ", sheet.link("practice/make/", "Choose some"), "."),
        _message("unknown", "These cases of the link are not held here, or no longer: ", names, "."),
        _message(
            "changed", "These cases have changed since the link was made: ", names, ". Read them again."
        ),
        _message("failed", "These cases could not be fetched: ", names, ". Load the page again."),
        class_="nav-messages",
        role="status",
    )


def _message(kind: str, *said: str | Html) -> Html:
    return el("p", *said, class_="nav-warning", data_message=kind, hidden=True)


def cases(sheet: PageBuilder, held: Iterable[Case]) -> Html:
    """List all cases; scripts find here which there are, and where."""
    return rows(
        [
            sheet.link(case.address, case.scenario.title, data_case=case.scenario.id, data_mark=case.mark)
            for case in held
        ]
    )
