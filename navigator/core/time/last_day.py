"""The last day of a timescale: which limit governs, when its clock stands still, what extends it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, time
from itertools import islice
from typing import Final

from navigator.core.conditions import Conditions
from navigator.core.model import Counting, LaterPace, Library, Pause, Timescale, Whichever, Window
from navigator.core.time.calendar import WorkingCalendar
from navigator.core.time.counting import Count, Standstill, longer_receipt
from navigator.core.time.periods import Period, alternative_of, earliest_of, extended_of, period_of

MOST_ROUNDS: Final = 10_000
"""What comes round again is followed no further than this."""


@dataclass(frozen=True)
class EventDate:
    """The day of an event."""

    on: date
    projected: bool = False
    """True where nobody knows the day yet, and the date is the latest by which it should happen."""
    provisional: bool = False
    """True where it was projected past the last published bank holiday."""
    at: time | None = None
    """The time of day, where it is known."""


@dataclass(frozen=True)
class LastDay:
    """What came of working out a timescale."""

    event: str | None = None
    """The event counted from, or back from."""
    start: EventDate | None = None
    """Its day, where it is known."""
    counted: Count | None = None
    """The last day with its receipt; None where there is none."""
    earliest: date | None = None
    """For a range or a part of the year: the day from which it may happen."""
    notes: tuple[str, ...] = ()
    """What a reader must know of how it came about."""
    may_be_later: bool = False
    """True where another limit, from a day that is not known yet, may give a later date."""
    outside: bool = False
    """True where the calendar does not reach."""


@dataclass(frozen=True)
class LastDayFinder:
    """Works out last days from the events that are known."""

    library: Library
    calendar: WorkingCalendar
    today: date
    events: Mapping[str, EventDate]
    conditions: Conditions

    def find(self, timescale: Timescale) -> LastDay:
        """Work out the last day of a timescale, as far as the known events allow."""
        if timescale.falls_on:
            return self._agreed(timescale.falls_on)
        event = timescale.event
        start = self.events.get(event) if event else None
        if timescale.windows:
            return self._window(timescale.windows, event, start)
        if timescale.share or timescale.start_not_stated or period_of(timescale) is None:
            return LastDay(event, start)
        since = next(self._standing_still_since(timescale.pauses), None)
        if since:
            words = self.library.words
            return LastDay(
                event, start, notes=(words("timescale.stands_still", date=words.short_date(since)),)
            )
        found = self._of_several(timescale) if timescale.alternatives else self._of_one(timescale, event)
        begins = self._earliest(timescale, found)
        if begins is None or found.counted is None:
            return found
        receipt = longer_receipt(found.counted, begins)
        return replace(found, counted=replace(found.counted, receipt=receipt), earliest=begins.due)

    def extended(self, timescale: Timescale, found: LastDay) -> Count | None:
        """Return the last day of a timescale if it is extended; None where it cannot be or has no start."""
        extension, start = timescale.extension, found.start
        if extension is None or start is None or found.counted is None:
            return None
        period = extended_of(timescale)
        if period:
            return self._count(timescale, period, start)
        further = Period(extension.amount, extension.unit or timescale.unit, Counting.AFTER)
        return self._count(timescale, further, EventDate(found.counted.due, at=found.counted.at))

    def is_extended(self, timescale: Timescale) -> bool:
        """Say whether the reader has answered that the condition of an extension holds."""
        extension = timescale.extension
        return bool(extension and extension.only_if and self.conditions.holds(extension))

    def _agreed(self, event: str) -> LastDay:
        start = self.events.get(event)
        return LastDay(event, start, Count(start.on, (), provisional=False, at=start.at) if start else None)

    def _of_one(self, timescale: Timescale, event: str | None) -> LastDay:
        start, period = self.events.get(event or ""), period_of(timescale)
        if start is None or period is None:
            return LastDay(event, start)
        counted = self._count(timescale, period, start)
        if timescale.then_every:
            counted = self._next_round(period, timescale.then_every, start.on)
        found = LastDay(event, start, counted, outside=counted is None)
        if self.is_extended(timescale):
            longer = self.extended(timescale, found)
            return replace(found, counted=longer, outside=longer is None)
        return found

    def _of_several(self, timescale: Timescale) -> LastDay:
        """Choose among the limits that have a date, and say what the others give or lack."""
        words = self.library.words
        limits = list(self._limits(timescale))
        dated = [(limit, limit.counted.due) for limit in limits if limit.counted]
        if not dated:
            return next((limit for limit in limits if limit.start), limits[0])
        choose = min if timescale.whichever is Whichever.EARLIER else max
        chosen, due = choose(dated, key=lambda pair: pair[1])
        notes = [
            words("timescale.other_limit", event=self._name(limit), date=words.long_date(day))
            for limit, day in dated
            if limit is not chosen and day != due
        ]
        unknown = dict.fromkeys(self._name(limit) for limit in limits if limit.start is None)
        notes += [words("timescale.other_event", event=name) for name in unknown]
        may_be_later = bool(unknown) and timescale.whichever is Whichever.LATER
        return replace(chosen, notes=tuple(notes), may_be_later=may_be_later)

    def _limits(self, timescale: Timescale) -> Iterator[LastDay]:
        yield self._of_one(timescale, timescale.event)
        for other in timescale.alternatives:
            event = other.counted_from or other.counted_before or timescale.event
            start, period = self.events.get(event or ""), alternative_of(timescale, other)
            counted = self._count(timescale, period, start) if start and period else None
            yield LastDay(event, start, counted, outside=bool(start and period and not counted))

    def _name(self, limit: LastDay) -> str:
        return self.library.event[limit.event].name if limit.event else ""

    def _earliest(self, timescale: Timescale, found: LastDay) -> Count | None:
        period = earliest_of(timescale)
        return self._count(timescale, period, found.start) if period and found.start else None

    def _count(self, timescale: Timescale, period: Period, start: EventDate) -> Count | None:
        standstills = tuple(self._standstills(timescale.pauses))
        counted = period.last_day(start.on, self.calendar, start.at, standstills)
        if counted and timescale.at:
            return replace(counted, at=time.fromisoformat(timescale.at))
        return counted

    def _standstills(self, pauses: tuple[Pause, ...]) -> Iterator[Standstill]:
        for pause in self.conditions.hold(pauses):
            began, over = (self.events.get(event or "") for event in (pause.begins_with, pause.over_with))
            if began and over:
                yield Standstill(began.on, over.on)

    def _standing_still_since(self, pauses: tuple[Pause, ...]) -> Iterator[date]:
        """Yield the day on which a clock stopped that has not run on."""
        for pause in self.conditions.hold(pauses):
            began, over = (self.events.get(event or "") for event in (pause.begins_with, pause.over_with))
            if began and began.on <= self.today and not over:
                yield began.on

    def _next_round(self, first: Period, paces: tuple[LaterPace, ...], start: date) -> Count | None:
        """Return the next day of what comes round at one pace and then at others; none is before today."""
        rounds = islice(self._rounds(first, paces, start), MOST_ROUNDS)
        return next((each for each in rounds if each.due >= self.today), None)

    def _rounds(self, first: Period, paces: tuple[LaterPace, ...], start: date) -> Iterator[Count]:
        later = []
        for pace in paces:
            begins = replace(first, amount=pace.after, unit=pace.after_unit).last_day(start, self.calendar)
            if begins:
                later.append((begins.due, replace(first, amount=pace.amount, unit=pace.unit)))
        day = start
        while True:
            now = [period for begins, period in later if begins <= day]
            counted = (now[-1] if now else first).last_day(day, self.calendar)
            if counted is None:
                return
            yield counted
            day = counted.due

    def _window(self, windows: tuple[Window, ...], event: str | None, start: EventDate | None) -> LastDay:
        """Return the part of the year that the event or today lies in, or else the next one."""
        day = start.on if start else self.today
        years = range(day.year, min(day.year + 1, MAXYEAR) + 1)
        parts = sorted(_days(window, year) for year in years for window in windows)
        first, last = next((part for part in parts if part[1] >= day), parts[-1])
        return LastDay(event, start, Count(last, (), provisional=False), earliest=first)


def _days(window: Window, year: int) -> tuple[date, date]:
    """Return the days of a part of the year that ends in a year; it may begin in the year before."""
    first, last = (_day(year, day) for day in (window.first, window.last))
    return (first if first <= last else _day(year - 1, window.first)), last


def _day(year: int, month_and_day: str) -> date:
    """Return a day of a year; 29 February is the 28th where there is none."""
    month, day = map(int, month_and_day.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)
