"""The list of practice cases, by topic and by who tells them, and a page for each."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import zip_longest

from navigator.render.html import Html, el
from navigator.site.kit.case import Case, audience
from navigator.site.kit.library_index import LibraryIndex, grouped
from navigator.site.kit.page import Draft, Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.practice.end import end
from navigator.site.practice.quiz import article
from navigator.site.practice.tools import finish, tools


def case_list(index: LibraryIndex) -> Page:
    """Write the list of cases."""
    words = index.library.words
    page = PageBuilder(index, "practice/index.md", words["practice.cases.title"], "scenarios")
    page.add(el("p", words["practice.cases.intro"]), el("p", words["practice.cases.feedback"]))
    cards = [
        (page.link(address, words[f"practice.{name}.title"]), el("p", words[f"practice.{name}.about"]))
        for name, address in (("packs", "packs/"), ("make", "practice/make/"))
    ]
    page.add(rows(cards, class_="nav-cards"))
    page.heading(2, words["practice.cases.by_topic"], "topics")
    for route, cases in index.cases_by_route.items():
        page.heading(3, route.name, route.id)
        page.add(el("p", route.purpose, class_="nav-hint"), links(page, cases))
    page.heading(2, words["practice.cases.by_teller"], "people")
    tellers = grouped((audience(case) or words["practice.cases.anybody"], case) for case in index.cases)
    for who, cases in tellers.items():
        summary = words("practice.cases.teller", who=who, number=len(cases))
        page.add(el("details", el("summary", summary), links(page, cases)))
    if not index.cases:
        page.add(el("p", words["practice.cases.none"]))
    return page.page(words["practice.cases.description"], learn=True)


def links(page: PageBuilder, cases: Iterable[Case]) -> Html:
    """Link to cases."""
    return rows([page.link(case.address, case.scenario.title) for case in cases])


def case_pages(index: LibraryIndex) -> Iterator[Draft]:
    """Write a page for each case."""
    for case, after in zip_longest(index.cases, index.cases[1:]):
        yield Draft(f"practice/{case.slug}.md", partial(case_page, index, case, after))


def case_page(index: LibraryIndex, case: Case, after: Case | None = None) -> Page:
    """Write the page of a case, with a link to the case after it."""
    words = index.library.words
    source = f"scenarios/{case.scenario.id}"
    page = PageBuilder(index, f"practice/{case.slug}.md", words["practice.case.heading"], source)
    page.crumbs(("practice/", words["practice.cases.title"]))
    page.add(
        el(
            "div",
            tools(words),
            article(page, case),
            finish(words),
            end(page),
            el("p", page.link("practice/", words["practice.cases.all"])),
            el("p", page.link(after.address, words("practice.case.next", title=after.scenario.title)))
            if after
            else None,
            class_="nav-session js-session",
            data_title=case.scenario.title,
        )
    )
    title = words("practice.case.title", title=case.scenario.title)
    made = page.page(words["practice.case.description"], contents=False, learn=True, searched=False)
    return replace(made, title=title)
