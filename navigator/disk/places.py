"""Which folders may be written: one that is not there, is empty, or holds only what this program wrote."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from navigator.disk.errors import FolderRefused, in_words
from navigator.disk.marker import is_marked, strangers

SHOWN: Final = 3
"""So many files are named, and the rest counted."""
ANOTHER: Final = "Name a folder that is empty or not there yet."
ONCE: Final = "It looks like a site of an earlier version: look whether it can go, and remove it once."
EARLIER: Final = ("sw.js", "assets/navigator", "find")
"""What lies in a site that was built before folders were marked."""


def writable(out: Path, apart_from: Mapping[str, Path]) -> Path:
    """Return the real folder to write where somebody asked for `out`. Raises FolderRefused.

    It neither lies in a folder of `apart_from` nor holds one of them. Each is named by what it is.
    """
    try:
        real = out.resolve()
        held = {name: folder.resolve() for name, folder in apart_from.items()}
        _refuse_place(out, real, held)
        _refuse_content(out, real)
    except RuntimeError:  # a link that leads to itself, in Python 3.12
        raise FolderRefused(f"{out} is a link that leads to itself. {ANOTHER}") from None
    except OSError as problem:
        raise FolderRefused(f"{in_words(problem, out)} {ANOTHER}") from None
    return real


def _refuse_place(out: Path, real: Path, held: Mapping[str, Path]) -> None:
    around = {
        "the current folder": Path.cwd(),
        "the home folder": _home(),
        "the whole disk": Path(real.anchor),
    }
    for name, folder in {**around, **held}.items():
        if folder.is_relative_to(real):
            is_it = "is" if folder == real else "holds"
            raise FolderRefused(f"{out} {is_it} {name}, and nothing is written over it. {ANOTHER}")
    for name, folder in held.items():
        if real.is_relative_to(folder):
            raise FolderRefused(f"{out} lies in {name} ({folder}). Name a folder that is not in it.")
    if os.path.ismount(real):
        raise FolderRefused(f"{out} is a disk of its own, which cannot be replaced. Name a folder in it.")


def _refuse_content(out: Path, real: Path) -> None:
    there = next(path for path in (real, *real.parents) if os.path.lexists(path))
    if not there.is_dir():
        kind = "a link that leads to itself" if there.is_symlink() else "a file"
        raise FolderRefused(f"{there} is {kind}, and no folder. {ANOTHER}")
    if not real.exists() or not any(real.iterdir()):
        return
    if not is_marked(real):
        names = _some(sorted(path.name for path in real.iterdir()))
        known = f" {ONCE}" if all((real / name).exists() for name in EARLIER) else ""
        raise FolderRefused(
            f"{out} is not an empty folder, and was not written by this program: {names}. Nothing in it was "
            f"touched.{known} {ANOTHER}"
        )
    if others := strangers(real):
        raise FolderRefused(
            f"{out} holds files that this program did not write, or that changed since: {_some(others)}. "
            f"Nothing in it was touched. Move them elsewhere, or remove the folder yourself. {ANOTHER}"
        )


def _some(names: list[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more


def _home() -> Path:
    """Return the home folder; where there is none, a folder that holds nothing."""
    try:
        return Path.home().resolve()
    except RuntimeError:
        return Path.cwd()
