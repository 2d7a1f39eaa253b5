"""A library that has passed every check, or all that keeps it from being used."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from navigator.check import check
from navigator.core.errors import NavigatorError
from navigator.core.model import Library
from navigator.load.library import Loaded, load
from navigator.load.problem import Problem, Severity


class BadData(NavigatorError):
    """A data folder has errors. `str()` of it lists each with its place."""

    exit_code = 1

    def __init__(self, loaded: Loaded, problems: Iterable[Problem]) -> None:
        """Keep what was read and the errors in it."""
        self.loaded = loaded
        self.problems = tuple(problems)
        super().__init__(
            "\n".join([*map(str, self.problems), "The policies have errors. Run: navigator check"])
        )


def load_checked(folder: Path, today: date) -> tuple[Library, Loaded]:
    """Return the library of a data folder with the files that it stands in. Raises BadData."""
    loaded = load(folder)
    errors = [problem for problem in check(loaded, today) if problem.severity is Severity.ERROR]
    if loaded.library is None or errors:
        raise BadData(loaded, errors)
    return loaded.library, loaded
