"""Deadlines: a timescale, the day it is counted from, and everything a reader needs to check the date."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navigator.core.calendar import OutsideCalendar, WorkingCalendar
from navigator.core.citations import Cited, cite
from navigator.core.counting import Count, ReceiptLine
from navigator.core.model import Counting, Library, Policy, Reading, Timescale, Unit
from navigator.core.tables import Period, period_of, table_for


@dataclass(frozen=True)
class EventDate:
    """The day of an event."""

    on: date
    projected: bool = False
    """True where nobody knows the day yet, and the date is the latest by which it should happen."""
    provisional: bool = False
    """True where it was projected past the last published bank holiday."""


@dataclass(frozen=True)
class ReadingDate:
    """The date under another reading of the same words."""

    rule: str
    due: date | None
    why: str
    receipt: tuple[ReceiptLine, ...]
    provisional: bool


class DeadlineState(StrEnum):
    """Where a deadline is on a given day, or was when what it is about happened."""

    AHEAD = "ahead"
    TODAY = "today"
    PAST = "past"
    MET = "met"
    """It has happened in time."""
    MISSED = "missed"
    """It has happened too late."""


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


@dataclass(frozen=True)
class Deadline:
    """By when something should have happened."""

    policy: str
    """The policy's id."""
    timescale: Timescale
    """What should have happened, and the rule it is worked out from."""
    scope: Scope
    due: date | None
    """The last day; None where the source states no time, or the day to count from is not known."""
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
    outside: str | None
    """Said where the date lies outside the calendar, so that none is given."""
    status: DeadlineStatus | None
    """Where it is today; None where it has no date."""
    table: str | None
    """The name of the table that gives this date for any day to count from; None where there is no number."""
    source: Cited
    """The place of the timescale in the document."""

    @property
    def is_provisional(self) -> bool:
        """True where bank holidays are not published that far ahead."""
        return self.provisional is not None

    @property
    def is_projected(self) -> bool:
        """True where the start is itself a latest date and not a known one."""
        return self.projected is not None


def rule_in_words(library: Library, timescale: Timescale, reading: Reading | None = None) -> str:
    """Say a timescale, or one reading of it, as a sentence."""
    return _in_words(library, timescale, period_of(timescale, reading))


def _in_words(library: Library, timescale: Timescale, period: Period | None) -> str:
    words = library.words
    if period is None:
        return words[f"timescale.{'none_stated' if timescale.unit is Unit.NONE_STATED else 'immediately'}"]
    event = library.event[timescale.counted_from].name if timescale.counted_from else ""
    if timescale.repeats:
        return words("timescale.every", amount=words.every(period.amount, period.unit), event=event)
    begins_with = period.counting is Counting.BEGINNING_WITH
    sentence = "timescale.beginning_with" if begins_with else "timescale.within"
    return words(sentence, amount=words.amount(period.amount, period.unit), event=event)


@dataclass(frozen=True)
class DeadlineCalculator:
    """Works out deadlines by one calendar, as they stand on one day."""

    library: Library
    calendar: WorkingCalendar
    today: date

    def deadlines(
        self,
        policy: Policy,
        timescales: Iterable[Timescale],
        events: Mapping[str, EventDate],
        scope: Scope = Scope.STAGE,
    ) -> tuple[tuple[Deadline, ...], dict[str, EventDate]]:
        """Work out timescales in order, each one's last day projected as the day of the event it ends with.

        Where several end with the same event, the last one's date is used.

        Returns the deadlines, and the events together with those that were projected.
        """
        known = dict(events)
        worked_out = []
        for timescale in timescales:
            result = self.deadline(policy, timescale, known, scope)
            worked_out.append(result)
            ends = timescale.ends_with
            if ends and result.due and (ends not in known or known[ends].projected):
                known[ends] = EventDate(result.due, projected=True, provisional=result.is_provisional)
        return tuple(worked_out), known

    def deadline(
        self,
        policy: Policy,
        timescale: Timescale,
        events: Mapping[str, EventDate],
        scope: Scope = Scope.STAGE,
    ) -> Deadline:
        """Work out one deadline as far as the known events allow."""
        words = self.library.words
        event = self.library.event[timescale.counted_from] if timescale.counted_from else None
        start = events.get(timescale.counted_from) if timescale.counted_from else None
        period = period_of(timescale)
        counted = period.last_day(start.on, self.calendar) if period and start else None
        projected = event and start and start.projected
        looked_up = table_for(self.library, policy, timescale, self.calendar)
        return Deadline(
            policy=policy.id,
            timescale=timescale,
            scope=scope,
            due=counted.due if counted else None,
            rule=_in_words(self.library, timescale, period),
            start_name=event.name if event else None,
            start_date=start.on if start else None,
            receipt=counted.receipt if counted else (),
            readings=tuple(self._readings(policy, timescale, start)),
            provisional=self._provisional(counted, start),
            projected=words("timescale.projected", event=event.name) if event and projected else None,
            assumption=words("timescale.assumed", assumption=timescale.assumed_start)
            if timescale.assumed_start
            else None,
            outside=self._outside if period and start and not counted else None,
            status=self._status(counted.due, events.get(timescale.ends_with or "")) if counted else None,
            table=looked_up.slug if looked_up else None,
            source=cite(self.library, timescale.source, policy.document),
        )

    def _status(self, due: date, happened: EventDate | None) -> DeadlineStatus:
        """Say how far off a date is, or how long past; where it has happened, how late that was."""
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

    def _apart(self, one: date, other: date) -> tuple[int, int | None]:
        """Count the days and the working days between two days, whichever comes first."""
        early, late = sorted((one, other))
        try:
            working = self.calendar.working_days_between(early, late)
        except OutsideCalendar:
            working = None
        return (late - early).days, working

    def _provisional(self, counted: Count | None, start: EventDate | None) -> str | None:
        if counted is None or start is None or not (counted.provisional or start.provisional):
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
            counted = period.last_day(start.on, self.calendar) if period and start else None
            yield ReadingDate(
                _in_words(self.library, timescale, period),
                counted.due if counted else None,
                why,
                counted.receipt if counted else (),
                self._provisional(counted, start) is not None,
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
