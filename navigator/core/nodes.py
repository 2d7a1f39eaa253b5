"""Nodes: all that a page of the wizard needs to know, an open question or the end that was reached."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256

from navigator.core.model import Library, Source


@dataclass(frozen=True)
class Node:
    """A place in the graph: an open question, or an end."""

    question: str | None
    """The open question: one of the triage, or one of the generated kinds; None at an end."""
    route: str | None = None
    """The route, once it is known."""
    service: str | None = None
    """The service, once it is known."""
    choice: str | None = None
    """At an end: the answer to the progress question, or the only position there is."""
    opens: bool = False
    """True for the first question, where everybody begins."""
    reader: str | None = None
    """Who asks, once they have said so; at an end, the reader whose page it is."""
    facts: tuple[tuple[str, str], ...] = ()
    """What kinds of question without a field of their own have learned: the kind's id and the option's."""
    signpost: str | None = None
    """At an end that is no route's: the signpost."""

    @property
    def slug(self) -> str:
        """The node's part of an address: the name of a signpost or of the first question, or a mere code."""
        if self.signpost:
            return self.signpost
        if self.opens and self.question:
            return self.question
        facts = (*self.facts, *((("reader", self.reader),) if self.reader else ()))
        parts = (self.question, self.route, self.service, self.choice, *map("=".join, facts))
        return "n" + sha256("|".join(part or "" for part in parts).encode()).hexdigest()[:8]

    @property
    def address(self) -> str:
        """The page's address, below the site's root."""
        return f"{'help' if self.signpost else 'find'}/{self.slug}/"

    def knowing(self, kind: str, option: str) -> "Node":
        """Return the node that also knows the answer to a kind of question."""
        return replace(self, question=None, facts=(*self.facts, (kind, option)))


@dataclass(frozen=True)
class AnswerOption:
    """One answer as shown, and where it leads."""

    id: str
    label: str
    hint: str | None
    to: Node
    because: str | None = None
    """Why this answer leads there; None where it only leads to the next question."""
    source: Source | None = None
    document: str | None = None
    """The document that `source` falls back on."""
    unsure: bool = False


@dataclass(frozen=True)
class OpenQuestion:
    """A question as shown."""

    id: str
    ask: str
    hint: str | None
    options: tuple[AnswerOption, ...]


type Onward = Callable[[Library, Node], Node]
"""Finds the node that comes next on a route, from one that no question is open at."""
