"""Which days are working days, and until when that is known."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from navigator.core.model import Calendar, Library, Policy, Service, Words

WEEKEND = (5, 6)
"""The days of the week that are no working days, Monday being 0."""
DAY = timedelta(days=1)


class OutsideCalendar(ValueError):
    """A count ran past the first or the last day that a calendar covers."""


@dataclass(frozen=True)
class WorkingCalendar:
    """A nation's bank holidays, with the closure days of one service."""

    words: Words
    """What names the days of the week, and each line of a receipt."""
    days_off: Mapping[date, str]
    """Bank holidays and closure days, each with its name."""
    first: date
    """The first day covered."""
    known_until: date
    """The last day whose bank holidays and closure days are known; later ones are a forecast."""
    last: date
    """The last day covered."""
    name: str = ""
    """Which calendar it is: the nation's id, and the service's where it has closure days of its own."""

    def __hash__(self) -> int:
        """Let what is worked out by a calendar be kept; equal calendars have equal names and ends."""
        return hash((self.name, self.first, self.known_until, self.last))

    def day_off(self, day: date) -> str | None:
        """Name the reason why a day is no working day; None when it is one. Raises OutsideCalendar."""
        if not self.first <= day <= self.last:
            raise OutsideCalendar(day.isoformat())
        if name := self.days_off.get(day):
            return name
        weekday = day.weekday()
        return self.words.weekdays[weekday] if weekday in WEEKEND else None

    def on_or_after(self, day: date) -> date:
        """Return the first working day that is not before the given day. Raises OutsideCalendar."""
        while self.day_off(day):
            day += DAY
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Count the working days after one day, up to and including a later one. Raises OutsideCalendar."""
        if start == end:
            return 0
        for day in (start + DAY, end):
            self.day_off(day)  # raises where a day is not covered
        weeks, days = divmod((end - start).days, 7)
        weekdays = weeks * 5 + sum((end.weekday() - back) % 7 not in WEEKEND for back in range(days))
        off = self._weekdays_off
        return weekdays - bisect_right(off, end) + bisect_right(off, start)

    @cached_property
    def _weekdays_off(self) -> list[date]:
        """The days off that are no weekend, in order."""
        return sorted(day for day, name in self.days_off.items() if name and day.weekday() not in WEEKEND)


def calendar_for(library: Library, policy: Policy | None, service: Service | None) -> Calendar:
    """Return the calendar to count by: the policy's own, else the service's, else the first."""
    if policy and policy.calendar:
        return library.calendar[policy.calendar]
    return library.calendar[service.calendar] if service else library.calendars[0]


def working_calendar(words: Words, calendar: Calendar, service: Service | None = None) -> WorkingCalendar:
    """Put a nation's bank holidays and a service's closure days together."""
    closures = calendar.closures + (service.closures if service else ())
    known_until = calendar.known_until
    own = service and (service.closures or service.closures_until)
    if service and service.closures_until:
        known_until = min(known_until, service.closures_until)
    return WorkingCalendar(
        words,
        {closure.date: closure.name for closure in closures},
        calendar.first,
        known_until,
        calendar.last,
        f"{calendar.id}-{service.id}" if service and own else calendar.id,
    )


def policy_calendar(library: Library, policy: Policy | None, service: Service | None) -> WorkingCalendar:
    """Return the working days by which a policy is counted for the readers of a service."""
    return working_calendar(library.words, calendar_for(library, policy, service), service)
