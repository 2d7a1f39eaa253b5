"""The kinds of question that are made from the library. An author words them; their answers are found here.

A kind is a module with an ID and two functions, and an entry in KINDS:
`begin(library, node)` returns the node with the question open, or with what the answer would have told;
`ask(library, node, onward)` returns the question, each answer leading onward.
"""

from typing import Final, Protocol

from navigator.core.model import Library
from navigator.core.nodes import Node, Onward, OpenQuestion
from navigator.core.questions import progress, service


class QuestionKind(Protocol):
    """A kind of question, as a module."""

    @property
    def ID(self) -> str:  # noqa: N802 - a constant of the module
        """The id that answers and addresses name it by."""

    def begin(self, library: Library, node: Node) -> Node:
        """Open the question at a node, unless its answer is known or makes no difference."""

    def ask(self, library: Library, node: Node, onward: Onward) -> OpenQuestion:
        """Return the question that is open at a node."""


KINDS: Final[dict[str, QuestionKind]] = {kind.ID: kind for kind in (service, progress)}
"""Every kind by its id, in the order in which they are asked once a route is known."""


def onward(library: Library, node: Node) -> Node:
    """Return the next node of a route: a kind of question that has to be asked, or the end."""
    for kind in KINDS.values():
        node = kind.begin(library, node)
        if node.question:
            break
    return node
