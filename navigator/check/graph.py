"""Nothing leads in a circle, and every question can be reached."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Policy, Question, Triage, WayIn
from navigator.core.model.kinds import Path
from navigator.load.problem import Problem


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each circle of questions or events, and for each question nobody meets."""
    yield from _questions(parts)
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


def _questions(parts: LocatedParts) -> Iterator[Problem]:
    """Tell of circles, and of questions that nobody meets, in the triage and in the folders of services."""
    places = {question.value.id: question for question in parts.of(Question)}
    graph = {
        name: {option.next for option in each.value.options if option.next} for name, each in places.items()
    }
    for way in parts.of(WayIn):
        if way.value.option.next:
            graph.setdefault(way.value.question, set()).add(way.value.option.next)
    way_round = circle(graph)
    if way_round:
        yield _circle(places[way_round[0]], way_round, (), "Let one answer lead to a route.")
    starts = {triage.value.start for triage in parts.of(Triage)}
    if not starts or not starts.union(*graph.values()) <= places.keys():
        return  # a dangling id is an error already, and may be why no answer leads to a question
    met, queue = set(starts), [*starts]
    while queue:
        following = graph[queue.pop()] - met
        met |= following
        queue += following
    for name, question in places.items():
        if name not in met:
            yield question.error("no answer leads here", "Let an answer lead to it, or take it out.")


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


def _circle(located: Located[Question] | Located[Policy], way: list[str], place: Path, hint: str) -> Problem:
    return located.error(f"leads in a circle: {', '.join(way)}", hint, *place)
