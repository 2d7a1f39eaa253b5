"""The data folder as a library, with everything that is wrong in any of its files."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from navigator.core.model import Library
from navigator.core.model.words import ENGLISH
from navigator.load import gc_pause
from navigator.load.files import File, Read, objects_of
from navigator.load.folder import Named, strays
from navigator.load.folder import files as named_files
from navigator.load.kept import Kept
from navigator.load.names import Names
from navigator.load.placed import PlacedFile, parse
from navigator.load.problem import Problem
from navigator.load.whole import give_own_policies, whole
from navigator.load.words import WordsFile, words_files, words_in


@dataclass(frozen=True)
class Loaded:
    """What came of reading a data folder."""

    folder: Path
    """The folder."""
    library: Library | None
    """The whole, where every file is in order by itself; `navigator.check` looks at how they fit together."""
    problems: tuple[Problem, ...]
    """Everything that is wrong in any one file, in order of place."""
    files: dict[str, File] = field(repr=False)
    """The files by their names within the folder."""
    names: Names = field(repr=False)
    """The names that the files declare."""
    words: list[WordsFile] = field(repr=False, default_factory=list)
    """The languages that the folder has words of its own in."""

    def of(self, name: str) -> list[File]:
        """Return the files of a part of the library, wherever they are."""
        return [file for file in self.files.values() if file.place.name == name]

    def of_part(self, part: str) -> File:
        """Return the file of an item, such as `policies/norfolk-complaint`. Raises KeyError."""
        return self._by_part[part]

    @cached_property
    def _by_part(self) -> dict[str, File]:
        return {file.part: file for file in self.files.values()}


class KeptFiles:
    """What was read of a data folder, for somebody who changes one file of many and reads it all again."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self.trees: Kept[PlacedFile] = Kept()
        self.objects: Kept[Read] = Kept()

    def copy(self) -> "KeptFiles":
        """Return what is kept now, for somebody who reads other files for a moment."""
        copied = KeptFiles()
        copied.trees, copied.objects = self.trees.copy(), self.objects.copy()
        return copied


@dataclass(frozen=True)
class FolderRead:
    """The files of a data folder, each as plain data: nothing is put together yet."""

    folder: Path
    """The folder."""
    files: tuple[PlacedFile, ...]
    """The files that could be read."""
    words: tuple[WordsFile, ...]
    """The languages that the folder has words of its own in."""
    problems: tuple[Problem, ...]
    """What is wrong with folders, with files that could not be read, and with words."""

    def again(self, names: AbstractSet[str], kept: KeptFiles) -> "FolderRead | None":
        """Return the same with some files read again; None where they are not all there."""
        if not names <= {file.name for file in self.files}:
            return None
        wrong: list[Problem] = []
        read = [
            parse(self.folder, Named(file.name, file.place, file.service), wrong, kept.trees)
            if file.name in names
            else file
            for file in self.files
        ]
        return None if wrong else replace(self, files=tuple(file for file in read if file))


def read_folder(folder: Path, kept: KeptFiles) -> FolderRead:
    """Read all of a data folder as plain data. Files that have not changed are not read again."""
    words, wrong = words_files(folder)
    problems = [*strays(folder), *wrong]
    read = [file for each in named_files(folder) if (file := parse(folder, each, problems, kept.trees))]
    return FolderRead(folder, tuple(read), tuple(words), tuple(problems))


def put_together(read: FolderRead, language: str, kept: KeptFiles) -> Loaded:
    """Return what files make together, with all that is wrong in any of them."""
    problems, words = list(read.problems), list(read.words)
    names = Names(read.files)
    files = {each.name: objects_of(each, names, language, problems, kept.objects) for each in read.files}
    give_own_policies(files)
    library = None if problems else whole(files, words_in(language, words), problems)
    return Loaded(read.folder, None if problems else library, tuple(sorted(problems)), files, names, words)


@gc_pause.paused()
def load(folder: Path, language: str = ENGLISH, kept: KeptFiles | None = None) -> Loaded:
    """Read all of a data folder. Never raises for what is in it: whatever is wrong is among the problems.

    A text that is there in several languages is taken in the one asked for, failing that in English.
    With `kept` of an earlier time, files that have not changed are not read again.
    """
    kept = kept or KeptFiles()
    return put_together(read_folder(folder, kept), language, kept)
