"""The stages to come: when each would end if nothing is settled before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from navigator.core.deadlines import Deadline, DeadlineCalculator, EventDate
from navigator.core.journey import Destination
from navigator.core.model import Policy
from navigator.core.model.policy import Position


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


def chain(policy: Policy) -> list[Position]:
    """Return the stages that follow one another, from the first."""
    stages: dict[str, Position] = {}
    position: Position | None = policy.first_stage
    while position and position.key not in stages:
        stages[position.key] = position
        following = position.innermost.if_unresolved
        position = policy.position(following.stage) if following and following.stage else None
    return list(stages.values())


def legs(calculator: DeadlineCalculator, end: Destination, events: Mapping[str, EventDate]) -> Iterator[Leg]:
    """Yield the stage reached and those that follow it, each beginning on the last day of the one before."""
    position: Position | None = end.position
    known = dict(events)
    passed = set()
    while position and position.key not in passed:
        passed.add(position.key)
        stage = position.innermost
        worked_out, known = calculator.deadlines(end.policy, stage.timescales, known)
        closing = next((deadline for deadline in worked_out if deadline.timescale.closes_stage), None)
        begun = known.get(stage.begins_with) if stage.begins_with else None
        yield Leg(position, begun.on if begun else None, closing, current=position is end.position)
        following = stage.if_unresolved.stage if stage.if_unresolved else None
        position = end.policy.position(following) if following else None
        opens = position.innermost.begins_with if position else None
        if opens and opens not in known and closing and closing.due:
            known[opens] = EventDate(closing.due, projected=True, provisional=closing.is_provisional)
