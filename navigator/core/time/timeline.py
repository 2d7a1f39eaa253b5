"""The stages to come: when each would end if nothing is settled before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from navigator.core.journey import Destination
from navigator.core.model import Policy
from navigator.core.model.policy import Position
from navigator.core.time.deadlines import Deadline, DeadlineCalculator
from navigator.core.time.last_day import EventDate


@dataclass(frozen=True)
class Leg:
    """One stage on the way."""

    position: Position
    begins: date | None
    """The day it begins or is projected to begin; None where no date is known."""
    closing: Deadline | None
    """The deadline by which it should be over; None where the policy sets none."""
    current: bool
    """True for the stage the reader has reached."""


def chain(policy: Policy, start: Position | None = None) -> list[Position]:
    """Return the stages that follow one another, from the first or from another, each once."""
    stages: dict[str, Position] = {}
    position = start or policy.first_stage
    while position.key not in stages:
        stages[position.key] = position
        following = position.innermost.if_unresolved or position.innermost.then
        if not following or not following.stage or following.back:
            break
        position = policy.position(following.stage)
    return list(stages.values())


def line_of(policy: Policy, position: Position) -> list[str]:
    """Return the ids of the stages that follow one another where a position lies: the longest such line."""
    lines = (chain(policy, start) for start in policy.leaf_stages())
    own = (line for line in lines if any(each.key == position.key for each in line))
    return list(dict.fromkeys(each.stage.id for each in max(own, key=len)))


def follow_one_another(policy: Policy) -> bool:
    """Say whether any of the stages leads to another. Where none does, each is somebody's own part."""
    return any(len(line_of(policy, position)) > 1 for position in policy.leaf_stages())


def legs(calculator: DeadlineCalculator, end: Destination, events: Mapping[str, EventDate]) -> Iterator[Leg]:
    """Yield the stage reached and those that follow it, each beginning on the last day of the one before."""
    known = dict(events)
    closing: Deadline | None = None
    for position in chain(end.policy, end.position):
        stage = position.innermost
        opens = stage.begins_with
        if opens and opens not in known and closing and closing.due and not closing.is_missed_limit:
            known[opens] = EventDate(closing.due, projected=True, provisional=closing.is_provisional)
        worked_out, known = calculator.deadlines(end.policy, stage.timescales, known)
        closing = next((deadline for deadline in worked_out if deadline.timescale.closes_stage), None)
        begun = known.get(opens) if opens else None
        yield Leg(position, begun.on if begun else None, closing, current=position is end.position)
