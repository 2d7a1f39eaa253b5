"""Timescales: how long, counted from what, how firmly, and how else the words can be read."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from navigator.core.model.kinds import Alias, EventId, EventKey, Id, Text
from navigator.core.model.lists import Source


class Unit(StrEnum):
    """What a timescale is counted in."""

    WORKING_DAYS = "working_days"
    """Days that are no weekend, bank holiday or closure day of the service."""
    CALENDAR_DAYS = "calendar_days"
    """Every day."""
    WEEKS = "weeks"
    """Seven calendar days each."""
    MONTHS = "months"
    """Calendar months, shortened to the month's last day where it has no such day."""
    YEARS = "years"
    """Calendar years; 29 February becomes 28 February in a common year."""
    IMMEDIATELY = "immediately"
    """Straight away: no number."""
    NONE_STATED = "none_stated"
    """The source gives no time. Written out, never left out."""


class Firmness(StrEnum):
    """How strongly the source puts it."""

    MUST = "must"
    SHOULD = "should"
    AIM = "aim"
    USUAL = "usual"
    MAXIMUM = "maximum"


class Counting(StrEnum):
    """Whether the first day counts."""

    AFTER = "after"
    """The day of the event is left out: `within`, `from`, `after`."""
    BEGINNING_WITH = "beginning_with"
    """The day of the event is the first day: `beginning with`."""
    NEXT_WORKING_DAY = "next_working_day"
    """The event is taken as received on the next working day, which is then left out."""


@dataclass(frozen=True)
class Event:
    """Something that happens on a day, from which time is counted."""

    id: EventKey
    """The short name that timescales and `--date` use."""
    name: Text
    """The day in words, to stand after `from`: `the day you sent your complaint`."""
    ask: Text
    """The question for its date when it has happened: `When did you send your complaint?`"""
    ask_planned: Text | None = None
    """The question when it lies ahead: `When will you send your complaint?`"""
    hint: Text | None = None
    """A line of help below the question."""


@dataclass(frozen=True)
class Reading:
    """Another way to read a timescale whose words are open: shown beside it, never instead of it."""

    why: Text
    """What makes this reading possible, in plain words."""
    amount: int | None = None
    """The number under this reading; left out, the timescale's own."""
    unit: Unit | None = None
    """The unit under this reading; left out, the timescale's own."""
    counting: Counting | None = None
    """How the first day counts under this reading; left out, as in the timescale."""
    source: Source | None = None
    """Where the reading comes from, if not the timescale's own place."""


@dataclass(frozen=True)
class Timescale:
    """By when something should have happened."""

    id: Id
    """The short name, unique in its policy."""
    does: Text
    """What should have happened by then, as a sentence without the time: `The complaint is acknowledged.`"""
    unit: Unit
    """What it is counted in; `none_stated` where the source gives no time."""
    source: Source
    """The section it stands in."""
    amount: int | None = None
    """How many; left out only for `immediately` and `none_stated`."""
    counted_from: Annotated[EventId | None, Alias("from")] = None
    """The event it is counted from; left out only for `immediately` and `none_stated`."""
    firmness: Firmness | None = None
    """How strongly the source puts it; left out only for `none_stated`."""
    assumed_start: Text | None = None
    """Where the source names no start event: what this entry takes it to be, said to the reader."""
    counting: Counting = Counting.AFTER
    """Whether the first day counts."""
    repeats: bool = False
    """True where it comes round again, as in `at least once every year`."""
    ends_with: EventId | None = None
    """The event that happens by this date, so that a later timescale can be projected from it."""
    closes_stage: bool = False
    """True for the timescale by which the stage should be over."""
    readings: tuple[Reading, ...] = ()
    """Other ways to read the same words."""
