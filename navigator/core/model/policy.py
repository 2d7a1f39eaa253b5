"""One publisher's document for one route: stages, who acts, by when, and what it leaves open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from navigator.core.model.kinds import (
    CalendarId,
    ContactId,
    DocumentId,
    EventId,
    Id,
    Path,
    PolicyId,
    PositionRef,
    RoleId,
    RouteId,
    Text,
)
from navigator.core.model.lists import Source
from navigator.core.model.timescale import Timescale


@dataclass(frozen=True)
class Said:
    """Something the document says, restated, with its place."""

    says: Text
    """The rule in plain words."""
    source: Source
    """The section it stands in."""


@dataclass(frozen=True)
class Action:
    """One act: who does what, to whom, with copies to whom, and what is written down."""

    who: RoleId
    """The role that acts."""
    does: Text
    """What they do, as the rest of a sentence that begins with the role: `record what was agreed`."""
    to: tuple[RoleId, ...] = ()
    """Whom it is addressed to."""
    cc: tuple[RoleId, ...] = ()
    """Who gets a copy."""
    record: Text | None = None
    """What must be written down and where; left out where the document asks for no record."""
    brings: EventId | None = None
    """The event this act brings about: once that has happened, the act is shown as done."""
    source: Source | None = None
    """The section, if not the stage's own."""


@dataclass(frozen=True)
class Next:
    """What follows when a stage has not settled the matter: one of a stage, a route, or nothing stated."""

    says: Text
    """What happens, in plain words."""
    stage: PositionRef | None = None
    """The stage that follows, `stage-2`, or a level within one, `stage-3/level-1`."""
    route: RouteId | None = None
    """The route that follows."""
    none_stated: bool = False
    """True where the document gives no next step."""
    source: Source | None = None
    """The section, if not the stage's own."""


@dataclass(frozen=True)
class Message:
    """A short message for the next step, from the one who acts: to be copied, as nothing here sends it."""

    who: RoleId
    """The role that writes it: one that acts at this stage."""
    to: tuple[RoleId, ...]
    """Whom it is addressed to, as the steps of this role say."""
    subject: Text
    """The subject line."""
    body: Text
    """The text, with an empty line between paragraphs. `{date:event}` is a day the reader gave, and
    `{due:timescale}` the last day of a timescale of this stage or of the whole. Where that is not known,
    `[date]` stands there."""
    cc: tuple[RoleId, ...] = ()
    """Who gets a copy, as the steps of this role say."""


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
    """What follows when it is not settled."""
    message: Message | None = None
    """What somebody who acts here could write; left out where nobody who reads this writes to anyone."""
    levels: tuple["Stage", ...] = ()
    """The levels of this stage, in order."""


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


@dataclass(frozen=True)
class EntryRule:
    """A rule that lets some matters begin at a later stage."""

    id: Id
    """The short name."""
    asks: Text
    """How a person knows that it applies: an answer to `Where has it got to?`"""
    stage: PositionRef
    """The stage at which it begins."""
    says: Text
    """The rule in plain words."""
    source: Source
    """The section it stands in."""


@dataclass(frozen=True)
class Bypass:
    """A rule that lets somebody skip stages."""

    id: Id
    """The short name."""
    who: RoleId
    """Who may skip."""
    says: Text
    """The rule in plain words."""
    source: Source
    """The section it stands in."""


@dataclass(frozen=True)
class Exclusion:
    """What the policy does not cover, and where that leads."""

    id: Id
    """The short name."""
    what: Text
    """What is left out, as a phrase."""
    says: Text
    """What to do instead, in plain words, and whether the document says so itself."""
    source: Source
    """The section it stands in."""
    leads_to: RouteId | None = None
    """The route to take instead; left out only where there is none."""
    destination_stated: bool = True
    """False where the document itself names no way on, so that the route is this navigator's."""


