"""Phases: how far a stage has got for somebody, and what they do now."""

from dataclasses import dataclass
from enum import StrEnum

from navigator.core.model.kinds import MessageText, PositionRef, Text
from navigator.core.model.lists import Source
from navigator.core.model.steps import Action, Message, Next


class Phase(StrEnum):
    """How far a stage has got."""

    TO_START = "to_start"
    """It has not begun: the first act is still to come."""
    WAITING = "waiting"
    """It has begun, and somebody is to act or to answer."""
    LATE = "late"
    """The time for that is over, and nothing has come."""
    ANSWERED = "answered"
    """There is an answer, and the reader is not content with it."""
    REFUSED = "refused"
    """They will not deal with it, or will not start the next stage."""
    SETTLED = "settled"
    """It is settled."""
    OVER = "over"
    """The last stage is over, and it is not settled."""
    WITHDRAWN = "withdrawn"
    """Whoever began it has taken it back."""
    UNSURE = "unsure"
    """The reader cannot say."""


@dataclass(frozen=True)
class Letter:
    """A message that fits wherever a phase is reached, from the reader to whoever is to act."""

    subject: MessageText
    """The subject line, with the same placeholders as the text."""
    body: MessageText
    """The text, with an empty line between paragraphs. `{policy}` is the policy's title, `{stage}` the
    stage's, `{begun}` the day on which the stage began and `{due}` the last day for what is awaited. Where a
    day is not known, `[date]` stands there."""


@dataclass(frozen=True)
class InPhase:
    """What happens in a phase, said of a stage, of a policy, of a route or of everything.

    What is said nearer to the stage comes first, part by part.
    """

    phase: Phase
    """The phase."""
    label: Text | None = None
    """How a reader says that it has come to this; left out, the general words for the phase."""
    steps: tuple[Action, ...] = ()
    """Who does what now. A reader is first told what is theirs; of others' steps the first one leads."""
    meanwhile: tuple[Action, ...] = ()
    """What a reader does while others act: told to whoever has no step of their own, below what leads."""
    says: Text | None = None
    """What to know in this phase, in a sentence or two."""
    next: Next | None = None
    """Where it leads, if anywhere: a stage or a route."""
    messages: tuple[Message, ...] = ()
    """What somebody could write, each from one who acts."""
    letter: Letter | None = None
    """A message for any reader, to whoever was to act at the stage."""
    not_stated: bool = False
    """True where the document does not say what happens in this phase; what is said here is then advice."""
    source: Source | None = None
    """The section it stands in; left out for advice that no document gives."""


class PlainQuestion(StrEnum):
    """A question that people ask of every process."""

    SKIP = "skip"
    """May I skip this?"""
    FIRST = "first"
    """Must I do this first?"""
    BOTH = "both"
    """Can I do both, this and something else?"""
    CLOCK = "clock"
    """Does it stop the clock of anything else?"""
    WORSE = "worse"
    """Can I be treated worse for asking?"""
    OWN = "own"
    """A question of this policy's own, worded in `ask`."""


class PlainReply(StrEnum):
    """The answer, in a word."""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"
    NOT_STATED = "not_stated"
    """The document does not say."""


@dataclass(frozen=True)
class PlainAnswer:
    """A plain answer to a plain question."""

    question: PlainQuestion
    """The question."""
    answer: PlainReply
    """Yes, no, that it depends, or that the document does not say."""
    says: Text | None = None
    """What to add to the word, in a sentence or two; left out only with `not_stated`."""
    ask: Text | None = None
    """The question in the reader's words: needed for `own`; of another one it replaces the general words."""
    source: Source | None = None
    """The section it stands in; left out only with `not_stated`."""
    stages: tuple[PositionRef, ...] = ()
    """The stages it holds at; left out, every stage."""
