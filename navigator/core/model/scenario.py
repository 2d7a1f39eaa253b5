"""Scenarios, named cases with the outcome worked out by hand, and packs of them for a training session.

Each scenario is example, test and training case.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from navigator.core.model.kinds import (
    Alias,
    EventId,
    Id,
    PackId,
    PolicyId,
    PositionRef,
    RoleId,
    RouteId,
    RuleName,
    ScenarioId,
    ServiceId,
    SignpostId,
    Text,
    TimeOfDay,
)
from navigator.core.model.lists import Source


@dataclass(frozen=True)
class GivenAnswer:
    """One answer of the case."""

    question: Id
    """The question: one of the triage, `service`, `progress`, or `if-` with a condition's id after it."""
    option: Text
    """The id of the answer; for `progress` a stage such as `stage-3/level-1`, an entry rule's id, `not-begun`
    or `unsure`; for a condition `"yes"` or `"no"`, in quotes, or `unsure`."""


@dataclass(frozen=True)
class GivenDate:
    """One date of the case."""

    event: EventId
    """The event."""
    day: date
    """Its day, as YYYY-MM-DD."""
    at: TimeOfDay | None = None
    """Its time of day, where hours are counted from it; left out where it is not known."""


@dataclass(frozen=True)
class ExpectedDeadline:
    """One deadline of the outcome, as worked out by hand from the source."""

    id: Id
    """The timescale's id."""
    due: date | None = None
    """The day, as YYYY-MM-DD; left out where no date can be given."""
    readings: tuple[date, ...] = ()
    """The days under the other readings, in the order shown."""
    provisional: bool = False
    """True where the bank holidays of that time are not published yet."""
    at: TimeOfDay | None = None
    """The time of that day, where one can be given."""


@dataclass(frozen=True)
class Expected:
    """The outcome of the case: a stage of a policy, or a signpost."""

    route: RouteId | None = None
    """The route."""
    policy: PolicyId | None = None
    """The policy; needed with a route."""
    stage: PositionRef | None = None
    """The stage, or the level within one; needed with a route."""
    service: ServiceId | None = None
    """The service; left out where the answers lead past the question for it."""
    begun: bool = True
    """False where the stage has not begun yet, or nobody knows whether it has."""
    deadlines: tuple[ExpectedDeadline, ...] = ()
    """Every deadline of the stage and of the whole policy, in the order shown."""
    next: Text | None = None
    """What follows: a stage such as `stage-2`, or a route; left out where no next step is stated."""
    signpost: SignpostId | None = None
    """The signpost, in place of all others."""
    tells: tuple[RoleId, ...] = ()
    """Whom the teller tells next; needed only where the stage has them tell several, and not the first."""


@dataclass(frozen=True)
class WrongTurn:
    """A route that looks right in this case and is not."""

    route: RouteId
    """The tempting route."""
    why: Text
    """Why it does not fit, in plain words."""
    source: Source
    """The place that says so; the document must be named."""


@dataclass(frozen=True)
class Joins:
    """The place of a case in a pack that does not name it. May be plain text: then it is the pack."""

    SHORTHAND: ClassVar = "pack"

    pack: PackId
    """The pack."""
    after: ScenarioId | None = None
    """The case that it comes behind; left out, it stands at the end."""


@dataclass(frozen=True)
class Scenario:
    """A named case."""

    id: Id
    """The short name; also the file's name."""
    title: Text
    """The case in a few words. It names no real person."""
    story: Text
    """What has happened, as the person in it would tell it."""
    answers: tuple[GivenAnswer, ...]
    """The answers this person gives, in order."""
    today: date
    """The day on which the case is told, as YYYY-MM-DD."""
    expect: Expected
    """The outcome."""
    worked_out: Text
    """How the outcome follows from the source, step by step, so that somebody can check it by hand."""
    source: Source
    """The place the outcome rests on; the document must be named."""
    wrong_turns: tuple[WrongTurn, ...]
    """At least one tempting wrong route, and why it is wrong."""
    dates: tuple[GivenDate, ...] = ()
    """The dates this person knows."""
    joins: tuple[Joins, ...] = ()
    """The national packs that a case of a service belongs to: these do not name it themselves."""
    shows: tuple[RuleName, ...] = ()
    """The entry rules, bypass rules and exclusions it is about, as `policy/rule`: `kent-allocation/x1`."""


@dataclass(frozen=True)
class Pack:
    """Cases for one session, with what its trainer should know."""

    id: Id
    """The short name; also the file's name and its address."""
    title: Text
    """The name shown to readers."""
    audience: Text
    """Whom it is for, in plain words."""
    purpose: Text
    """What people can do after it, in a sentence or two."""
    minutes: int
    """How long it takes with a group, in minutes."""
    scenarios: tuple[ScenarioId, ...]
    """The cases, in the order they are worked through."""
    passing: Annotated[int | None, Alias("pass")] = None
    """For a pass, in so many cases every question is right at the first try. Without it there is no pass."""
    notes: Text | None = None
    """Notes for the trainer. An empty line begins a new paragraph."""
    order: int = 100
    """Its place in the list of packs: lower numbers come first."""
