"""One question of a case, with feedback for every choice."""

from dataclasses import dataclass

from navigator.render.html import Child, Html

RIGHT = "Right."
TEMPTING = "Tempting, but not this one."
WRONG = "Not this one."
POSSIBLE = "Possible: the words can also be read this way."


@dataclass(frozen=True)
class QuizChoice:
    """One thing to choose, and what is said about it once it has been chosen."""

    label: str
    verdict: str
    """Whether it is right, in words."""
    why: Child
    """Why, as paragraphs."""
    source: Html
    """The place that says so."""

    @property
    def right(self) -> bool:
        """True where it settles the question."""
        return self.verdict in (RIGHT, POSSIBLE)


@dataclass(frozen=True)
class Quiz:
    """One question with its choices."""

    id: str
    """The short name within the case: `route`, `stage`, `tell` or `when`."""
    ask: str
    """The question, as a heading."""
    about: Child
    """What to know before choosing; may be nothing."""
    choices: tuple[QuizChoice, ...]
