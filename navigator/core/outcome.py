"""The outcome: the route, what to do, by when, why, and what else a reader must know."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navigator.core.asks import AskedDate
from navigator.core.citations import Cited
from navigator.core.filled_message import FilledMessage
from navigator.core.journey import PolicyBasis
from navigator.core.lead import Act, Lead
from navigator.core.model import (
    Contact,
    Document,
    Exclusion,
    Finding,
    Phase,
    Policy,
    Reader,
    Role,
    Route,
    Words,
)
from navigator.core.model.policy import Position
from navigator.core.nodes import AnswerOption, Node
from navigator.core.time.deadlines import Deadline
from navigator.core.time.timeline import Leg


class RemarkKind(StrEnum):
    """What a remark is about."""

    NOT_OWN_POLICY = "footing"
    """The policy shown is not the service's own."""
    SUPERSEDED = "superseded"
    """A newer version is reported."""
    REVIEW_PAST = "review_past"
    """The policy's review is overdue."""
    NOT_IN_FORCE = "not_in_force"
    """The policy was not in force on the day that decides."""
    POLICY = "policy"
    """What the policy itself warns of."""
    ENTRY = "entry"
    """The rule by which the matter begins at this stage."""
    BEFORE = "before"
    """What comes before the first stage."""
    BYPASS = "bypass"
    """A rule that lets somebody skip stages."""
    PRINCIPLE = "principle"
    """What holds at every stage."""
    RIGHT = "right"
    """What a person is entitled to."""


@dataclass(frozen=True)
class Remark:
    """A sentence with its source."""

    kind: RemarkKind
    says: str
    source: Cited | None = None
    condition: str | None = None
    """On what condition it matters, in words."""


@dataclass(frozen=True)
class Following:
    """What follows a stage."""

    says: str
    """What happens then; empty where what leads to it says so already."""
    position: Position | None
    """The stage that follows, where it is one."""
    route: Route | None
    """The route that follows, where it is one."""
    node: Node | None
    """The page that tells of it; None where the policy states no next step, or the matter is over."""
    source: Cited
    none_stated: bool = False
    """True where the policy states no next step."""
    ends: bool = False
    """True where the matter is then over."""
    back: bool = False
    """True where a stage is gone through again."""
    condition: str | None = None
    """On what condition it follows, in words."""


@dataclass(frozen=True)
class DetourShown:
    """Something that is tried, or may be, before the stage."""

    says: str
    who: Role | None
    may_be_declined: bool
    route: Route | None
    node: Node | None
    condition: str | None
    source: Cited


@dataclass(frozen=True)
class Parallel:
    """Something that may run at the same time, with its own clock."""

    says: str
    route: Route | None
    node: Node | None
    deadlines: tuple[Deadline, ...]
    source: Cited
    condition: str | None = None


@dataclass(frozen=True)
class NotCovered:
    """What the policy leaves out, and the page that covers it."""

    exclusion: Exclusion
    route: Route | None
    node: Node | None
    source: Cited


@dataclass(frozen=True)
class Reason:
    """One answer and the rule it met."""

    question: str
    ask: str
    answer: str
    label: str
    because: str | None
    source: Cited | None
    node: Node
    """The page of the question."""


@dataclass(frozen=True)
class PhaseShown:
    """What a reader is told in one phase of the stage."""

    phase: Phase
    label: str
    """How a reader says that it has come to this."""
    lead: Lead
    """Who must do what by when."""
    more: tuple[Act, ...]
    """What else the reader does now."""
    meanwhile: tuple[Act, ...]
    """What the reader does while somebody else does what leads; empty where the reader leads."""
    says: str | None
    """What to know in this phase."""
    next: Following | None
    """Where it leads, if anywhere."""
    message: FilledMessage | None
    """What the reader could write now; None where there is nobody to write to."""
    late: Lead | None
    """While waiting: what leads once the time is over."""
    late_on: date | None
    """The first working day on which it is over; None where no date is known."""
    not_stated: bool
    """True where the policy does not say what happens in this phase."""
    overdue: str | None = None
    """While waiting: what others should have done before, by a day that has passed."""

    @property
    def anchor(self) -> str:
        """The part of the address that shows this phase. It tells nothing of what it is."""
        return f"p{list(Phase).index(self.phase)}"


@dataclass(frozen=True)
class TurningPoint:
    """Something that may have happened, and the address that tells what to do then."""

    phase: Phase
    label: str
    address: str
    """The page that tells what to do then, or the part of this one."""
    anchor: str | None = None
    """The part of this page, where it is one."""


@dataclass(frozen=True)
class PlainReplyShown:
    """A plain answer to a plain question."""

    question: str
    """The id of the question."""
    ask: str
    answer: str
    """The id of the answer: `yes`, `no`, `depends` or `not_stated`."""
    reply: str
    """The answer in a word or two."""
    says: str | None
    source: Cited | None


