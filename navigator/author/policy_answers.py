"""What the answers say: a policy, and what it needs that is not there yet."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class NewDocument:
    """A document that no policy rests on yet."""

    id: str
    title: str
    publisher: str
    kind: str
    confidence: str
    dated: str | None


@dataclass(frozen=True)
class NewService:
    """A service that is not held yet."""

    id: str
    name: str


@dataclass(frozen=True)
class NewRoute:
    """A kind of process that is not held yet, and the answer that leads to it."""

    id: str
    name: str
    purpose: str
    who_starts: str
    question: str
    """The question of the triage that gets one more answer."""
    label: str
    because: str


@dataclass(frozen=True)
class NewRole:
    """A role that is not held yet."""

    id: str
    name: str
    explains: str


@dataclass(frozen=True)
class NewEvent:
    """An event that is not held yet."""

    id: str
    name: str
    ask: str


@dataclass(frozen=True)
class ActionAnswers:
    """What somebody does."""

    who: str
    does: str
    to: tuple[str, ...]
    record: str | None


@dataclass(frozen=True)
class TimescaleAnswers:
    """One timescale; without an amount, where none is stated or it is immediate."""

    does: str
    unit: str
    amount: int | None
    counted_from: str | None
    firmness: str | None
    closes: bool


@dataclass(frozen=True)
class StageAnswers:
    """One stage."""

    title: str
    section: str
    summary: str | None
    asks: str
    begins_with: str | None
    steps: tuple[ActionAnswers, ...]
    times: tuple[TimescaleAnswers, ...]
    then: str
    """What follows where it is not settled, in words."""
    route: str | None
    """The route that follows the last stage; None where no next step is stated."""


@dataclass(frozen=True)
class PolicyAnswers:
    """A policy as answered, and what must be added for it."""

    id: str
    title: str
    route: str
    publisher: str
    applies_to: str
    summary: str
    document: str
    service: str
    stages: tuple[StageAnswers, ...]
    not_begun: str | None
    """How somebody says that nothing has begun yet."""
    unsure: str | None
    """What somebody is told who does not know the stage; needed with more than one."""
    new_document: NewDocument | None = None
    new_service: NewService | None = None
    new_route: NewRoute | None = None
    new_roles: list[NewRole] = field(default_factory=list)
    new_events: list[NewEvent] = field(default_factory=list)
