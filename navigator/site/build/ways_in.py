"""Ways in: the answers to the questions that an author wrote, each as a place where somebody can begin."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from navigator.core.journey import first, question
from navigator.core.model import Library

if TYPE_CHECKING:
    from navigator.core.nodes import Node


@dataclass(frozen=True)
class WayIn:
    """One answer."""

    address: str
    """The page that it leads to, below the site's root."""
    label: str
    hint: str
    answered: tuple[str, ...]
    """What was answered before it."""


def ways_in(library: Library) -> Iterator[WayIn]:
    """Yield each answer once, as the first of those who are asked gets it.

    Nobody says that there is no danger by searching, so what leads on from there is left unsaid. An answer of
    somebody who is not sure is no name for anything.
    """
    opening = first(library)
    seen = set()
    waiting: deque[tuple[Node, tuple[str, ...]]] = deque([(opening, ())])
    while waiting:
        node, answered = waiting.popleft()
        asked = question(library, node)
        for option in asked.options:
            onward = option.to.question is not None and option.to.route is None
            if onward:
                unsaid = option.unsure or node == opening
                waiting.append((option.to, answered if unsaid else (*answered, option.label)))
            if option.unsure or (onward and node == opening) or (asked.id, option.id) in seen:
                continue
            seen.add((asked.id, option.id))
            yield WayIn(option.to.address, option.label, option.hint or "", answered)
