"""What can be told at once of files that somebody is changing: a part of what the whole check tells."""

from collections.abc import Collection, Iterator
from operator import attrgetter
from typing import Final

from navigator.check import CHECKS
from navigator.check.located import LocatedParts
from navigator.core.model import Pack, Scenario
from navigator.load.problem import Problem, Severity

_PLACE: Final = attrgetter("line", "column", "path")


def is_sound(parts: LocatedParts) -> bool:
    """Say whether the engine can rely on what was read: nothing is wrong but in cases, which it plays."""
    if parts.loaded.library is None:
        return False
    cases = {file.shown for file in parts.loaded.files.values() if file.place.cls in (Scenario, Pack)}
    wrong = (each for each in _found(parts) if each.severity is Severity.ERROR)
    return all(each.file in cases for each in wrong)


def quick(parts: LocatedParts, paths: Collection[str]) -> list[Problem]:
    """Return what is wrong in some files, in order of place, as far as it takes no engine to tell."""
    files = parts.loaded.files
    shown = {files[path].shown for path in paths if path in files}
    return sorted((each for each in set(_found(parts)) if each.file in shown), key=_PLACE)


def _found(parts: LocatedParts) -> Iterator[Problem]:
    yield from parts.loaded.problems
    for find in CHECKS:
        yield from find(parts)
