"""The choices of a timescale: what is counted, how firmly, what the date means, and which day counts."""

from enum import StrEnum


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
    HOURS = "hours"
    """Hours on the clock: with a time of day to the minute, without one to the day."""
    IMMEDIATELY = "immediately"
    """Straight away: no number."""
    AS_AGREED = "as_agreed"
    """The people concerned agree the time, or a meeting sets it: no number. `in_words` says who."""
    IN_WORDS = "in_words"
    """The source states a time that cannot be counted, such as `as soon as practicable`: see `in_words`."""
    NONE_STATED = "none_stated"
    """The source gives no time at all. Written out, never left out."""


class Firmness(StrEnum):
    """How strongly the source puts it."""

    MUST = "must"
    """The source requires it: `must` or `shall`."""
    SHOULD = "should"
    """The source expects it: `should`."""
    AIM = "aim"
    """The source tries for it, and it can take longer: `we aim to`."""
    USUAL = "usual"
    """It is most often so, and it can take longer: `normally`."""
    MAXIMUM = "maximum"
    """It is the longest time that is allowed: `no later than`."""
    PROMISE = "promise"
    """The publisher says what it will do: `we will`."""
    NOT_STATED = "not_stated"
    """The source gives the time alone, as a table does."""


class DateKind(StrEnum):
    """What a date means for the people concerned."""

    LIMIT = "limit"
    """The last day for somebody who may lose a right by missing it."""
    DUTY = "duty"
    """A time by which somebody must, should or aims to act; who waits for it loses nothing."""
    NOT_BEFORE = "not_before"
    """The first day on which the next body will normally look: it can never be overdue."""


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class DayOff(StrEnum):
    """Where a last day goes that falls on a weekend, a bank holiday or a closure day."""

    NEXT_WORKING_DAY = "next_working_day"
    """To the working day after it."""
    PREVIOUS_WORKING_DAY = "previous_working_day"
    """To the working day before it."""


class Counting(StrEnum):
    """Whether the first day counts."""

    AFTER = "after"
    """The day of the event is left out: `within`, `from`, `after`."""
    BEGINNING_WITH = "beginning_with"
    """The day of the event is the first day: `beginning with`."""
    NEXT_WORKING_DAY = "next_working_day"
    """The event is taken as received on the next working day, which is then left out."""
