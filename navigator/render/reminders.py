"""A calendar file with the dates of an outcome, which says nothing of what they are about (RFC 5545)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Final

from navigator.core.model import Words
from navigator.core.outcome import Outcome
from navigator.core.time.deadlines import Deadline, Scope
from navigator.render.matters import dates_that_matter

LONGEST_LINE: Final = 75
"""How many bytes a line may have, its end not counted."""
FIRST_MINUTE: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""Versions of a day are numbered by the minutes since then: no earlier file was made by this program."""
_ESCAPED: Final = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})
"""What has a meaning in a calendar file, and how a text says it."""


@dataclass(frozen=True)
class Reminder:
    """A day of a calendar."""

    item: Deadline
    """What it is about."""
    kind: str
    """The name of its title in the catalogue: the kind of date, or `after` for the day after one."""
    after: date | None = None
    """The day after the last one, on which to look whether it has happened."""


def dated(outcome: Outcome) -> tuple[Deadline, ...]:
    """Return the deadlines that matter in the phase and have a date."""
    return tuple(item for item in dates_that_matter(outcome) if item.due)


def reminders(outcome: Outcome) -> Iterator[Reminder]:
    """Yield the days for a calendar: those that matter in the phase, and the day after what is awaited."""
    for item in dated(outcome):
        yield Reminder(item, item.kind.value)
    awaited, day = outcome.lead.deadline, outcome.now.late_on
    if awaited and awaited in dated(outcome) and day:
        yield Reminder(awaited, "after", day)


@dataclass(frozen=True)
class Entry:
    """One entry of a calendar file."""

    uid: str
    """What a calendar knows it by: see `identity`."""
    title: str
    reminder: Reminder


def entries(outcome: Outcome, matter: str = "", nickname: str = "") -> Iterator[Entry]:
    """Yield an entry for each day of an outcome; for one matter of several, with its key and its nickname."""
    words = outcome.words
    for each in reminders(outcome):
        title = words[f"take_away.titles.{each.kind}"]
        named = words("my_matters.in_calendar", title=title, nickname=nickname) if nickname else title
        yield Entry(identity(outcome, each, matter), named, each)


def calendar_file(outcome: Outcome, moment: datetime | None = None) -> str:
    """Write the dates as days or hours of a calendar, one event each, as of a moment in UTC.

    Importing a file again changes the days that it made before, and no others: see `identity`.
    Without a moment it is the first one of the outcome's day.
    """
    return calendar_of(outcome.words, entries(outcome), moment or first_moment(outcome.today))


def first_moment(day: date) -> datetime:
    """Return the first moment of a day in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def calendar_of(words: Words, held: Iterable[Entry], made: datetime) -> str:
    """Write entries as a calendar file made at a moment."""
    language = words.language.partition("-")[0].upper()
    product = words["take_away.reminder"].translate(_ESCAPED)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{product}//{language}", "CALSCALE:GREGORIAN"]
    for each in held:
        lines += _event(each.uid, made, each.reminder, each.title.translate(_ESCAPED))
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _event(uid: str, made: datetime, each: Reminder, title: str) -> Iterator[str]:
    stamp = f"{_basic(made.date())}T{made:%H%M%S}Z"
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"SEQUENCE:{version(made)}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield from _when(each)
    yield f"SUMMARY:{title}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _when(each: Reminder) -> Iterator[str]:
    """Yield a day, the days of a range, or an hour as clocks show it where its reader is."""
    item = each.item
    due, first = each.after or item.due or date.max, None if each.after else item.earliest
    if item.at and not first and not each.after:
        yield f"DTSTART:{_basic(due)}T{item.at:%H%M%S}"
        return
    yield f"DTSTART;VALUE=DATE:{_basic(first or due)}"
    if due < date.max:
        yield f"DTEND;VALUE=DATE:{_basic(due + timedelta(days=1))}"


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def version(made: datetime) -> int:
    """Return the number of a version, which is never lower for a file made later."""
    return max(0, (made - FIRST_MINUTE) // timedelta(minutes=1))


def identity(outcome: Outcome, each: Reminder, matter: str = "") -> str:
    """Return a unique id for a day of a case, which can be read by nobody at a glance.

    A case is the page and the day on which the matter began. Further dates given later, or a changed time
    limit, keep it; another beginning is another case, and so is a corrected one. Two matters of one list may
    begin alike: there the key of the `matter` tells them apart.
    """
    item = each.item
    began = next((asked.given for asked in outcome.asks if asked.main and asked.given), None)
    start = item.start_date if item.scope is Scope.ALONGSIDE else began or item.start_date
    case = [outcome.node.slug, outcome.position.key, item.policy, item.timescale.id, start]
    if each.after:
        case.append("after")
    if matter:
        case.append(matter)
    return sha256("|".join(map(str, case)).encode()).hexdigest()[:32]


def folded(line: str) -> Iterator[str]:
    """Break a line where it would be too long; each part after the first begins with a space.

    No character is broken in two.
    """
    part, room = "", LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            yield part
            part, room = " ", LONGEST_LINE - 1
        part += character
        room -= size
    yield part
