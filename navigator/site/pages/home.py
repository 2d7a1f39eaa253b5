"""The first page: danger first, then the way into the wizard, then everything else."""

from navigator.render.html import Html, el
from navigator.render.question import danger_notice
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows

READERS = (
    (
        "new-staff/",
        "For new staff",
        "Learn who does what, and how an issue moves from one stage to the next.",
    ),
    (
        "trainers/",
        "For trainers",
        "Share a link to a question or an answer, and work through cases together.",
    ),
    ("practice/", "Practise with cases", "Choose the route, the stage and the date, and see why."),
    ("authors/", "For policy owners", "See what your policy leaves open, and change what is shown here."),
)


def home(catalogue: LibraryIndex) -> Page:
    """Write the home page."""
    sheet = PageBuilder(catalogue, "index.md", "Find the fostering process that fits", "triage.yaml")
    sheet.add(danger_notice(catalogue.library))
    sheet.add(
        el(
            "p",
            "Answer a few plain questions. You learn what happens next, who does it, by when and why.",
            class_="nav-lede",
        )
    )
    sheet.add(start_button(sheet))
    sheet.add(
        el(
            "p",
            "It takes a few minutes. Nothing you answer leaves your device. "
            "Every answer names the policy it comes from.",
            class_="nav-hint",
        )
    )
    sheet.heading(2, "Choose where to go", "choose")
    sheet.add(route_cards(sheet))
    sheet.heading(2, "More ways in", "more")
    cards = [(sheet.link(address, name), el("p", says)) for address, name, says in READERS]
    sheet.add(rows(cards, class_="nav-cards"))
    sheet.heading(2, "Look something up", "look-up")
    sheet.add(
        rows(
            [
                (sheet.link("policies/", "Policies"), ": every stage, time limit and source."),
                (sheet.link("services/", "Services"), ": whose policies are held here, and what is missing."),
                (sheet.link("roles/", "Roles"), ": who does what."),
                (sheet.link("glossary/", "Words explained"), ": words and short forms in plain English."),
                (sheet.link("contacts/", "Contacts"), ": how to reach people, and when that was checked."),
                (
                    sheet.link("open/", "What these policies leave open"),
                    ": gaps, with a question for the owner.",
                ),
            ]
        )
    )
    return sheet.page(
        "Find the fostering process that fits, what happens next, who does it and by when.", contents=False
    )


def start_button(sheet: PageBuilder) -> Html:
    """Link to the first question as the page's main action."""
    return el(
        "p",
        sheet.link(sheet.index.first.address, "Find the right route", class_="nav-start"),
        class_="nav-go",
    )


def route_cards(sheet: PageBuilder) -> Html:
    """List the routes, each with what it is for."""
    return rows(
        [(sheet.to_route(route), el("p", route.purpose)) for route in sheet.library.routes],
        class_="nav-cards",
    )
