"""Deadlines: a timescale, the day it is counted from, and everything a reader needs to check the date."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum
from typing import Final

from navigator.core.addressing import is_the_reader
from navigator.core.citations import Cited, cite
from navigator.core.conditions import Conditions
from navigator.core.model import DateKind, Library, Policy, Role, Timescale
from navigator.core.time.calendar import OutsideCalendar, WorkingCalendar
from navigator.core.time.counting import ReceiptLine
from navigator.core.time.last_day import EventDate, LastDay, LastDayFinder
from navigator.core.time.periods import period_of
from navigator.core.time.rule_wording import (
    act_of,
    does_in_words,
    extension_in_words,
    period_in_words,
    rule_in_words,
    who_must,
)
from navigator.core.time.tables import table_for


@dataclass(frozen=True)
class ReadingDate:
    """The date under another reading of the same words."""

    rule: str
    due: date | None
    why: str
    receipt: tuple[ReceiptLine, ...]
    provisional: bool


@dataclass(frozen=True)
class ExtensionDate:
    """How a limit may be extended, and to which date."""

    rule: str
    """By how much, as a sentence."""
    due: date | None
    """The last day if it is extended; None where the limit itself has none."""
    at: time | None
    receipt: tuple[ReceiptLine, ...]
    who: Role | None
    """Who may extend it; None where the source does not say."""
    told: tuple[Role, ...]
    """Who must be told."""
    condition: str | None
    """On what condition, in words; None where there is none, or the reader has answered it."""
    says: str | None
    applies: bool
    """True where the reader has said that the condition holds: the deadline's own date is then this one."""
    source: Cited


class DeadlineState(StrEnum):
    """Where a deadline is on a given day, or was when what it is about happened."""

    AHEAD = "ahead"
    TODAY = "today"
    PAST = "past"
    MET = "met"
    """It has happened in time."""
    MISSED = "missed"
    """It has happened too late."""
    NOT_YET = "not_yet"
    """The first day of something is still to come."""
    OPEN = "open"
    """The first day of something has come: it is never overdue."""
    OPEN_TODAY = "open_today"


@dataclass(frozen=True)
class DeadlineStatus:
    """A deadline's state, and how far off it is."""

    state: DeadlineState
    days: int
    """Calendar days to go, or gone since; where it has happened, days late."""
    working_days: int | None
    """Working days likewise; None where the calendar does not reach."""
    happened: date | None = None
    """The day it happened."""


class Scope(StrEnum):
    """What a deadline belongs to."""

    STAGE = "stage"
    OVERALL = "overall"
    """The whole policy."""
    ALONGSIDE = "alongside"
    """Something that may run at the same time."""


_COMING: Final = (DeadlineState.AHEAD, DeadlineState.TODAY, DeadlineState.NOT_YET)


