"""Names beside a target, where something is made before it takes the target's place.

Whoever makes something holds it. What nobody holds was left behind by a program that was killed.
"""

import os
import re
import secrets
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Final

NEW: Final = "new"
OLD: Final = "old"
FCNTL: Final = import_module("fcntl") if os.name == "posix" else None
LEFT: Final = re.compile(rf"\.(.+)\.(?:{NEW}|{OLD})-[0-9a-f]{{8}}")


def beside(target: Path, kind: str) -> Path:
    """Return a hidden path beside a target, on the same disk, that nobody else uses."""
    return target.with_name(f".{target.name}.{kind}-{secrets.token_hex(4)}")


def hold(path: Path) -> int | None:
    """Hold a file or folder until it is released; None where nobody can tell whether another one holds it.

    Raises BlockingIOError where another one does, and FileNotFoundError where that one has removed it.
    """
    if FCNTL is None:
        return None
    handle = os.open(path, os.O_RDONLY)
    try:
        FCNTL.flock(handle, FCNTL.LOCK_EX | FCNTL.LOCK_NB)
        path.stat()
    except (BlockingIOError, FileNotFoundError):
        os.close(handle)
        raise
    except OSError:  # a disk of another machine may not know of holding
        os.close(handle)
        return None
    return handle


def release(handle: int | None) -> None:
    """Hold something no longer."""
    if handle is not None:
        os.close(handle)


def left_behind(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield what killed programs left in a folder, each with its target; it is held until the next."""
    for path in sorted(folder.iterdir()):
        found = LEFT.fullmatch(path.name)
        if not found or path.is_symlink():
            continue
        try:
            handle = hold(path)
        except OSError:
            continue
        if handle is not None:
            try:
                yield path, folder / found[1]
            finally:
                release(handle)


def missing_folders(folder: Path) -> set[Path]:
    """Return the folders that have to be made for a folder to be there, itself included."""
    return {each for each in (folder, *folder.parents) if not each.exists()}


def remove_empty(folders: set[Path]) -> None:
    """Remove folders, as far as they are empty."""
    for folder in sorted(folders, reverse=True):
        try:
            folder.rmdir()
        except OSError:
            continue
