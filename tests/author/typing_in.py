"""Somebody at a terminal, for tests: what they type, and all that they are shown."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from navigator.author.session import from_terminal
from navigator.author.terminal import Terminal
from navigator.check.checked import load_checked

TODAY: Final = date(2026, 11, 21)


class Typing:
    """Types one line after another, and stops where there is none left."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take the lines."""
        self.shown: list[str] = []
        self._lines = iter(lines)
        self.terminal = Terminal(self.read, self.shown.append)

    def read(self, shown: str) -> str:
        """Return the next line; a line of ^C is somebody who stops."""
        self.shown.append(shown)
        try:
            line = next(self._lines)
        except StopIteration:
            raise EOFError from None
        if line == "^C":
            raise KeyboardInterrupt
        return line

    @property
    def text(self) -> str:
        """Everything that was shown."""
        return "\n".join(self.shown)

    @property
    def left(self) -> list[str]:
        """What was not typed."""
        return list(self._lines)


def typed(
    data: Path, lines: Iterable[str], *, resume: Path | None = None, document: Path | None = None
) -> Typing:
    """Have somebody write a new policy; all their lines must be asked for. Raises Stopped."""
    library, loaded = load_checked(data, TODAY)
    person = Typing(lines)
    told = from_terminal(library, loaded, TODAY, resume=resume, document=document, terminal=person.terminal)
    person.shown.append(told)
    assert person.left == []
    return person