@dataclass(frozen=True)
class ExampleStage:
    """A stage of another service's policy, without any date."""

    title: str
    summary: str | None
    rule: str | None
    """Its time in words; None where it has none."""


@dataclass(frozen=True)
class Example:
    """How another service does it, as an example."""

    service: str
    """The service's name."""
    policy: Policy
    stages: tuple[ExampleStage, ...]
    node: Node
    """The page for readers of that service."""


@dataclass(frozen=True)
class Outcome:
    """Everything that a page about an end says."""

    node: Node
    route: Route
    service: str | None
    service_name: str | None
    policy: Policy
    position: Position
    begun: bool
    source: Cited
    """The place of the stage in the document."""
    document: Document
    """The document that the policy restates."""
    policy_basis: PolicyBasis
    policy_basis_says: str
    """Whose policy it is, in words."""
    reader: Reader | None
    """Whom the page speaks to; None for nobody in particular."""
    phases: tuple[PhaseShown, ...]
    """The phase that the stage is in, and then each other one that it may be in."""
    turning_points: tuple[TurningPoint, ...]
    """What else may have happened."""
    answers: tuple[PlainReplyShown, ...]
    """Plain answers to plain questions."""
    examples: tuple[Example, ...]
    """How other services do it, where the reader's own has no policy here."""
    steps: tuple[Act, ...]
    deadlines: tuple[Deadline, ...]
    """Those of the stage."""
    overall: tuple[Deadline, ...]
    """Those of the whole policy."""
    next: Following | None
    """What follows when it is not settled."""
    settled: Following | None
    """What follows when it is settled."""
    then: Following | None
    """What follows when the stage simply ends."""
    other_ways: tuple[Following, ...]
    """Other ways on, each on a condition or back to a stage."""
    detours: tuple[DetourShown, ...]
    """What is tried, or may be, before the stage."""
    notes: tuple[str, ...]
    """What to know first: not begun, the reader was not sure, or the policy is not all translated."""
    warnings: tuple[Remark, ...]
    also: tuple[Parallel, ...]
    not_covered: tuple[NotCovered, ...]
    rules: tuple[Remark, ...]
    """Entry and bypass rules, what comes before, and what holds at every stage."""
    rights: tuple[Remark, ...]
    """What a person is entitled to."""
    findings: tuple[Finding, ...]
    """Gaps in the policy that matter at this stage."""
    contacts: tuple[Contact, ...]
    timeline: tuple[Leg, ...]
    asks: tuple[AskedDate, ...]
    own_pages: tuple[AnswerOption, ...]
    """On an urgent page that nobody in particular reads: the readers who have a page of their own."""
    own_steps: tuple[AnswerOption, ...]
    """On an urgent page, which comes before any question for the service: those with steps of their own."""
    why: tuple[Reason, ...]
    words: Words
    """The words to say all this in."""
    today: date
    closing: str | None = None
    """Whom this reader asks where nothing fits."""
    own_safety: str | None = None
    """What this reader does at any time if a child is at risk."""

    @property
    def now(self) -> PhaseShown:
        """The phase that the stage is in."""
        return self.phases[0]

    @property
    def phase(self) -> Phase:
        """How far the stage has got."""
        return self.now.phase

    @property
    def lead(self) -> Lead:
        """Who must do what by when."""
        return self.now.lead

    @property
    def message(self) -> FilledMessage | None:
        """What the reader could write now; None where there is nobody to write to."""
        return self.now.message

    @property
    def all_deadlines(self) -> tuple[Deadline, ...]:
        """Those of the stage, then those of the whole policy."""
        return self.deadlines + self.overall

    @property
    def alongside_deadlines(self) -> tuple[Deadline, ...]:
        """Those of what may run at the same time."""
        return tuple(deadline for parallel in self.also for deadline in parallel.deadlines)

    @property
    def sources(self) -> tuple[Cited, ...]:
        """Every place that something here rests on, each once."""
        parts = (
            *self.steps, *self.all_deadlines, *self.detours, self.next, self.settled, self.then,
            *self.other_ways, *self.warnings, *self.rights, *self.rules, *self.also, *self.not_covered,
            *self.why, *self.answers,
        )  # fmt: skip
        cited = (part.source for part in parts if part and part.source)
        return tuple(dict.fromkeys((self.source, *cited)))

    @property
    def safety(self) -> str | None:
        """What to do at any time if a child is at risk; None where the route is about that itself."""
        return None if self.route.urgent else self.own_safety or self.words["answer.safety_alongside"]

    @property
    def assistance(self) -> str:
        """Whom to ask where nothing here fits."""
        own = self.policy.closing if self.policy_basis is PolicyBasis.OWN else None
        return own or self.closing or self.words["answer.assistance"]
