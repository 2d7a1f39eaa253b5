"""A library whose own texts hold no Latin letter, so that any that a page still shows is the program's."""

import re
from dataclasses import is_dataclass, replace
from string import ascii_letters
from typing import Any, get_args

from navigator.core.model import Library, Words
from navigator.core.model.kinds import RUNNING
from navigator.core.model.scenario import GivenAnswer
from navigator.core.shape import shape_of, unwrap

CYRILLIC = str.maketrans(ascii_letters, "абцдефгхижклмнопярстувшъызАБЦДЕФГХИЖКЛМНОПЯРСТУВШЪЫЗ")
PLACEHOLDER = re.compile(r"(\{[^}]*\})")
CHOSEN = re.compile(r"(?<= )[^{}|]+(?=\|)|(?<=\|)[^{}|]+(?=\})")
"""The words within a role's placeholder, of which a reader sees the ones or the others."""


def masked(library: Library) -> Library:
    """Return a library with Cyrillic letters in every running text, in place of the Latin ones."""
    changed: Library = _part(library)
    return changed


def _part(value: Any) -> Any:  # noqa: ANN401 - any part of the model
    if isinstance(value, tuple):
        return tuple(map(_part, value))
    if not is_dataclass(value) or isinstance(value, Words | GivenAnswer | type):
        return value
    fields = shape_of(type(value)).fields
    return replace(value, **{field.name: _field(getattr(value, field.name), field.hint) for field in fields})


def _field(value: Any, hint: Any) -> Any:  # noqa: ANN401 - any field of the model
    held, marks = unwrap(hint)
    if isinstance(value, str):
        return mask(value) if RUNNING in marks else value
    if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        return tuple(_field(item, get_args(held)[0]) for item in value)
    return _part(value)


def mask(text: str) -> str:
    """Return a text in Cyrillic letters, the names in its placeholders as they are."""
    parts = PLACEHOLDER.split(text)
    return "".join(
        CHOSEN.sub(lambda words: words[0].translate(CYRILLIC), part)
        if part.startswith("{")
        else part.translate(CYRILLIC)
        for part in parts
    )
