"""Whether a data folder can be trusted: every rule that one file alone cannot break."""

from navigator.check import (
    duplicates,
    findings,
    graph,
    questions,
    references,
    services,
    sources,
    stages,
    timescales,
    usage,
    wording,
)
from navigator.check.material import Material
from navigator.load.library import Loaded
from navigator.load.problem import Problem

_CHECKS = (
    references.check,
    duplicates.check,
    timescales.check,
    stages.check,
    questions.check,
    sources.check,
    services.check,
    graph.check,
    wording.check,
    usage.check,
    findings.check,
)


def check(loaded: Loaded) -> tuple[Problem, ...]:
    """Return all that is wrong or open in a data folder, in order of place, with what loading it told.

    What could be read is checked even where something else could not.
    """
    material = Material(loaded)
    found = (problem for each in _CHECKS for problem in each(material))
    return tuple(sorted({*loaded.problems, *found}))
