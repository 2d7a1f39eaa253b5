"""What is wrong with plain data, and the words for it: a path, what is wrong, what to write."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, is_dataclass
from datetime import date
from difflib import get_close_matches
from typing import Final, get_origin

from navigator.core.characters import look_alike, oddity, simplified
from navigator.core.errors import NavigatorError
from navigator.core.model.kinds import Path, Pattern, Ref
from navigator.core.shape import Field, shape_of, unwrap

_LONGEST: Final = 60
_MOST_NAMES: Final = 3000
"""Among more names than this, looking for the nearest takes too long."""
_MOST_LISTED: Final = 100
MOST_HINTS: Final = 100
"""The nearest name is looked for this often: it takes long, and of very many errors nobody reads the last."""

_LIKE: Final = 0.66
"""Names with less in common share an ending or a few letters, and have nothing to do with each other."""
_SAME_THING: Final = {
    **dict.fromkeys(("extends_to", "extends", "extended", "extendable", "longer"), "extension"),
    **dict.fromkeys(("if", "when", "condition", "only_when", "provided"), "only_if"),
    **dict.fromkeys(("starts", "start", "counted_from", "after", "since"), "from"),
    **dict.fromkeys(("counted_before", "ahead_of"), "before"),
    **dict.fromkeys(("number", "days", "length", "duration", "within"), "amount"),
    **dict.fromkeys(("at_most", "max", "maximum", "to_at_most"), "up_to"),
    **dict.fromkeys(("role", "by_whom", "responsible", "actor"), "who"),
    **dict.fromkeys(("text", "description", "words"), "says"),
    **dict.fromkeys(("deadlines", "limits", "times"), "timescales"),
    **dict.fromkeys(("actions", "tasks", "what"), "steps"),
    **dict.fromkeys(("next", "after_that", "leads_on"), "then"),
    **dict.fromkeys(("resolved", "if_resolved", "if_agreed"), "if_settled"),
    **dict.fromkeys(("unresolved", "if_not_resolved", "if_not_settled"), "if_unresolved"),
    **dict.fromkeys(("copies", "copy", "copied_to"), "cc"),
    **dict.fromkeys(("suspended", "paused", "pause", "stops"), "pauses"),
    **dict.fromkeys(("or", "alternative", "alternately"), "alternatives"),
}
"""Keys that people write, and the one that means the same: suggested where it is known there."""

DATE_HINT: Final = "Write it as YYYY-MM-DD, such as 2026-11-10."
_WANTED: Final = {
    tuple: "Write a list.",
    dict: "Write keys with values.",
    date: DATE_HINT,
    bool: "Write true or false.",
    int: "Write a whole number.",
    str: "Write some words.",
}
"""What to write for a field of a type."""


@dataclass(frozen=True)
class DataError:
    """Something wrong with plain data."""

    path: Path
    """Where it is; the last part may be a key that is missing."""
    what: str
    """What is wrong, for use after the path: `is missing`."""
    hint: str
    """What to write instead, as a sentence."""
    on_key: bool = False
    """True where the key is at fault and not its value."""


class DecodeError(NavigatorError):
    """Plain data does not fit the model. `faults` has all that is wrong."""

    def __init__(self, faults: list[DataError]) -> None:
        super().__init__("\n".join(f"{show(fault.path)}: {fault.what}. {fault.hint}" for fault in faults))
        self.faults = faults


def show(path: Path) -> str:
    """Return a path as authors read it: `stages[0].timescales[1].unit`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".") or "the file"


def quote(text: str) -> str:
    """Return a text as it can be shown in a message: in quotes, on one line, and not too long."""
    return repr(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}...")


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like another, if any is like it at all; of very many, none is looked for."""
    names = sorted(known)
    if (meant := simplified(name)) != name and meant in names:
        return meant
    if (named := _SAME_THING.get(name)) in names:
        return named
    if len(names) > _MOST_NAMES:
        return None
    return next(iter(get_close_matches(name, names, n=1, cutoff=_LIKE)), None)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a sentence that suggests the nearest known name, or lists the known ones."""
    names = list(known)
    near = nearest(name, names)
    return suggestion(name, near) if near else one_of(names)


def suggestion(name: str, near: str) -> str:
    """Return a sentence that suggests a name, and one more where only a character tells it from another."""
    odd = oddity(name) or look_alike(name, near)
    return f"Did you mean {near}? It has {odd}." if odd else f"Did you mean {near}?"


def misspelt(data: object, fits: Callable[[str], object], what: str, hint: str) -> tuple[str, str]:
    """Return what is wrong with a value, and what to write.

    Where it fits but for an odd character, that is what is wrong; otherwise it is `what` and `hint`.
    """
    if isinstance(data, str) and (odd := oddity(data)) and fits(meant := simplified(data)):
        return f"has {odd}", f"Write {meant}."
    return what, hint


def one_of(names: Sequence[str]) -> str:
    """Return a sentence that lists names; of very many, the first."""
    more = f" or {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    return f"Write one of: {', '.join(names[:_MOST_LISTED])}{more}."


def wanted(field: Field) -> str:
    """Return what to write for a field."""
    bare, marks = unwrap(field.hint)
    for mark in marks:
        if isinstance(mark, Pattern):
            return f"Write {mark.says}."
        if isinstance(mark, Ref):
            return f"Write the id of one of the {mark.to}."
    if is_dataclass(bare):
        return f"Write it with these keys: {', '.join(shape_of(bare).required)}."
    plain = _WANTED.get(get_origin(bare) or bare)
    return plain or f"Write one of: {', '.join(str(member.value) for member in bare)}."


def kind(data: object) -> str:
    """Return what a value is, in words."""
    if isinstance(data, dict):
        return "keys with values"
    if isinstance(data, list):
        return "a list"
    return {str: "text", bool: "true or false", int: "a number", type(None): "empty"}.get(
        type(data), "something else"
    )


def as_text(data: object, to: str | None = None) -> str:
    """Return how to write a value that should have been text, or an id of the collection `to`."""
    if isinstance(data, bool | int):
        return f'Put it in quotes: "{str(data).lower()}".'
    if isinstance(data, list) and to == "events":
        return "Write one, without brackets. Put the other under alternatives, and say whichever applies."
    if isinstance(data, list):
        return "Write one only, without brackets and without a dash."
    if isinstance(data, dict):
        return "Write some words. Put a text that holds a colon in quotes."
    return "Write some words."
