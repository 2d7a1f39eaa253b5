"""One publisher's document for one route: stages, who acts, by when, and what it leaves open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from navigator.core.model.condition import Condition
from navigator.core.model.kinds import (
    CalendarId,
    ContactId,
    DocumentId,
    Id,
    Path,
    PolicyId,
    PositionRef,
    ReaderId,
    RoleId,
    RouteId,
    Text,
)
from navigator.core.model.phase import InPhase, PlainAnswer
from navigator.core.model.rules import (
    Alongside,
    Bypass,
    Caution,
    EntryRule,
    Exclusion,
    Finding,
    Replacement,
    Right,
    Said,
    Superseded,
)
from navigator.core.model.stage import Stage, Start, Unsure
from navigator.core.model.steps import Action
from navigator.core.model.timescale import Timescale


class Form(StrEnum):
    """How a policy is laid out."""

    STAGES = "stages"
    """Stages that a matter goes through."""
    TASKS = "tasks"
    """A table of tasks: each step says who does it and, in `by`, when. There is one stage, and nothing is
    asked about how far it has got."""


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
    form: Form = Form.STAGES
    """Stages, or a table of tasks."""
    readers: tuple[RoleId, ...] = ()
    """Whose it is to use, where not only foster carers and fostering staff do: police, school, health."""
    speaks_to: tuple[ReaderId, ...] = ()
    """For a national policy: the readers who get it in place of the route's own, such as a child."""
    conditions: tuple[Condition, ...] = ()
    """What a step, a time or what follows can depend on."""
    national: bool = False
    """True for England's law or guidance, which holds for every service."""
    shared: bool = False
    """True for a policy among the national ones that services may take over, by naming it under `policies`.
    Where no service has, it is left out."""
    version: Text | None = None
    """The version or date printed on the document; left out where it has none."""
    effective_from: date | None = None
    """The first day it is in force, as YYYY-MM-DD; left out where the document does not say."""
    effective_until: date | None = None
    """The last day it is in force, as YYYY-MM-DD; left out while it is current."""
    review_by: date | None = None
    """The day it is due for review, as YYYY-MM-DD; left out where the document does not say. A national one
    must have it: the day by which this file is held against its document again."""
    review_why: Text | None = None
    """What may change by then, such as a law that comes into force; left out where nothing is announced."""
    version_of: PolicyId | None = None
    """For another version: the policy that services name. The day of the event picks the version."""
    calendar: CalendarId | None = None
    """The bank holidays it counts by, where they are not the service's own."""
    superseded: Superseded | None = None
    """A report that a newer version exists."""
    progress_ask: Text | None = None
    """The question for the stage, where `Where has it got to?` would not fit."""
    progress_hint: Text | None = None
    """The line of help below that question, in the service's own words."""
    because: Text | None = None
    """Why this policy is shown, said to a reader of the service; left out, that they chose that service."""
    closing: Text | None = None
    """Whom to ask where nothing here fits, as the last line of each page; left out, the navigator's own."""
    start: Start | None = None
    """The answer for someone who has not begun; left out where there is nothing to begin. With
    it, a policy of one stage asks how far it has got as well."""
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
    phases: tuple[InPhase, ...] = ()
    """What a reader does in a phase of any stage, where the stage does not say."""
    answers: tuple[PlainAnswer, ...] = ()
    """Plain answers to what people ask of every process; one for each question, `not_stated` included."""
    rights: tuple[Right, ...] = ()
    """What a person is entitled to."""
    contacts: tuple[ContactId, ...] = ()
    """Whom to reach, in the order shown. Those of the national policy for the same route stay beside them."""
    replaces: tuple[Replacement, ...] = ()
    """Items of the national policy for the same route that are not shown beside this policy."""
    findings: tuple[Finding, ...] = ()
    """Gaps and contradictions in the document."""

    @cached_property
    def condition(self) -> dict[str, Condition]:
        """The conditions by their ids."""
        return {condition.id: condition for condition in self.conditions}

    def leaf_stages(self) -> Iterator["Position"]:
        """Yield every place a matter can have got to, in order: a stage, or a level of one."""
        return iter(self._leaves)

    @cached_property
    def _leaves(self) -> tuple["Position", ...]:
        return tuple(self._found_leaves())

    def _found_leaves(self) -> Iterator["Position"]:
        for number, stage in enumerate(self.stages):
            for at, level in enumerate(stage.levels):
                yield Position(f"{stage.id}/{level.id}", stage, level, ("stages", number, "levels", at))
            if not stage.levels:
                yield Position(stage.id, stage, None, ("stages", number))

    @property
    def first_stage(self) -> "Position":
        """The place at which a matter begins."""
        return next(self.leaf_stages())

    @property
    def last_stage(self) -> "Position":
        """The place at which a matter ends that began at the first one; where others begin comes after it."""
        last, *others = self.leaf_stages()
        for position in others:
            if position.innermost.begins_here:
                break
            last = position
        return last

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
