"""How far a stage has got, and what is said of each phase: of the stage, the policy or the route."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from navigator.core.addressing import chain, is_the_reader
from navigator.core.model import Action, InPhase, Letter, Library, Message, Next, Phase, Policy, Source
from navigator.core.model.policy import Position
from navigator.core.places import OVER, Place

PHASE: Final = "phase"
"""The id of the question how far a stage has got: it is answered on the page of the stage."""
_ORDER: Final = (
    Phase.TO_START, Phase.WAITING, Phase.SETTLED, Phase.ANSWERED, Phase.REFUSED, Phase.LATE, Phase.OVER,
    Phase.WITHDRAWN,
)  # fmt: skip
"""The phases in the order in which they are offered."""


@dataclass(frozen=True)
class PhaseRules:
    """What is said of a phase, part by part from whatever is nearest to the stage."""

    phase: Phase
    label: str | None
    steps: tuple[Action, ...]
    nearest: tuple[Action, ...]
    """The steps that are said nearest, without what further levels add for a reader."""
    meanwhile: tuple[Action, ...]
    """What the reader does while others act."""
    says: str | None
    next: Next | None
    messages: tuple[Message, ...]
    added: tuple[Message, ...]
    """The messages that further levels add for a reader: used where neither stage has one of theirs."""
    letter: Letter | None
    source: Source | None
    not_stated: bool
    """True where the document itself does not say what happens then."""


def rules_of(
    library: Library, policy: Policy, position: Position, phase: Phase, reader: str | None = None
) -> PhaseRules:
    """Return what is said of a phase at a stage.

    A reader who has no step or message of their own in what is nearest gets theirs from what is further, but
    not where a child's safety may be at stake: there only those act who are named.
    """
    stage, route = position.innermost, library.route[policy.route]
    own = [each for each in (*stage.phases, *policy.phases) if each.phase is phase]
    near = [*own, *(each for each in route.phases if each.phase is phase)]
    general = [each for each in library.triage.phases if each.phase is phase]
    said, to = [*near, *general], None if route.urgent else reader
    nearest, added = _told(library, to, [each.steps for each in near], [each.steps for each in general])
    messages = _told(library, to, [each.messages for each in near], [each.messages for each in general])
    return PhaseRules(
        phase,
        next((each.label for each in said if each.label), None),
        (*nearest, *added),
        nearest,
        _meanwhile(library, to, said),
        next((each.says for each in said if each.says), None),
        next((each.next for each in said if each.next), None),
        *messages,
        next((each.letter for each in said if each.letter), None),
        next((each.source for each in said if each.source), None),
        not_stated=all(each.not_stated for each in own if _tells(each)),
    )


def _told[Said: Action | Message](
    library: Library,
    reader: str | None,
    near: Iterable[tuple[Said, ...]],
    general: Iterable[tuple[Said, ...]],
) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """Return what is said nearest, and what is said further away to a reader who has no part in that.

    What is said of everything to a role is for whoever has that role, and is shown to nobody else.
    """
    near, general = tuple(near), tuple(general)
    to_all = (tuple(each for each in level if library.role[each.who].anybody) for level in general)
    nearest = next((level for level in (*near, *to_all) if level), ())
    if any(_is_own(library, each.who, reader) for each in nearest):
        return nearest, ()
    own = (tuple(each for each in level if _is_own(library, each.who, reader)) for level in (*near, *general))
    return nearest, next((level for level in own if level), ())


def _meanwhile(library: Library, reader: str | None, said: Iterable[InPhase]) -> tuple[Action, ...]:
    """Return what the nearest level that has something for a reader says, in the nearest role of theirs."""
    for each in said:
        for whose in chain(library, reader):
            if own := tuple(step for step in each.meanwhile if whose in library.role[step.who].whose):
                return own
    return ()


def _tells(each: InPhase) -> bool:
    """Say whether anything is told of a phase but what readers do while others act."""
    return any((each.label, each.steps, each.says, each.next, each.messages, each.letter))


def _is_own(library: Library, who: str, reader: str | None) -> bool:
    role = library.role[who]
    return not role.anybody and is_the_reader(library, role, reader)


def is_over_told(library: Library, policy: Policy) -> bool:
    """Say whether it is told what somebody can do who has been through every stage of a policy."""
    said = (*policy.phases, *library.route[policy.route].phases)
    return sum(1 for _ in policy.leaf_stages()) > 1 and any(each.phase is Phase.OVER for each in said)


def phase_at(library: Library, policy: Policy, place: Place) -> Phase:
    """Return the phase that a place is in as long as nothing else is said of it."""
    if place.unsure:
        return Phase.UNSURE
    if place.choice == OVER:
        return Phase.OVER
    if not place.begun:
        return Phase.TO_START
    named = place.position.innermost.phase
    if named:
        return named
    is_only = not policy.start and sum(1 for _ in policy.leaf_stages()) == 1
    return Phase.TO_START if is_only or library.route[policy.route].urgent else Phase.WAITING


def phases_at(library: Library, policy: Policy, position: Position) -> tuple[Phase, ...]:
    """Return the phases that a reader can say a stage is in, in the order offered.

    A phase is offered where something is said of it, of the stage, its policy, its route or everything; that
    all is over only where it is said what is open then.
    """
    return tuple(_offered(library, policy, position))


def _offered(library: Library, policy: Policy, position: Position) -> Iterator[Phase]:
    route, stage = library.route[policy.route], position.innermost
    told = [*stage.phases, *policy.phases, *route.phases]
    if not route.urgent:
        told += (each for each in library.triage.phases if each.phase is not Phase.OVER)
    said = {each.phase for each in told if _tells(each)}
    if policy.last_stage.key != position.key:
        said.discard(Phase.OVER)
    yield from (phase for phase in _ORDER if phase in said)
