"""The first page: danger first, then the way into the wizard, then what people come with."""

from collections.abc import Iterable, Iterator
from typing import Final

from navigator.core.model import Route, Signpost
from navigator.render.components import way_to_reach
from navigator.render.html import Child, Html, el
from navigator.render.question import danger_notice
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.pages.own_words import box

LEARNERS: Final = {
    "new-staff/": "new_staff",
    "trainers/": "trainers",
    "practice/": "practice",
    "authors/": "authors",
}
"""Pages for those who work with policies, each with its words in the catalogue."""
LOOK_UP: Final = ("policies", "services", "roles", "glossary", "contacts", "open")
"""Pages to look something up in, named in the catalogue as in their addresses."""


def home(index: LibraryIndex) -> Page:
    """Write the home page."""
    page = PageBuilder(index, "index.md", index.library.words["site.home.title"], "triage")
    words = page.words
    page.add(danger_notice(index.library), helpline(page))
    page.add(box(index, page.root, f"{page.root}{index.first.address}"))
    page.add(start_button(page), el("p", words["site.home.lede"], class_="nav-lede"))
    page.add(other_nations(page))
    page.heading(2, words["site.home.choose"], "choose")
    page.add(rows(groups(page), class_="nav-cards nav-needs"))
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


def groups(page: PageBuilder) -> Iterator[list[Child]]:
    """Yield what people come with, each with where it leads; then other routes, and those who learn."""
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
    links = [page.link(address, words[f"site.home.{name}"]) for address, name in LEARNERS.items()]
    yield [el("h3", words["site.home.learners"]), rows(links)]


def group(
    page: PageBuilder, name: str, routes: Iterable[Route], signposts: Iterable[Signpost]
) -> list[Child]:
    """Show one thing that people come with, and the routes and signposts that deal with it."""
    return [el("h3", name), rows([*map(page.to_route, routes), *map(page.to_signpost, signposts)])]


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
