"""Strict reading of one YAML file: no second meanings, no hidden copies, and limits on size and depth."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import Any, Final

import yaml

from navigator.core.characters import oddity, placed, simplified
from navigator.core.codec import BROKEN
from navigator.core.faults import show
from navigator.core.model.kinds import Path
from navigator.load.lookalikes import lookalikes
from navigator.load.problem import Problem
from navigator.load.scalar import Refused, plain
from navigator.load.tree import TOP, Mapping, Sequence, Spot, marked, spot
from navigator.load.unseen import first_unseen, for_parser, hint_for, unseen, without_invisible

MAX_BYTES: Final = 1_000_000
"""A file larger than this is refused: a long policy has some 50 kB."""
MAX_DEPTH: Final = 20
"""Values nested deeper than this are refused: the model needs ten levels."""
MAX_PROBLEMS: Final = 1000
"""A file with so many problems is read no further."""

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the slow one where PyYAML lacks libyaml
_MERGE: Final = re.compile(r"^(<{7}|>{7}|\|{7})(?= |$)", re.MULTILINE)
"""What Git puts into a file around the two versions of what it could not merge."""
_UNCLOSED: Final = "unexpected end of stream"
_ADVICE: Final = (
    ("mapping values are not allowed", 'Put a text that holds ": " in quotes.'),
    ("could not find expected ':'", "Write `key: value`, or put the text in quotes."),
    ("did not find expected key", "Check the indentation and the quotes of this line and the one above."),
    ("did not find expected '-'", "Check the indentation: the items of a list begin in the same column."),
    ("cannot start any token", "Put the text in quotes."),
    (_UNCLOSED, "Close the quotes or brackets."),
)
_AS_UTF8: Final = "Save the file as UTF-8."

_NO_NAME: Final = "?"
"""Stands for a key that is none."""
_KNOWN_KEYS: Final[set[str]] = set()
"""Keys in plain letters that were read before: a few are read again and again."""
_MOST_KEYS: Final = 1000

_SCALAR: Final = yaml.ScalarEvent
_MAPPING_END: Final = yaml.MappingEndEvent
_SEQUENCE_END: Final = yaml.SequenceEndEvent

type _Event = Any
"""An event of the parser; PyYAML's types leave open whether it has marks, and it always has."""


class _Stop(Exception):
    """Reading cannot go on; the reason is already noted."""


