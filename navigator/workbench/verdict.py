"""What is wrong: first in the files that were just changed, and then in the whole library."""

from time import perf_counter

from navigator.check import check_in_steps
from navigator.check.quick import quick
from navigator.workbench.desk import Answer, Desk, Steps, milliseconds
from navigator.workbench.told import as_told


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
    began, edition = perf_counter(), desk.edition
    steps = check_in_steps(desk.parts)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            told = as_told(desk, end.value)
            return {"problems": told, "whole": True, "ms": milliseconds(began)}
        yield
        if desk.edition != edition:
            return {"problems": [], "whole": False, "stale": True, "ms": milliseconds(began)}
