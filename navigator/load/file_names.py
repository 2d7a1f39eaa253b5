"""File names: those left alone, those that are nearly right, and how messages show them."""

import os
import re
from collections.abc import Collection
from pathlib import Path
from typing import Final

_BEGINNINGS: Final = (".", "~$", "#")
_ENDINGS: Final = ("~", ".swp", ".tmp")
_OF_SYSTEMS: Final = ("thumbs.db", "desktop.ini")
_NEARLY_YAML: Final = re.compile(r"(.+?)\.ya?ml(?![a-z])", re.IGNORECASE)
_PLAIN_TEXT: Final = ("", ".txt")
"""The endings that a text editor gives a file of its own accord."""


def left_alone(name: str) -> bool:
    """Say whether a name is hidden, or is what a system or an editor puts beside a file."""
    lower = name.lower()
    return lower.startswith(_BEGINNINGS) or lower.endswith(_ENDINGS) or lower in _OF_SYSTEMS


def speaks_of_yaml(name: str) -> bool:
    """Say whether a name has a YAML file's ending in it, in whatever form."""
    return bool(_NEARLY_YAML.match(name))


def meant(name: str) -> str | None:
    """Return the name of the YAML file that a name is nearly: `x.yaml` for `x.YAML`, `x.yaml.txt` and `x`."""
    found = _NEARLY_YAML.match(name)
    if found:
        return f"{found[1]}.yaml"
    stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a name and no path
    return f"{stem}.yaml" if suffix.lower() in _PLAIN_TEXT else None


def advice(name: str, there: Collection[str]) -> str:
    """Return what to do with a file that is not read, of a folder that has files by the names `there`."""
    right = meant(name)
    if right is None:
        return "Move it out of this folder, where each file ends in .yaml."
    if right in there:
        return f"Move it out of this folder, as {shown(Path(right))} is there too."
    return f"Name it {shown(Path(right))}."


def shown(path: Path) -> str:
    """Return a path on one line of letters that can be seen and printed; others are written as codes."""
    text = os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else repr(each)[1:-1] for each in text)
