"""A library that has passed every check, or all that keeps it from being used."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from navigator.check import errors
from navigator.core.errors import NavigatorError
from navigator.core.model import Library
from navigator.core.model.words import ENGLISH
from navigator.load.library import Loaded, load
from navigator.load.problem import Problem
from navigator.load.words import languages


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


class UnknownLanguage(NavigatorError):
    """Neither the package nor the data folder has words in a language."""


def load_checked(folder: Path, today: date, language: str = ENGLISH) -> tuple[Library, Loaded]:
    """Return the library of a data folder with the files that were read.

    Raises UnknownLanguage, and BadData for errors in the files.
    """
    loaded = load(folder, language)
    return checked(loaded, today, language), loaded


def checked(loaded: Loaded, today: date, language: str = ENGLISH) -> Library:
    """Return the library of files that were read. Raises UnknownLanguage, and BadData for errors in them."""
    if language not in (known := languages(loaded.words)):
        raise UnknownLanguage(
            f"{language}: there are no words in this language; there are {', '.join(known)}"
        )
    wrong = errors(loaded, today)
    if loaded.library is None or wrong:
        raise BadData(loaded, wrong)
    return loaded.library
