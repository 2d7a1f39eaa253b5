"""Plain data that remembers where in its file each value is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

import yaml

from navigator.core.faults import show
from navigator.core.model.kinds import Path
from navigator.load.problem import Problem, Severity

type Mark = int
"""A line and a column, both counted from 0, in one number: a library has very many."""

_COLUMNS: Final = 1 << 20
"""More than any line has."""


def marked(place: yaml.Mark) -> Mark:
    """Return a place of the parser's as a mark."""
    return place.line * _COLUMNS + place.column


class Mapping(dict[str, object]):
    """Keys and values, and where they stand."""

    __slots__ = ("mark", "marks")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.marks: dict[str, tuple[Mark, Mark]] = {}
        """For each key: where it and its value begin."""


class Sequence(list[object]):
    """Items, and where they stand."""

    __slots__ = ("mark", "marks")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.marks: list[Mark] = []
        """For each item: where it begins."""


class Spot(NamedTuple):
    """A line and column, both counted from 1."""

    line: int
    column: int


TOP = Spot(1, 1)


def spot(tree: object, path: Path, on_key: bool = False) -> Spot:
    """Return the place of the value (or the last key) of a path, or else of the nearest part around it."""
    found = tree.mark if isinstance(tree, Mapping | Sequence) else None
    for mark in _along(tree, path, on_key):
        found = mark
    if found is None:
        return TOP
    line, column = divmod(found, _COLUMNS)
    return Spot(line + 1, column + 1)


@dataclass(frozen=True)
class SourceFile:
    """One YAML file, read as far as possible."""

    shown: str
    """The name as reached from the working folder."""
    tree: object
    """Its plain data; BROKEN where it could not be read."""

    def problem(
        self, path: Path, what: str, hint: str, severity: Severity = Severity.ERROR, *, on_key: bool = False
    ) -> Problem:
        """Return a problem with the value of a path, or with its last key."""
        return Problem(self.shown, *spot(self.tree, path, on_key), show(path), what, hint, severity)


def _along(node: object, path: Path, on_key: bool) -> Iterator[Mark]:
    for depth, part in enumerate(path, 1):
        if isinstance(node, Mapping) and isinstance(part, str) and part in node:
            key, value = node.marks[part]
            # A value that begins on a later line is looked for at its key.
            elsewhere = value // _COLUMNS != key // _COLUMNS
            yield key if elsewhere or (on_key and depth == len(path)) else value
            node = node[part]
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node):
            yield node.marks[part]
            node = node[part]
        else:
            return


def texts(tree: object, key: str) -> Iterator[tuple[int, str]]:
    """Yield the text under a key of each item of a list, with the item's index, as far as there are any."""
    for index, item in enumerate(tree if isinstance(tree, list) else ()):
        if isinstance(item, dict) and isinstance(text := item.get(key), str):
            yield index, text
