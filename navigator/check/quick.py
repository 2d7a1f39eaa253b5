"""What can be told at once of files that somebody is changing: a part of what the whole check tells."""

from collections.abc import Collection, Iterator
from operator import attrgetter
from typing import Final

from navigator.check import CHECKS
from navigator.check.located import LocatedParts
from navigator.load.problem import Problem, Severity

_PLACE: Final = attrgetter("line", "column", "path")


def is_sound(parts: LocatedParts) -> bool:
    """Say whether the engine can rely on what was read: but for cases, nothing is wrong."""
    return not any(each.severity is Severity.ERROR for each in _found(parts))


def quick(parts: LocatedParts, paths: Collection[str]) -> list[Problem]:
    """Return what is wrong in some files, in order of place, as far as it takes no engine to tell."""
    files = parts.loaded.files
    shown = {files[path].shown for path in paths if path in files}
    return sorted((each for each in set(_found(parts)) if each.file in shown), key=_PLACE)


def _found(parts: LocatedParts) -> Iterator[Problem]:
    yield from parts.loaded.problems
    for find in CHECKS:
        yield from find(parts)
