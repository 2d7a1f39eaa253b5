"""A person at a terminal: lines that are read and said, and how a choice or a list is typed."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from navigator.author.person import Person, Prompt, Refused, WentBack

BACK: Final = "<"
HELP: Final = "?"
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class Terminal(Person):
    """Reads answers line by line."""

    def __init__(self, read: Callable[[str], str] = input, say: Callable[[str], None] = print) -> None:
        """Take the functions that read a line and that say one."""
        self._read = read
        self._say = say
        self.prompts = 0
        """How many lines were asked for."""

    def ask(self, prompt: Prompt) -> str:
        """Return a line. Raises WentBack, and EOFError where no more come."""
        enter = f" [{prompt.default}]" if prompt.default else ""
        enter = enter or (f" (Enter: {prompt.without})" if prompt.without else "")
        while True:
            self.prompts += 1
            typed = self._read(f"{prompt.at_terminal or prompt.says}{enter} ").strip()
            if typed == BACK:
                raise WentBack
            if typed != HELP:
                return typed
            self.say(prompt.help_at_terminal or prompt.explains or "There is no more to say about this.")

    def say(self, text: str) -> None:
        """Print a text, a little in."""
        self._say(f"  {text}")

    def warn(self, text: str) -> None:
        """Print what is wrong, and how the answer is changed."""
        self.say(f"{text}: {BACK} goes back.")

    def head(self, heading: str) -> None:
        """Print what follows, with a line before it."""
        self._say(f"\n== {heading} ==")

    def cite(self, line: str) -> None:
        """Print a line of the document."""
        self.say(f"The document: {line}")

    def welcome(self, text: str) -> None:
        """Print what stands before all questions."""
        self._say(text)


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
