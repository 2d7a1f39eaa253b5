"""The files of a data folder by one rule: what is read, what is left alone, and what is told."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from navigator.core.faults import did_you_mean
from navigator.load.content import Missing, Unreadable, reason
from navigator.load.file_names import advice, left_alone, meant, shown, speaks_of_yaml
from navigator.load.layout import FOLDERS, LISTS, MAPPINGS, OTHER_FOLDERS, DataFile
from navigator.load.problem import Problem

ENDING: Final = ".yaml"
_EXPECTED: Final = tuple(f"{place.name}{ENDING}" for place in (*MAPPINGS, *LISTS))
_PARTS: Final = (*(place.name for place in FOLDERS), *OTHER_FOLDERS)
_GENERATED: Final = "schema"
"""What else is there, nobody reads and nothing overwrites."""
_NEEDED: Final = tuple(place.name for place in FOLDERS if not place.optional)


def files(folder: Path) -> Iterator[tuple[str, DataFile]]:
    """Yield the files to read, there or not, by their names within the folder."""
    if not _is_folder(folder):
        return
    for place in (*MAPPINGS, *LISTS):
        yield f"{place.name}{ENDING}", place
    for place in FOLDERS:
        for name in files_within(folder / place.name):
            yield f"{place.name}/{name}", place


def files_within(folder: Path) -> list[str]:
    """Return the names of the YAML files of a folder; none where it is not there or cannot be listed."""
    try:
        names = _names(folder)
    except Unreadable:
        return []  # told among the strays
    return [name for name in names if name.endswith(ENDING) and not _is_folder(folder / name)]


def strays(folder: Path) -> Iterator[Problem]:
    """Yield a problem for each folder that is missing, and for each file or folder that nobody would read."""
    try:
        names = _names(folder)
    except Missing:
        yield _problem(folder, "is not there", "Name the folder that holds triage.yaml.", "the folder")
        return
    except Unreadable as fault:
        yield _problem(folder, fault.what, fault.hint)
        return
    for name in names:
        path = folder / name
        if name in _EXPECTED or name in _PARTS:
            continue
        if _is_folder(path):
            yield _problem(path, "has no meaning here", did_you_mean(name.lower(), _PARTS))
        elif _should_be_expected(name):
            right = meant(name.lower())
            hint = advice(name.lower(), names) if right in _EXPECTED else did_you_mean(name, _EXPECTED)
            yield _problem(path, "has no meaning here", hint)
    for name in _PARTS:
        if name in names and name != _GENERATED:
            yield from _strays_within(folder / name)
        elif name in _NEEDED:
            yield _problem(folder / name, "is missing", "Make it, with a file for each item.", "the folder")


def _should_be_expected(name: str) -> bool:
    """Say whether a file beside those expected is no file of another kind, as README.md is."""
    return speaks_of_yaml(name) or meant(name.lower()) in _EXPECTED


def _strays_within(folder: Path) -> Iterator[Problem]:
    try:
        names = _names(folder)
    except Unreadable as fault:
        yield _problem(folder, fault.what, fault.hint)
        return
    for name in names:
        if _is_folder(folder / name):
            yield _problem(folder / name, "is not read", "Put its files one level up.")
        elif not name.endswith(ENDING):
            yield _problem(folder / name, "is not read", advice(name, names))


def _names(folder: Path) -> Collection[str]:
    """Return the names in a folder, in order, but those that are left alone. Raises Unreadable."""
    try:
        return sorted(path.name for path in folder.iterdir() if not left_alone(path.name))
    except OSError as error:
        raise reason(folder, error) from None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # nobody may look there: told when it is read


def _problem(path: Path, what: str, hint: str, kind: str = "") -> Problem:
    kind = kind or ("the folder" if _is_folder(path) else "the file")
    return Problem(shown(path), 1, 1, kind, what, hint)
