"""One file of a data folder with the objects that it describes."""

import re
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from navigator.core.characters import oddity
from navigator.core.codec import BROKEN, DecodeNotes, decode_collecting
from navigator.core.faults import DataError, quote
from navigator.core.model.kinds import Path as Way
from navigator.core.model.words import ENGLISH
from navigator.load.file_names import shown
from navigator.load.kept import Kept
from navigator.load.layout import ITEMS, LISTS, SERVICE, own_id
from navigator.load.names import Names
from navigator.load.placed import PlacedFile
from navigator.load.problem import Problem, Severity
from navigator.load.tree import Sequence, SourceFile
from navigator.load.words import PSEUDO

_MOST: Final = 100
"""No more problems of one file than this are reported."""


@dataclass(frozen=True)
class File(PlacedFile):
    """One file of the library with all that it describes."""

    items: tuple[Any, ...]
    """The objects it describes, as far as they could be made; one, unless it holds a list."""
    notes: DecodeNotes
    """References and parts, whether or not the whole could be made."""
    written: dict[str, str]
    """The names of its service that are others outside, by what they are there: see `Names`."""

    @property
    def part(self) -> str:
        """What it holds of the library: `roles`, or `policies/irm` where each item has a file."""
        if self.place not in ITEMS:
            return self.place.name
        return f"{self.place.name}/{next((item.id for item in self.items), own_id(self.name))}"

    def problem(
        self, path: Way, what: str, hint: str, severity: Severity = Severity.ERROR, *, on_key: bool = False
    ) -> Problem:
        """Return a problem with the value of a path, in the names that stand in the file."""
        told = super().problem(path, what, hint, severity, on_key=on_key)
        if not self.written:
            return told
        return replace(told, what=self._as_written(told.what), hint=self._as_written(told.hint))

    def _as_written(self, text: str) -> str:
        return _NAME.sub(lambda name: self.written.get(name[0], name[0]), text)


_NAME: Final = re.compile("[a-z0-9][a-z0-9_-]*")


type Read = tuple[File, tuple[Problem, ...]]
"""A file, and what is wrong in it."""


def objects_of(
    read: PlacedFile, names: Names, language: str, problems: list[Problem], kept: Kept[Read]
) -> File:
    """Return a file with the objects that it describes, in the names that hold outside its folder."""
    state = (read.digest, names.as_state(read.service))
    file, wrong = kept.of((read.shown, language), state, lambda: _understood(read, names, language))
    problems += wrong
    return file


def _understood(read: PlacedFile, names: Names, language: str) -> Read:
    place, tree, wrong = read.place, read.tree, list(read.wrong)
    path = Path(read.name)
    if odd := oddity(path.stem):
        what, hint = f"has a name with {odd}", "Name it in plain letters."
        wrong.append(Problem(read.shown, 1, 1, "the file", what, hint))
    notes = DecodeNotes(
        language if language != PSEUDO else ENGLISH, lambda to, name: names.outside(read.service, to, name)
    )
    items: list[object]
    if place not in LISTS:
        items = [_item(read, names, tree, notes)]
    elif isinstance(tree, Sequence):
        items = [_item(read, names, item, notes, index) for index, item in enumerate(tree)]
    else:
        items = []
        if tree is not BROKEN:
            notes.faults.append(DataError((), "is not a list", "Begin each item with a dash."))
    made = tuple(item for item in items if item is not None)
    written = {outside: own for held in names.renamed(read.service).values() for own, outside in held.items()}
    held = {field.name: getattr(read, field.name) for field in fields(PlacedFile)}
    file = File(**held, items=made, notes=notes, written=written)
    wrong += (file.problem(each.path, each.what, each.hint, on_key=each.on_key) for each in notes.faults)
    if place in ITEMS and isinstance(tree, dict):
        right = own_id(read.name)
        own = tree.get("id", right)
        if own not in (right, BROKEN) and not odd:
            of = (
                f"folder is {shown(Path(right))}" if place is SERVICE else f"file is {shown(Path(path.name))}"
            )
            what = f"is {quote(str(own))}, but the {of}"
            wrong.append(SourceFile.problem(file, ("id",), what, "Give both the same name."))
    told = sorted(wrong)[:_MOST]
    if len(wrong) > _MOST:
        told.append(file.problem((), f"has {len(wrong) - _MOST} more problems", "Mend those told first."))
    return file, tuple(told)


def _item(read: PlacedFile, names: Names, tree: object, notes: DecodeNotes, *path: int) -> object:
    """Return an item as it is called outside the folder of its service."""
    item: Any = decode_collecting(read.place.cls, tree, notes, path)
    if item is None or not read.service or not hasattr(item, "id"):
        return item
    outside = names.outside(read.service, read.place.name, item.id)
    if outside != item.id:
        item = replace(item, id=outside)
        notes.objects[-1] = (path, item)
    return item
