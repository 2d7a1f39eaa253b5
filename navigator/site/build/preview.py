"""The policies while somebody changes them: some practice cases may not fit them meanwhile."""

from dataclasses import replace
from datetime import date

from navigator.check.checked import BadData, checked
from navigator.core.model import Library
from navigator.core.model.words import ENGLISH
from navigator.load.layout import own_id
from navigator.load.library import Loaded
from navigator.load.problem import Problem


def for_preview(loaded: Loaded, today: date, language: str = ENGLISH) -> tuple[Library, list[Problem]]:
    """Return the library of a data folder that may not be published yet, and what keeps it from that.

    A policy that has just been changed no longer gives what its practice cases expect. Such cases are left
    out of the library, and what is wrong with them is returned. Raises BadData for anything else.
    """
    try:
        return checked(loaded, today, language), []
    except BadData as bad:
        library = loaded.library
        cases = {file.shown: own_id(file.name) for file in loaded.of("scenarios")}
        differing = [problem for problem in bad.problems if problem.file in cases]
        if library is None or len(differing) < len(bad.problems):
            raise
    return without_cases(library, {cases[problem.file] for problem in differing}), differing


class LastChecked:
    """What was checked last: a change that is none in the policies needs no other check."""

    def __init__(self) -> None:
        """Nothing has been checked yet."""
        self._asked: object = None
        self._found: tuple[Library, list[Problem]] | None = None

    def for_preview(self, loaded: Loaded, today: date, language: str) -> tuple[Library, list[Problem]]:
        """Return what `for_preview` returns, and raise what it raises."""
        words = loaded.library.words if loaded.library else None
        asked = (loaded.folder, loaded.problems, loaded.files, loaded.words, words, today, language)
        if self._found is None or asked != self._asked:
            self._found = None
            self._asked, self._found = asked, for_preview(loaded, today, language)
        return self._found


def without_cases(library: Library, wrong: set[str]) -> Library:
    """Return a library without some of its practice cases, and without the packs that had no others."""
    cases = tuple(case for case in library.scenarios if case.id not in wrong)
    packs = [
        replace(pack, scenarios=tuple(case for case in pack.scenarios if case not in wrong))
        for pack in library.packs
    ]
    return replace(library, scenarios=cases, packs=tuple(pack for pack in packs if pack.scenarios))
