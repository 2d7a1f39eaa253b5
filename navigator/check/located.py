"""What the checks work on: every part that could be read, with its place."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any

from navigator.check.walk import Walk, walked
from navigator.core.cases import play
from navigator.core.model import Signpost
from navigator.core.model.kinds import Path
from navigator.core.outcome import Outcome
from navigator.load.files import File
from navigator.load.library import Loaded
from navigator.load.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Located[T]:
    """A part of the library and where it is written."""

    file: File
    """The file."""
    path: Path
    """The way to it within the file."""
    value: T
    """The part."""

    def error(self, what: str, hint: str, *within: str | int, on_key: bool = False) -> Problem:
        """Return an error with this part, or with a value within it."""
        return self.file.problem((*self.path, *within), what, hint, on_key=on_key)

    def is_written(self, *within: str | int) -> bool:
        """Say whether a value within this part stands in its file, and is not one that loading put there."""
        node = self.file.tree
        for step in (*self.path, *within):
            try:
                node = node[step]  # type: ignore[index] # what has no such part raises
            except (KeyError, IndexError, TypeError):
                return False
        return True

    def finding(self, what: str, hint: str, *within: str | int) -> Problem:
        """Return a finding with this part, or with a value within it."""
        return self.file.problem((*self.path, *within), what, hint, Severity.FINDING)


class LocatedParts:
    """The parts of a data folder by their class, also those of a file or an object that is not whole."""

    def __init__(self, loaded: Loaded, today: date) -> None:
        self.loaded = loaded
        self.today = today
        self._kept: dict[str, Any] = {}
        self._by_class: dict[type, list[Located[Any]]] = defaultdict(list)
        for file in loaded.files.values():
            for path, part in file.notes.objects:
                self._by_class[type(part)].append(Located(file, path, part))

    def keep[T](self, name: str, find: Callable[[], T]) -> T:
        """Return what was found under a name, and find it the first time that it is asked for."""
        if name not in self._kept:
            self._kept[name] = find()
        found: T = self._kept[name]
        return found

    @property
    def classes(self) -> Iterable[type]:
        """Every class that some part is of."""
        return self._by_class.keys()

    def all(self) -> Iterator[Located[object]]:
        """Yield every part."""
        return chain.from_iterable(self._by_class.values())

    @cached_property
    def played(self) -> dict[str, Outcome | Signpost | str]:
        """What comes of each case, by its id, or in words why nothing does; none of what is not whole.

        More than one rule looks at them, and to play them all takes a good part of a check.
        """
        library = self.loaded.library
        return {case.id: play(library, case) for case in library.scenarios} if library else {}

    @cached_property
    def walk(self) -> Walk:
        """Where all answers lead. Raises ValueError where the library is not whole."""
        if self.loaded.library is None:
            raise ValueError("what is not whole has no ways through it")
        return walked(self.loaded.library)

    def of[T](self, cls: type[T]) -> Iterable[Located[T]]:
        """Return every part of a class."""
        return self._by_class.get(cls, ())
