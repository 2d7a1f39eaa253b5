"""Timescales: how long, counted from what, how firmly, and how else the words can be read."""

from dataclasses import dataclass
from typing import Annotated

from navigator.core.model.kinds import Alias, ConditionRef, EventId, EventKey, Id, RoleId, Text, TimeOfDay
from navigator.core.model.lists import Source
from navigator.core.model.units import Counting, DateKind, DayOff, Firmness, Unit, Weekday
from navigator.core.model.variation import Alternative, Extension, LaterPace, Pause, Whichever, Window


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
    planned: bool = False
    """True for a day that is set in advance, such as a meeting or a panel: it may lie in the past or ahead,
    whatever stage has been reached. Word `ask` to suit both: `When is the meeting, or when was it?`"""


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
    unit: Unit
    """What it is counted in; `none_stated` where the source gives no time."""
    source: Source
    """The section it stands in."""
    does: Text = ""
    """What should have happened by then, as a sentence without the time: `The complaint is acknowledged.`
    Left out only where a step names this time in its `by`: then it is what the step says."""
    act: Text | None = None
    """What whoever must meet it should do, as what follows `should`: `answer your complaint`. With `who` it
    makes the sentence that leads the page: `The complaints team should answer your complaint by ...` Left
    out, it is the `act` of the step that names this time in its `by`."""
    if_missed: Text | None = None
    """For a limit: what can still be done once it has passed."""
    amount: int | None = None
    """How many; left out only where the unit takes no number."""
    up_to: int | None = None
    """For a range, the larger number: 10 of `5 to 10 days`."""
    counted_from: Annotated[EventId | None, Alias("from")] = None
    """The event it is counted from; left out only where there is no number or the start is not stated."""
    counted_before: Annotated[EventId | None, Alias("before")] = None
    """In place of `from`: the event it is counted back from, as in `10 days before the meeting`."""
    start_not_stated: bool = False
    """True where the source gives a number and not from when: then no date is worked out."""
    firmness: Firmness | None = None
    """How strongly the source puts it; left out only for `none_stated`."""
    kind: DateKind = DateKind.DUTY
    """What the date means: a limit for somebody's right, a time for others to act, or not before."""
    who: RoleId | None = None
    """Who must meet it; left out where it is plain from a step that names it, or not stated."""
    only_if: ConditionRef | None = None
    """The condition on which it holds; left out, it always does."""
    unless: ConditionRef | None = None
    """The condition on which it does not hold."""
    in_words: Text | None = None
    """For `in_words` and `as_agreed`: how the source puts the time, restated: `as soon as practicable`."""
    falls_on: EventId | None = None
    """For `as_agreed`: the event that is the agreed day itself, such as a meeting."""
    assumed_start: Text | None = None
    """Where the source names no start event: what this entry takes it to be, said to the reader."""
    assumed_unit: Text | None = None
    """Where the source does not say which days are meant: what this entry takes, said to the reader."""
    counting: Counting = Counting.AFTER
    """Whether the first day counts."""
    received_until: TimeOfDay | None = None
    """With `next_working_day`: what happens at this time or later counts as of the next working day."""
    day_off: DayOff | None = None
    """Where the last day goes if it is no working day; left out, it stays where it is."""
    weekday: Weekday | None = None
    """The last day is the first such day from the day counted to; counted back, the last one up to it."""
    at: TimeOfDay | None = None
    """The time of day by which it should have happened: noon of `by noon on Friday`."""
    share: int | None = None
    """For a target: in how many of a hundred cases. It promises no date in any one case, so none is given."""
    alternatives: tuple[Alternative, ...] = ()
    """Other limits for the same thing: a second length or a second start."""
    whichever: Whichever | None = None
    """With `alternatives`: which of them applies."""
    extension: Extension | None = None
    """How it may be extended; left out where the source does not say that it may."""
    pauses: tuple[Pause, ...] = ()
    """When its clock stands still."""
    repeats: bool = False
    """True where it comes round again, as in `at least once every year`."""
    then_every: tuple[LaterPace, ...] = ()
    """With `repeats`, counted from a fixed start: the paces that follow, as in `then every six weeks`."""
    windows: tuple[Window, ...] = ()
    """For `in_words`: the parts of each year in which it is done, as in `once a term`, where the source
    gives their days."""
    ends_with: EventId | None = None
    """The event that happens by this date, so that a later timescale can be projected from it."""
    closes_stage: bool = False
    """True for the timescale by which the stage should be over."""
    readings: tuple[Reading, ...] = ()
    """Other ways to read the same words."""

    @property
    def event(self) -> str | None:
        """The event that it is counted from or back from, if it is counted at all."""
        return self.counted_from or self.counted_before

    @property
    def events(self) -> tuple[str, ...]:
        """Every event whose day bears on the date, the most telling first, each once."""
        named = (self.event, self.falls_on)
        others = (one.counted_from or one.counted_before for one in self.alternatives)
        pauses = (event for pause in self.pauses for event in (pause.begins_with, pause.over_with))
        return tuple(dict.fromkeys(event for event in (*named, *others, *pauses) if event))
