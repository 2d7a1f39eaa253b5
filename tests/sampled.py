"""A sample of the pages that answers lead to, for what would take minutes with every one of them."""

from navigator.core.journey import nodes
from navigator.core.model import Library
from navigator.core.nodes import Node


def sample(library: Library) -> list[Node]:
    """Return a node of each kind: a question, a route for a reader, a route at a service."""
    kinds = {
        kind: node
        for node in nodes(library)
        for kind in (
            [("question", node.question)]
            if node.question
            else [("reader", node.route, node.reader), ("service", node.route, node.service)]
        )
    }
    return list(dict.fromkeys(kinds.values()))