def read(file: str, content: bytes) -> tuple[object, list[Problem]]:
    """Return the plain data of a file (BROKEN where it has none) and all that is wrong with it as YAML."""
    if len(content) > MAX_BYTES:
        return BROKEN, [_problem(file, TOP, f"is larger than {MAX_BYTES} bytes", "Split it.")]
    try:
        text = content.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        return BROKEN, [_not_utf8(file, content, error)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _MERGE.search(text):
        what = f"has the mark of a merge that is not done: {found[0]}"
        hint = "Keep one of the two versions, and take the marks out."
        return BROKEN, [_problem(file, _end(text[: found.start()]), what, hint)]
    told = unseen(file, text)
    reader = _Reader(file, text, hidden=bool(told))
    tree = reader.document()
    # A tab can stand for any number of spaces: what else is wrong may be its doing.
    return tree, told if "\t" in text else sorted({*told, *reader.problems})[:MAX_PROBLEMS]


def _not_utf8(file: str, content: bytes, error: UnicodeDecodeError) -> Problem:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _problem(file, TOP, "is saved as UTF-16", _AS_UTF8)
    before = content[: error.start].decode()
    what = f"is not UTF-8: the byte {content[error.start]:#04x}"
    return _problem(file, _end(before.replace("\r\n", "\n").replace("\r", "\n")), what, _AS_UTF8)


class _Reader:
    """Turns the events of the YAML parser into plain data."""

    def __init__(self, file: str, text: str, *, hidden: bool) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self._hidden = hidden
        """Whether the file has characters that it may not have, which have been told."""
        self._lookalikes = lookalikes(text)
        self._is_plain = not (hidden or self._lookalikes)
        """Whether every character is what it looks like, but for what an escape may put there."""
        self._has_escapes = "\\" in text
        self._event = _Loader(for_parser(text) if hidden else text).get_event

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
            self.problems += self._from_parser(error)
            return BROKEN
        except _Stop:
            return BROKEN
        return tree

    def _value(self, event: _Event, path: Path) -> object:
        kind = type(event)
        if kind is _SCALAR and event.anchor is None and event.tag is None:
            return self._scalar(event, path)
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
        if self._is_plain and not self._has_escapes and not event.implicit[0]:
            return event.value
        text = self._cleaned(event, path)
        if text is None:
            return BROKEN
        if not event.implicit[0]:
            return text
        if self._is_spoilt(event):
            return BROKEN
        try:
            return plain(text)
        except Refused as refused:
            return self._note(event, path, refused.what, refused.hint)

    def _cleaned(self, event: _Event, path: Path) -> str | None:
        """Return a text without what has been told of it; None where it has a hidden character, now told."""
        text: str = event.value
        if self._hidden:
            text = without_invisible(text)
        at = None if event.implicit[0] else first_unseen(text)
        if at is None:
            return text
        self._note(event, path, f"has {placed(text, at)}", hint_for(text[at]))
        return None

    def _is_spoilt(self, event: _Event) -> bool:
        """Say whether a sign of YAML in an unquoted text is none, and note it."""
        if not self._lookalikes:
            return False
        first, last = event.start_mark.line, event.end_mark.line
        near = (each for line in range(first, last + 1) for each in self._lookalikes.get(line, ()))
        spoiling = [each.problem(self.file) for each in near if each.spoils(first)]
        self.problems += spoiling[: MAX_PROBLEMS - len(self.problems)]
        return bool(spoiling)

    def _mapping(self, event: _Event, path: Path) -> Mapping:
        mapping = Mapping(marked(event.start_mark))
        marks, next_event = mapping.marks, self._event
        while type(key := next_event()) is not _MAPPING_END:
            name = self._key(key, path)
            first = marks.get(name)
            if first:
                what = f"is written twice: first on line {spot(mapping, (name,), on_key=True).line}"
                self._note(key, (*path, name), what, "Keep one of the two.")
            held = next_event()
            value = self._value(held, (*path, name))
            if not first:
                marks[name] = (marked(key.start_mark), marked(held.start_mark))
                mapping[name] = value
        return mapping

    def _key(self, event: _Event, path: Path) -> str:
        if self._is_plain and type(event) is _SCALAR and event.anchor is None and event.tag is None:
            known: str = event.value
            if known in _KNOWN_KEYS:
                return known
        if type(event) is not yaml.ScalarEvent:
            self._note(event, path, "has a key that is no word", "Write `key: value`.")
            self._value(event, (*path, _NO_NAME))
            return _NO_NAME
        name: str = event.value
        if name == "<<":
            self._note(event, path, "has a merge key (<<)", "Write the keys out in full.")
        elif event.anchor is not None or event.tag is not None:
            self._note(event, path, "has an anchor or a tag on a key", "Take it out.")
        elif self._is_spoilt(event):
            return _NO_NAME
        else:
            return self._key_in_plain_letters(event, path)
        return name

    def _key_in_plain_letters(self, event: _Event, path: Path) -> str:
        """Return a key; one with an odd character is noted, and then taken for what was meant by it."""
        name = self._cleaned(event, path)
        odd = oddity(name) if name else None
        if not name or odd is None:
            if name and len(_KNOWN_KEYS) < _MOST_KEYS:
                _KNOWN_KEYS.add(name)
            return name or _NO_NAME
        mark = event.start_mark
        for each in self._lookalikes.get(mark.line, ()):
            if each.column == mark.column:
                self.problems.append(each.problem(self.file))
                return _NO_NAME
        meant = simplified(name)
        hint = f"Write {meant}." if meant and meant.isascii() else "Write a key in plain letters."
        self._note(event, path, f"has a key with {odd}", hint)
        return meant or _NO_NAME

    def _sequence(self, event: _Event, path: Path) -> Sequence:
        sequence = Sequence(marked(event.start_mark))
        while type(item := self._event()) is not _SEQUENCE_END:
            sequence.marks.append(marked(item.start_mark))
            sequence.append(self._value(item, (*path, len(sequence))))
        return sequence

    def _note(self, event: _Event, path: Path, what: str, hint: str) -> object:
        mark = event.start_mark
        spot = Spot(mark.line + 1, mark.column + 1)
        self.problems.append(_problem(self.file, spot, what, hint, path))
        if len(self.problems) == MAX_PROBLEMS:
            raise _Stop
        return BROKEN

    def _from_parser(self, error: yaml.YAMLError) -> list[Problem]:
        """Return why the parser cannot go on: characters near there that are no signs, or what it says."""
        if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
            return [_problem(self.file, TOP, "cannot be read", "Save it as plain text in UTF-8.")]
        at, begun = error.problem_mark, error.context_mark
        near = {at.line, self._line_before(at.line), begun.line if begun else at.line}
        if found := [each for line in sorted(near) for each in self._lookalikes.get(line, ())]:
            return [each.problem(self.file) for each in found]
        said = error.problem or "it is no YAML"
        advice = next((advice for words, advice in _ADVICE if words in said), "Check this line.")
        if _UNCLOSED in said and begun and begun.line != at.line:
            advice = f"Close what begins on line {begun.line + 1}."
        return [_problem(self.file, Spot(at.line + 1, at.column + 1), f"cannot be read: {said}", advice)]

    def _line_before(self, number: int) -> int:
        """Return the number of the nearest line before another that is not blank, or the line itself."""
        return next((each for each in reversed(range(number)) if self.lines[each].strip()), number)


def _problem(file: str, spot: Spot, what: str, hint: str, path: Path = ()) -> Problem:
    return Problem(file, spot.line, spot.column, show(path), what, hint)


def _end(text: str) -> Spot:
    """Return the place just after a text."""
    return Spot(text.count("\n") + 1, len(text) - text.rfind("\n"))
