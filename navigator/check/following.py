"""What follows a stage: one way on each, in the right direction, and every stage is led to."""

import re
from collections.abc import Iterator
from typing import Final

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Next, Option, Policy, Stage
from navigator.core.model.kinds import Path
from navigator.core.model.policy import Position
from navigator.load.problem import Problem

WAYS: Final = ("if_unresolved", "if_settled", "then")
"""The keys of a stage under which what follows may stand, beside `other_ways`."""
_NUMBERED: Final = re.compile(r"(.*-)(\d+)")


def ways(stage: Stage) -> Iterator[tuple[Path, Next]]:
    """Yield every way on from a stage, each with its key."""
    for key in WAYS:
        following: Next | None = getattr(stage, key)
        if following:
            yield (key,), following
    for index, each in enumerate(stage.other_ways):
        yield ("other_ways", index), each


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each way on that leads nowhere or backwards, and for each stage left out."""
    for following in parts.of(Next):
        yield from _one_way(following)
    named = {option.value.stage for option in parts.of(Option)}
    for policy in parts.of(Policy):
        yield from _directions(policy)
        yield from _left_out(policy, named)


def _one_way(located: Located[Next]) -> Iterator[Problem]:
    following = located.value
    given = [following.stage is not None, following.route is not None, following.none_stated, following.ends]
    if sum(given) != 1:
        hint = "Write exactly one of: stage, route, none_stated: true, ends: true."
        yield located.error("names more than one way on" if any(given) else "names no way on", hint)
    if following.back and following.stage is None:
        hint = "Write the stage that is gone through again, or take it out."
        yield located.error("is for a way back to a stage", hint, "back")
    if "other_ways" in located.path and not (following.only_if or following.unless or following.back):
        hint = "Write the condition under only_if or unless, or back: true."
        yield located.error("does not say when it is taken", hint)


def _directions(located: Located[Policy]) -> Iterator[Problem]:
    order = {position.key: at for at, position in enumerate(located.value.leaf_stages())}
    for position in located.value.leaf_stages():
        for key, following in ways(position.innermost):
            to = order.get(following.stage or "")
            if to is None:
                continue  # no stage, or one that is not there, which is told elsewhere
            path = (*position.path, *key)
            if to <= order[position.key] and not following.back:
                which = "this stage itself" if to == order[position.key] else "an earlier stage"
                hint = "Write back: true where it is gone through again; else name a later stage."
                yield located.error(f"is {which}, so that it leads in a circle", hint, *path, "stage")
            if to > order[position.key] and following.back:
                hint = "Take it out, or name this stage or an earlier one."
                yield located.error(f"is true, but {following.stage} is a later stage", hint, *path, "back")


def _left_out(located: Located[Policy], named: set[str | None]) -> Iterator[Problem]:
    """Tell of a stage that no way leads to, though the ways lead past it or its number says that one should.

    A stage beside the others, at which some matters begin, is led to by nothing.
    """
    policy = located.value
    positions = list(policy.leaf_stages())
    order = {position.key: at for at, position in enumerate(positions)}
    named_ways = [
        (at, following.stage)
        for at, position in enumerate(positions)
        for _, following in ways(position.innermost)
        if following.stage
    ]
    if not order.keys() >= {stage for _, stage in named_ways}:
        return  # a stage that is not there is an error already, and may be why none leads to another
    leads = [(at, order[stage]) for at, stage in named_ways]
    met = {to for _, to in leads} | {order.get(entry.stage) for entry in policy.entries}
    for at, position in enumerate(positions[1:], 1):
        if at in met or position.key in named or position.innermost.begins_here:
            continue
        past = next((positions[to].key for here, to in leads if here < at < to), None)
        before = _before(position, positions)
        if past or before:
            what = f"{position.key} is left out: no stage leads to it"
            hint = f"Let the stage before it lead there, in place of {past}." if past else _LEAD
            open_end = any(way.none_stated for each in before for _, way in ways(each.innermost))
            tell = located.finding if open_end and not past else located.error
            yield tell(what, hint, *position.path, "id")


_LEAD: Final = "Let the stage before it lead there: write stage under if_unresolved, if_settled or then."


def _before(position: Position, positions: list[Position]) -> list[Position]:
    """Return the places that a place comes after by its number, as stage-3 after stage-2; mostly none."""
    number = _NUMBERED.fullmatch(position.key)
    if number and int(number[2]) > 1:
        name = f"{number[1]}{int(number[2]) - 1}"
        return [each for each in positions if name in (each.key, each.stage.id)]
    outer = _NUMBERED.fullmatch(position.stage.id)
    if position.level is None or position.level is not position.stage.levels[0] or outer is None:
        return []
    name = f"{outer[1]}{int(outer[2]) - 1}"
    return [each for each in positions if each.stage.id == name]
