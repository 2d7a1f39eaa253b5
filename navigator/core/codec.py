"""Plain data to frozen dataclasses and back, by their type hints.

Reading never stops at the first fault: all of them are noted, each with its path, so that an author
sees them at once.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Final, get_args, get_origin

from navigator.core.faults import (
    DATE_HINT,
    MOST_HINTS,
    DataError,
    DecodeError,
    as_text,
    did_you_mean,
    kind,
    misspelt,
    quote,
    wanted,
)
from navigator.core.model.kinds import RUNNING, Mentions, Path, Pattern, Ref
from navigator.core.model.words import ENGLISH, LANGUAGE_TAG
from navigator.core.shape import once_per_type, shape_of, unwrap

BROKEN: Final = object()
"""Stands for a value that cannot be used and whose fault is already noted."""

_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class IdReference:
    """A text that names something declared elsewhere."""

    path: Path
    """The path of the text."""
    to: str
    """The collection it points into."""
    name: str
    """The id it names."""


def as_written(_: str, name: str) -> str:
    """Return a name as it stands in the data."""
    return name


@dataclass
class DecodeNotes:
    """What reading notes in addition to the object it returns, whether or not there is one."""

    language: str = ENGLISH
    """The language in which to take a text that is there in several."""
    known_as: Callable[[str, str], str] = as_written
    """What the id of a collection is called where the object is used, if not as in the data."""
    untranslated: bool = False
    """True where some running text is not there in that language."""
    faults: list[DataError] = field(default_factory=list)
    """Everything wrong."""
    references: list[IdReference] = field(default_factory=list)
    """Every text that is the id of something else."""
    objects: list[tuple[Path, object]] = field(default_factory=list)
    """Every object that could be read, parts before wholes; also those within an object that could not."""

    def broken(self, data: object, path: Path, what: str, hint: str, on_key: bool = False) -> object:
        """Note what is wrong with a value or its key, unless it is BROKEN already, and return BROKEN."""
        if data is not BROKEN:
            self.faults.append(DataError(path, what, hint, on_key))
        return BROKEN


def decode[T](cls: type[T], data: object) -> T:
    """Return the object that plain data describes. Raises DecodeError, with all that is wrong."""
    notes = DecodeNotes()
    decoded = decode_collecting(cls, data, notes)
    if decoded is None or notes.faults:
        raise DecodeError(notes.faults)
    return decoded


def decode_collecting[T](cls: type[T], data: object, notes: DecodeNotes, path: Path = ()) -> T | None:
    """Return the object that plain data describes, or None; note faults, references and all parts read."""
    decoded: T = _object_reader(cls)(data, path, notes)
    return None if decoded is BROKEN else decoded


def encode(value: object) -> Any:  # noqa: ANN401 - plain data has no narrower type
    """Return plain data that `decode` turns into an equal value; what equals its default is left out."""
    return plain(value, _by_keys)


def plain(value: object, of_object: Callable[[object], Any]) -> Any:  # noqa: ANN401 - plain data
    """Return a value as plain data, in which a function writes the objects of the model."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item, of_object) for item in value]
    return of_object(value) if is_dataclass(value) else value


def _by_keys(value: object) -> Any:  # noqa: ANN401 - plain data
    shape = shape_of(type(value))
    data = {field.key: encode(part) for field, part in shape.told(value)}
    return data[shape.shorthand] if shape.shorthand and data.keys() == {shape.shorthand} else data


type _Read = Callable[[object, Path, DecodeNotes], Any]
"""Reads one value at a path; returns BROKEN after noting a fault."""


@once_per_type
def _reader(hint: Any) -> _Read:  # noqa: ANN401 - a type hint may be anything
    """Return the function that reads values of a type; made once for each type."""
    bare, marks = unwrap(hint)
    if get_origin(bare) is tuple:
        return _list_reader(get_args(bare)[0])
    if is_dataclass(bare):
        return _object_reader(bare)
    if bare is str:
        return _text_reader(marks)
    if get_origin(bare) is dict:
        return _mapping_reader(get_args(bare)[1])
    return _PLAIN_READERS[bare] if bare in _PLAIN_READERS else _enum_reader(bare)


def _plain_reader(cls: type, fits: Callable[[str], object], what: str, hint: str) -> _Read:
    def read(data: object, path: Path, notes: DecodeNotes) -> object:
        if type(data) is cls:  # not isinstance: True is an int
            return data
        return notes.broken(data, path, *misspelt(data, fits, what, hint))

    return read


def _text_reader(marks: tuple[Any, ...]) -> _Read:
    pattern = next((mark for mark in marks if isinstance(mark, Pattern)), None)
    matches = re.compile(pattern.regex).fullmatch if pattern else None
    says = pattern.says if pattern else ""
    to = next((mark.to for mark in marks if isinstance(mark, Ref)), None)
    mentions = tuple(mark for mark in marks if isinstance(mark, Mentions))

    def read(data: object, path: Path, notes: DecodeNotes) -> object:
        if type(data) is not str:
            return notes.broken(data, path, f"is {kind(data)}, not text", as_text(data, to))
        if matches and not matches(data):
            fault = misspelt(data, matches, f"has the wrong form: {quote(data)}", f"Write {says}.")
            return notes.broken(data, path, *fault)
        if to:
            notes.references.append(IdReference(path, to, data))
            return notes.known_as(to, data)
        for mentioned in mentions if notes.known_as is not as_written else ():
            data = mentioned.renamed(data, notes.known_as)
        return data

    return _language_reader(read) if pattern is RUNNING else read


