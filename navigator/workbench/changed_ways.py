"""Ways of answering that lead elsewhere than before, or nowhere; and those that are new."""

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from navigator.core.errors import NavigatorError
from navigator.core.journey import destination, follow, paths, question
from navigator.core.model import Library
from navigator.core.nodes import Node

type Way = tuple[tuple[str, str], ...]
"""Answers in their order, each with its question."""

_AT_ONCE: Final = 100
"""So many ways are followed between two steps."""


@dataclass(frozen=True)
class Place:
    """Where a way ends: at a stage of a policy, or at a signpost."""

    policy: str = ""
    stage: str = ""
    begun: bool = True
    signpost: str = ""


@dataclass(frozen=True)
class Ways:
    """Where every way of answering ends."""

    ends: dict[Way, Node]
    places: dict[Node, Place]

    def place(self, way: Way) -> Place:
        """Return the place that a way ends at."""
        return self.places[self.ends[way]]


class Turn(StrEnum):
    """What has become of a way."""

    ASKED_MORE = "asked_more"
    """One more question is asked."""
    ELSEWHERE = "elsewhere"
    """It leads to another place."""
    GONE = "gone"
    """An answer on it is no longer there."""
    NEW = "new"
    """It was not there before."""


@dataclass(frozen=True)
class Turned:
    """One way of which something has become."""

    way: Way
    turn: Turn
    before: Place | None
    after: Place | None
    asks: str = ""
    """The question that is asked now, where one is."""
    still: str = ""
    """The answer to that question that leads where the way led before; empty where none does."""


def ways_of(plain: Library) -> Generator[None, None, Ways]:
    """Find where every way ends, in steps. The library has its texts as they are written: that is quick."""
    ends: dict[Way, Node] = {}
    places: dict[Node, Place] = {}
    for number, (answers, node) in enumerate(paths(plain)):
        ends[tuple(answers.items())] = node
        if node not in places:
            places[node] = place_of(plain, node)
        if number % _AT_ONCE == 0:
            yield
    return Ways(ends, places)


def place_of(library: Library, node: Node) -> Place:
    """Return the place that an end is."""
    if node.signpost:
        return Place(signpost=node.signpost)
    end = destination(library, node)
    return Place(end.policy.id, end.position.key, end.begun)


def turned(
    plain_before: Library, before: Ways, plain_after: Library, after: Ways
) -> Generator[None, None, list[Turned]]:
    """Find what has become of every way, in steps."""
    found = [
        Turned(way, Turn.ELSEWHERE, before.place(way), after.place(way))
        for way in before.ends
        if way in after.ends and before.place(way) != after.place(way)
    ]
    for number, way in enumerate(way for way in before.ends if way not in after.ends):
        found += _followed(plain_after, way, before.place(way))
        if number % _AT_ONCE == 0:
            yield
    known = {replace(place, begun=True) for place in before.places.values()}
    for number, way in enumerate(way for way in after.ends if way not in before.ends):
        is_known = replace(after.place(way), begun=True) in known
        if not is_known or not _reached(plain_before, way):
            found.append(Turned(way, Turn.NEW, None, after.place(way)))
        if number % _AT_ONCE == 0:
            yield
    return found


def _followed(library: Library, way: Way, before: Place) -> Iterable[Turned]:
    """Return what becomes of a way that is no longer whole; nothing where it ends where it did."""
    try:
        node = follow(library, dict(way)).node
    except NavigatorError:
        return [Turned(way, Turn.GONE, before, None)]
    if node.question:
        return [Turned(way, Turn.ASKED_MORE, before, None, node.question, _still(library, way, node, before))]
    after = place_of(library, node)
    return [Turned(way, Turn.ELSEWHERE, before, after)] if after != before else []


def _still(library: Library, way: Way, node: Node, before: Place) -> str:
    """Return the answer to an open question that leads where a way led: that of somebody unsure, if any."""
    for option in sorted(question(library, node).options, key=lambda each: not each.unsure):
        answers = {**dict(way), node.question or "": option.id}
        try:
            end = follow(library, answers).node
        except NavigatorError:
            continue
        if end.question is None and place_of(library, end) == before:
            return option.label
    return ""


def _reached(library: Library, way: Way) -> bool:
    """Say whether answers led to an end before, though to fewer questions."""
    try:
        return follow(library, dict(way)).node.question is None
    except NavigatorError:
        return False


def by_place(ways: Iterable[Turned]) -> Mapping[Turned, list[Way]]:
    """Return the ways of which the same has become, together, in the order of their kinds.

    What has become of them is told by one without its way.
    """
    groups: dict[Turned, list[Way]] = {}
    order = list(Turn)
    for each in sorted(ways, key=lambda each: order.index(each.turn)):
        groups.setdefault(replace(each, way=()), []).append(each.way)
    return groups
