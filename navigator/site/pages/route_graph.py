"""Which question leads where, and which route leads on to which: what the map draws and the list says."""

from dataclasses import dataclass

from navigator.core.model import Alongside, Detour, Library, Next, Question, Route, RouteLimit
from navigator.core.ways import ways_on
from navigator.site.kit.library_index import LibraryIndex


@dataclass(frozen=True)
class Way:
    """One question, and where its answers lead."""

    question: Question
    questions: tuple[str, ...]
    """The questions that its answers lead to, each once."""
    routes: tuple[str, ...]
    """The routes that its answers lead to, each once."""


def ways(library: Library) -> list[Way]:
    """Return the questions, each before those that it leads to, from the first."""
    by_question: dict[str, Way] = {}

    def visit(name: str) -> None:
        if name in by_question:
            return
        question = library.question[name]
        following = tuple(dict.fromkeys(option.next for option in question.options if option.next))
        routes = tuple(dict.fromkeys(option.route for option in question.options if option.route))
        by_question[name] = Way(question, following, routes)
        for question_id in following:
            visit(question_id)

    visit(library.triage.start)
    return list(by_question.values())


def onward(index: LibraryIndex, route: Route) -> dict[str, list[tuple[str, str]]]:
    """Return where a route leads on to: the id of each route and what is said of it, by how it leads there.

    It may be tried before a stage (`before`), follow (`next`), run at the same time (`alongside`), or take
    what this one does not (`instead`).
    """
    policies = index.policies_of.get(route.id, [])
    stages = [position.innermost for policy in policies for position in policy.leaf_stages()]
    leads: dict[str, tuple[Next | Detour | Alongside | RouteLimit, ...]] = {
        "before": tuple(detour for stage in stages for detour in stage.detours),
        "next": tuple(after for stage in stages for _, after in ways_on(stage)),
        "alongside": tuple(parallel for policy in policies for parallel in policy.alongside),
        "instead": route.not_for,
    }
    return {
        how: list(dict.fromkeys((lead.route, lead.says) for lead in every if lead.route))
        for how, every in leads.items()
    }
