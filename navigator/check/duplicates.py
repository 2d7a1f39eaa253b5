"""Ids are unique: among their neighbours, and the timescales of a policy across its stages."""

from collections.abc import Iterable, Iterator

from navigator.check.located import Found, Material
from navigator.core.model import Timescale
from navigator.load.problem import Problem
from navigator.load.tree import spot


def check(material: Material) -> Iterator[Problem]:
    """Yield an error for the second and each later use of an id."""
    yield from _repeated(found for found in material.all() if found.path and isinstance(found.path[-1], int))


def _repeated(parts: Iterable[Found[object]]) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], Found[object]] = {}
    for found in parts:
        name = getattr(found.value, "id", None)
        if name is None:
            continue
        # Timescales share one space of names in their file; everything else shares it with its neighbours.
        space = () if isinstance(found.value, Timescale) else found.path[:-1]
        first = seen.setdefault((found.file.name, space, name), found)
        if first is not found:
            line, _ = spot(first.file.tree, (*first.path, "id"))
            yield found.error(f"{name} is used already, on line {line}", "Write another id.", "id")
