"""The map of all routes: a picture, and the same in words."""

from dataclasses import replace

from navigator.core.journey import nodes
from navigator.core.model import Route
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.pages.drawing import draw
from navigator.site.pages.route_graph import leading_to, onward, ways

HOW = {
    "next": "If this does not settle it",
    "alongside": "At the same time",
    "instead": "What it is not for",
}


def route_map(catalogue: LibraryIndex) -> Page:
    """Write the page of the map."""
    sheet = PageBuilder(catalogue, "map.md", "Map of all routes", "triage.yaml")
    found = ways(catalogue.library)
    pages = {node.question: node for node in nodes(catalogue.library) if node.route is None}
    sheet.add(
        el(
            "p",
            "Questions stand on the left, and routes on the right. Each line runs from a question to where "
            "its answers lead.",
        ),
        el(
            "p",
            "Where several lines reach one box, several ways meet there. "
            "The list below says the same in words.",
        ),
    )
    label = "Map of all routes. The list below says the same in words."
    sheet.add(el("div", draw(catalogue.library, found, label), class_="nav-map-box"))
    sheet.heading(2, "From question to question", "questions")
    for way in found:
        sheet.add(
            el("p", el("strong", sheet.link(pages[way.question.id].address, way.question.ask))),
            rows(
                [_answer(sheet, option.label, option.next, option.route) for option in way.question.options]
            ),
        )
    sheet.heading(2, "Where the routes meet", "routes")
    for route in catalogue.library.routes:
        sheet.heading(3, route.name, route.id)
        sheet.add(_meets(sheet, route))
    page = sheet.page("All questions and routes in one picture, and where each leads on to.")
    return replace(page, learn=True)


def _answer(sheet: PageBuilder, label: str, question: str | None, route: str | None) -> Child:
    """Say where one answer leads."""
    if question:
        target: Child = ("the question ", el("em", sheet.library.question[question].ask))
    else:
        target = sheet.to_route(sheet.library.route[route or ""])
    return (f"{label}: ", target)


def _meets(sheet: PageBuilder, route: Route) -> Html:
    """Say how a route is reached, and where it leads on to."""
    reached = [
        (el("em", question.ask), " ", option.label) for question, option in leading_to(sheet.library, route)
    ]
    parts: list[Child] = [el("p", sheet.to_route(route), ". ", route.purpose)]
    if reached:
        parts += [el("p", el("strong", "Answers that lead here:")), rows(reached)]
    further = _further(sheet, route)
    if further:
        parts.append(el("details", el("summary", "Where it meets other routes"), further))
    return el("div", parts)


def _further(sheet: PageBuilder, route: Route) -> list[Child]:
    """Say which routes follow, run alongside, or take what this one does not."""
    on = list(onward(sheet.index, route))
    parts: list[Child] = []
    for how, heading in HOW.items():
        said = {
            (item.to.id, item.says): (sheet.to_route(item.to), ": ", item.says)
            for item in on
            if item.how == how
        }
        if said:
            parts += [el("p", el("strong", f"{heading}:")), rows(list(said.values()))]
    return parts