@dataclass(frozen=True)
class Alongside:
    """Something that may run at the same time."""

    id: Id
    """The short name."""
    says: Text
    """What may run, in plain words."""
    source: Source
    """The section it stands in."""
    route: RouteId | None = None
    """The route that may run alongside; its own clock is then shown."""
    stages: tuple[PositionRef, ...] = ()
    """The stages this holds at; left out, every stage."""


@dataclass(frozen=True)
class Caution:
    """Something a person should know before acting."""

    id: Id
    """The short name."""
    says: Text
    """The warning in plain words."""
    source: Source
    """The section it stands in."""
    stages: tuple[PositionRef, ...] = ()
    """The stages it is shown at; left out, every stage."""


class FindingKind(StrEnum):
    """What sort of gap or contradiction a finding is."""

    NO_TIMESCALE = "no_timescale"
    NO_START = "no_start"
    NO_NEXT_STEP = "no_next_step"
    NO_UNIT = "no_unit"
    UNITS_DIFFER = "units_differ"
    LIMITS_CLASH = "limits_clash"
    ROLE_NAMES_MOVE = "role_names_move"
    DISCRETION = "discretion"
    NO_WAY_IN = "no_way_in"
    OVERLAP = "overlap"
    OUT_OF_DATE = "out_of_date"
    SUPERSEDED = "superseded"
    WORDING = "wording"
    MISSING = "missing"
    NOT_A_POLICY = "not_a_policy"
    LAW = "law"


@dataclass(frozen=True)
class Finding:
    """A gap, an ambiguity or a contradiction in the document, told plainly and never papered over."""

    id: Id
    """The short name, unique in its policy."""
    kind: FindingKind
    """What sort of finding it is."""
    says: Text
    """What is open or at odds, in plain words."""
    ask_owner: Text
    """A question that the policy's owner could settle it with."""
    source: Source
    """The place in the document."""
    stages: tuple[PositionRef, ...] = ()
    """The stages where a reader must know of it; left out, it is shown on the policy's page only."""


@dataclass(frozen=True)
class Superseded:
    """A report that a newer version exists."""

    says: Text
    """What is known of the newer version, and what to do."""
    source: Source
    """Where that was read."""


