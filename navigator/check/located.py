"""What the checks work on: every part that could be read, with its place."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navigator.core.model.kinds import Path
from navigator.load.library import File, Loaded
from navigator.load.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Found[T]:
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

    def finding(self, what: str, hint: str, *within: str | int) -> Problem:
        """Return a finding with this part, or with a value within it."""
        return self.file.problem((*self.path, *within), what, hint, Severity.FINDING)


class Material:
    """The parts of a data folder by their kind, including those of things that are not whole."""

    def __init__(self, loaded: Loaded, today: date) -> None:
        self.loaded = loaded
        self.today = today
        self._parts: dict[type, list[tuple[File, Path, object]]] = defaultdict(list)
        for file in loaded.files.values():
            for path, part in file.notes.objects:
                self._parts[type(part)].append((file, path, part))

    def all(self) -> Iterator[Found[object]]:
        """Yield every part."""
        for parts in self._parts.values():
            for file, path, part in parts:
                yield Found(file, path, part)

    def of[T](self, cls: type[T]) -> Iterator[Found[T]]:
        """Yield every part of a kind."""
        for file, path, part in self._parts.get(cls, ()):
            if isinstance(part, cls):
                yield Found(file, path, part)
