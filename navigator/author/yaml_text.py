"""YAML as an author would write it: words plain where that is safe, and comments for whoever comes next."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from textwrap import wrap
from typing import Any, Final

from navigator.core import model
from navigator.core.shape import shape_of

WIDTH: Final = 100
_PLAIN: Final = re.compile(r"[A-Za-z][\w ,.;()'/?!-]*", re.ASCII)
_ODD_LINES: Final = re.compile(r"^\s|\s$|[^\S\n]\n|\n[^\S\n]")
"""Spaces at the end or the beginning of a line, which would be lost or would spoil the rest."""
_ID: Final = re.compile(r"[a-z0-9_/-]*[a-z][a-z0-9_/-]*")
_SPECIAL: Final = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
_ORDER: Final[dict[type, str]] = {
    model.Policy: "id title route form publisher document version applies_to readers summary checked_on"
    " effective_from effective_until review_by review_why superseded progress_ask progress_hint because"
    " closing start unsure covers before principles conditions stages",
    model.Stage: "id title asks source summary begins_with detours steps timescales",
    model.Timescale: "id does who amount up_to unit in_words from before firmness",
    model.Document: "id title publisher kind web dated checked_on confidence",
}
"""The keys that are written first, in this order; the rest follows in the model's."""
_COMMENTS: Final[dict[tuple[type, str], str]] = {
    (
        model.Policy,
        "document",
    ): "The document stands in documents.yaml; a section given as a source is a section of it.",
    (model.Policy, "checked_on"): "The day this file was last held against the document.",
    (model.Policy, "start"): "The answer for somebody who has not begun.",
    (model.Policy, "unsure"): "What somebody is shown who does not know the stage.",
    (model.Stage, "asks"): "How a person knows that it has got this far: an answer in the wizard.",
    (
        model.Stage,
        "timescales",
    ): "Where the document gives no time, the unit is none_stated. No date is made up.",
    (model.Service, "label"): "The answer to the question which service it is.",
}
"""What stands above a key."""


def key_order(cls: type) -> tuple[str, ...]:
    """Return the keys of a class in the order in which they are written."""
    return tuple(dict.fromkeys((*_ORDER.get(cls, "").split(), *(each.key for each in shape_of(cls).fields))))


def lines(value: object, indent: str = "", first: str = "") -> Iterator[str]:
    """Write an object of the model without what may be left out; `first` goes before its first key."""
    fields = {field.key: field for field in shape_of(type(value)).fields}
    before = first or indent
    for key in key_order(type(value)):
        held = getattr(value, fields[key].name)
        if held != fields[key].default:
            if comment := _COMMENTS.get((type(value), key)):
                yield f"{indent}# {comment}"
            yield from _entry(f"{before}{key}:", held, f"{indent}  ")
            before = indent


def _entry(key: str, held: object, indent: str) -> Iterator[str]:
    if isinstance(held, model.Source) and not held.document:
        held = held.section
    if isinstance(held, tuple | list):
        yield from _items(key, held, indent)
    elif is_dataclass(held) or isinstance(held, Mapping):
        yield key
        yield from _parts(held, indent)
    elif isinstance(held, str):
        yield from _text(key, held, indent)
    else:
        yield f"{key} {_scalar(held)}"


def _parts(held: object, indent: str, first: str = "") -> Iterator[str]:
    return data_lines(held, indent, first) if isinstance(held, Mapping) else lines(held, indent, first)


def _items(key: str, held: Sequence[object], indent: str) -> Iterator[str]:
    """Write a list: on one line where all are ids, else an item a line."""
    if all(isinstance(each, str) and _ID.fullmatch(each) for each in held):
        yield f"{key} {flow(map(str, held))}"
        return
    yield key
    for each in held:
        if is_dataclass(each) or isinstance(each, Mapping):
            yield from _parts(each, f"{indent}  ", f"{indent}- ")
        else:
            yield f"{indent}- {_scalar(each)}"


def _text(key: str, held: str, indent: str) -> Iterator[str]:
    """Write a text: on one line, folded where it is long, or line by line where its lines matter."""
    folded = wrap(held, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
    if "\n" in held and not _ODD_LINES.search(held):
        yield f"{key} |-"
        yield from (f"{indent}{line}" if line else "" for line in held.split("\n"))
    elif len(f"{key} {_scalar(held)}") > WIDTH and " ".join(folded) == held:
        yield f"{key} >-"
        yield from (indent + line for line in folded)
    else:
        yield f"{key} {_scalar(held)}"


def data_lines(data: Mapping[str, Any], indent: str = "", first: str = "") -> Iterator[str]:
    """Write plain data, as a file of answers has it."""
    before = first or indent
    for key, held in data.items():
        yield from _entry(f"{before}{key}:", held, f"{indent}  ")
        before = indent


def _scalar(held: object) -> str:
    """Write a value on one line, a text in quotes unless no reader of YAML can take it for anything else."""
    if not isinstance(held, str):
        return str(held).lower()  # true as YAML has it, a number, or a date, which is 2026-11-21 as text too
    plain = _PLAIN.fullmatch(held) and held == held.strip() and held.lower() not in _SPECIAL
    return held if plain else json.dumps(held, ensure_ascii=False)


def flow(names: Iterable[str]) -> str:
    """Write some ids as a list on one line."""
    return f"[{', '.join(names)}]"
