"""What can be told at once of files that somebody is changing: a part of what the whole check tells."""

from collections.abc import Collection, Iterator
from itertools import chain
from operator import attrgetter
from typing import Final

from navigator.check import RULES_OF_ALL, RULES_OF_ONE_FILE
from navigator.check.located import LocatedParts
from navigator.core.model import Pack, Scenario
from navigator.load.file_names import shown
from navigator.load.national import placed
from navigator.load.problem import Problem, Severity

_PLACE: Final = attrgetter("file", "line", "column", "path", "what", "hint")


def quick(parts: LocatedParts, paths: Collection[str]) -> list[Problem]:
    """Return what is wrong in some files, in order of place, as far as it takes no engine to tell."""
    focus = parts.within(paths)
    places = {shown(placed(parts.loaded.folder, path)) for path in paths}
    found = chain(
        parts.loaded.problems,
        *(find(focus) for find in RULES_OF_ONE_FILE),
        *(find(parts) for find in RULES_OF_ALL),
    )
    return sorted({each for each in found if each.file in places}, key=_PLACE)


def is_sound(parts: LocatedParts) -> bool:
    """Say whether the engine can rely on what was read: nothing is wrong but in cases, which it plays."""
    if parts.loaded.library is None:
        return False
    cases = {file.shown for file in parts.loaded.files.values() if file.place.cls in (Scenario, Pack)}
    wrong = (each for each in _found(parts) if each.severity is Severity.ERROR)
    return all(each.file in cases for each in wrong)


def _found(parts: LocatedParts) -> Iterator[Problem]:
    yield from parts.loaded.problems
    for find in (*RULES_OF_ALL, *RULES_OF_ONE_FILE):
        yield from find(parts)
