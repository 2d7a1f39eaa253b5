"""Every combination of answers ends in exactly one place: shown by trying them all."""

from collections.abc import Iterator

from navigator.check.located import LocatedParts
from navigator.core.journey import asked_at, destination, first
from navigator.core.model import Library
from navigator.core.nodes import Node
from navigator.load.problem import Problem

type Answers = tuple[tuple[str, str], ...]
"""Questions and the answers given to them, in order."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each combination of answers that ends nowhere, with the combination."""
    library = parts.loaded.library
    if library is None:
        return
    triage = parts.loaded.of_part("triage")
    for answers in dead_ends(library):
        given = ", ".join(f"{asked}={answer}" for asked, answer in answers)
        yield triage.problem(("questions",), f"these answers end nowhere: {given}", "Mend the last of them.")


def dead_ends(library: Library) -> Iterator[Answers]:
    """Yield the answers of each way that leads to no outcome, or back to a question that was answered."""
    open_ways: list[tuple[Node, Answers]] = [(first(library), ())]
    ends: dict[Node, bool] = {}
    while open_ways:
        node, answers = open_ways.pop()
        if node.question is None:
            if node not in ends:
                ends[node] = _is_end(library, node)
            if not ends[node]:
                yield answers
                continue
        asked = asked_at(library, node)
        if asked is None:
            continue
        if not asked.options or any(asked.id == before for before, _ in answers):
            yield answers
            continue
        open_ways += ((choice.to, (*answers, (asked.id, choice.id))) for choice in asked.options)


def _is_end(library: Library, node: Node) -> bool:
    try:
        destination(library, node)
    except KeyError:
        return False
    return True