@dataclass(frozen=True)
class Deadline:
    """By when something should have happened."""

    policy: str
    """The policy's id."""
    timescale: Timescale
    """What should have happened, and the rule it is worked out from."""
    scope: Scope
    does: str
    """What should have happened, as a sentence."""
    who: Role | None
    """Who must meet it; None where the source does not say."""
    act: str | None
    """What they should do, as what follows `should`."""
    kind: DateKind
    """A limit for somebody's right, a time for others to act, or the first day of something."""
    condition: str | None
    """On what condition it holds, in words; None where it always does, or the reader has answered it."""
    due: date | None
    """The last day; None where the source states no time, or the day to count from is not known."""
    at: time | None
    """The time of that day; None where it is not known or does not matter."""
    earliest: date | None
    """For a range or a part of the year: the first day of it."""
    rule: str
    """The timescale in words; where no time is stated, that it is not."""
    start_name: str | None
    """The event it is counted from, in words."""
    start_date: date | None
    """The day of that event."""
    receipt: tuple[ReceiptLine, ...]
    """How the date was reached."""
    readings: tuple[ReadingDate, ...]
    """The date under other readings of the same words."""
    provisional: str | None
    """Said where bank holidays are not published that far ahead."""
    projected: str | None
    """Said where the start is itself a latest date and not a known one."""
    assumption: str | None
    """Said where the source names no start event."""
    notes: tuple[str, ...]
    """What else a reader must know of how the date came about."""
    extension: ExtensionDate | None
    """How it may be extended; None where the source does not say that it may."""
    outside: str | None
    """Said where the date lies outside the calendar, so that none is given."""
    status: DeadlineStatus | None
    """Where it is today; None where it has no date."""
    table: str | None
    """The name of the table that gives this date for any day to count from; None where there is no number."""
    source: Cited
    """The place of the timescale in the document."""

    @property
    def is_past(self) -> bool:
        """True where the last day has passed, and it has not happened."""
        return self.status is not None and self.status.state is DeadlineState.PAST

    @property
    def is_coming(self) -> bool:
        """True where the last day, or the first one of something, is still to come."""
        return self.status is not None and self.status.state in _COMING

    @property
    def is_missed_limit(self) -> bool:
        """True for a limit that has passed: nothing can be counted on from it."""
        return self.kind is DateKind.LIMIT and self.is_past

    @property
    def is_provisional(self) -> bool:
        """True where bank holidays are not published that far ahead."""
        return self.provisional is not None

    @property
    def is_projected(self) -> bool:
        """True where the start is itself a latest date and not a known one."""
        return self.projected is not None


