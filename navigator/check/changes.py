"""Changes: none is told before it has happened."""

from collections.abc import Iterator

from navigator.check.located import LocatedParts
from navigator.core.model import Change
from navigator.load.problem import Problem


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each change of a day that is still to come."""
    for located in parts.of(Change):
        if located.value.day > parts.today:
            what = f"{located.value.id} is said to have changed on a day that is still to come"
            yield located.error(what, "Write the day on which the site says so.", "day")
