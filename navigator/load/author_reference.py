"""The author reference: every file and field with its meaning, made from the model."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from typing import Any, get_args, get_origin

from navigator.core.model.kinds import RUNNING, Pattern, Ref
from navigator.core.shape import Field, shape_of, unwrap
from navigator.load import docstrings
from navigator.load.layout import ALL, LISTS, DataFile

_HEAD = """<!-- Made by `navigator schema` from navigator/core/model. Change it there. -->

# Every file and field

Each heading is a file, or something that stands within one. A key that is not marked as required may be
left out. A key that is not listed here is an error.

Where this page says *some words*, write the text, or the text under the tag of each language that it is there
in: `{en-GB: Ask your manager., cy: Gofynnwch i'ch rheolwr.}`. The English text is always needed. It is shown
where another language lacks one.
"""


def reference_markdown() -> str:
    """Return the reference as Markdown."""
    within: dict[str, type] = {}
    files = [line for place in ALL for line in _file(place, within)]
    parts: list[str] = []
    told: set[str] = set()
    while waiting := sorted(within.keys() - told):
        for name in waiting:
            parts += _part(within[name], within)
        told.update(waiting)
    return "\n".join([_HEAD, "## Files", "", *files, "## Parts", "", *parts]).rstrip() + "\n"


def _file(place: DataFile, within: dict[str, type]) -> Iterator[str]:
    yield from (f"### `{place.pattern}`", "", f"{place.holds[0].upper()}{place.holds[1:]}.")
    if place in LISTS:
        yield "The file is a list: each item begins with a dash."
    yield ""
    yield from _fields(place.cls, within)


def _part(cls: type, within: dict[str, type]) -> Iterator[str]:
    yield from (f"### {cls.__name__}", "", docstrings.of_class(cls), "")
    yield from _fields(cls, within) if is_dataclass(cls) else _members(cls)


def _fields(cls: type, within: dict[str, type]) -> Iterator[str]:
    meanings = docstrings.of_fields(cls)
    yield from _table(
        ("key", "what to write", "required", "meaning"),
        (
            (f"`{field.key}`", _type(field.hint, within), _required(field), meanings[field.name])
            for field in shape_of(cls).fields
        ),
    )


def _members(cls: type[Enum]) -> Iterator[str]:
    meanings = docstrings.of_fields(cls)
    rows = ((f"`{each.value}`", meanings.get(each.name, "")) for each in cls)
    yield from _table(("value", "meaning"), rows)


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    for row in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(cell.replace('|', '\\|') for cell in row)} |"
    yield ""


def _required(field: Field) -> str:
    if field.required:
        return "yes"
    return "" if field.default in (None, (), False, "") else f"else `{str(field.default).lower()}`"


def _type(hint: Any, within: dict[str, type]) -> str:  # noqa: ANN401 - a type hint may be anything
    """Return what to write for a type, and note the class where it needs a heading of its own."""
    bare, marks = unwrap(hint)
    if get_origin(bare) is tuple:
        return f"list: {_type(get_args(bare)[0], within)}"
    plain = {str: _text(marks), bool: "`true` or `false`", int: "whole number", date: "date"}
    if bare in plain:
        return plain[bare]
    within[bare.__name__] = bare
    link = f"[{bare.__name__}](#{bare.__name__.lower()})"
    return f"text, or {link}" if getattr(bare, "SHORTHAND", None) else link


def _text(marks: tuple[Any, ...]) -> str:
    if RUNNING in marks:
        return "some words"
    for mark in marks:
        if isinstance(mark, Ref):
            return f"id, one of the {mark.to}"
        if isinstance(mark, Pattern):
            return mark.says
    return "text"
