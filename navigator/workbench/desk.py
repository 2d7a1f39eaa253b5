"""A data folder on the workbench: its files, what was read of them, and what is wrong with them."""

from collections.abc import Callable, Generator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from time import perf_counter
from typing import Any, Final

from navigator.check.located import LocatedParts
from navigator.check.quick import is_sound
from navigator.core.model import Library
from navigator.core.model.words import ENGLISH
from navigator.load.content import Unreadable, content
from navigator.load.folder import files_within
from navigator.load.layout import NATIONAL, SERVICES, WORDS
from navigator.load.library import FolderRead, KeptFiles, Loaded, put_together, read_folder
from navigator.load.national import is_own, placed
from navigator.load.strict_yaml import MAX_BYTES

type Answer = dict[str, Any]
"""An answer, as plain data for JSON."""

type Steps = Generator[None, None, Answer]
"""An answer that takes a while, in steps: between two of them something else may be asked."""

_TOLD: Final = 1000
"""Milliseconds in a second."""


class Desk:
    """A data folder, and all that was read of it for as long as its files stay the same."""

    def __init__(self, folder: Path, today: date, kept: KeptFiles | None = None) -> None:
        """Take a folder and the day that it is checked on; `kept` holds what was read of it before."""
        self.folder = folder
        self.today = today
        self.edition = 0
        """How often a file was changed: what was worked out for an earlier edition is out of date."""
        self.edited: frozenset[str] = frozenset()
        """The paths that were changed last."""
        self.held: dict[str, Any] = {}
        """What else somebody keeps of this folder, by a name of their own."""
        self.kept = kept or KeptFiles()
        """What was read of the files."""
        self._read: FolderRead | None = None
        self._loaded: Loaded | None = None
        self._sound: Library | None = None

    @property
    def loaded(self) -> Loaded:
        """What comes of reading the folder as it is now."""
        if self._loaded is None:
            if self._read is None:
                self._read = read_folder(self.folder, self.kept)
            self._loaded = put_together(self._read, ENGLISH, self.kept)
        return self._loaded

    @property
    def parts(self) -> LocatedParts:
        """All that the checks look at, as it is now."""
        return self.keep("parts", lambda: LocatedParts(self.loaded, self.today))

    @property
    def is_sound(self) -> bool:
        """Whether the engine can rely on the files as they are now; cases may differ."""
        sound = self.keep("sound", lambda: is_sound(self.parts))
        if sound:
            self._sound = self.loaded.library
        return sound

    @property
    def sound(self) -> Library | None:
        """The library of the last state that the engine could rely on; None where there was none."""
        return self.loaded.library if self.is_sound else self._sound

    @property
    def paths(self) -> list[str]:
        """The paths of all files that somebody may read here, in order."""
        homes = [self.folder / SERVICES, self.folder / WORDS, placed(self.folder, NATIONAL)]
        found = [self.path_of(path) for home in homes for path in home.rglob("*") if path.is_file()]
        beside = (name for name in files_within(self.folder))
        return sorted({*found, *beside})

    def path_of(self, path: Path) -> str:
        """Return the path within the data folder of a file on the disk."""
        national = placed(self.folder, NATIONAL)
        if path.is_relative_to(national):
            return f"{NATIONAL}/{path.relative_to(national).as_posix()}"
        return path.relative_to(self.folder).as_posix()

    def may_change(self, path: str) -> bool:
        """Say whether a path is one of a file in this folder: what comes with the package stays as it is."""
        parts = PurePosixPath(path).parts
        if not parts or parts[0] == "/" or ".." in parts or "\\" in path:
            return False
        return parts[0] != NATIONAL or is_own(self.folder)

    def text(self, path: str) -> str | None:
        """Return what stands in a file; None where it is not there, or is no text."""
        try:
            return content(placed(self.folder, path), MAX_BYTES).decode()
        except (Unreadable, UnicodeDecodeError):
            return None

    def put(self, files: Mapping[str, str | None]) -> None:
        """Write texts into files, and take those away that have none. Raises ValueError for a wrong path."""
        wrong = [path for path in files if not self.may_change(path)]
        if wrong:
            raise ValueError(f"no file of this folder: {', '.join(wrong)}")
        there = [path for path, text in files.items() if text is not None and (self.folder / path).exists()]
        for path, text in files.items():
            place = self.folder / path
            if text is None:
                place.unlink(missing_ok=True)
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(text.encode())
        self.edition += 1
        self.edited = frozenset(files)
        self._loaded = None
        if self._read and len(there) == len(files):
            self._read = self._read.again(set(there), self.kept)  # and nothing else of the folder
        else:
            self._read = None

    def keep[T](self, name: str, make: Callable[[], T]) -> T:
        """Return what was made of this edition of the folder under a name, and make it the first time."""
        held = self.held.get(name)
        if held is None or held[0] != self.edition:
            held = self.held[name] = (self.edition, make())
        made: T = held[1]
        return made


def milliseconds(since: float) -> int:
    """Return how long ago a moment of `perf_counter` was."""
    return round((perf_counter() - since) * _TOLD)
