"""What a line must be like for a field; each returns the value or raises Refused."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from navigator.author.person import Refused
from navigator.author.times import MOST
from navigator.core.faults import DATE_HINT, did_you_mean
from navigator.core.model.kinds import Pattern


def form(pattern: Pattern) -> Callable[[str], str]:
    """Take a text of a fixed form."""

    def read(typed: str) -> str:
        if not re.fullmatch(pattern.regex, typed):
            raise Refused(f"Write {pattern.says}.")
        return typed

    return read


def choice(known: Sequence[str]) -> Callable[[str], str]:
    """Take one of some words, by its number or by its beginning."""

    def read(typed: str) -> str:
        if typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= len(known):
            return known[int(typed) - 1]
        begun = [each for each in known if each.startswith(typed.lower().replace(" ", "_"))]
        if typed in known or len(begun) == 1:
            return typed if typed in known else begun[0]
        raise Refused(f"{typed} is not there. {did_you_mean(typed, known)}")

    return read


def whole_number(typed: str) -> int:
    """Take a whole number that a time can have."""
    if typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= MOST:
        return int(typed)
    raise Refused(f"Write a whole number from 1 to {MOST}.")


def day(typed: str) -> str:
    """Take a day."""
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        raise Refused(DATE_HINT) from None
