"""The national part of a data folder: its own, or else the one that comes with this package."""

from pathlib import Path
from typing import Final

from navigator.load.layout import NATIONAL

_PACKAGE: Final = Path(__file__).parents[1]
_PLACES: Final = (_PACKAGE / NATIONAL, _PACKAGE.parent / "policy_data" / NATIONAL)
"""In an installed package it is a part of that, and in a checkout it is the project's own."""


def packaged() -> Path:
    """Return the folder of the national part as it comes with this package."""
    return next(place for place in _PLACES if place.is_dir())


def is_own(folder: Path) -> bool:
    """Say whether a data folder has a national part of its own."""
    return (folder / NATIONAL).exists() or (folder / NATIONAL).is_symlink()


def placed(folder: Path, name: str) -> Path:
    """Return where a file of a data folder is, by its name within it: `national/roles.yaml`."""
    first, _, rest = name.partition("/")
    return folder / name if first != NATIONAL or is_own(folder) else packaged() / rest
