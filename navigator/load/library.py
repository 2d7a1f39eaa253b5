"""The data folder as a library, with everything that is wrong in any of its files."""

from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import Any, Final

from navigator.core.characters import oddity
from navigator.core.codec import BROKEN, DecodeNotes, decode_collecting
from navigator.core.faults import DataError, quote
from navigator.core.model import Library, Policy, Service, Words
from navigator.core.model.words import ENGLISH
from navigator.load import gc_pause, strict_yaml
from navigator.load.content import Missing, Unreadable, content
from navigator.load.file_names import shown
from navigator.load.folder import Named, strays
from navigator.load.folder import files as named_files
from navigator.load.holidays import UnknownPlaceError, filled
from navigator.load.kept import Kept
from navigator.load.layout import FOLDERS, ITEMS, LISTS, NATIONAL, SERVICE, TRIAGE, DataFile
from navigator.load.offers import with_offers
from navigator.load.problem import Problem
from navigator.load.tree import Sequence, SourceFile
from navigator.load.words import PSEUDO, WordsFile, words_files, words_in

_MOST: Final = 100
"""No more problems of one file than this are reported."""


@dataclass(frozen=True)
class File(SourceFile):
    """One file of the library."""

    name: str
    """The name within the data folder: `services/norfolk/policies/norfolk-complaint.yaml`."""
    place: DataFile
    """What it holds."""
    service: str
    """The service in whose folder it is; nothing for the national one."""
    items: tuple[Any, ...]
    """The objects it describes, as far as they could be made; one, unless it holds a list."""
    notes: DecodeNotes
    """References and parts, whether or not the whole could be made."""

    @property
    def part(self) -> str:
        """What it holds of the library: `roles`, or `policies/irm` where each item has a file."""
        return f"{self.place.name}/{own_id(self.name)}" if self.place in ITEMS else self.place.name


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
        """Return the files of a part of the library, wherever they are."""
        return [file for file in self.files.values() if file.place.name == name]

    def of_part(self, part: str) -> File:
        """Return the file of an item, such as `policies/norfolk-complaint`. Raises KeyError."""
        return self._by_part[part]

    @cached_property
    def _by_part(self) -> dict[str, File]:
        return {file.part: file for file in self.files.values()}


type Read = tuple[File, tuple[Problem, ...]]
"""A file, and what is wrong in it."""


@gc_pause.paused()
def load(folder: Path, language: str = ENGLISH, kept: Kept[Read] | None = None) -> Loaded:
    """Read all of a data folder. Never raises for what is in it: whatever is wrong is among the problems.

    A text that is there in several languages is taken in the one asked for, failing that in English.
    With `kept` of an earlier time, files that have not changed are not read again.
    """
    words, wrong = words_files(folder)
    problems = [*strays(folder), *wrong]
    files: dict[str, File] = {}
    for named in named_files(folder):
        file = _read(folder, named, language, problems, kept or Kept())
        if file:
            files[named.name] = file
    _give_own_policies(files)
    library = None if problems else _whole(files, words_in(language, words), problems)
    return Loaded(folder, library if not problems else None, tuple(sorted(problems)), files, words)


def own_id(name: str) -> str:
    """Return the id that the item of a file has by the file's name: a service has that of its folder."""
    path = PurePosixPath(name)
    return path.parent.name if path.name == SERVICE.file else path.stem


def _read(
    folder: Path, to_read: Named, language: str, problems: list[Problem], kept: Kept[Read]
) -> File | None:
    path, place = folder / to_read.name, to_read.place
    named = shown(path)
    try:
        held = content(path, strict_yaml.MAX_BYTES)
    except Unreadable as fault:
        what, hint = fault.what, fault.hint
        if isinstance(fault, Missing) and place not in FOLDERS:
            what, hint = "is missing", f"Write a file that holds {place.holds}."
        problems.append(Problem(named, 1, 1, "the file", what, hint))
        return None
    read = partial(_understood, path, named, to_read, language, held)
    file, wrong = kept.of((path, language), held, read)
    problems += wrong
    return file


def _understood(path: Path, named: str, to_read: Named, language: str, held: bytes) -> Read:
    """Return what a file describes."""
    name, place, service = to_read
    tree, wrong = strict_yaml.read(named, held)
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
    made = tuple(item for item in items if item is not None)
    file = File(named, tree, name, place, service, made, notes)
    wrong += (file.problem(each.path, each.what, each.hint, on_key=each.on_key) for each in notes.faults)
    if place in ITEMS and isinstance(tree, dict):
        right = own_id(name)
        own = tree.get("id", right)
        if own not in (right, BROKEN) and not odd:
            of = (
                f"folder is {shown(Path(right))}" if place is SERVICE else f"file is {shown(Path(path.name))}"
            )
            what = f"is {quote(str(own))}, but the {of}"
            wrong.append(file.problem(("id",), what, "Give both the same name."))
    told = sorted(wrong)[:_MOST]
    if len(wrong) > _MOST:
        told.append(file.problem((), f"has {len(wrong) - _MOST} more problems", "Mend those told first."))
    return file, tuple(told)


def _whole(files: dict[str, File], words: Words, problems: list[Problem]) -> Library:
    """Return the library of files that are each in order."""
    parts: dict[str, Any] = {"triage": files[f"{NATIONAL}/{TRIAGE.file}"].items[0]}
    for place in (*LISTS, *ITEMS):
        parts[place.name] = tuple(
            item for file in files.values() if file.place is place for item in file.items
        )
    for ordered in ("services", "packs"):
        parts[ordered] = tuple(sorted(parts[ordered], key=lambda each: (each.order, each.id)))
    calendars = []
    for file in (each for each in files.values() if each.place.name == "calendars"):
        for index, calendar in enumerate(file.items):
            try:
                calendars.append(filled(calendar))
            except UnknownPlaceError as error:
                hint = "Write a code it knows." if error.key == "country" else "Write a day within them."
                problems.append(file.problem((index, error.key), str(error), hint))
    parts["calendars"] = tuple(calendars)
    parts["triage"] = with_offers(parts["triage"], parts["routes"])
    untranslated = tuple(file.part for file in files.values() if file.notes.untranslated)
    return Library(words=words, untranslated=untranslated, **parts)


def _give_own_policies(files: dict[str, File]) -> None:
    """Put the policies of a service's folder among its own; another version of one is named by none."""
    own: dict[str, list[str]] = {}
    for file in files.values():
        for item in file.items:
            if file.service and isinstance(item, Policy) and item.version_of is None:
                own.setdefault(file.service, []).append(item.id)
    for name, file in files.items():
        for item in file.items:
            if isinstance(item, Service):
                policies = dict.fromkeys((*item.policies, *own.get(file.service, ())))
                whole = replace(item, policies=tuple(policies))
                file.notes.objects[-1] = ((), whole)
                files[name] = replace(file, items=(whole,))
