"""What is wrong: first in the files that were just changed, and then in the whole library."""

from time import perf_counter
from typing import Final

from navigator.check import check_in_steps
from navigator.check.located import LocatedParts
from navigator.check.quick import quick
from navigator.check.unchanged import unchanged
from navigator.workbench.desk import Answer, Desk, Steps, milliseconds
from navigator.workbench.told import as_told

_CASES: Final = "what came of cases"


def verdict(desk: Desk, _asked: Answer) -> Answer:
    """Return what is wrong in the files that were changed last, as far as it is quick to tell.

    All of it is in the whole verdict too.
    """
    began = perf_counter()
    told = as_told(desk, quick(desk.parts, desk.edited))
    files = sorted(desk.edited)
    return {"problems": told, "files": files, "whole": False, "ms": milliseconds(began)}


def whole(desk: Desk, _asked: Answer) -> Steps:
    """Return what `navigator check` tells of the folder; `stale` where a file was changed meanwhile."""
    began, edition, parts = perf_counter(), desk.edition, desk.parts
    _spare_cases(desk, parts)
    steps = check_in_steps(parts)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            _keep_cases(desk, parts)
            told = as_told(desk, end.value)
            return {"problems": told, "whole": True, "ms": milliseconds(began)}
        yield
        if desk.edition != edition:
            return {"problems": [], "whole": False, "stale": True, "ms": milliseconds(began)}


def _spare_cases(desk: Desk, parts: LocatedParts) -> None:
    """Take over what came of cases the last time, as far as nothing of it can have changed."""
    held, library = desk.held.get(_CASES), parts.loaded.library
    if held and library and not parts.outcomes:
        parts.outcomes.update(unchanged(held[0], held[1], library))


def _keep_cases(desk: Desk, parts: LocatedParts) -> None:
    if parts.loaded.library and parts.outcomes:
        desk.held[_CASES] = (parts.loaded.library, dict(parts.outcomes))
