"""A calendar file with the dates of an outcome, which says nothing of what they are about (RFC 5545)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from typing import Final

from navigator.core.deadlines import Deadline
from navigator.core.outcome import Outcome

LONGEST_LINE: Final = 75
"""How many bytes a line may have, its end not counted."""
_SPECIAL: Final = re.compile(r"[\\;,]")
"""What has a meaning in a calendar file, and takes a backslash before it in a text."""


def dated(outcome: Outcome) -> tuple[Deadline, ...]:
    """Return every deadline of an outcome that has a date, those that run alongside included."""
    return tuple(item for item in outcome.all_deadlines + outcome.alongside_deadlines if item.due)


def calendar_file(outcome: Outcome) -> str:
    """Write the dates as days of a calendar, one event each.

    The same deadline of the same page keeps its identity, so that taking the file again moves the day.
    """
    title = _SPECIAL.sub(r"\\\g<0>", outcome.words["take_away.reminder"])
    language = outcome.words.language.partition("-")[0].upper()
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{title}//{language}", "CALSCALE:GREGORIAN"]
    for item in dated(outcome):
        if item.due:
            lines += _event(outcome, item, item.due, title)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _event(outcome: Outcome, item: Deadline, due: date, title: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{identity(outcome, item)}"
    yield f"DTSTAMP:{_basic(outcome.today)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(due)}"
    if due < date.max:
        yield f"DTEND;VALUE=DATE:{_basic(due + timedelta(days=1))}"
    yield f"SUMMARY:{title}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def identity(outcome: Outcome, item: Deadline) -> str:
    """Return a unique id for a deadline of a page, which says nothing about either."""
    return sha256(f"{outcome.node.slug}|{item.policy}|{item.timescale.id}".encode()).hexdigest()[:32]


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
