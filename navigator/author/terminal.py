"""A person at a terminal: lines that are read and said, and how a choice or a list is typed."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from navigator.core.errors import NavigatorError

BACK: Final = "<"
HELP: Final = "?"
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class Stopped(NavigatorError):
    """No more answers come, or one cannot be taken. The message is what the person reads."""


class WentBack(Exception):
    """The person wants to answer the question before once more."""


class Refused(Exception):
    """An answer cannot be taken; the message says why, and what to write."""


class Terminal:
    """Reads answers line by line."""

    def __init__(self, read: Callable[[str], str] = input, say: Callable[[str], None] = print) -> None:
        """Take the functions that read a line and that say one."""
        self._read = read
        self.say = say
        self.prompts = 0
        """How many lines were asked for."""

    def line(self, shown: str, explains: str = "") -> str:
        """Return a line without the spaces around it. Raises WentBack, and EOFError where no more come."""
        while True:
            self.prompts += 1
            typed = self._read(f"{shown} ").strip()
            if typed == BACK:
                raise WentBack
            if typed != HELP:
                return typed
            self.say(f"  {explains or 'There is no more to say about this.'}")

    def confirm(self, shown: str) -> bool:
        """Ask for yes or no."""
        while (typed := self.line(f"{shown} (y/n)").lower()) not in ("y", "yes", "n", "no"):
            self.say("  Please write y or n.")
        return typed.startswith("y")

    def pick(self, shown: str, names: Sequence[str]) -> int | None:
        """Ask for one of some names by its number; None where it is none of them."""
        if len(names) == 1:
            return 0 if self.confirm(f"  {names[0]}: is that meant?") else None
        listed = "  ".join(f"{number} {name}" for number, name in enumerate(names, 1))
        known = {str(number): number - 1 for number in range(1, len(names) + 1)}
        while (typed := self.line(f"  {shown}  {listed}  n none of these:").lower()) not in {*known, "n"}:
            self.say("  Please write a number, or n.")
        return known.get(typed)


def letters(typed: str, known: Sequence[str]) -> list[str]:
    """Return what some letters stand for, in the order known. Raises Refused for a letter too many."""
    chosen = [letter for letter in typed.lower() if not letter.isspace() and letter != ","]
    allowed = dict(zip(LETTERS, known, strict=False))
    if wrong := [letter for letter in chosen if letter not in allowed]:
        raise Refused(f"{wrong[0]} is none of them. Write letters from a to {LETTERS[len(known) - 1]}.")
    return [name for letter, name in allowed.items() if letter in chosen]


def split(typed: str) -> list[str]:
    """Split names at their commas."""
    return [part for part in (each.strip() for each in typed.split(",")) if part]


def listed(choices: Iterable[tuple[str, str]]) -> str:
    """Return choices one a line, each with what to type for it."""
    return "\n".join(f"    {key} {says}" for key, says in choices)
