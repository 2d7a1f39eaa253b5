"""Files that are written as a whole: a new one is written beside the old one, and takes its place then."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from errno import EACCES
from pathlib import Path
from typing import Final

from navigator.disk.aside import NEW, beside, hold, left_behind, missing_folders, release, remove_empty
from navigator.disk.errors import told
from navigator.disk.stopping import stoppable

UNCHANGED: Final = "Nothing was changed."


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file, and the folders that it lies in. Raises CannotWrite, with the earlier file as it was."""
    write_together({path: content})


def write_together(files: Mapping[Path, str | bytes]) -> None:
    """Write several files, all or none, in their order. Raises CannotWrite.

    All are on the disk before the first takes its place. Only a kill or a power cut in the moment after that
    can leave a part of them: then each is whole, and those that come first are there.
    """
    with told(next(iter(files), Path()), UNCHANGED), stoppable(), _folders(files), _staged(files) as staged:
        before = {path: path.read_bytes() if path.exists() else None for path in staged}
        try:
            for path, new in staged.items():
                new.replace(path)
        except BaseException:
            for path, earlier in before.items():
                if staged[path].exists():
                    continue
                if earlier is None:
                    path.unlink()
                else:
                    path.write_bytes(earlier)
            raise


@contextmanager
def _staged(files: Mapping[Path, str | bytes]) -> Iterator[dict[Path, Path]]:
    """Write each file beside its target and give all by the targets; those that are left at the end go."""
    staged: dict[Path, Path] = {}
    with ExitStack() as at_end:
        for path, content in files.items():
            target = path.resolve()  # a link stays a link
            if target.exists() and not os.access(target, os.W_OK):
                raise PermissionError(EACCES, os.strerror(EACCES), str(path))
            staged[target] = new = _begun(target, at_end)
            with new.open("wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, new)
        yield staged


def _begun(target: Path, at_end: ExitStack) -> Path:
    """Make a file beside a target and hold it, before anybody could take it for one that was left behind."""
    while True:
        new = beside(target, NEW)
        new.touch(exist_ok=False)
        at_end.callback(new.unlink, missing_ok=True)
        try:
            at_end.callback(release, hold(new))
        except (BlockingIOError, FileNotFoundError):
            continue
        return new


@contextmanager
def _folders(files: Mapping[Path, str | bytes]) -> Iterator[None]:
    """Make the folders that files lie in; they are removed again if they are still empty at the end."""
    parents = {path.resolve().parent for path in files}
    missing = {folder for parent in parents for folder in missing_folders(parent)}
    try:
        for folder in sorted(missing):
            folder.mkdir(exist_ok=True)
        for path, _ in (left for parent in parents for left in left_behind(parent)):
            if path.is_file():
                path.unlink(missing_ok=True)
        yield
    finally:
        remove_empty(missing)
