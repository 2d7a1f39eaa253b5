"""The map of all routes: a picture, and the same in words."""

from navigator.core.journey import nodes
from navigator.core.model import Option, Route
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.pages.drawing import draw
from navigator.site.pages.route_graph import onward, ways


def route_map(index: LibraryIndex) -> Page:
    """Write the page of the map."""
    library, words = index.library, index.library.words
    page = PageBuilder(index, "map.md", words["site.map.title"], "triage")
    questions = ways(library)
    addresses = {node.question: node.address for node in nodes(library) if node.route is None}
    page.add(el("p", words["site.map.lede"]), el("p", words["site.map.meeting"]))
    page.add(el("div", draw(library, questions, words["site.map.label"]), class_="nav-map-box"))
    page.heading(2, words["site.map.questions"], "questions")
    for way in questions:
        asked = way.question
        page.add(
            el("p", el("strong", page.link(addresses[asked.id], asked.ask))),
            rows([_answer(page, option) for option in asked.options]),
        )
    page.heading(2, words["site.map.routes"], "routes")
    for route in library.routes:
        page.heading(3, route.name, route.id)
        page.add(_meets(page, route))
    return page.page(words["site.map.description"], learn=True)


def _answer(page: PageBuilder, option: Option) -> Html:
    """Say where one answer leads."""
    if option.next:
        question = el("em", page.library.question[option.next].ask)
        return page.fill("site.map.to_question", answer=option.label, question=question)
    if option.signpost:
        there = page.to_signpost(page.library.signpost[option.signpost])
    else:
        there = page.to_route(page.library.route[option.route or ""])
    return page.fill("site.map.to_route", answer=option.label, route=there)


def _meets(page: PageBuilder, route: Route) -> Html:
    """Say how a route is reached, and where it leads on to."""
    words = page.words
    reached = rows(
        page.fill("site.map.reached", question=el("em", question.ask), answer=option.label)
        for question in page.library.triage.questions
        for option in question.options
        if option.route == route.id
    )
    further = _further(page, route)
    return el(
        "div",
        el("p", page.fill("site.map.route", route=page.to_route(route), purpose=route.purpose)),
        (el("p", el("strong", words["site.map.answers"])), reached) if reached else None,
        el("details", el("summary", words["site.map.further"]), further) if further else None,
    )


def _further(page: PageBuilder, route: Route) -> list[Child]:
    """Say which routes follow, run alongside, or take what this one does not."""
    return [
        (
            el("p", el("strong", page.words[f"site.map.how.{how}"])),
            rows(
                page.fill("site.map.onward", route=page.to_route(page.library.route[to]), says=says)
                for to, says in leads
            ),
        )
        for how, leads in onward(page.index, route).items()
        if leads
    ]
