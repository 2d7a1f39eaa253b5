"""The triage: an explicit graph of questions, in which every answer names the next question or a route."""

from dataclasses import dataclass

from navigator.core.model.kinds import (
    ContactId,
    Id,
    PositionRef,
    QuestionId,
    ReaderId,
    RouteId,
    ServiceId,
    SignpostId,
    Text,
    WebAddress,
)
from navigator.core.model.lists import Source
from navigator.core.model.phase import InPhase
from navigator.core.model.reader import Reader


@dataclass(frozen=True)
class Option:
    """One answer: it leads to a question, to a route or to a signpost, and to one of them only."""

    id: Id
    """The short name, unique in its question."""
    label: Text
    """The answer in the reader's words."""
    hint: Text | None = None
    """A line of help below the answer."""
    next: QuestionId | None = None
    """The question that follows."""
    route: RouteId | None = None
    """The route it leads to."""
    signpost: SignpostId | None = None
    """The signpost it leads to."""
    service: ServiceId | None = None
    """With a route: the service, where the answer already says which."""
    reader: ReaderId | None = None
    """Who somebody is who answers this; left out, whoever they said before."""
    stage: PositionRef | None = None
    """With a route: the stage of the policy, where the answer already says which."""
    because: Text | None = None
    """Why this answer leads there; needed with a route or a signpost."""
    source: Source | None = None
    """Where that rule stands; the document must be named."""
    unsure: bool = False
    """True for the answer `I'm not sure`, which every question has."""


@dataclass(frozen=True)
class Question:
    """One question, one page."""

    id: Id
    """The short name, used in addresses and by `--answer`."""
    ask: Text
    """The question in the reader's words."""
    options: tuple[Option, ...]
    """The answers, in the order shown."""
    hint: Text | None = None
    """A line of help below the question."""


@dataclass(frozen=True)
class GeneratedQuestion:
    """The words of a question whose answers come from the services or from a policy's stages."""

    ask: Text
    """The question in the reader's words."""
    hint: Text
    """A line of help below the question."""
    unsure: Text
    """The words of the answer `I'm not sure`."""


@dataclass(frozen=True)
class Danger:
    """What stands above the first question for somebody who needs help at once."""

    heading: Text
    """The heading."""
    says: Text
    """What to do, in a sentence or two."""
    contact: ContactId
    """Whom to call."""


@dataclass(frozen=True)
class Need:
    """What people come with: a group of routes on the home page, under words of their own."""

    name: Text
    """What they come with, in their words: `Something is late or badly done`."""
    routes: tuple[RouteId, ...] = ()
    """The routes that deal with it, the likeliest first."""
    signposts: tuple[SignpostId, ...] = ()
    """The signposts that help with it, the likeliest first."""


@dataclass(frozen=True)
class Triage:
    """The questions that lead from the first page to a route."""

    start: QuestionId
    """The first question: danger comes first."""
    danger: Danger
    """The notice above the first question and on the home page."""
    exit_to: WebAddress
    """Where somebody who leaves a page in a hurry is taken: a well-known page that tells nothing of them."""
    service: GeneratedQuestion
    """The question for the service, asked where services differ."""
    progress: GeneratedQuestion
    """The question for the stage, made from the policy."""
    questions: tuple[Question, ...]
    """The questions."""
    readers: tuple[Reader, ...] = ()
    """Who asks: what the answers about the reader name."""
    phases: tuple[InPhase, ...] = ()
    """What to do in each phase, where neither policy nor route says more."""
    helpline: ContactId | None = None
    """Whom somebody can ring who is worried and in no danger: the one other number in the notice."""
    needs: tuple[Need, ...] = ()
    """What people come with, in the order of the home page. Routes in none of them stand after these."""
