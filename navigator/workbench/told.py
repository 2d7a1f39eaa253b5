"""Problems as the workbench tells them: by the paths of the data folder, with what stands there now."""

import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Final

from navigator.load.layout import NATIONAL
from navigator.load.national import placed
from navigator.load.problem import Problem
from navigator.workbench.desk import Desk

type Told = dict[str, Any]
"""A problem as plain data: file, line, column, path, what, hint, severity, and the value there."""

_PART: Final = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")
"""A part of a way as messages show it: `stages[0].title`."""


def as_told(desk: Desk, problems: Iterable[Problem]) -> list[Told]:
    """Return problems as plain data, in the order given."""
    prefixes = _prefixes(desk)
    trees = {file.shown: file.tree for file in desk.loaded.files.values()}
    told = []
    for problem in problems:
        made = asdict(problem)
        for key in ("file", "what", "hint"):
            for prefix, instead in prefixes:
                made[key] = made[key].replace(prefix, instead)
        told.append({**made, "value": _value(trees.get(problem.file), problem.path)})
    return told


def _prefixes(desk: Desk) -> list[tuple[str, str]]:
    """Return how the places on the disk begin, and what the data folder calls them."""
    national = placed(desk.folder, NATIONAL).as_posix()
    return [(f"{national}/", f"{NATIONAL}/"), (f"{desk.folder.as_posix()}/", "")]


def _value(tree: object, path: str) -> str | None:
    """Return the text or number that stands at a place; None where none does, or there are parts below."""
    for index, key in _PART.findall(path):
        try:
            tree = tree[int(index) if index else key]  # type: ignore[index] # what has no such part raises
        except (KeyError, IndexError, TypeError):
            return None
    return None if tree is None or isinstance(tree, dict | list) else str(tree)
