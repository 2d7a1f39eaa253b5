"""A sample of the pages that answers lead to, for what would take minutes with every one of them."""

from collections.abc import Iterable

from navigator.core.nodes import Node


def sample(nodes: Iterable[Node]) -> list[Node]:
    """Return a node of each kind: a question, a route for a reader, a route at a service."""
    kinds = {
        kind: node
        for node in nodes
        for kind in (
            [("question", node.question)]
            if node.question
            else [("reader", node.route, node.reader), ("service", node.route, node.service)]
        )
    }
    return list(dict.fromkeys(kinds.values()))
