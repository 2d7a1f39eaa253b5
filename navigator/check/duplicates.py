"""Ids are unique: among their neighbours, and the timescales of a policy across its stages."""

from collections.abc import Iterator

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Timescale
from navigator.load.problem import Problem
from navigator.load.tree import spot


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for the second and each later use of an id."""
    seen: dict[tuple[object, ...], Located[object]] = {}
    for part in parts.all():
        name = getattr(part.value, "id", None)
        if name is None or not part.path or not isinstance(part.path[-1], int):
            continue
        # Timescales share one space of names in their file; everything else shares it with its neighbours.
        space = () if isinstance(part.value, Timescale) else part.path[:-1]
        first = seen.setdefault((part.file.name, space, name), part)
        if first is not part:
            line, _ = spot(first.file.tree, (*first.path, "id"))
            yield part.error(f"{name} is used already, on line {line}", "Write another id.", "id")
