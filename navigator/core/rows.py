"""Objects of the model as rows of values, for data that one release writes and reads itself.

A row begins with a number that tells which fields follow: 1 for the first of its type, 2 for the second, 4
for the third, and so on, added up. That is smaller than keys. It is quick to read too, as nothing is looked
for that may be wrong. What people write is read by `decode`.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import is_dataclass
from datetime import date
from typing import Any, get_args, get_origin
from zlib import crc32

from navigator.core.codec import plain
from navigator.core.errors import NavigatorError
from navigator.core.shape import Field, once_per_type, shape_of, unwrap


class OtherForm(NavigatorError):
    """A text holds rows of types with other fields: it is of another version."""


def as_rows(value: object) -> Any:  # noqa: ANN401 - plain data has no narrower type
    """Return plain data with rows in place of objects; what equals its default is left out."""
    return plain(value, _row)


def with_form(cls: type, row: str) -> str:
    """Return the JSON text that `read_rows` reads, made of the row of an object as JSON."""
    return f'["{form_of(cls)}",{row}]'


def read_rows[T](cls: type[T], text: str) -> T:
    """Return the object whose form and row a JSON text holds. Raises OtherForm where the form is another."""
    form, row = json.loads(text)
    if form != form_of(cls):
        raise OtherForm(f"These data were written for {form}, not for {form_of(cls)}")
    read: T = _object_reader(cls)(row)
    return read


def which(cls: type, told: Iterable[Field]) -> int:
    """Return the number that tells which fields of a type follow."""
    names = {field.name for field in told}
    return sum(1 << place for place, field in enumerate(shape_of(cls).fields) if field.name in names)


@once_per_type
def form_of(cls: type) -> str:
    """Return a short name of the fields of a type and of all types within it: it changes as they do."""
    types = dict.fromkeys(_types_in(cls, set()))
    fields = {each.__name__: [field.name for field in shape_of(each).fields] for each in types}
    return f"{crc32(json.dumps(fields).encode()):08x}"


def _types_in(cls: type, seen: set[type]) -> Iterator[type]:
    if cls in seen:
        return
    seen.add(cls)
    yield cls
    for field in shape_of(cls).fields:
        bare, _ = unwrap(field.hint)
        within, _ = unwrap(get_args(bare)[0]) if get_origin(bare) is tuple else (bare, ())
        if isinstance(within, type) and is_dataclass(within):
            yield from _types_in(within, seen)


def _row(value: object) -> Any:  # noqa: ANN401 - plain data
    cls = type(value)
    told = list(shape_of(cls).told(value))
    if [field.key for field, _ in told] == [shape_of(cls).shorthand]:
        return told[0][1]
    return [which(cls, (field for field, _ in told)), *(as_rows(part) for _, part in told)]


type _Read = Callable[[Any], Any]


@once_per_type
def _reader(hint: Any) -> _Read | None:  # noqa: ANN401 - a type hint may be anything
    """Return what reads values of a type; None where they stay as they are."""
    bare, _ = unwrap(hint)
    if get_origin(bare) is tuple:
        read = _reader(get_args(bare)[0])
        return (lambda items: tuple([read(item) for item in items])) if read else tuple
    if is_dataclass(bare):
        return _object_reader(bare)
    if bare is date:
        return date.fromisoformat
    if bare in (str, int, bool) or get_origin(bare) is dict:
        return None
    return {member.value: member for member in bare}.__getitem__


@once_per_type
def _object_reader(cls: type) -> _Read:
    fields, shorthand = shape_of(cls).fields, shape_of(cls).shorthand
    # A type may hold itself (a stage its levels), so readers are made at first use: one list for each number.
    known: dict[int, list[tuple[str, _Read | None]]] = {}

    def readers(number: int) -> list[tuple[str, _Read | None]]:
        there = (field for place, field in enumerate(fields) if number >> place & 1)
        return known.setdefault(number, [(field.name, _reader(field.hint)) for field in there])

    def read(row: Any) -> object:  # noqa: ANN401 - plain data
        if shorthand and isinstance(row, str):
            return cls(**{shorthand: row})
        number, *values = row
        told = zip(known.get(number) or readers(number), values, strict=True)
        return cls(**{name: read(value) if read else value for (name, read), value in told})

    return read
