"""What happens next in a case: an act of whoever tells it, or of others where the teller has none.

A worker is asked what she does, and not what the carer does whom she supports.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from navigator.core.addressing import is_the_reader
from navigator.core.conditions import Conditions
from navigator.core.journey import destination
from navigator.core.model import Action, Phase, Source
from navigator.core.model.policy import Position
from navigator.core.phase_builder import ONWARD
from navigator.core.phases import rules_of
from navigator.site.kit.case import Case


class Moment(StrEnum):
    """When an act is done."""

    NOW = "now"
    LATE = "late"
    """Others act now: it is done if nothing comes of that."""


@dataclass(frozen=True)
class NextAct:
    """The act that a case asks for."""

    step: Action
    position: Position
    """The stage it belongs to."""
    source: Source
    """The place that it rests on."""
    moment: Moment
    by_teller: bool
    """True where it is for whoever tells the case."""


def next_act(case: Case) -> NextAct | None:
    """Return the act that comes next; None where nobody tells anything to anybody.

    First what the teller does now: where the case says whom they tell, that act; else one with somebody to
    tell; else any. Then what they do if nothing comes. Only then what others do.
    """
    now = list(_own(case, _of_phase(case, case.outcome.phase), Moment.NOW))
    if case.outcome.phase not in ONWARD:
        now += _own(case, _pending(case), Moment.NOW)
    elif not now:
        now += _own(case, _following(case), Moment.NOW)
    told = set(case.scenario.expect.tells)
    named = (act for act in now if told and set(act.step.to) == told)
    telling = (act for act in now if act.step.to)
    later = _own(case, _if_nothing_comes(case), Moment.LATE)
    return next(named, None) or next(telling, None) or next(chain(now, later, _others(case)), None)


def is_teller(case: Case, step: Action) -> bool:
    """Say whether an act is for whoever tells the case."""
    reader = case.outcome.reader
    return reader is not None and is_the_reader(case.library, case.library.role[step.who], reader.id)


def _of_phase(case: Case, phase: Phase) -> Iterator[tuple[Position, Action, Source]]:
    """Yield what is done in a phase of the stage."""
    reader = case.outcome.reader
    rules = rules_of(case.library, case.policy, case.position, phase, reader.id if reader else None)
    held = Conditions(case.policy, destination(case.library, case.outcome.node).facts).hold(rules.steps)
    for step in held:
        yield case.position, step, step.source or rules.source or case.position.innermost.source


def _pending(case: Case) -> Iterator[tuple[Position, Action, Source]]:
    """Yield the acts of the stage that are still to be done."""
    for act, step in zip(case.outcome.steps, case.steps, strict=True):
        if not act.done:
            yield case.position, step, step.source or case.position.innermost.source


def _if_nothing_comes(case: Case) -> Iterator[tuple[Position, Action, Source]]:
    """Yield what is done if nothing comes: in the phase for that, or as the first act of what follows."""
    if case.outcome.phase is not Phase.WAITING:
        return
    yield from _of_phase(case, Phase.LATE)
    yield from _following(case)


def _following(case: Case) -> Iterator[tuple[Position, Action, Source]]:
    """Yield the first act of the stage that follows where nothing is settled."""
    follows = case.outcome.next
    if follows and follows.position:
        stage = follows.position.innermost
        first = (stage.opening,) if stage.opening else stage.steps[:1]
        yield from ((follows.position, step, step.source or stage.source) for step in first)


def _own(case: Case, acts: Iterable[tuple[Position, Action, Source]], moment: Moment) -> Iterator[NextAct]:
    """Yield the teller's own acts, where the teller has a role of their own."""
    for position, step, source in acts:
        if step.act and is_teller(case, step):
            yield NextAct(step, position, source, moment, by_teller=True)


def _others(case: Case) -> Iterator[NextAct]:
    """Yield what anybody tells to somebody: what is not done first, then any, then at the stage after."""
    follows = case.outcome.next or case.outcome.then
    following = follows.position if follows else None
    acts = [(case.position, step) for _, step, _ in _pending(case)]
    acts += [(case.position, step) for step in case.steps]
    acts += [(following, step) for step in following.innermost.steps] if following else []
    for position, step in acts:
        if step.to:
            source = step.source or position.innermost.source
            yield NextAct(step, position, source, Moment.NOW, by_teller=is_teller(case, step))
