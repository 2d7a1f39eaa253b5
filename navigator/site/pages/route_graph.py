"""Which question leads where, and which route leads on to which: what the map draws and the list says."""

from collections.abc import Iterator
from dataclasses import dataclass

from navigator.core.model import Library, Option, Question, Route
from navigator.site.kit.library_index import LibraryIndex


@dataclass(frozen=True)
class Way:
    """One question, and where its answers lead."""

    question: Question
    questions: tuple[str, ...]
    """The questions that its answers lead to, each once."""
    routes: tuple[str, ...]
    """The routes that its answers lead to, each once."""


@dataclass(frozen=True)
class Onward:
    """A route that leads on to another, and how: `next`, `alongside` or `instead`."""

    to: Route
    how: str
    says: str
    policy: str


def ways(library: Library) -> list[Way]:
    """Return the questions, each before those that it leads to, from the first."""
    found: dict[str, Way] = {}

    def visit(name: str) -> None:
        if name in found:
            return
        question = library.question[name]
        following = tuple(dict.fromkeys(option.next for option in question.options if option.next))
        routes = tuple(dict.fromkeys(option.route for option in question.options if option.route))
        found[name] = Way(question, following, routes)
        for each in following:
            visit(each)

    visit(library.triage.start)
    return list(found.values())


def leading_to(library: Library, route: Route) -> Iterator[tuple[Question, Option]]:
    """Yield the answers that lead to a route."""
    for question in library.triage.questions:
        for option in question.options:
            if option.route == route.id:
                yield question, option


def onward(catalogue: LibraryIndex, route: Route) -> Iterator[Onward]:
    """Yield where a route leads on to, as its policies and its limits say; each once for each policy."""
    library = catalogue.library
    for policy in catalogue.policies_of.get(route.id, []):
        for position in policy.leaf_stages():
            after = position.innermost.if_unresolved
            if after and after.route:
                yield Onward(library.route[after.route], "next", after.says, policy.id)
        for item in policy.alongside:
            if item.route:
                yield Onward(library.route[item.route], "alongside", item.says, policy.id)
    for limit in route.not_for:
        if limit.route:
            yield Onward(library.route[limit.route], "instead", limit.says, "")
