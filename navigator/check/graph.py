"""Nothing leads in a circle, and every question can be reached."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Policy, Triage
from navigator.core.model.kinds import Path
from navigator.load.problem import Problem


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each circle of questions or events, and for each question nobody meets."""
    for triage in parts.of(Triage):
        yield from _questions(triage)
    for policy in parts.of(Policy):
        yield from _events(policy)


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """Return a way through a graph that ends where it began, or nothing where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        way: list[str] = error.args[1]
        return way[::-1]
    return []


def _questions(located: Located[Triage]) -> Iterator[Problem]:
    questions = located.value.questions
    index_of = {question.id: index for index, question in enumerate(questions)}
    graph = {
        question.id: {option.next for option in question.options if option.next} for question in questions
    }
    way = circle(graph)
    if way:
        yield _circle(located, way, ("questions", index_of[way[0]]), "Let one answer lead to a route.")
    if not {located.value.start}.union(*graph.values()) <= graph.keys():
        return  # a dangling id is an error already, and may be why no answer leads to a question
    met = {located.value.start}
    queue = [located.value.start]
    while queue:
        following = graph[queue.pop()] - met
        met |= following
        queue += following
    for question in questions:
        if question.id not in met:
            hint = "Let an answer lead to it, or take it out."
            yield located.error("no answer leads here", hint, "questions", index_of[question.id])


def _events(located: Located[Policy]) -> Iterator[Problem]:
    path_of: dict[str, Path] = {}
    graph: dict[str, set[str]] = {}
    for timescale, _, path in located.value.timescales():
        # What comes round again may well start from the same event the next time.
        if timescale.counted_from and timescale.ends_with and not timescale.repeats:
            graph.setdefault(timescale.counted_from, set()).add(timescale.ends_with)
            path_of[timescale.counted_from] = (*path, "ends_with")
    way = circle(graph)
    if way:
        hint = "Let ends_with name an event that comes later than from."
        yield _circle(located, way, path_of[way[0]], hint)


def _circle(located: Located[Triage] | Located[Policy], way: list[str], place: Path, hint: str) -> Problem:
    return located.error(f"leads in a circle: {', '.join(way)}", hint, *place)
