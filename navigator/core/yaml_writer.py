"""A part of the library as YAML, as an author would write it: keys and lists in blocks, and texts in quotes.

It is for what `navigator check` reads again. Reading YAML is not done here.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from typing import Final

from navigator.core.shape import shape_of

WIDTH: Final = 110
"""A line of a text is broken after so many characters."""
_NAME: Final = re.compile(r"[a-z][a-z0-9]*([-_/][a-z0-9]+)*")
_WORDS: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""Names that YAML would take for something else."""
_UNSEEN: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What JSON leaves as it is, and YAML takes for a break of a line or for no character at all."""


def as_yaml(value: object) -> str:
    """Return an object of the model as a YAML document; what equals its default is left out."""
    return "".join(f"{line}\n" for line in _object(value))


def _object(value: object) -> Iterator[str]:
    for field, part in shape_of(type(value)).told(value):
        if isinstance(part, tuple) and part:
            yield f"{field.key}:"
            for item in part:
                first, *rest = _object(item) if is_dataclass(item) else _scalar(item)
                yield f"  - {first}"
                yield from (f"    {line}" for line in rest)
        elif is_dataclass(part):
            yield f"{field.key}:"
            yield from (f"  {line}" for line in _object(part))
        else:
            first, *rest = ["[]"] if part == () else _scalar(part)
            yield f"{field.key}: {first}"
            yield from (f"  {line}" for line in rest)


def _scalar(value: object) -> list[str]:
    """Return the lines of a value without parts. Raises TypeError for a kind that no model holds."""
    match value:
        case bool():
            return ["true" if value else "false"]
        case Enum():
            return _text(str(value.value))
        case int():
            return [str(value)]
        case date():
            return [value.isoformat()]
        case str():
            return _text(value)
        case _:
            raise TypeError(f"{type(value).__name__} cannot be written")


def _text(text: str) -> list[str]:
    """Return a name as it is, and any other text in quotes; a long one on several lines, broken at spaces."""
    if _NAME.fullmatch(text) and text not in _WORDS:
        return [text]
    quoted = _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
    lines = [""]
    for word in re.split(r"(?<=\S) (?=\S)", quoted):  # YAML reads the break of a line as one space
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and len(longer) > WIDTH:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
