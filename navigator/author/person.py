"""Whom the questions are put to: what a question holds for them, however it is shown."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from navigator.core.errors import NavigatorError

YES: Final = ("y", "yes")
NO: Final = ("n", "no")
NONE_OF_THEM: Final = "n"


class Stopped(NavigatorError):
    """No more answers come, or one cannot be taken. The message is what the person reads."""


class WentBack(Exception):
    """The person wants to answer the question before once more."""


class Refused(Exception):
    """An answer cannot be taken; the message says why, and what to write."""


@dataclass(frozen=True)
class Choice:
    """One of the answers to choose from."""

    typed: str
    """What is typed for it. With words of one's own, what stands before them."""
    says: str
    """What it says."""
    means: str = ""
    """What that means."""
    own: bool = False
    """True where words of one's own belong to it."""
    group: str = ""
    """What it belongs to with others, where there are several such groups."""


@dataclass(frozen=True)
class Prompt:
    """A question, with all that somebody is shown of it."""

    says: str
    """The question."""
    at_terminal: str = ""
    """The question with what to type, where that is more; a page shows the choices in its place."""
    sentence: str = ""
    """The sentence of a document that it is about."""
    choices: tuple[Choice, ...] = ()
    """The answers to choose from; where there are none, words are written."""
    several: bool = False
    """True where any number of the choices can be taken, each by its letter."""
    names: Callable[[], tuple[str, ...]] = tuple
    """Returns the names that are known, for words of one's own."""
    listing: bool = False
    """True where several names can be written, with commas between."""
    long: bool = False
    """True for a text of several lines."""
    default: str | None = None
    """What Enter takes."""
    without: str = ""
    """What Enter means where nothing need be given; empty where something must be."""
    explains: str = ""
    """What more there is to say of it."""
    help_at_terminal: str = ""
    """What a terminal says in place of that."""
    follows: bool = False
    """True where it is asked because of the answer to the question before, and belongs to that one."""


class Person(ABC):
    """Somebody who answers questions."""

    @abstractmethod
    def ask(self, prompt: Prompt) -> str:
        """Return an answer without the spaces around it. Raises WentBack, or an error where none comes."""

    @abstractmethod
    def say(self, text: str) -> None:
        """Tell something."""

    def refuse(self, text: str) -> None:
        """Tell why an answer cannot be taken. The question is asked again."""
        self.say(text)

    def warn(self, text: str) -> None:
        """Tell what is wrong with an answer that was taken all the same."""
        self.say(f"{text}.")

    def head(self, heading: str) -> None:
        """Tell what the questions that follow are about."""
        self.say(heading)

    def cite(self, line: str) -> None:
        """Show a line of the document that belongs to the questions that follow."""
        self.say(line)

    def confirm(self, says: str) -> bool:
        """Ask for yes or no."""
        choices = (Choice(YES[0], "Yes"), Choice(NO[0], "No"))
        prompt = Prompt(says, f"  {says} (y/n)", choices=choices, follows=True)
        while (typed := self.ask(prompt).lower()) not in (*YES, *NO):
            self.refuse("Please write y or n.")
        return typed in YES

    def pick(self, says: str, names: Sequence[str]) -> int | None:
        """Ask for one of some names; None where it is none of them."""
        if len(names) == 1:
            return 0 if self.confirm(f"{names[0]}: is that meant?") else None
        listed = "  ".join(f"{number} {name}" for number, name in enumerate(names, 1))
        known = {str(number): number - 1 for number in range(1, len(names) + 1)}
        choices = (
            *(Choice(number, name) for number, name in zip(known, names, strict=True)),
            Choice(NONE_OF_THEM, "None of these"),
        )
        shown = f"  {says}  {listed}  n none of these:"
        prompt = Prompt(says, shown, choices=choices, follows=True)
        while (typed := self.ask(prompt).lower()) not in {*known, NONE_OF_THEM}:
            self.refuse("Please write a number, or n.")
        return known.get(typed)
