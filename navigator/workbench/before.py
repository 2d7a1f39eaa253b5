"""The library as it was before the edits: the saved texts stand in the folder for a moment, and are read."""

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from navigator.check.located import LocatedParts
from navigator.check.quick import is_sound
from navigator.core.model import Library
from navigator.load.library import load
from navigator.workbench.desk import Desk

type Texts = Mapping[str, str | None]
"""Texts by their paths in the data folder; None for a file that was not there."""

_HELD: Final = "before"


def library_before(desk: Desk, saved: Texts) -> Generator[None, None, Library | None]:
    """Return, in steps, the library with the saved texts in place of the edited; None where it has errors.

    What was read is kept until a saved text is another. Raises ValueError for a path that may not be changed.
    """
    state = _state(desk, saved)
    held: tuple[Any, Library | None] | None = desk.held.get(_HELD)
    if held is None or held[0] != state:
        with _standing(desk, saved):
            loaded = load(desk.folder, kept=desk.kept.copy())
        yield
        library = loaded.library if is_sound(LocatedParts(loaded, desk.today)) else None
        held = desk.held[_HELD] = (state, library)
    return held[1]


def _state(desk: Desk, saved: Texts) -> tuple[dict[str, str | None], dict[str, bytes]]:
    """Return what tells one saved state from another: the saved texts, and the digests of all other files."""
    others = {name: file.digest for name, file in desk.loaded.files.items() if name not in saved}
    return dict(saved), others


@contextmanager
def _standing(desk: Desk, texts: Texts) -> Iterator[None]:
    """Put texts into the folder for as long as they are read; what stood there comes back in any case."""
    wrong = [path for path in texts if not desk.may_change(path)]
    if wrong:
        raise ValueError(f"no file of this folder: {', '.join(wrong)}")
    now = {path: _bytes(desk, path) for path in texts}
    try:
        for path, text in texts.items():
            _write(desk, path, None if text is None else text.encode())
        yield
    finally:
        for path, held in now.items():
            _write(desk, path, held)


def _bytes(desk: Desk, path: str) -> bytes | None:
    place = desk.folder / path
    return place.read_bytes() if place.is_file() else None


def _write(desk: Desk, path: str, held: bytes | None) -> None:
    place = desk.folder / path
    if held is None:
        place.unlink(missing_ok=True)
    else:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(held)