@dataclass(frozen=True)
class DeadlineCalculator:
    """Works out deadlines by one calendar, as they stand on one day."""

    library: Library
    calendar: WorkingCalendar
    today: date
    answered: Mapping[str, bool] = field(default_factory=dict)
    """For each condition of the policy that the reader could answer: whether it is so."""
    reader: str | None = None
    """Who reads: of two readings of what they must do themselves, the earlier one comes first."""

    def deadlines(
        self,
        policy: Policy,
        timescales: Iterable[Timescale],
        events: Mapping[str, EventDate],
        scope: Scope = Scope.STAGE,
    ) -> tuple[tuple[Deadline, ...], dict[str, EventDate]]:
        """Work out timescales in order, each one's last day projected as the day of the event it ends with.

        What holds on a condition that is not met is left out. Where several end with the same event, the
        last one's date is used. Nothing is projected from a limit that was missed.

        Returns the deadlines, and the events together with those that were projected.
        """
        known = dict(events)
        worked_out = []
        for timescale in Conditions(policy, self.answered).hold(timescales):
            result = self.deadline(policy, timescale, known, scope)
            worked_out.append(self._without_an_unsafe_day(result))
            ends = timescale.ends_with
            if (
                ends
                and result.due
                and not result.is_missed_limit
                and (ends not in known or known[ends].projected)
            ):
                known[ends] = EventDate(result.due, projected=True, provisional=result.is_provisional)
        return tuple(worked_out), known

    def _without_an_unsafe_day(self, item: Deadline) -> Deadline:
        """Return a limit without its day where its start is no more than the latest day allowed to others.

        They may act before that day, and the limit then ends sooner: a late day could cost a right.
        """
        if item.kind is not DateKind.LIMIT or not item.is_projected:
            return item
        return replace(
            item,
            due=None,
            at=None,
            earliest=None,
            start_name=None,
            start_date=None,
            receipt=(),
            readings=tuple(replace(each, due=None, receipt=()) for each in item.readings),
            provisional=None,
            projected=None,
            notes=(*item.notes, self.library.words["timescale.limit_waits"]),
            extension=replace(item.extension, due=None, receipt=()) if item.extension else None,
            outside=None,
            status=None,
        )

    def deadline(
        self,
        policy: Policy,
        timescale: Timescale,
        events: Mapping[str, EventDate],
        scope: Scope = Scope.STAGE,
    ) -> Deadline:
        """Work out one deadline as far as the known events allow."""
        library, words = self.library, self.library.words
        conditions = Conditions(policy, self.answered)
        finder = LastDayFinder(library, self.calendar, self.today, events, conditions)
        found = finder.find(timescale)
        counted, start = found.counted, found.start
        event = library.event[found.event] if found.event else None
        looked_up = table_for(library, policy, timescale, self.calendar)
        who = who_must(library, policy, timescale)
        first = ReadingDate(
            rule_in_words(library, timescale),
            counted.due if counted else None,
            words["timescale.plain_reading"],
            counted.receipt if counted else (),
            provisional=bool(counted and start and (counted.provisional or start.provisional)),
        )
        readings = list(self._readings(policy, timescale, start)) if not found.notes else []
        safe = self._safe([first, *readings], timescale, who, policy)
        if safe is not first:
            readings = [first, *(each for each in readings if each is not safe)]
        return Deadline(
            policy=policy.id,
            timescale=timescale,
            scope=scope,
            does=does_in_words(library, policy, timescale),
            who=who,
            act=act_of(policy, timescale),
            kind=timescale.kind,
            condition=conditions.in_words(words, timescale),
            due=safe.due,
            at=counted.at if counted and (safe is first or timescale.at) else None,
            earliest=found.earliest,
            rule=safe.rule,
            start_name=event.name if event else None,
            start_date=start.on if start else None,
            receipt=safe.receipt,
            readings=tuple(readings),
            provisional=self._provisional(safe.provisional),
            projected=words("timescale.projected", event=event.name)
            if event and start and start.projected
            else None,
            assumption=words("timescale.assumed", assumption=timescale.assumed_start)
            if timescale.assumed_start
            else None,
            notes=(*found.notes, *self._notes(timescale, conditions), *_why_first(safe, first)),
            extension=self._extension(policy, timescale, finder, found),
            outside=self._outside if found.outside else None,
            status=self._status(timescale, found, safe.due, events),
            table=looked_up.slug if looked_up else None,
            source=cite(library, timescale.source, policy.document),
        )

    def _safe(
        self, readings: list[ReadingDate], timescale: Timescale, who: Role | None, policy: Policy
    ) -> ReadingDate:
        """Return the reading that is safe to rely on: of what the reader must do, the earliest date.

        Of what others must do it is the latest, so that nobody is accused too early. Where a child's safety
        may be at stake it is the earliest for everybody. A limit is not over before it is by every reading:
        once the earliest day has passed, the next one leads.
        """
        dated = [reading for reading in readings if reading.due]
        if not dated or dated[0] is not readings[0]:
            return readings[0]
        own = who is not None and is_the_reader(self.library, who, self.reader)
        urgent = self.library.route[policy.route].urgent
        limit = timescale.kind is DateKind.LIMIT
        if limit and not urgent:
            dated = [reading for reading in dated if reading.due and reading.due >= self.today] or dated
        early = limit or own or urgent
        return (min if early else max)(dated, key=lambda reading: reading.due or date.max)

    def _notes(self, timescale: Timescale, conditions: Conditions) -> Iterator[str]:
        if timescale.assumed_unit:
            yield self.library.words("timescale.assumed_days", assumption=timescale.assumed_unit)
        yield from (pause.says for pause in conditions.hold(timescale.pauses))

    def _extension(
        self, policy: Policy, timescale: Timescale, finder: LastDayFinder, found: LastDay
    ) -> ExtensionDate | None:
        extension, library = timescale.extension, self.library
        if extension is None or finder.conditions.holds(extension) is False:
            return None
        applies = finder.is_extended(timescale)
        counted = found.counted if applies else finder.extended(timescale, found)
        return ExtensionDate(
            rule=extension_in_words(library, timescale),
            due=counted.due if counted else None,
            at=counted.at if counted else None,
            receipt=counted.receipt if counted else (),
            who=library.role[extension.who] if extension.who else None,
            told=tuple(library.role[role] for role in extension.told),
            condition=finder.conditions.in_words(library.words, extension),
            says=extension.says,
            applies=applies,
            source=cite(library, extension.source, policy.document),
        )

    def _status(
        self, timescale: Timescale, found: LastDay, due: date | None, events: Mapping[str, EventDate]
    ) -> DeadlineStatus | None:
        """Say how far off a date is, or how long past; where it has happened, how late that was.

        Nothing is past while another limit, whose start is not known yet, may give a later date.
        """
        if due is None:
            return None
        if found.may_be_later and due < self.today:
            return None
        if timescale.kind is DateKind.NOT_BEFORE:
            return self._first_day(due)
        happened = events.get(timescale.ends_with or "")
        if happened and not happened.projected and happened.on <= self.today:
            late = happened.on > due
            days, working = self._apart(due, happened.on) if late else (0, 0)
            state = DeadlineState.MISSED if late else DeadlineState.MET
            return DeadlineStatus(state, days, working, happened.on)
        if due == self.today:
            state = DeadlineState.TODAY
        else:
            state = DeadlineState.AHEAD if due > self.today else DeadlineState.PAST
        return DeadlineStatus(state, *self._apart(due, self.today))

    def _first_day(self, day: date) -> DeadlineStatus:
        """Say how far off the first day of something is, or how long it has been possible."""
        if day == self.today:
            return DeadlineStatus(DeadlineState.OPEN_TODAY, *self._apart(day, day))
        state = DeadlineState.NOT_YET if day > self.today else DeadlineState.OPEN
        return DeadlineStatus(state, *self._apart(day, self.today))

    def _apart(self, one: date, other: date) -> tuple[int, int | None]:
        """Count the days and the working days between two days, whichever comes first."""
        early, late = sorted((one, other))
        try:
            working = self.calendar.working_days_between(early, late)
        except OutsideCalendar:
            working = None
        return (late - early).days, working

    def _provisional(self, provisional: bool) -> str | None:
        if not provisional:
            return None
        words = self.library.words
        return words("timescale.provisional", known_until=words.short_date(self.calendar.known_until))

    @property
    def _outside(self) -> str:
        words = self.library.words
        first, last = words.short_date(self.calendar.first), words.short_date(self.calendar.last)
        return words("timescale.outside_calendar", first=first, last=last)

    def _readings(
        self, policy: Policy, timescale: Timescale, start: EventDate | None
    ) -> Iterator[ReadingDate]:
        """Yield the date under each reading that an author wrote, then if the start is received later."""
        readings = [(reading.why, period_of(timescale, reading)) for reading in timescale.readings]
        why = self._received_late(policy, start)
        if why:
            periods = (period_of(timescale), *(period for _, period in readings))
            readings += [(why, late) for period in periods if period and (late := period.received_late)]
        for why, period in readings:
            counted = period.last_day(start.on, self.calendar, start.at) if period and start else None
            yield ReadingDate(
                period_in_words(self.library, timescale, period),
                counted.due if counted else None,
                why,
                counted.receipt if counted else (),
                provisional=bool(counted and start and (counted.provisional or start.provisional)),
            )

    def _received_late(self, policy: Policy, start: EventDate | None) -> str | None:
        """Say on which day a start on a day off may count as received; None on a working day.

        Where a child's safety may be at stake it is None too, as that would only allow more time.
        """
        if start is None or self.library.route[policy.route].urgent:
            return None
        try:
            received = self.calendar.on_or_after(start.on)
        except OutsideCalendar:
            return None
        words = self.library.words
        if received == start.on:
            return None
        return words("timescale.next_working_day_reading", day=words.long_date(received))


def _why_first(safe: ReadingDate, plain: ReadingDate) -> tuple[str, ...]:
    """Say why a reading comes first that is not the plain one."""
    return () if safe is plain else (safe.why,)
