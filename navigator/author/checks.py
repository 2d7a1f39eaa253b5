"""What an answer must be like; each check returns what is wrong with it, or None."""

import re
from collections.abc import Collection
from typing import Final, get_args

from navigator.author.asking import Check
from navigator.core.faults import did_you_mean
from navigator.core.model.kinds import EventKey, Id, Pattern, Text

MOST_AMOUNT: Final = 1000


def _form(kind: object) -> Check:
    pattern = next(mark for mark in get_args(kind) if isinstance(mark, Pattern))
    return lambda answer: None if re.fullmatch(pattern.regex, answer) else f"Write {pattern.says}."


words: Final = _form(Text)
identity: Final = _form(Id)
event_key: Final = _form(EventKey)


def new_id(taken: Collection[str]) -> Check:
    """Take an id that nothing has yet."""
    return lambda answer: identity(answer) or (f"{answer} is taken." if answer in taken else None)


def one_of(known: Collection[str]) -> Check:
    """Take one of some names."""
    return lambda answer: None if answer in known else f"{answer} is not there. {did_you_mean(answer, known)}"


def some_ids(answer: str) -> str | None:
    """Take several ids with commas between them."""
    return next(filter(None, map(identity, names(answer))), None)


def amount(answer: str) -> str | None:
    """Take a whole number that a time limit can have."""
    taken = answer.isascii() and answer.isdecimal() and 1 <= int(answer) <= MOST_AMOUNT
    return None if taken else f"Write a whole number from 1 to {MOST_AMOUNT}."


def names(answer: str) -> tuple[str, ...]:
    """Split names at their commas."""
    return tuple(part.strip() for part in answer.split(",") if part.strip())