@dataclass(frozen=True)
class Policy:
    """One publisher's document for one route."""

    id: Id
    """The short name; also the file's name."""
    title: Text
    """The name shown to readers."""
    route: RouteId
    """The kind of process it describes."""
    publisher: Text
    """Who published it; `Not stated` where the document names no one."""
    document: DocumentId
    """The document it restates."""
    applies_to: Text
    """Whom it is for, in plain words."""
    summary: Text
    """What it does, in two or three plain sentences."""
    checked_on: date
    """The day this file was last held against its document, as YYYY-MM-DD."""
    stages: tuple[Stage, ...]
    """The stages, in the document's order."""
    national: bool = False
    """True for England's law or guidance, which holds for every service."""
    version: Text | None = None
    """The version or date printed on the document; left out where it has none."""
    effective_from: date | None = None
    """The first day it is in force, as YYYY-MM-DD; left out where the document does not say."""
    effective_until: date | None = None
    """The last day it is in force, as YYYY-MM-DD; left out while it is current."""
    review_by: date | None = None
    """The day it is due for review, as YYYY-MM-DD; left out where the document does not say."""
    version_of: PolicyId | None = None
    """For another version: the policy that services name. The day of the event picks the version."""
    calendar: CalendarId | None = None
    """The bank holidays it counts by, where they are not the service's own."""
    superseded: Superseded | None = None
    """A report that a newer version exists."""
    progress_ask: Text | None = None
    """The question for the stage, where `Where has it got to?` would not fit."""
    start: Start | None = None
    """The answer for someone who has not begun; left out where there is nothing to begin."""
    unsure: Unsure | None = None
    """What is shown to someone who cannot say; needed wherever there is a choice of stage."""
    covers: tuple[Said, ...] = ()
    """What it is for."""
    before: tuple[Said, ...] = ()
    """What comes before its first stage."""
    principles: tuple[Said, ...] = ()
    """What holds at every stage."""
    entries: tuple[EntryRule, ...] = ()
    """Rules that let some matters begin at a later stage."""
    bypass: tuple[Bypass, ...] = ()
    """Rules that let somebody skip stages."""
    does_not_cover: tuple[Exclusion, ...] = ()
    """What it leaves out, and where that leads."""
    overall: tuple[Timescale, ...] = ()
    """Timescales for the whole, beside those of the stages."""
    alongside: tuple[Alongside, ...] = ()
    """What may run at the same time."""
    warnings: tuple[Caution, ...] = ()
    """What a person should know before acting."""
    contacts: tuple[ContactId, ...] = ()
    """Whom to reach, in the order shown."""
    findings: tuple[Finding, ...] = ()
    """Gaps and contradictions in the document."""

    def leaf_stages(self) -> Iterator["Position"]:
        """Yield every place a matter can have got to, in order: a stage, or a level of one."""
        for number, stage in enumerate(self.stages):
            for at, level in enumerate(stage.levels):
                yield Position(f"{stage.id}/{level.id}", stage, level, ("stages", number, "levels", at))
            if not stage.levels:
                yield Position(stage.id, stage, None, ("stages", number))

    @property
    def first_stage(self) -> "Position":
        """The place at which a matter begins."""
        return next(self.leaf_stages())

    def position(self, key: str) -> "Position":
        """Return the place named `stage` or `stage/level`. Raises KeyError when there is none."""
        for position in self.leaf_stages():
            if position.key == key:
                return position
        raise KeyError(key)

    def rules(self) -> Iterator[tuple[Path, EntryRule | Bypass | Exclusion]]:
        """Yield the rules that a scenario can show, each with its place."""
        groups: dict[str, tuple[EntryRule | Bypass | Exclusion, ...]] = {
            "entries": self.entries,
            "bypass": self.bypass,
            "does_not_cover": self.does_not_cover,
        }
        for key, rules in groups.items():
            yield from (((key, number), rule) for number, rule in enumerate(rules))

    def steps(self) -> Iterator[tuple["Position", Action]]:
        """Yield every step with the place it belongs to, in order."""
        return ((position, step) for position in self.leaf_stages() for step in position.innermost.steps)

    def timescales(self) -> Iterator["TimescaleAt"]:
        """Yield every timescale with its place: those of the stages in order, then those of the whole."""
        for position in self.leaf_stages():
            for number, timescale in enumerate(position.innermost.timescales):
                yield TimescaleAt(timescale, position, (*position.path, "timescales", number))
        for number, timescale in enumerate(self.overall):
            yield TimescaleAt(timescale, None, ("overall", number))


@dataclass(frozen=True)
class Position:
    """A place a matter can have got to: a stage without levels, or one level of a stage."""

    key: str
    """`stage-1`, or `stage-3/level-4`."""
    stage: Stage
    """The stage."""
    level: Stage | None
    """The level, where the stage has levels."""
    path: Path
    """The way to it in the policy's file."""

    @property
    def innermost(self) -> Stage:
        """The innermost part, which has the steps and timescales."""
        return self.level or self.stage

    @property
    def title(self) -> str:
        """The full heading, stage and level."""
        return f"{self.stage.title}, {self.level.title}" if self.level else self.stage.title

    def is_among(self, stages: tuple[PositionRef, ...]) -> bool:
        """Say whether what names some stages holds here; what names none holds at every stage."""
        return not stages or self.key in stages


class TimescaleAt(NamedTuple):
    """A timescale and where it belongs."""

    timescale: Timescale
    """The timescale."""
    position: Position | None
    """The stage or level it is of; None where it is for the whole policy."""
    path: Path
    """The way to it in the policy's file."""
