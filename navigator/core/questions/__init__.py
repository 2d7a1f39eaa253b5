"""The kinds of question that are made from the library. An author words them; their answers are found here.

A kind is a module with an ID and two functions, and an entry in KINDS:
`begin(library, node)` returns the node with the question open, or with what the answer would have told;
`ask(library, node, onward)` returns the question, each answer leading onward.
A kind that asks several questions has an ID with a hyphen at its end, which the id of each begins with.
"""

from collections.abc import Iterator
from typing import Final, Protocol

from navigator.core.model import Library
from navigator.core.nodes import Node, Onward, OpenQuestion
from navigator.core.questions import condition, progress, service


class QuestionKind(Protocol):
    """A kind of question, as a module."""

    @property
    def ID(self) -> str:  # noqa: N802 - a constant of the module
        """The id that answers and addresses name it by."""

    def begin(self, library: Library, node: Node) -> Node:
        """Open the question at a node, unless its answer is known or makes no difference."""

    def ask(self, library: Library, node: Node, onward: Onward) -> OpenQuestion:
        """Return the question that is open at a node."""


KINDS: Final[dict[str, QuestionKind]] = {kind.ID: kind for kind in (service, progress, condition)}
"""Every kind by its id, in the order in which they are asked once a route is known."""


def kind_of(question: str | None) -> QuestionKind | None:
    """Return the kind that a question is of; None for one that an author wrote."""
    for name, kind in KINDS.items():
        if question == name or (question and name.endswith("-") and question.startswith(name)):
            return kind
    return None


def every_question(library: Library) -> Iterator[str]:
    """Yield the id of every question that can be asked: the author's, and those of each kind."""
    yield from library.question
    yield from (name for name in KINDS if name != condition.ID)
    conditions = (each.id for policy in library.policies for each in policy.conditions)
    yield from dict.fromkeys(map(condition.question_id, conditions))


def onward(library: Library, node: Node) -> Node:
    """Return the next node of a route: a kind of question that has to be asked, or the end."""
    for kind in KINDS.values():
        node = kind.begin(library, node)
        if node.question:
            break
    return node
