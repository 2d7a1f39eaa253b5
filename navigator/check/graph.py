"""Nothing leads in a circle, and every question can be reached."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from navigator.check.located import Found, Material
from navigator.core.model import Policy, Triage
from navigator.core.model.kinds import Path
from navigator.load.problem import Problem


def check(material: Material) -> Iterator[Problem]:
    """Yield an error for each circle of questions, stages or events, and for each question nobody meets."""
    for triage in material.of(Triage):
        yield from _questions(triage)
    for policy in material.of(Policy):
        yield from _stages(policy)
        yield from _events(policy)


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """Return a way through a graph that ends where it began, or nothing where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        way: list[str] = error.args[1]
        return way[::-1]
    return []


def _questions(found: Found[Triage]) -> Iterator[Problem]:
    questions = found.value.questions
    index_of = {question.id: index for index, question in enumerate(questions)}
    graph = {
        question.id: {option.next for option in question.options if option.next} for question in questions
    }
    way = circle(graph)
    if way:
        yield _circle(found, way, ("questions", index_of[way[0]]), "Let one answer lead to a route.")
    if not {found.value.start}.union(*graph.values()) <= graph.keys():
        return  # a name that leads nowhere is told already, and may be why a question is not met
    met = {found.value.start}
    queue = [found.value.start]
    while queue:
        following = graph[queue.pop()] - met
        met |= following
        queue += following
    for question in questions:
        if question.id not in met:
            hint = "Let an answer lead to it, or take it out."
            yield found.error("no answer leads here", hint, "questions", index_of[question.id])


def _stages(found: Found[Policy]) -> Iterator[Problem]:
    path_of: dict[str, Path] = {}
    graph: dict[str, set[str]] = {}
    for position in found.value.leaf_stages():
        path_of[position.key] = (*position.path, "if_unresolved", "stage")
        following = position.innermost.if_unresolved
        graph[position.key] = {following.stage} if following and following.stage else set()
    way = circle(graph)
    if way:
        hint = "Name a later stage, a route or none_stated: true."
        yield _circle(found, way, path_of[way[0]], hint)


def _events(found: Found[Policy]) -> Iterator[Problem]:
    path_of: dict[str, Path] = {}
    graph: dict[str, set[str]] = {}
    for timescale, _, path in found.value.timescales():
        # What comes round again may well start from the same event the next time.
        if timescale.counted_from and timescale.ends_with and not timescale.repeats:
            graph.setdefault(timescale.counted_from, set()).add(timescale.ends_with)
            path_of[timescale.counted_from] = (*path, "ends_with")
    way = circle(graph)
    if way:
        hint = "Let ends_with name an event that comes later than from."
        yield _circle(found, way, path_of[way[0]], hint)


def _circle(found: Found[Triage] | Found[Policy], way: list[str], place: Path, hint: str) -> Problem:
    return found.error(f"leads in a circle: {', '.join(way)}", hint, *place)
