"""The files of a data folder by one rule: what is read, what is left alone, and what is told."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from navigator.core.faults import did_you_mean
from navigator.load.content import Missing, Unreadable, reason
from navigator.load.file_names import advice, left_alone, meant, shown, speaks_of_yaml
from navigator.load.layout import (
    ENDING,
    FOLDERS,
    FREE_LISTS,
    GENERATED,
    LISTS,
    NATIONAL,
    QUESTIONS,
    SERVICE,
    SERVICES,
    SHARED_LISTS,
    TOPICS,
    TRIAGE,
    WORDS,
    DataFile,
)
from navigator.load.national import placed
from navigator.load.problem import Problem

_TOP: Final = (NATIONAL, SERVICES, WORDS, GENERATED)
_PARTS: Final = tuple(place.name for place in FOLDERS)
_NATIONAL_FILES: Final = tuple(place.file for place in (TRIAGE, *SHARED_LISTS, *FREE_LISTS))
_SERVICE_FILES: Final = tuple(place.file for place in (SERVICE, *LISTS))
_EITHER: Final = (*(place.file for place in (*SHARED_LISTS, *FREE_LISTS)), *_PARTS)
_ELSEWHERE: Final = {
    **dict.fromkeys(_EITHER, f"Move it into {NATIONAL}/, or into the folder of a service."),
    TRIAGE.file: f"Move it into {NATIONAL}/.",
    SERVICE.file: "Move it into the folder of a service.",
    QUESTIONS.file: f"Put the questions into {NATIONAL}/{TRIAGE.file}, or into the folder of a service.",
}
"""What to do with a file or folder that has a meaning, but not where it is."""


class Named(NamedTuple):
    """A file to read."""

    name: str
    """Its name within the data folder: `services/norfolk/roles.yaml`."""
    place: DataFile
    """What it holds."""
    service: str
    """The service in whose folder it is; nothing for the national one."""


def files(folder: Path) -> Iterator[Named]:
    """Yield the files to read: those that must be there, there or not, and all others that are there."""
    if not _is_folder(folder):
        return
    for place in (TRIAGE, *SHARED_LISTS):
        yield Named(f"{NATIONAL}/{place.file}", place, "")
    there = files_within(placed(folder, NATIONAL))
    yield from (Named(f"{NATIONAL}/{place.file}", place, "") for place in FREE_LISTS if place.file in there)
    yield from _items(folder, NATIONAL, "")
    for service in service_folders(folder):
        within = f"{SERVICES}/{service}"
        yield Named(f"{within}/{SERVICE.file}", SERVICE, service)
        there = files_within(folder / within)
        yield from (Named(f"{within}/{place.file}", place, service) for place in LISTS if place.file in there)
        yield from _items(folder, within, service)


def _items(folder: Path, within: str, service: str) -> Iterator[Named]:
    for place in FOLDERS:
        for name in files_within(placed(folder, f"{within}/{place.name}")):
            yield Named(f"{within}/{place.name}/{name}", place, service)


def service_folders(folder: Path) -> list[str]:
    """Return the names of the services' folders; none where they cannot be listed.

    An empty one is no service: taking a service's files out leaves folders, and nobody has to mend that.
    """
    home = folder / SERVICES
    try:
        return [name for name in _names(home) if _is_folder(home / name) and not _is_empty(home / name)]
    except Unreadable:
        return []  # told among the strays


def _is_empty(folder: Path) -> bool:
    """Say whether a folder has nothing in it but empty folders."""
    try:
        inside = [folder / name for name in _names(folder)]
        return all(_is_folder(path) and not path.is_symlink() and _is_empty(path) for path in inside)
    except Unreadable:
        return False  # told when it is read


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
        yield _problem(folder, "is not there", f"Name the folder that holds {SERVICES}.", "the folder")
        return
    except Unreadable as fault:
        yield _problem(folder, fault.what, fault.hint)
        return
    for name in names:
        if name not in (*_TOP, TOPICS):
            yield from _stray(folder / name, _TOP, (), names)
    if NATIONAL in names:
        yield from _strays_of_owner(folder / NATIONAL, _NATIONAL_FILES)
    if SERVICES in names:
        yield from _strays_among_services(folder / SERVICES)
    else:
        hint = "Make it, with a folder for each service."
        yield _problem(folder / SERVICES, "is missing", hint, "the folder")
    if WORDS in names:
        yield from _strays_within(folder / WORDS)


def _strays_of_owner(folder: Path, expected: Collection[str]) -> Iterator[Problem]:
    """Yield the strays of the national folder, or of a service's: what belongs to the other is one too."""
    try:
        names = _names(folder)
    except Unreadable as fault:
        yield _problem(folder, fault.what, fault.hint)
        return
    for name in names:
        if name in _PARTS:
            yield from _strays_within(folder / name)
        elif name not in expected:
            yield from _stray(folder / name, _PARTS, expected, names)


def _strays_among_services(folder: Path) -> Iterator[Problem]:
    try:
        names = _names(folder)
    except Unreadable as fault:
        yield _problem(folder, fault.what, fault.hint)
        return
    for name in names:
        path = folder / name
        if _is_folder(path):
            yield from _strays_of_owner(path, _SERVICE_FILES)
        elif speaks_of_yaml(name):
            hint = f"Make a folder {shown(Path(path.stem))} for it, and name it {SERVICE.file} there."
            yield _problem(path, "is not read", hint)


def _stray(
    path: Path, folders: Collection[str], expected: Collection[str], there: Collection[str]
) -> Iterator[Problem]:
    """Yield a problem for something that has no meaning where it is; not for a file of another kind."""
    name = path.name
    if name in _ELSEWHERE:
        yield _problem(path, "has no meaning here", _ELSEWHERE[name])
    elif _is_folder(path):
        yield _problem(path, "has no meaning here", did_you_mean(name.lower(), folders))
    elif speaks_of_yaml(name) or meant(name.lower()) in expected:  # no file of another kind, as README.md is
        right = meant(name.lower())
        hint = advice(name.lower(), there) if right in expected else did_you_mean(name, expected or folders)
        yield _problem(path, "has no meaning here", hint)


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
