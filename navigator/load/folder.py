"""The files of a data folder, and those in it that nobody would read."""

from collections.abc import Iterator
from pathlib import Path

from navigator.core.faults import did_you_mean
from navigator.load.layout import FOLDERS, LISTS, MAPPINGS, OTHER_FOLDERS, DataFile
from navigator.load.problem import Problem


def files(folder: Path) -> Iterator[tuple[str, DataFile]]:
    """Yield the files to read, there or not, by their names within the folder."""
    for place in (*MAPPINGS, *LISTS):
        yield f"{place.name}.yaml", place
    for place in FOLDERS:
        for path in sorted((folder / place.name).glob("*.yaml")):
            yield f"{place.name}/{path.name}", place


def strays(folder: Path) -> Iterator[Problem]:
    """Yield a problem for each folder that is missing and for each file or folder without meaning here."""
    if not folder.is_dir():
        yield _problem(folder, "is not there", "Name the folder that holds triage.yaml.")
        return
    expected = [f"{place.name}.yaml" for place in (*MAPPINGS, *LISTS)]
    parts = [place.name for place in FOLDERS]
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            if path.name not in (*parts, *OTHER_FOLDERS) and not path.name.startswith("."):
                yield _problem(path, "has no meaning here", did_you_mean(path.name, [*parts, *OTHER_FOLDERS]))
        elif path.suffix in (".yaml", ".yml") and path.name not in expected:
            yield _problem(path, "has no meaning here", did_you_mean(path.name, expected))
    for place in FOLDERS:
        within = folder / place.name
        if within.is_dir():
            yield from _strays_within(within)
        elif not place.optional:
            yield _problem(within, "is missing", "Make it, with a file for each item.")


def _strays_within(folder: Path) -> Iterator[Problem]:
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield _problem(path, "is not read", "Put its files one level up.")
        elif path.suffix == ".yml":
            yield _problem(path, "is not read", f"Name it {path.stem}.yaml.")


def _problem(path: Path, what: str, hint: str) -> Problem:
    kind = "the file" if path.is_file() else "the folder"
    return Problem(path.as_posix(), 1, 1, kind, what, hint)
