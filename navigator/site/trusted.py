"""A library that has passed every check, or all that keeps it from being used."""

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


def trusted(folder: Path, today: date) -> Library:
    """Read a data folder and check it. Raises BadData where anything in it is wrong."""
    loaded = load(folder)
    errors = [problem for problem in check(loaded, today) if problem.severity is Severity.ERROR]
    if errors or loaded.library is None:
        raise BadData(errors)
    return loaded.library
