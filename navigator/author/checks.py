"""What an answer must be like; each check returns what is wrong with it, or None."""

import re
from collections.abc import Collection
from typing import get_args

from navigator.author.asking import Check
from navigator.core.faults import did_you_mean
from navigator.core.model.kinds import EventKey, Id, Pattern, Text

MOST_AMOUNT = 1000


def words(answer: str) -> str | None:
    """Take any words on one line."""
    return _form(Text, answer)


def new_id(taken: Collection[str]) -> Check:
    """Take an id that nothing has yet."""
    return lambda answer: _form(Id, answer) or (f"{answer} is taken." if answer in taken else None)


def new_event(taken: Collection[str]) -> Check:
    """Take an event's id that nothing has yet."""
    return lambda answer: _form(EventKey, answer) or (f"{answer} is taken." if answer in taken else None)


def one_of(known: Collection[str]) -> Check:
    """Take one of some names."""
    return lambda answer: None if answer in known else f"{answer} is not there. {did_you_mean(answer, known)}"


def some_ids(answer: str) -> str | None:
    """Take several ids with commas between them."""
    return next((wrong for name in names(answer) if (wrong := _form(Id, name))), None)


def amount(answer: str) -> str | None:
    """Take a whole number that a time limit can have."""
    taken = answer.isascii() and answer.isdecimal() and 1 <= int(answer) <= MOST_AMOUNT
    return None if taken else f"Write a whole number from 1 to {MOST_AMOUNT}."


def names(answer: str) -> tuple[str, ...]:
    """Split names at their commas."""
    return tuple(part.strip() for part in answer.split(",") if part.strip())


def slug(title: str, separator: str = "-") -> str:
    """Return an id made from a title."""
    return re.sub(r"[^a-z0-9]+", separator, title.lower()).strip(separator)


def _form(kind: object, answer: str) -> str | None:
    pattern = next(mark for mark in get_args(kind) if isinstance(mark, Pattern))
    return None if re.fullmatch(pattern.regex, answer) else f"Write {pattern.says}."
