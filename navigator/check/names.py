"""Ids that name files and pages: none takes the place of another page, and every system can hold them."""

from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Pack, Policy, Route, Scenario, Service
from navigator.load.problem import Problem

LONGEST: Final = 60
"""Systems hold a path of 255 characters or so, with the folders that somebody keeps the site in."""
_LISTED: Final = (Policy, Route, Service, Pack)
"""What has a page beside one that lists all of its kind."""
_LISTS: Final = ("index", "readme")
"""Names of the page that stands for a whole folder."""
_DEVICES: Final = ("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10)))
"""Names that Windows keeps for itself, whatever follows after a dot."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each id that some system, or the site itself, has no room for."""
    named: Iterator[Located[Any]] = chain.from_iterable(map(parts.of, (*_LISTED, Scenario)))
    for located in named:
        name = located.value.id
        if name in _LISTS and isinstance(located.value, _LISTED):
            yield located.error(f"{name} is the page that lists them all", "Write another id.", "id")
        if name in _DEVICES:
            yield located.error(f"{name} can be no file on Windows", "Write another id.", "id")
        if len(name) > LONGEST:
            what = f"is longer than {LONGEST} characters"
            yield located.error(what, "Shorten it: it names a file and an address.", "id")
