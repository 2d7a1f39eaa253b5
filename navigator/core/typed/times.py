"""Times of day as people type them, `16:00` or `4.30 pm`, and moments as commands and links write them.

What can be meant in one way only is understood. `4:30` can be in the morning or in the afternoon, so it is
refused with what to write: twelve hours can cost somebody a right.
"""

import re
from datetime import date, datetime, time
from typing import Final

from navigator.core.model import Words
from navigator.core.typed.dates import BadDate, read_iso
from navigator.core.typed.text import as_seen, folded

FIELD: Final = "time"
"""The field of a date's form that a time is typed into."""
LAST_HOUR: Final = 23
LAST_MINUTE: Final = 59
HALF: Final = 12
"""The hours from midnight to noon, and from noon to midnight."""
_CLOCK: Final = re.compile(r"(?P<hour>\d{1,2})(?:\s*[:.]\s*(?P<minute>\d{2}))?")
_RUN_TOGETHER: Final = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})")
_MOMENT: Final = re.compile(r"([0-9-]+)T([01][0-9]|2[0-3]):([0-5][0-9])")


def read_time(words: Words, text: str) -> time | None:
    """Read a time of day; None where there is nothing. Raises BadDate."""
    typed = folded(as_seen(text))
    if not typed:
        return None
    if typed in _names(words, "noon"):
        return time(HALF)
    if typed in _names(words, "midnight"):
        raise BadDate(words["bad_date.midnight"], FIELD)
    digits, half = _parted(words, typed)
    found = _CLOCK.fullmatch(digits) or (None if half else _RUN_TOGETHER.fullmatch(digits))
    if found is None:
        raise BadDate(words["bad_date.time"], FIELD)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > LAST_HOUR or minute > LAST_MINUTE:
        raise BadDate(words["bad_date.no_such_time"], FIELD)
    if half:
        return time(_of_half(words, hour, half), minute)
    if 1 <= hour < HALF and not found["hour"].startswith("0"):
        early, late = (words.time_of_day(time(each, minute)) for each in (hour, hour + HALF))
        raise BadDate(words("bad_date.which_half", typed=as_seen(text), early=early, late=late), FIELD)
    return time(hour, minute)


def _names(words: Words, key: str) -> list[str]:
    return [folded(name) for name in words[f"typed_time.{key}"].split()]


def _parted(words: Words, typed: str) -> tuple[str, str | None]:
    """Part a time from the half of the day that it names, where it names one."""
    for half in ("morning", "afternoon"):
        for name in _names(words, half):
            if typed.endswith(name):
                return typed.removesuffix(name).strip(), half
    return typed, None


def _of_half(words: Words, hour: int, half: str) -> int:
    """Return the hour of the day for one of a half. Raises BadDate for one that this half does not have."""
    if hour == 0 or (hour > HALF and half == "morning"):
        raise BadDate(words["bad_date.other_half"], FIELD)
    if hour > HALF:
        return hour
    return hour % HALF + (HALF if half == "afternoon" else 0)


def read_moment(words: Words, text: str) -> date:
    """Read a day written YYYY-MM-DD, or a `datetime` written YYYY-MM-DDTHH:MM. Raises BadDate."""
    found = _MOMENT.fullmatch(text.strip(" "))
    if found:
        return datetime.combine(read_iso(words, found[1]), time(int(found[2]), int(found[3])))
    if "T" in text and re.match(r"[0-9]{4}-", text.strip(" ")):
        raise BadDate(words("bad_date.not_moment", text=repr(text)), FIELD)
    return read_iso(words, text)


def written_moment(day: date) -> str:
    """Write a day as YYYY-MM-DD, with its time of day after a T where it has one."""
    return day.isoformat(timespec="minutes") if isinstance(day, datetime) else day.isoformat()
