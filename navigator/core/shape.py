"""The fields of the model's dataclasses as authors write them: keys, types, defaults and shorthands."""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from navigator.core.model.kinds import RUNNING, Alias


@dataclass(frozen=True)
class Field:
    """One field of a dataclass, as authors write it."""

    name: str
    """The attribute."""
    key: str
    """The key in YAML: the attribute, unless it has an alias."""
    hint: Any
    """The type, with its annotations."""
    default: object
    """The value where it is left out, or MISSING."""

    @property
    def required(self) -> bool:
        """True where the key may not be left out."""
        return self.default is MISSING


@dataclass(frozen=True)
class Shape:
    """The fields of a dataclass."""

    fields: tuple[Field, ...]
    """The fields in order."""
    shorthand: str | None
    """The key that a plain text is the value of, where the whole may be written as plain text."""

    @property
    def required(self) -> list[str]:
        """The keys that may not be left out."""
        return [field.key for field in self.fields if field.required]

    def told(self, value: object) -> Iterator[tuple[Field, Any]]:
        """Yield the fields that have to be written for a value, with what they hold: no defaults."""
        for field in self.fields:
            held = getattr(value, field.name)
            if field.required or held != field.default:
                yield field, held


def once_per_type[T](function: Callable[[Any], T]) -> Callable[[Any], T]:
    """Remember what a function of a type returned; the type checker doubts that types can be hashed."""
    return cache(function)


@once_per_type
def shape_of(cls: type) -> Shape:
    """Return the fields of a dataclass as authors write them."""
    hints = get_type_hints(cls, include_extras=True)
    made = []
    for field in fields(cls):
        marks = unwrap(hints[field.name])[1]
        key = next((mark.name for mark in marks if isinstance(mark, Alias)), field.name)
        made.append(Field(field.name, key, hints[field.name], field.default))
    return Shape(tuple(made), getattr(cls, "SHORTHAND", None))


def parts_of(value: object) -> Iterator[object]:
    """Yield every object of the model within a value, itself included: wholes before parts."""
    if isinstance(value, tuple):
        for item in value:
            yield from parts_of(item)
    elif is_dataclass(value):
        yield value
        for field in shape_of(type(value)).fields:
            yield from parts_of(getattr(value, field.name))


@once_per_type
def text_fields(cls: type) -> tuple[Field, ...]:
    """Return the fields that hold running text: no ids, addresses or dates."""
    return tuple(field for field in shape_of(cls).fields if _is_running(field.hint))


def _is_running(hint: Any) -> bool:  # noqa: ANN401 - a type hint may be anything
    return RUNNING in unwrap(hint)[1]


def unwrap(hint: Any) -> tuple[Any, tuple[Any, ...]]:  # noqa: ANN401 - a type hint may be anything
    """Return the bare type of a hint, without annotations or None, and all the annotations it carried."""
    marks: tuple[Any, ...] = ()
    while True:
        if get_origin(hint) is Annotated:
            hint, *more = get_args(hint)
            marks = (*marks, *more)
        elif get_origin(hint) in (Union, UnionType):
            hint = next(option for option in get_args(hint) if option is not type(None))
        else:
            return hint, marks
