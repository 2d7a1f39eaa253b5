"""What keeps something from being written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from navigator.core.errors import NavigatorError


class FolderRefused(NavigatorError):
    """A folder is not one to write into. `str()` of it says why, and what to do."""

    exit_code = 1


class CannotWrite(NavigatorError):
    """The system does not let something be written: a full disk, a missing permission."""

    exit_code = 1


@contextmanager
def told(path: Path, after: str) -> Iterator[None]:
    """Let an error of the system end the body as CannotWrite: which file, why, and how things are `after`."""
    try:
        yield
    except OSError as problem:
        raise CannotWrite(f"{in_words(problem, path)} {after}") from problem


def in_words(problem: OSError, path: Path | None = None) -> str:
    """Return an error of the system as a sentence; `path` is what it is about where it names no file."""
    place = problem.filename or path
    what = problem.strerror or str(problem)
    return f"{place}: {what}." if place else f"{what}."
