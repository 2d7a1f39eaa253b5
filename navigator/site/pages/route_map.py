"""The map of all routes: the questions step by step, in words to be followed, and a picture of the same."""

from navigator.core.journey import nodes
from navigator.core.model import Option, Question, Route
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.pages.drawing import KINDS, draw, key, numbers
from navigator.site.pages.route_graph import Way, onward, ways


def route_map(index: LibraryIndex) -> Page:
    """Write the page of the map."""
    library, words = index.library, index.library.words
    page = PageBuilder(index, "map.md", words["site.map.title"], "triage")
    questions = ways(library)
    addresses = {node.question: node.address for node in nodes(library) if node.route is None}
    number = numbers(questions)
    page.add(el("p", words["site.map.lede"]))
    page.heading(2, words["site.map.questions"], "questions")
    for way in questions:
        asked = way.question
        page.heading(3, words("site.map.step", number=number[asked.id], question=asked.ask), step(asked.id))
        page.add(
            _from(page, asked, questions, number),
            rows([_answer(page, option, number) for option in asked.options], class_="nav-map-answers"),
            el("p", page.link(addresses[asked.id], words["site.map.answer"])),
        )
    page.heading(2, words["site.map.picture"], "picture")
    page.add(
        el("p", words["site.map.drawn"]),
        rows([(key(kind), " ", words[f"site.map.key.{kind}"]) for kind in KINDS], class_="nav-map-keys"),
        el("div", draw(library, questions, words["site.map.label"]), class_="nav-map-box"),
    )
    page.heading(2, words["site.map.routes"], "routes")
    for route in library.routes:
        page.heading(3, route.name, route.id)
        page.add(_meets(page, route))
    return page.page(words["site.map.description"], learn=True)


def step(question: str) -> str:
    """Return the anchor of a question on the map."""
    return f"step-{question}"


def _from(page: PageBuilder, asked: Question, questions: list[Way], number: dict[str, int]) -> Html | None:
    """Say from which questions one is reached."""
    before = [
        page.link_here(step(way.question.id), str(number[way.question.id]))
        for way in questions
        if asked.id in way.questions
    ]
    listed = page.listed(before)
    return el("p", page.fill("site.map.from", steps=listed), class_="nav-hint") if listed else None


def _answer(page: PageBuilder, option: Option, number: dict[str, int]) -> Html:
    """Say where one answer leads."""
    if option.next:
        asked = page.words("site.map.step", number=number[option.next], question=_ask(page, option.next))
        return page.fill(
            "site.map.to_question", answer=option.label, question=page.link_here(step(option.next), asked)
        )
    if option.signpost:
        there = page.to_signpost(page.library.signpost[option.signpost])
    else:
        there = page.to_route(page.library.route[option.route or ""])
    return page.fill("site.map.to_route", answer=option.label, route=there)


def _ask(page: PageBuilder, question: str) -> str:
    return page.library.question[question].ask


def _meets(page: PageBuilder, route: Route) -> Html:
    """Say how a route is reached, and where it leads on to."""
    words = page.words
    reached = rows(
        page.fill("site.map.reached", question=el("em", question.ask), answer=option.label)
        for question in page.library.triage.questions
        for option in question.options
        if option.route == route.id
    )
    told: list[Child] = [el("p", el("strong", words["site.map.answers"])), reached] if reached else []
    told += _further(page, route)
    return el(
        "div",
        el("p", page.fill("site.map.route", route=page.to_route(route), purpose=route.purpose)),
        page.fold(words["site.map.further"], told) if told else None,
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
