"""Strict reading of one YAML file: no second meanings, no hidden copies, and limits on size and depth."""

import re
from itertools import islice
from typing import Any, Final

import yaml

from navigator.core.codec import BROKEN
from navigator.core.faults import show
from navigator.core.model.kinds import Path
from navigator.load.problem import Problem
from navigator.load.scalar import Refused, plain
from navigator.load.tree import TOP, Mapping, Sequence, Spot

MAX_BYTES: Final = 1_000_000
"""A file larger than this is refused: a long policy has some 50 kB."""
MAX_DEPTH: Final = 20
"""Values nested deeper than this are refused: the model needs ten levels."""
MAX_PROBLEMS: Final = 1000
"""A file with so many problems is read no further."""

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the slow one where PyYAML lacks libyaml
_NOT_PRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ADVICE: Final = (
    ("mapping values are not allowed", 'Put a text that holds ": " in quotes.'),
    ("could not find expected ':'", "Write `key: value`, or put the text in quotes."),
    ("did not find expected key", "Check the indentation and the quotes of this line and the one above."),
    ("did not find expected '-'", "Check the indentation: the items of a list begin in the same column."),
    ("cannot start any token", "Put the text in quotes."),
    ("unexpected end of stream", "Close the quotes or brackets."),
)


_NO_NAME: Final = "?"
"""Stands for a key that is none."""

type _Event = Any
"""An event of the parser; PyYAML's types leave open whether it has marks, and it always has."""


class _Stop(Exception):
    """Reading cannot go on; the reason is already noted."""


def read(file: str, content: bytes) -> tuple[object, list[Problem]]:
    """Return the plain data of a file (BROKEN where it has none) and all that is wrong with it as YAML."""
    if len(content) > MAX_BYTES:
        return BROKEN, [_problem(file, TOP, f"is larger than {MAX_BYTES} bytes", "Split it.")]
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        what = f"is not UTF-8: the byte {content[error.start]:#04x}"
        return BROKEN, [_problem(file, _end(before), what, "Save the file as UTF-8.")]
    inside = text.find("\ufeff", 1)
    if inside > 0:  # some readers pass over it, to others it is part of a word
        return BROKEN, [_problem(file, _end(text[:inside]), "has a byte order mark inside", "Take it out.")]
    lines = text.split("\n") if "\t" in text else ()
    with_tabs = ((number, line.index("\t") + 1) for number, line in enumerate(lines, 1) if "\t" in line)
    tabs = [
        _problem(file, Spot(*place), "has a tab", "Use spaces.") for place in islice(with_tabs, MAX_PROBLEMS)
    ]
    # With a space for each tab the columns stay right, and what else is wrong can be told as well.
    reader = _Reader(file, text.replace("\t", " "))
    tree = reader.document()
    return tree, tabs or reader.problems


class _Reader:
    """Turns the events of the YAML parser into plain data."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.problems: list[Problem] = []
        self._event = _Loader(text).get_event

    def document(self) -> object:
        """Return the file's one document."""
        try:
            self._event()
            if type(first := self._event()) is yaml.StreamEndEvent:
                self._note(first, (), "is empty", "Write its content.")
                return BROKEN
            tree = self._value(self._event(), ())
            self._event()
            if type(second := self._event()) is not yaml.StreamEndEvent:
                self._note(second, (), "has a second document", "Take out the line ---.")
        except yaml.YAMLError as error:
            self.problems.append(self._from_parser(error))
            return BROKEN
        except _Stop:
            return BROKEN
        return tree

    def _value(self, event: _Event, path: Path) -> object:
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self._note(event, path, "is an alias (*)", "Write the value out in full.")
        if event.anchor is not None:
            self._note(event, path, "has an anchor (&)", "Take the anchor out.")
        if event.tag is not None:
            self._note(event, path, "has a tag (!)", "Take the tag out.")
        if kind is yaml.ScalarEvent:
            return self._scalar(event, path)
        if len(path) >= MAX_DEPTH:
            self._note(event, path, "is nested too deep", f"Use at most {MAX_DEPTH} levels.")
            raise _Stop
        return self._mapping(event, path) if kind is yaml.MappingStartEvent else self._sequence(event, path)

    def _scalar(self, event: _Event, path: Path) -> object:
        if not event.implicit[0]:
            return self._note_hidden(event, path) if _NOT_PRINTABLE.search(event.value) else event.value
        try:
            return plain(event.value)
        except Refused as refused:
            return self._note(event, path, refused.what, refused.hint)

    def _mapping(self, event: _Event, path: Path) -> Mapping:
        mapping = Mapping(event.start_mark)
        while type(key := self._event()) is not yaml.MappingEndEvent:
            name = self._key(key, path)
            first = mapping.marks.get(name)
            if first:
                what = f"is written twice: first on line {first[0].line + 1}"
                self._note(key, (*path, name), what, "Keep one of the two.")
            held = self._event()
            value = self._value(held, (*path, name))
            if not first:
                mapping.marks[name] = (key.start_mark, held.start_mark)
                mapping[name] = value
        return mapping

    def _key(self, event: _Event, path: Path) -> str:
        if type(event) is not yaml.ScalarEvent:
            self._note(event, path, "has a key that is no word", "Write `key: value`.")
            self._value(event, (*path, _NO_NAME))
            return _NO_NAME
        name: str = event.value
        if name == "<<":
            self._note(event, path, "has a merge key (<<)", "Write the keys out in full.")
        elif event.anchor is not None or event.tag is not None:
            self._note(event, path, "has an anchor or a tag on a key", "Take it out.")
        elif _NOT_PRINTABLE.search(name):
            self._note_hidden(event, path)
            return _NO_NAME
        return name

    def _sequence(self, event: _Event, path: Path) -> Sequence:
        sequence = Sequence(event.start_mark)
        while type(item := self._event()) is not yaml.SequenceEndEvent:
            sequence.marks.append(item.start_mark)
            sequence.append(self._value(item, (*path, len(sequence))))
        return sequence

    def _note_hidden(self, event: _Event, path: Path) -> object:
        return self._note(event, path, "has a control character", "Take it out.")

    def _note(self, event: _Event, path: Path, what: str, hint: str) -> object:
        mark = event.start_mark
        spot = Spot(mark.line + 1, mark.column + 1)
        self.problems.append(_problem(self.file, spot, what, hint, path))
        if len(self.problems) == MAX_PROBLEMS:
            raise _Stop
        return BROKEN

    def _from_parser(self, error: yaml.YAMLError) -> Problem:
        if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
            spot = Spot(error.problem_mark.line + 1, error.problem_mark.column + 1)
            said = error.problem or "it is no YAML"
            advice = next((advice for words, advice in _ADVICE if words in said), "Check this line.")
            return _problem(self.file, spot, f"cannot be read: {said}", advice)
        strange = _NOT_PRINTABLE.search(self.text)
        spot = _end(self.text[: strange.start()]) if strange else TOP
        return _problem(self.file, spot, "has a control character", "Take it out.")


def _problem(file: str, spot: Spot, what: str, hint: str, path: Path = ()) -> Problem:
    return Problem(file, spot.line, spot.column, show(path), what, hint)


def _end(text: str) -> Spot:
    """Return the place just after a text."""
    return Spot(text.count("\n") + 1, len(text) - text.rfind("\n"))
