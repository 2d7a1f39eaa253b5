"""Whether a data folder can be trusted: every rule that one file alone cannot break."""

from datetime import date

from navigator.check import (
    conditions,
    coverage,
    dead_ends,
    events,
    floor,
    following,
    forms,
    gaps,
    graph,
    ids,
    jargon,
    messages,
    names,
    packs,
    people,
    printable,
    questions,
    readable,
    scenarios,
    services,
    stages,
    stale,
    timescales,
    variations,
    versions,
    words,
)
from navigator.check.located import LocatedParts
from navigator.load.library import Loaded
from navigator.load.problem import Problem, Severity

_CHECKS = (
    ids.duplicates,
    ids.look_alikes,
    ids.dangling,
    ids.documents,
    ids.unused,
    names.check,
    timescales.check,
    variations.check,
    conditions.check,
    stages.check,
    following.check,
    forms.check,
    events.check,
    people.check,
    floor.check,
    questions.check,
    services.check,
    packs.check,
    messages.check,
    versions.check,
    graph.check,
    words.check,
    stale.check,
    printable.check,
    readable.check,
    jargon.check,
    gaps.written,
)

_CHECKS_OF_WHAT_IS_SOUND = (dead_ends.check, scenarios.check, coverage.check, gaps.found)
"""These run the engine, which relies on what the others have shown."""


def check(loaded: Loaded, today: date) -> tuple[Problem, ...]:
    """Return all that is wrong or open in a data folder, in order of place, with what loading it told.

    What could be read is checked even where something else could not.
    """
    parts = LocatedParts(loaded, today)
    problems = {*loaded.problems, *(problem for find in _CHECKS for problem in find(parts))}
    if all(problem.severity is Severity.FINDING for problem in problems):
        problems.update(problem for find in _CHECKS_OF_WHAT_IS_SOUND for problem in find(parts))
    return tuple(sorted(problems))
