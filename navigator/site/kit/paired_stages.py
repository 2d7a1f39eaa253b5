"""Two policies stage by stage: which stage stands beside which, and in what they differ.

Names of stages are not compared: two publishers mean different things by one name. The first stage stands
beside the first, the last beside the last, and those between in their order. Stages that the first does not
lead to, as other matters begin at them, have nothing beside them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from navigator.core.model import Library, Next, Policy, Stage, Timescale
from navigator.core.model.policy import Position
from navigator.core.time.timeline import chain
from navigator.core.ways import ways_on
from navigator.site.kit.short_times import length_and_firmness, length_in_short, start_in_short

MOST_PAIRS = 45
"""For a route with more pairs than these (ten services' own policies), each own one stands beside the
national one only: pages then grow as the policies do, and not as their pairs."""


class Place(StrEnum):
    """Why two stages stand beside each other."""

    FIRST = "first"
    BETWEEN = "between"
    LAST = "last"
    APART = "apart"
    """Other matters begin here, so that nothing stands beside it."""


class Mark(StrEnum):
    """How the two sides of a line compare."""

    SAME = "same"
    OTHER_TIME = "other_time"
    OTHER_START = "other_start"
    """The same length, counted from another day than the one that the stage begins with."""
    OTHER_FIRMNESS = "other_firmness"
    """The same length, which one document puts more strongly than the other."""
    OTHER_PERSON = "other_person"
    OTHER_WAY = "other_way"
    """Other things follow, or on one side more."""
    ONLY_HERE = "only_here"


@dataclass(frozen=True)
class Pair:
    """Two policies for one route."""

    left: Policy
    right: Policy

    @property
    def path(self) -> str:
        """The path of its page. No id holds two hyphens together, so no two pairs share one."""
        return f"compare/{self.left.id}--{self.right.id}.md"

    @property
    def address(self) -> str:
        """The address of its page."""
        return f"{self.path.removesuffix('.md')}/"


@dataclass(frozen=True)
class Beside:
    """Two stages beside each other, of which one may be missing."""

    place: Place
    left: Position | None
    right: Position | None


def pairs(policies: Iterable[Policy]) -> list[Pair]:
    """Return the pairs among the policies of one route: each own one with each other, and with the national.

    A national policy that speaks to some readers only is the same law in other words: it is left out.
    """
    offered = [policy for policy in policies if not policy.speaks_to]
    own = [policy for policy in offered if not policy.national]
    national = [policy for policy in offered if policy.national]
    with_national = [Pair(one, other) for one in own for other in national]
    among_own = [Pair(one, other) for one, other in combinations(own, 2)]
    few = len(with_national) + len(among_own) <= MOST_PAIRS
    return [*with_national, *among_own] if few else with_national


def beside(pair: Pair) -> Iterator[Beside]:
    """Yield the stages of two policies in order, each pair once."""
    left, right = (list(chain(each)) for each in (pair.left, pair.right))
    yield from _along(left, right)
    yield from (Beside(Place.APART, each, None) for each in pair.left.leaf_stages() if each not in left)
    yield from (Beside(Place.APART, None, each) for each in pair.right.leaf_stages() if each not in right)


def _along(left: list[Position], right: list[Position]) -> Iterator[Beside]:
    """Pair first with first and last with last; what one has more of between them has nothing beside it."""
    longest = max(len(left), len(right))
    for number in range(longest):
        place = Place.FIRST if number == 0 else Place.LAST if number == longest - 1 else Place.BETWEEN
        yield Beside(place, _at(left, number, longest), _at(right, number, longest))


def _at(track: list[Position], number: int, longest: int) -> Position | None:
    if number == longest - 1 and len(track) > 1:
        return track[-1]
    return track[number] if number < len(track) - (number > 0) else None


def compared(differs: Mark, left: object, right: object) -> Mark | None:
    """Compare what two stages have of one thing; None where neither has anything of it."""
    if not left and not right:
        return None
    if not left or not right:
        return Mark.ONLY_HERE
    return Mark.SAME if left == right else differs


def people(position: Position) -> frozenset[str]:
    """Return the roles that act at a stage."""
    return frozenset(step.who for step in position.innermost.steps)


def compared_times(
    library: Library,
    left: tuple[Timescale, ...],
    right: tuple[Timescale, ...],
    stages: tuple[Stage | None, ...] = (None, None),
) -> Mark | None:
    """Compare time limits by how long they are, from which day they run, and how firmly they are put.

    Of `stages`, each side's own, the day that one begins with is the same as that of the other.
    """
    sides = (left, right)
    if not all(sides):
        return compared(Mark.OTHER_TIME, left, right)
    lengths, in_full = (
        [sorted(write(library, each) for each in side) for side in sides]
        for write in (length_in_short, length_and_firmness)
    )
    if lengths[0] != lengths[1]:
        return Mark.OTHER_TIME
    starts = [
        sorted((length_in_short(library, each), start_in_short(library, stage, each) or "") for each in side)
        for side, stage in zip(sides, stages, strict=True)
    ]
    if starts[0] != starts[1]:
        return Mark.OTHER_START
    return Mark.SAME if in_full[0] == in_full[1] else Mark.OTHER_FIRMNESS


def ways(position: Position) -> frozenset[tuple[str, str]]:
    """Return in which cases a stage leads where: onward, back, to which route, or to an end."""
    return frozenset((way, _target(following)) for way, following in ways_on(position.innermost))


def _target(following: Next) -> str:
    if following.route:
        return following.route
    if following.stage:
        return "back" if following.back else "onward"
    return "none stated" if following.none_stated else "end"
