"""What the checks work on: every part that could be read, with its place."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any

from navigator.check.steps import Steps, at_once
from navigator.check.walk import Walk, walking
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

    def __init__(
        self,
        loaded: Loaded,
        today: date,
        whole: "LocatedParts | None" = None,
        names: Container[str] | None = None,
    ) -> None:
        self.loaded = loaded
        self.today = today
        self.outcomes: dict[str, Outcome | Signpost | str] = {}
        """What is known already to come of some cases, by their ids."""
        self._whole = whole
        self._walk: Walk | None = None
        self.files = [file for name, file in loaded.files.items() if names is None or name in names]
        """The files that they are of."""
        self._kept: dict[str, Any] = {}
        self._by_class: dict[type, list[Located[Any]]] = defaultdict(list)
        for file in self.files:
            for path, part in file.notes.objects:
                self._by_class[type(part)].append(Located(file, path, part))

    def within(self, names: Container[str]) -> "LocatedParts":
        """Return the parts of some files, for a rule that looks at one file after the other."""
        return LocatedParts(self.loaded, self.today, self, names)

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

    @property
    def whole(self) -> "LocatedParts":
        """All parts, where these are those of some files only."""
        return self._whole or self

    @cached_property
    def played(self) -> dict[str, Outcome | Signpost | str]:
        """What comes of each case, by its id, or in words why nothing does; none of what is not whole.

        More than one rule looks at them, and to play them all takes a good part of a check.
        """
        at_once(self.playing())
        return self.outcomes

    def playing(self) -> Steps[None]:
        """Play each case that is not known yet, a case at a time."""
        library = self.loaded.library
        if library is None:
            return
        for case in library.scenarios:
            if case.id not in self.outcomes:
                self.outcomes[case.id] = play(library, case)
                yield

    @cached_property
    def walk(self) -> Walk:
        """Where all answers lead. Raises ValueError where the library is not whole."""
        return self._walk or at_once(self.walking())

    def walking(self) -> Steps[Walk]:
        """Find out in steps. Raises ValueError where the library is not whole."""
        if self.loaded.library is None:
            raise ValueError("what is not whole has no ways through it")
        self._walk = yield from walking(self.loaded.library)
        return self._walk

    def of[T](self, cls: type[T]) -> Iterable[Located[T]]:
        """Return every part of a class."""
        return self._by_class.get(cls, ())
