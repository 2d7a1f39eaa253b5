"""What is done at a stage and what follows: acts, ways on, detours and messages."""

from dataclasses import dataclass

from navigator.core.model.kinds import (
    ConditionRef,
    EventId,
    Id,
    MessageText,
    PositionRef,
    RoleId,
    RouteId,
    Text,
    TimescaleRef,
)
from navigator.core.model.lists import Source


@dataclass(frozen=True)
class Action:
    """One act: who does what, to whom, with copies to whom, and what is written down."""

    who: RoleId
    """The role that acts."""
    does: Text
    """What they do, as the rest of a sentence that begins with the role: `record what was agreed`."""
    act: Text | None = None
    """The same as what follows `you should`: `record what was agreed`. It is what whoever acts reads."""
    to: tuple[RoleId, ...] = ()
    """Whom it is addressed to."""
    cc: tuple[RoleId, ...] = ()
    """Who gets a copy."""
    record: Text | None = None
    """What must be written down and where; left out where the document asks for no record."""
    brings: EventId | None = None
    """The event this act brings about: once that has happened, the act is shown as done."""
    by: TimescaleRef | None = None
    """The timescale of this stage by which it is done."""
    only_if: ConditionRef | None = None
    """The condition on which it is done; left out, it always is."""
    unless: ConditionRef | None = None
    """The condition on which it is not done."""
    source: Source | None = None
    """The section, if not the stage's own."""


@dataclass(frozen=True)
class Next:
    """What follows a stage: one of a stage, a route, the end of the matter, or nothing stated."""

    says: Text
    """What happens, in plain words."""
    stage: PositionRef | None = None
    """The stage that follows, `stage-2`, or a level within one, `stage-3/level-1`."""
    route: RouteId | None = None
    """The route that follows."""
    none_stated: bool = False
    """True where the document gives no next step."""
    ends: bool = False
    """True where the matter is then over."""
    back: bool = False
    """True where the stage named is this one or an earlier one, which is gone through again."""
    only_if: ConditionRef | None = None
    """The condition on which it follows; left out, it always does."""
    unless: ConditionRef | None = None
    """The condition on which it does not follow."""
    source: Source | None = None
    """The section, if not the stage's own."""


@dataclass(frozen=True)
class Detour:
    """Something that is tried, or may be, before a stage begins: mediation, for example."""

    id: Id
    """The short name, unique in its stage."""
    says: Text
    """What is tried, who offers it, and whether it may be declined, in plain words."""
    source: Source
    """The section it stands in."""
    who: RoleId | None = None
    """Who offers it or decides on it."""
    may_be_declined: bool = False
    """True where the document lets somebody decline it and go on to the stage at once."""
    begins_with: EventId | None = None
    """The event that opens it."""
    over_with: EventId | None = None
    """The event that ends it. A timescale whose clock waits for it has a pause with the same two events."""
    route: RouteId | None = None
    """The route it is, where it is one of those here."""
    only_if: ConditionRef | None = None
    """The condition on which it is tried."""


@dataclass(frozen=True)
class Message:
    """A short message for the next step, from the one who acts: to be copied, as nothing here sends it."""

    who: RoleId
    """The role that writes it: one that acts at this stage."""
    to: tuple[RoleId, ...]
    """Whom it is addressed to, as the steps of this role say."""
    subject: Text
    """The subject line."""
    body: MessageText
    """The text, with an empty line between paragraphs. `{date:event}` is a day the reader gave, and
    `{due:timescale}` the last day of a timescale of this stage or of the whole. Where that is not known,
    `[date]` stands there."""
    cc: tuple[RoleId, ...] = ()
    """Who gets a copy, as the steps of this role say."""
