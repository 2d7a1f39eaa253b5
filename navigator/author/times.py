"""A time as a document puts it, `5 to 10 working days before`, as the keys of a timescale."""

import re
from dataclasses import dataclass
from typing import Any, Final

from navigator.core.model import Unit
from navigator.core.time.units import UNITS

MOST: Final = 1000
NOT_SAID: Final = "-"
"""What an author types where the document does not say."""
HELP: Final = (
    "Write a number and a unit, or what the document says: 7 working days; 48 hours; 5 to 10 days; "
    "every 6 weeks; 10 days before; at once; as agreed; in words: as soon as practicable."
)

_NUMBERS: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    "twenty",
)
_DAYS: Final = "days"
"""Days of which the document does not say which."""
_UNITS: Final = {
    **{unit.removesuffix("s"): str(unit) for unit in UNITS},
    "business_day": str(Unit.WORKING_DAYS),
    "day": _DAYS,
}
_PLAIN: Final = {
    **dict.fromkeys((NOT_SAID, "not stated", "none stated"), Unit.NONE_STATED),
    **dict.fromkeys(("at once", "immediately", "straight away", "without delay"), Unit.IMMEDIATELY),
    "as agreed": Unit.AS_AGREED,
    "in words": Unit.IN_WORDS,
}
_PERIOD: Final = re.compile(
    r"(?P<every>(?:at least )?(?:once )?(?:in )?every )?(?:within )?(?P<least>\w+)"
    r"(?: ?(?:to|-|\u2013) ?(?P<most>\w+))?"
    rf" (?P<unit>{'|'.join(name.replace('_', ' ') for name in _UNITS)})s?(?P<back> before)?"
)


@dataclass(frozen=True)
class Time:
    """A time as it was typed."""

    keys: dict[str, Any]
    """The keys of a timescale. Where the document says days and not which, there is no `unit`."""
    back: bool = False
    """True where it is counted back from an event."""


def read(typed: str) -> Time | None:
    """Return a time; None where it is none that can be read."""
    text = " ".join(typed.split())
    low = text.lower().replace("_", " ")
    if low in _PLAIN:
        return Time({"unit": str(_PLAIN[low])})
    if low.startswith("in words:"):
        return Time({"unit": str(Unit.IN_WORDS), "in_words": text.partition(":")[2].strip()})
    found = _PERIOD.fullmatch(low)
    unit = _UNITS[found["unit"].replace(" ", "_")] if found else None
    least, most = (_number(found[key]) if found else None for key in ("least", "most"))
    if not found or not unit or not least or (found["most"] and (not most or most <= least)):
        return None
    keys: dict[str, Any] = {"amount": least}
    keys |= {"up_to": most} if most else {}
    keys |= {"unit": unit} if unit != _DAYS else {}
    keys |= {"repeats": True} if found["every"] else {}
    return Time(keys, back=bool(found["back"]))


def _number(text: str | None) -> int | None:
    """Return a number in digits or as a word, where it is one that a time can have."""
    if text in _NUMBERS:
        return _NUMBERS.index(text) + 1
    number = int(text) if text and text.isascii() and text.isdecimal() else 0
    return number if 1 <= number <= MOST else None
