"""The first page: danger first, the way into the wizard, who somebody is, and what they come with."""

from collections.abc import Iterable, Iterator
from typing import Final

from navigator.core import journey
from navigator.core.model import Route, Signpost
from navigator.core.nodes import Node
from navigator.core.questions import who
from navigator.render.components import way_to_reach
from navigator.render.html import Html, el
from navigator.render.question import danger_notice
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.pages.own_words import box

LEARNERS: Final = {
    "first-hour/": "first_hour",
    "who-does-what/": "my_job",
    "new-staff/": "new_staff",
    "trainers/": "trainers",
    "practice/": "practice",
    "authors/": "authors",
}
"""Pages for those who work with policies, each with its words in the catalogue."""
LOOK_UP: Final = ("policies", "services", "roles", "glossary", "contacts", "sheets", "open")
"""Pages to look something up in, named in the catalogue as in their addresses."""


def home(index: LibraryIndex) -> Page:
    """Write the home page."""
    page = PageBuilder(index, "index.md", index.library.words["site.home.title"], "triage")
    words = page.words
    page.add(danger_notice(index.library), helpline(page))
    page.add(box(index, page.root, f"{page.root}{index.first.address}"))
    page.add(start_button(page), el("p", words["site.home.lede"], class_="nav-lede"))
    page.heading(2, words["who.ask"], "who")
    page.add(el("div", people(page), class_="nav-who"))
    page.add(other_nations(page))
    page.heading(2, words["site.home.choose"], "choose")
    page.add(rows(groups(page), class_="nav-needs"))
    page.paragraph("site.home.reassurance", "nav-hint")
    page.heading(2, words["site.menu.look_up"], "look-up")
    page.add(
        rows(
            page.fill(f"site.home.{name}", link=page.link(f"{name}/", words[f"site.{name}.title"]))
            for name in LOOK_UP
        )
    )
    return page.page(words["site.home.description"], contents=False, own_words=True)


def helpline(page: PageBuilder) -> Html | None:
    """Name the one other number, for somebody who is worried and in no danger."""
    named = page.library.triage.helpline
    contact = page.library.contact[named] if named else None
    if contact is None or contact.phone is None:
        return None
    phone = way_to_reach("phone", contact.phone)
    return el("p", page.fill("site.home.helpline", name=contact.name, phone=phone), class_="nav-helpline")


def other_nations(page: PageBuilder) -> Html | None:
    """Say whose law this is, with a link for each other nation that there is a signpost for."""
    links = [page.link(f"help/{each.id}/", each.nation) for each in page.library.signposts if each.nation]
    return el("p", page.fill("site.home.nations", links=page.listed(links))) if links else None


def people(page: PageBuilder) -> Iterator[Html]:
    """Yield lists of who somebody may be, each leading to what they are asked next; last, those who learn."""
    words, asking = page.words, who.asking(page.library)
    if asking:
        asked = journey.question(page.library, Node(asking[0])).options
        within = [each for each in asked if each.to.question in asking]
        alone = [each for each in asked if each.to.reader and each not in within]
        yield persons(page, words["site.home.people"], ((each.to.address, each.label) for each in alone))
        for each in within:
            further = journey.question(page.library, each.to).options
            yield persons(page, each.label, ((one.to.address, one.label) for one in further))
    there = {*LEARNERS} if page.library.first_hour else {*LEARNERS} - {"first-hour/"}
    learners = ((at, words[f"site.home.{name}"]) for at, name in LEARNERS.items() if at in there)
    yield persons(page, words["site.home.learners"], learners)


def persons(page: PageBuilder, name: str, links: Iterable[tuple[str, str]]) -> Html:
    """List people who have something in common, each with where it leads."""
    return el("div", el("h3", name), rows(page.link(address, label) for address, label in links))


def groups(page: PageBuilder) -> Iterator[Html]:
    """Yield what people come with, each with where it leads; then other routes."""
    library, words = page.library, page.words
    needs = library.triage.needs
    named = {name for need in needs for name in (*need.routes, *need.signposts)}
    for need in needs:
        routes = (library.route[route] for route in need.routes)
        yield group(page, need.name, routes, (library.signpost[name] for name in need.signposts))
    others = [route for route in library.routes if route.id not in named]
    without = [each for each in library.signposts if each.id not in named and not each.nation]
    if others or without:
        yield group(page, words["site.home.others"], others, without)


def group(page: PageBuilder, name: str, routes: Iterable[Route], signposts: Iterable[Signpost]) -> Html:
    """Fold away, under one thing that people come with, the routes and signposts that deal with it."""
    links = rows([*map(page.to_route, routes), *map(page.to_signpost, signposts)])
    return el("details", el("summary", el("h3", name)), links, class_="nav-fold")


def start_button(page: PageBuilder) -> Html:
    """Link to the first question as the page's main action."""
    return el(
        "p", page.link(page.index.first.address, page.words["site.find"], class_="nav-start"), class_="nav-go"
    )


def route_cards(page: PageBuilder) -> Html:
    """List the routes, each with what it is for."""
    return rows(
        [(page.to_route(route), el("p", route.purpose)) for route in page.library.routes], class_="nav-cards"
    )
