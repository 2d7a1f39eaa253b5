"""The data folder as a library, with everything that is wrong in any of its files."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from navigator.core.characters import oddity
from navigator.core.codec import BROKEN, DecodeNotes, decode_collecting
from navigator.core.faults import DataError, quote
from navigator.core.model import Library, Words
from navigator.core.model.words import ENGLISH
from navigator.load import gc_pause, strict_yaml
from navigator.load.content import Missing, Unreadable, content
from navigator.load.file_names import shown
from navigator.load.folder import files as named_files
from navigator.load.folder import strays
from navigator.load.holidays import UnknownPlaceError, filled
from navigator.load.layout import FOLDERS, LISTS, MAPPINGS, DataFile
from navigator.load.problem import Problem
from navigator.load.tree import Sequence, SourceFile
from navigator.load.words import PSEUDO, WordsFile, words_files, words_in

_MOST: Final = 100
"""No more problems of one file than this are reported."""


@dataclass(frozen=True)
class File(SourceFile):
    """One file of the library."""

    name: str
    """The name within the data folder: `policies/norfolk-complaint.yaml`."""
    place: DataFile
    """What it holds."""
    items: tuple[Any, ...]
    """The objects it describes, as far as they could be made; one, unless it holds a list."""
    notes: DecodeNotes
    """References and parts, whether or not the whole could be made."""


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
    words: list[WordsFile] = field(repr=False, default_factory=list)
    """The languages that the folder has words of its own in."""

    def of(self, name: str) -> list[File]:
        """Return the files of a part of the library: one, or those of a folder."""
        return [file for file in self.files.values() if file.place.name == name]


@gc_pause.paused()
def load(folder: Path, language: str = ENGLISH) -> Loaded:
    """Read all of a data folder. Never raises for what is in it: whatever is wrong is among the problems.

    A text that is there in several languages is taken in the one asked for, failing that in English.
    """
    words, wrong = words_files(folder)
    problems = [*strays(folder), *wrong]
    files: dict[str, File] = {}
    for name, place in named_files(folder):
        file = _read(folder, name, place, language, problems)
        if file:
            files[name] = file
    library = None if problems else _whole(files, words_in(language, words), problems)
    return Loaded(folder, library if not problems else None, tuple(sorted(problems)), files, words)


def _read(folder: Path, name: str, place: DataFile, language: str, problems: list[Problem]) -> File | None:
    path = folder / name
    named = shown(path)
    try:
        tree, wrong = strict_yaml.read(named, content(path, strict_yaml.MAX_BYTES))
    except Unreadable as fault:
        what, hint = fault.what, fault.hint
        if isinstance(fault, Missing) and place not in FOLDERS:
            what, hint = "is missing", f"Write a file that holds {place.holds}."
        problems.append(Problem(named, 1, 1, "the file", what, hint))
        return None
    if odd := oddity(path.stem):
        wrong.append(Problem(named, 1, 1, "the file", f"has a name with {odd}", "Name it in plain letters."))
    notes = DecodeNotes(language if language != PSEUDO else ENGLISH)
    items: list[object]
    if place not in LISTS:
        items = [decode_collecting(place.cls, tree, notes)]
    elif isinstance(tree, Sequence):
        items = [decode_collecting(place.cls, item, notes, (index,)) for index, item in enumerate(tree)]
    else:
        items = []
        if tree is not BROKEN:
            notes.faults.append(DataError((), "is not a list", "Begin each item with a dash."))
    file = File(named, tree, name, place, tuple(item for item in items if item is not None), notes)
    wrong += (file.problem(each.path, each.what, each.hint, on_key=each.on_key) for each in notes.faults)
    if place in FOLDERS and isinstance(tree, dict):
        own = tree.get("id", path.stem)
        if own not in (path.stem, BROKEN) and not odd:
            what = f"is {quote(str(own))}, but the file is {shown(Path(path.name))}"
            wrong.append(file.problem(("id",), what, "Give both the same name."))
    problems += sorted(wrong)[:_MOST]
    if len(wrong) > _MOST:
        problems.append(file.problem((), f"has {len(wrong) - _MOST} more problems", "Mend those told first."))
    return file


def _whole(files: dict[str, File], words: Words, problems: list[Problem]) -> Library:
    """Return the library of files that are each in order."""
    parts: dict[str, Any] = {place.name: files[f"{place.name}.yaml"].items[0] for place in MAPPINGS}
    for place in LISTS:
        parts[place.name] = files[f"{place.name}.yaml"].items
    for place in FOLDERS:
        parts[place.name] = tuple(file.items[0] for file in files.values() if file.place is place)
    for ordered in ("services", "packs"):
        parts[ordered] = tuple(sorted(parts[ordered], key=lambda each: (each.order, each.id)))
    calendars = []
    for index, calendar in enumerate(parts["calendars"]):
        try:
            calendars.append(filled(calendar))
        except UnknownPlaceError as error:
            hint = "Write a code it knows." if error.key == "country" else "Write a day within them."
            problems.append(files["calendars.yaml"].problem((index, error.key), str(error), hint))
    parts["calendars"] = tuple(calendars)
    untranslated = tuple(name for name, file in files.items() if file.notes.untranslated)
    return Library(words=words, untranslated=untranslated, **parts)
