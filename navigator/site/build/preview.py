"""A library to build a site from, or all that keeps it from being used."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from navigator.check import check
from navigator.core.model import Library
from navigator.load.library import load
from navigator.load.problem import Problem, Severity


class BadData(ValueError):
    """The data cannot be used. `str()` of it lists every problem with its place."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems, and say them one a line."""
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__("\n".join([f"The policies cannot be published: {count}.", *map(str, problems)]))
        self.problems = problems


def load_for_preview(folder: Path, today: date) -> tuple[Library, list[Problem]]:
    """Read a data folder for somebody who is changing it: also return what keeps it from being published.

    A policy that has just been changed no longer gives what its practice cases expect. Such cases are left
    out of the library, and what is wrong with them is returned. Raises BadData for anything else.
    """
    loaded = load(folder)
    errors = [problem for problem in check(loaded, today) if problem.severity is Severity.ERROR]
    cases = folder / "scenarios"
    differing = [problem for problem in errors if Path(problem.file).parent == cases]
    if loaded.library is None or len(differing) < len(errors):
        raise BadData(errors)
    wrong = {Path(problem.file).stem for problem in differing}
    return without_cases(loaded.library, wrong), differing


def without_cases(library: Library, wrong: set[str]) -> Library:
    """Return a library without some of its practice cases, and without the packs that had no others."""
    cases = tuple(case for case in library.scenarios if case.id not in wrong)
    packs = [
        replace(pack, scenarios=tuple(case for case in pack.scenarios if case not in wrong))
        for pack in library.packs
    ]
    return replace(library, scenarios=cases, packs=tuple(pack for pack in packs if pack.scenarios))
