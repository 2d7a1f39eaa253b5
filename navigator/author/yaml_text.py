"""YAML as an author would write it: words plain where that is safe, and comments for whoever comes next."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from textwrap import wrap
from typing import Final

from navigator.core import model
from navigator.core.shape import shape_of

WIDTH: Final = 100
_PLAIN: Final = re.compile(r"[A-Za-z][\w ,.;()'/?!-]*", re.ASCII)
_SPECIAL: Final = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
_ORDER: Final[dict[type, str]] = {
    model.Policy: "id title route publisher document applies_to summary checked_on start unsure stages",
    model.Stage: "id title asks source summary begins_with steps timescales if_unresolved",
    model.Timescale: "id does amount unit from firmness closes_stage source",
    model.Document: "id title publisher kind dated checked_on confidence",
}
"""The order in which keys are written, where it is not the model's own."""
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


def lines(value: object, indent: str = "", first: str = "") -> Iterator[str]:
    """Write an object of the model without what may be left out; `first` goes before its first key."""
    fields = {field.key: field for field in shape_of(type(value)).fields}
    before = first or indent
    for key in _ORDER.get(type(value), " ".join(fields)).split():
        held = getattr(value, fields[key].name)
        if held != fields[key].default:
            if comment := _COMMENTS.get((type(value), key)):
                yield f"{indent}# {comment}"
            yield from _entry(f"{before}{key}:", held, f"{indent}  ")
            before = indent


def _entry(key: str, held: object, indent: str) -> Iterator[str]:
    if isinstance(held, model.Source) and not held.document:
        held = held.section
    if isinstance(held, tuple) and is_dataclass(held[0]):
        yield key
        for each in held:
            yield from lines(each, f"{indent}  ", f"{indent}- ")
    elif is_dataclass(held):
        yield key
        yield from lines(held, indent)
    elif isinstance(held, tuple):
        yield f"{key} {flow(held)}"
    elif isinstance(held, str) and len(f"{key} {_scalar(held)}") > WIDTH:
        yield f"{key} >-"
        folded = wrap(held, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
        yield from (indent + line for line in folded)
    else:
        yield f"{key} {_scalar(held)}"


def _scalar(held: object) -> str:
    """Write a value on one line, a text in quotes unless no reader of YAML can take it for anything else."""
    if not isinstance(held, str):
        return str(held).lower()  # true as YAML has it, a number, or a date, which is 2026-11-21 as text too
    plain = _PLAIN.fullmatch(held) and held.lower() not in _SPECIAL
    return held if plain else json.dumps(held, ensure_ascii=False)


def flow(names: Iterable[str]) -> str:
    """Write some ids as a list on one line."""
    return f"[{', '.join(names)}]"
