"""What can change a time: another limit beside it, an extension, a clock that stands still, a new pace."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from navigator.core.model.kinds import Alias, ConditionRef, DayOfYear, EventId, RoleId, Text
from navigator.core.model.lists import Source
from navigator.core.model.units import Counting, Unit


class Whichever(StrEnum):
    """Which of several limits for the same thing applies."""

    EARLIER = "earlier"
    """The one that ends first: `whichever is shorter`."""
    LATER = "later"
    """The one that ends last: `whichever is longer`, or either of two starts."""


@dataclass(frozen=True)
class Alternative:
    """Another limit for the same thing: a second length, or a second day to count from."""

    amount: int | None = None
    """How many; left out, as in the timescale."""
    unit: Unit | None = None
    """What it is counted in; left out, as in the timescale."""
    counted_from: Annotated[EventId | None, Alias("from")] = None
    """The event it is counted from; left out, as in the timescale."""
    counted_before: Annotated[EventId | None, Alias("before")] = None
    """The event it is counted back from; left out, as in the timescale."""
    counting: Counting | None = None
    """How the first day counts; left out, as in the timescale."""


@dataclass(frozen=True)
class Extension:
    """How a limit may be extended."""

    amount: int
    """By how many, or to how many in all where `in_all` is true."""
    source: Source
    """The section that allows it."""
    unit: Unit | None = None
    """What that is counted in; left out, as in the timescale."""
    in_all: bool = False
    """True where the amount is that of the whole time: `up to 65 working days in all`."""
    only_if: ConditionRef | None = None
    """The condition on which it may be extended."""
    who: RoleId | None = None
    """Who may extend it; left out where the document does not say."""
    told: tuple[RoleId, ...] = ()
    """Who must be told."""
    says: Text | None = None
    """Anything more: on what grounds, or by when somebody is told."""


@dataclass(frozen=True)
class Pause:
    """A clock that stands still while something else runs."""

    says: Text
    """What it waits for, in plain words: `The time stands still while mediation is tried.`"""
    source: Source
    """The section that says so."""
    begins_with: EventId | None = None
    """The event on whose day the clock stops; left out where no day can be given."""
    over_with: EventId | None = None
    """The event on whose day it runs on."""
    only_if: ConditionRef | None = None
    """The condition on which it stops."""


@dataclass(frozen=True)
class Window:
    """A part of each year in which something is done."""

    name: Text
    """Its name, such as `the spring term`."""
    first: DayOfYear
    """Its first day, as MM-DD in quotes."""
    last: DayOfYear
    """Its last day, as MM-DD in quotes."""


@dataclass(frozen=True)
class LaterPace:
    """From when on something comes round at another pace: `then every six weeks`."""

    after: int
    """How long after the start the new pace begins: the number."""
    after_unit: Unit
    """What that is counted in."""
    amount: int
    """It then comes round at least once in so many."""
    unit: Unit
    """What that is counted in."""
