"""What a document says in a sentence or two beside its stages, each with its place."""

from dataclasses import dataclass
from enum import StrEnum

from navigator.core.model.kinds import ConditionRef, Id, PositionRef, RoleId, RouteId, Text
from navigator.core.model.lists import Source


@dataclass(frozen=True)
class Said:
    """Something the document says, restated, with its place."""

    says: Text
    """The rule in plain words."""
    source: Source
    """The section it stands in."""


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
    only_if: ConditionRef | None = None
    """The condition on which it may run."""


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
    only_if: ConditionRef | None = None
    """The condition on which it matters."""
    of_this_policy: bool = False
    """True for a warning about this policy's own text: it does not stay beside a service's own policy."""


@dataclass(frozen=True)
class Right:
    """Something a person is entitled to, whatever stage has been reached."""

    id: Id
    """The short name."""
    says: Text
    """What they are entitled to, in plain words that speak to them."""
    source: Source
    """The section it stands in."""
    stages: tuple[PositionRef, ...] = ()
    """The stages it holds at; left out, every stage."""


class FloorPart(StrEnum):
    """A part of a national policy that stays beside a service's own one."""

    CONTACTS = "contacts"
    WARNINGS = "warnings"
    RIGHTS = "rights"
    ALONGSIDE = "alongside"


@dataclass(frozen=True)
class Replacement:
    """An item of the national policy for the same route that this policy replaces: it is then not shown."""

    part: FloorPart
    """The part of the national policy that holds the item."""
    item: Id
    """The item's id there; for contacts the contact's."""
    says: Text
    """What takes its place, in plain words."""
    source: Source
    """The section of this policy's document that does."""


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
