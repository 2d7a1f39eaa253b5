"""A stage: who does what, by when, and what follows."""

from dataclasses import dataclass

from navigator.core.model.kinds import EventId, Id, PositionRef, Text
from navigator.core.model.lists import Source
from navigator.core.model.phase import InPhase, Phase
from navigator.core.model.steps import Action, Detour, Message, Next
from navigator.core.model.timescale import Timescale


@dataclass(frozen=True)
class Stage:
    """A stage, or a level within one. A stage has either levels, or steps and timescales of its own."""

    id: Id
    """The short name, unique among its neighbours."""
    title: Text
    """The heading, as the document names it."""
    source: Source
    """The section it stands in."""
    summary: Text | None = None
    """What happens at this stage, in a sentence or two."""
    asks: Text | None = None
    """How a person knows that it has got this far: an answer to `Where has it got to?`"""
    begins_with: EventId | None = None
    """The event that opens the stage."""
    steps: tuple[Action, ...] = ()
    """Who does what, in order."""
    timescales: tuple[Timescale, ...] = ()
    """By when; where the document gives no time, one with the unit `none_stated`."""
    if_unresolved: Next | None = None
    """What follows when it is not settled; left out only where `if_settled` or `then` is given."""
    if_settled: Next | None = None
    """What follows when it is settled."""
    then: Next | None = None
    """What follows when it simply ends, whether or not anything is settled."""
    other_ways: tuple[Next, ...] = ()
    """Other ways on: each on a condition, or back to a stage that is gone through again."""
    detours: tuple[Detour, ...] = ()
    """What is tried, or may be, before this stage begins."""
    message: Message | None = None
    """What somebody who acts here could write; left out where nobody who reads this writes to anyone."""
    phase: Phase | None = None
    """The phase in which somebody is who says that it has got this far; left out, `waiting`, but `to_start`
    for a policy of one stage and wherever a child's safety may be at stake."""
    phases: tuple[InPhase, ...] = ()
    """What a reader does in a phase of this stage; left out, what the policy or the route says of it."""
    levels: tuple["Stage", ...] = ()
    """The levels of this stage, in order."""
    begins_here: bool = False
    """True where some matters begin at this stage, so that no other stage leads to it."""

    @property
    def opening(self) -> Action | None:
        """The act that opens the stage, where one brings about the event that does."""
        acts = (step for step in self.steps if step.brings and step.brings == self.begins_with)
        return next(acts, None)


@dataclass(frozen=True)
class Start:
    """How a person says that nothing has begun yet."""

    asks: Text
    """The answer to `Where has it got to?`, such as `I have not raised it yet`."""


@dataclass(frozen=True)
class Unsure:
    """What a person is shown who cannot say where it has got to."""

    stage: PositionRef
    """The stage to show."""
    says: Text
    """Why this stage is shown and whom to ask."""
