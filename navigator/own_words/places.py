"""Places to begin: where each lies and what it is called."""

from dataclasses import dataclass
from functools import cached_property

from navigator.core.addressing import speaking_to
from navigator.core.journey import enter, leading_to, nodes
from navigator.core.model import Library, OwnWords
from navigator.core.nodes import Node


@dataclass(frozen=True)
class Place:
    """A place to begin."""

    id: str
    """The id of the phrases that mean it."""
    topic: str
    """The route or the signpost."""
    address: str
    """Its page, below the site's root."""
    title: str
    """What it is called."""
    safety: bool
    """Whether somebody may be in danger there."""


class Places:
    """The places to begin of a library."""

    def __init__(self, library: Library) -> None:
        """Look up nothing yet."""
        self._library = library

    @cached_property
    def all(self) -> tuple[Place, ...]:
        """Every place to begin that is there."""
        return tuple(place for words in self._library.own_words if (place := self.of(words)))

    def of(self, words: OwnWords) -> Place | None:
        """Return the place that phrases mean; None where there is no such topic."""
        route = self._plain.route.get(words.topic)
        if route is None:
            return None
        node = self.node(words)
        return Place(words.id, words.topic, node.address, words.title or route.name, safety=words.safety)

    def node(self, words: OwnWords) -> Node:
        """Return the wizard's page where the phrases lead: for that reader and stage, where there is one."""
        meant = leading_to(self._library, words.topic, words.stage, words.reader)
        return meant if meant in self._reached else enter(self._library, words.topic)

    def is_exact(self, words: OwnWords) -> bool:
        """Say whether there is a page for the very reader and stage that phrases name."""
        return leading_to(self._library, words.topic, words.stage, words.reader) in self._reached

    @cached_property
    def _plain(self) -> Library:
        return speaking_to(self._library, None)

    @cached_property
    def _reached(self) -> frozenset[Node]:
        return frozenset(nodes(self._library))