def _language_reader(read_text: _Read) -> _Read:
    """Return what reads a running text, which may be given once or under the tags of several languages."""

    def read(data: object, path: Path, notes: DecodeNotes) -> object:
        if not isinstance(data, dict) or not any(map(LANGUAGE_TAG.fullmatch, data)):
            notes.untranslated |= notes.language != ENGLISH
            return read_text(data, path, notes)
        texts = {}
        for tag, text in data.items():
            if LANGUAGE_TAG.fullmatch(tag):
                texts[tag] = read_text(text, (*path, tag), notes)
            else:
                hint = f"Write text, or a text under each language tag, such as {ENGLISH}."
                texts[tag] = notes.broken(None, (*path, tag), "is not a language tag", hint, True)
        if ENGLISH not in texts:
            hint = "Write it too: it is shown where another language lacks the text."
            return notes.broken(data, (*path, ENGLISH), "is missing", hint)
        notes.untranslated |= notes.language not in texts
        return BROKEN if BROKEN in texts.values() else texts.get(notes.language, texts[ENGLISH])

    return read


def _read_date(data: object, path: Path, notes: DecodeNotes) -> object:
    if type(data) is not str or not _ISO_DATE.fullmatch(data):
        return notes.broken(data, path, *misspelt(data, _ISO_DATE.fullmatch, "is not a date", DATE_HINT))
    try:
        return date.fromisoformat(data)
    except ValueError:
        return notes.broken(data, path, f"is no day in the calendar: {quote(data)}", DATE_HINT)


_PLAIN_READERS: Final = {
    bool: _plain_reader(
        bool,
        re.compile("true|false").fullmatch,
        "is not true or false",
        "Write true or false, without quotes.",
    ),
    int: _plain_reader(
        int,
        re.compile("-?[0-9]+").fullmatch,
        "is not a whole number",
        "Write a whole number, without quotes.",
    ),
    date: _read_date,
}


def _enum_reader(cls: type[Enum]) -> _Read:
    members: dict[object, Enum] = {member.value: member for member in cls}
    choices = f"Write one of: {', '.join(map(str, members))}."

    def read(data: object, path: Path, notes: DecodeNotes) -> object:
        if type(data) is str and data in members:
            return members[data]
        named = quote(data) if type(data) is str else kind(data)
        fault = misspelt(data, members.__contains__, f"is not one of the choices: {named}", choices)
        return notes.broken(data, path, *fault)

    return read


def _list_reader(hint: object) -> _Read:
    read_item = _reader(hint)

    def read(data: object, path: Path, notes: DecodeNotes) -> object:
        if not isinstance(data, list):
            advice = "Write a list: each item on its own line after a dash."
            return notes.broken(data, path, f"is {kind(data)}, not a list", advice)
        items = tuple([read_item(item, (*path, index), notes) for index, item in enumerate(data)])
        return BROKEN if any(item is BROKEN for item in items) else items

    return read


def _mapping_reader(hint: object) -> _Read:
    read_value = _reader(hint)

    def read(data: object, path: Path, notes: DecodeNotes) -> object:
        if not isinstance(data, dict):
            return notes.broken(data, path, f"is {kind(data)}, not keys with values", "Write keys.")
        values = {key: read_value(value, (*path, key), notes) for key, value in data.items()}
        return BROKEN if any(value is BROKEN for value in values.values()) else values

    return read


@once_per_type
def _object_reader(cls: type) -> _Read:
    shape = shape_of(cls)
    # A type may hold itself (a stage its levels), so the readers of the fields are made at first use.
    known: dict[str, tuple[str, _Read]] = {}
    required = [each for each in shape.fields if each.required]

    def read(data: object, path: Path, notes: DecodeNotes) -> object:
        if not known:
            known.update((field.key, (field.name, _reader(field.hint))) for field in shape.fields)
        if shape.shorthand and not isinstance(data, dict):
            data = {shape.shorthand: data}
        if not isinstance(data, dict):
            hint = f"Write it with these keys: {', '.join(shape.required or known)}."
            return notes.broken(data, path, f"is {kind(data)}, not keys with values", hint)
        values, whole = {}, True
        for key, held in data.items():
            if key in known:
                name, read_field = known[key]
                values[name] = value = read_field(held, (*path, key), notes)
                whole = whole and value is not BROKEN
            else:
                hint = did_you_mean(str(key), known) if len(notes.faults) < MOST_HINTS else ""
                notes.broken(None, (*path, key), "is not a key known here", hint, True)
                whole = False
        for lacking in required:
            if lacking.key not in data:
                notes.broken(None, (*path, lacking.key), "is missing", wanted(lacking))
                whole = False
        if not whole:
            return BROKEN
        decoded = cls(**values)
        notes.objects.append((path, decoded))
        return decoded

    return read
