"""A question about a case, with feedback for every choice, and what the whole answer says of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from navigator.core.model import Source
from navigator.render.html import Child, Html
from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder


class Verdict(StrEnum):
    """Whether a choice is right; the catalogue says so in words, as `practice.verdict.right`."""

    RIGHT = "right"
    POSSIBLE = "possible"
    TEMPTING = "tempting"
    WRONG = "wrong"


@dataclass(frozen=True)
class QuizChoice:
    """One thing to choose, and what is said about it once it has been chosen."""

    label: str
    verdict: Verdict
    why: Child
    """Why, as paragraphs."""
    source: Html
    """The place that says so."""

    @property
    def right(self) -> bool:
        """True where it settles the question."""
        return self.verdict in (Verdict.RIGHT, Verdict.POSSIBLE)


type Asked = tuple[Child, Sequence[QuizChoice]]
"""What to know before choosing, and the choices; a case with fewer than two is not asked."""


@dataclass(frozen=True)
class Exercise:
    """A kind of question, asked of every case that has something to choose."""

    id: str
    """Its part of anchors, and of the keys of its texts: `practice.exercise.route.ask` is the question."""
    ask: Callable[[PageBuilder, Case], Asked]
    answer: Callable[[PageBuilder, Case], Iterable[tuple[str, Child]]]
    """The lines of the whole answer: names with values; a line without a value is left out."""
    form: Callable[[Case], str | None] = lambda _: None
    """The form of the question in a case, as a part of the key of its words; None for the usual one."""


@dataclass(frozen=True)
class Quiz:
    """An exercise as a case asks it."""

    id: str
    """The exercise."""
    ask: str
    """The question, as a heading."""
    about: Child
    """What to know before choosing; may be nothing."""
    choices: Sequence[QuizChoice]


def cited(page: PageBuilder, source: Source, document: str | None = None) -> Html:
    """Name the place that says something, always with its document, as a case rests on several."""
    return page.cited(replace(source, document=source.document or document))
