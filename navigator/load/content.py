"""What stands in a file, or why nothing can be read there: never a wait without end, never half of it."""

import errno
import os
import stat
from pathlib import Path
from time import sleep
from typing import Final

_TRIES: Final = 5
_PAUSE_S: Final = 0.05
"""How long an editor is given to end what it is writing."""
# A pipe that nobody writes to is opened without waiting.
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_AGAIN: Final = "Run the command again once it has been saved."
_REASONS: Final = {
    errno.EACCES: ("may not be read by you", "Ask for permission to read it."),
    errno.EPERM: ("may not be read by you", "Ask for permission to read it."),
    errno.ELOOP: ("is a link that leads back to itself", "Put the file itself in its place."),
    errno.ENXIO: ("is no file that can be read", "Put a file in its place."),
    errno.EISDIR: ("is a folder, and should be a file", "Put a file in its place."),
    errno.ENOTDIR: ("is a file, and should be a folder", "Put a folder in its place."),
    errno.EIO: ("cannot be read from its disk", "Restore it from a copy."),
}
"""What is wrong and what to do, by the system's number of the error."""


class Unreadable(Exception):
    """A file cannot be read. Carries what is wrong, for use after its name, and what to do."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint


class Missing(Unreadable):
    """There is nothing by that name."""


def content(path: Path, most: int) -> bytes:
    """Return the bytes of a file; of a longer one, one byte more than `most`. Raises Unreadable."""
    for _ in range(_TRIES):
        try:
            held = _unchanged(path, most)
        except OSError as error:
            raise reason(path, error) from None
        if held is not None:
            return held
        sleep(_PAUSE_S)
    raise Unreadable("changes while it is read", _AGAIN)


def reason(path: Path, error: OSError) -> Unreadable:
    """Return why a file or folder cannot be read."""
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return Unreadable("is a link to something that is not there", "Put the file itself in its place.")
        return Missing("was there a moment ago, and is gone", "Run the command again.")
    other = (f"cannot be read: {error.strerror}", "Save it anew, or restore it from a copy.")
    return Unreadable(*_REASONS.get(error.errno or 0, other))


def _unchanged(path: Path, most: int) -> bytes | None:
    """Return the bytes of a file, or None where it was being written meanwhile. Raises Unreadable."""
    with os.fdopen(os.open(path, _FLAGS), "rb") as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise Unreadable(*_REASONS[errno.EISDIR if stat.S_ISDIR(before.st_mode) else errno.ENXIO])
        held = file.read(most + 1)
        after = os.fstat(file.fileno())
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return held if same and len(held) == min(after.st_size, most + 1) else None
