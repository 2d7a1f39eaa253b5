"""Folders that are written as a whole: aside, beside their target, and moved into its place at the end.

The folder that is there stays as it is until then. Whatever ends the work leaves it, and what was begun is
cleared away: at once, or by the next one that writes there where a program was killed.
"""

import atexit
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from errno import EBUSY
from functools import partial
from pathlib import Path
from typing import Final

from navigator.disk.aside import (
    NEW,
    OLD,
    beside,
    hold,
    left_behind,
    missing_folders,
    release,
    remove_empty,
)
from navigator.disk.errors import told
from navigator.disk.exchange import exchange
from navigator.disk.marker import MARKER, is_marked, is_whole, mark, seal
from navigator.disk.places import writable
from navigator.disk.stopping import Interrupted, stoppable

ATTEMPTS: Final = 10


@contextmanager
def replaced(out: Path, apart_from: Mapping[str, Path]) -> Iterator[Path]:
    """Give an empty folder to fill, which takes the place of `out` when the body ends well.

    Of two that write at a time, the last to end wins, whole. Raises FolderRefused where `out` may not be
    written (see `places`), CannotWrite and Interrupted.
    """
    target = writable(out, apart_from)
    after = f"{out} is as it was." if target.exists() else f"{out} was not made."
    try:
        with told(out, after), stoppable(), _aside(target) as folder:
            yield folder
            seal(folder)
            writable(out, apart_from)  # somebody may have put a file there meanwhile
            _put(folder, target)
    except KeyboardInterrupt as stopped:
        raise Interrupted(after, stopped) from None


@contextmanager
def made_at_once(final: Path) -> Iterator[Path]:
    """Give an empty folder to fill, which becomes `final` when the body ends well. Raises CannotWrite.

    Nobody ever sees `final` half made. Of several that make it at a time the first one wins, and one that was
    damaged since it was made is replaced.
    """
    with told(final, "Nothing was kept."), stoppable(), _aside(final.resolve()) as folder:
        yield folder
        seal(folder)
        if not is_whole(final):
            _put(folder, final.resolve())


@contextmanager
def _aside(target: Path) -> Iterator[Path]:
    """Give an empty folder beside a target, marked and held; remove what is there at the end."""
    missing = missing_folders(target.parent)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        _clear(target.parent)
        folder, handle = _begun(target)
        clear = partial(_remove, folder)
        atexit.register(clear)  # a signal may come when nobody is there to end this well
        try:
            mark(folder)
            if target.is_dir():
                shutil.copymode(target, folder)
            yield folder
        finally:
            clear()
            atexit.unregister(clear)
            release(handle)
    finally:
        remove_empty(missing)


def _begun(target: Path) -> tuple[Path, int | None]:
    """Make a folder beside a target and hold it, before anybody could take it for one left behind."""
    while True:
        folder = beside(target, NEW)
        folder.mkdir()
        try:
            handle = hold(folder)
        except (BlockingIOError, FileNotFoundError):
            continue
        return folder, handle


def _put(folder: Path, target: Path) -> None:
    """Put a folder into its target's place, and what was there into the folder's, to be removed."""
    for _ in range(ATTEMPTS):
        try:
            folder.rename(target)
        except OSError:
            if not target.is_dir():
                raise
        else:
            return
        if exchange(folder, target):
            return
        # For a moment nothing is there. A program that is killed then leaves two whole folders: see `_clear`.
        old = beside(target, OLD)
        try:
            target.rename(old)
            folder.rename(target)
        except FileNotFoundError:
            continue  # another one was quicker
        finally:
            if not target.exists() and old.exists():
                old.rename(target)
            _remove(old)
        return
    raise OSError(EBUSY, "other programs write there at the same time", str(target))


def _clear(parent: Path) -> None:
    """Remove the folders of ours that killed programs left, or put them where their targets are missing."""
    for path, target in left_behind(parent):
        if not path.is_dir() or not (is_marked(path) or not any(path.iterdir())):
            continue
        if not target.exists() and is_whole(path):
            path.rename(target)
        else:
            _remove(path)


def _remove(folder: Path) -> None:
    """Remove a folder of ours as far as possible, the marker last: what stays can still be told as ours."""
    try:
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name != MARKER:
                path.unlink()
        (folder / MARKER).unlink(missing_ok=True)
        folder.rmdir()
    except OSError:
        return
