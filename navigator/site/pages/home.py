"""The first page: danger first, then the way into the wizard, then everything else."""

from typing import Final

from navigator.render.html import Html, el
from navigator.render.question import danger_notice
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows

READERS: Final = {
    "new-staff/": "new_staff",
    "trainers/": "trainers",
    "practice/": "practice",
    "authors/": "authors",
}
"""Pages for some readers only, each with its words in the catalogue."""
LOOK_UP: Final = ("policies", "services", "roles", "glossary", "contacts", "open")
"""Pages to look something up in, named in the catalogue as in their addresses."""


def home(index: LibraryIndex) -> Page:
    """Write the home page."""
    page = PageBuilder(index, "index.md", index.library.words["site.home.title"], "triage")
    words = page.words
    page.add(danger_notice(index.library))
    page.paragraph("site.home.lede", "nav-lede")
    page.add(start_button(page))
    page.paragraph("site.home.reassurance", "nav-hint")
    page.heading(2, words["site.home.choose"], "choose")
    page.add(route_cards(page))
    page.heading(2, words["site.home.more"], "more")
    cards = [
        (page.link(address, words[f"site.home.{name}.name"]), el("p", words[f"site.home.{name}.says"]))
        for address, name in READERS.items()
    ]
    page.add(rows(cards, class_="nav-cards"))
    page.heading(2, words["site.menu.look_up"], "look-up")
    page.add(
        rows(
            page.fill(f"site.home.{name}", link=page.link(f"{name}/", words[f"site.{name}.title"]))
            for name in LOOK_UP
        )
    )
    return page.page(words["site.home.description"], contents=False)


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
