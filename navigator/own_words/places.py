"""Places to begin: where each lies and what it is called."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from navigator.core.addressing import speaking_to
from navigator.core.journey import enter, leading_to, nodes
from navigator.core.model import Library, Option, OwnWords, Policy
from navigator.core.nodes import Node

_AT_A_TIME: Final = 50
"""So many nodes are looked at without a stop."""
NOWHERE: Final = "none"
"""The topic of phrases about nothing that is here: no place is shown for them."""


@dataclass(frozen=True)
class Place:
    """A place to begin."""

    id: str
    """The id of the phrases that mean it."""
    topic: str
    """The route or the signpost; `none` where nothing that is here is meant."""
    address: str
    """Its page, below the site's root."""
    title: str
    """What it is called."""
    safety: bool
    """Whether somebody may be in danger there."""
    reader: str | None
    """Whose page it is; None for anybody's."""
    stage: str | None
    """The stage of the route at which it begins; None for its beginning."""


class Places:
    """The places to begin of a library."""

    def __init__(self, library: Library, reached: Container[Node] = ()) -> None:
        """Look up nothing yet. `reached` are nodes of which it is known that answers lead there."""
        self._library = library
        self._known = reached
        self._found: set[Node] = set()
        self._coming = nodes(library)

    @cached_property
    def all(self) -> tuple[Place, ...]:
        """Every place to begin: those that phrases are written for, and then every other topic."""
        written = [place for words in self._library.own_words if (place := self.of(words))]
        there = {place.topic for place in written}
        others = (OwnWords(topic, topic, ()) for topic in self._titles if topic not in there)
        return (*written, *(place for words in others if (place := self.of(words))))

    def of(self, words: OwnWords) -> Place | None:
        """Return the place that phrases mean; None where there is no such topic."""
        if words.topic == NOWHERE:
            return Place(words.id, NOWHERE, "", "", safety=False, reader=None, stage=None)
        if words.topic not in self._titles:
            return None
        title = words.title or self._titles[words.topic][0]
        address = self._address(words)
        return Place(words.id, words.topic, address, title, words.safety, words.reader, words.stage)

    def is_there(self, words: OwnWords) -> bool:
        """Say whether there is such a topic."""
        return words.topic in (NOWHERE, *self._library.route, *(each.id for each in self._library.signposts))

    def looking(self, words: OwnWords) -> Iterator[None]:
        """Look for the page of phrases, which can take long, and stop now and then."""
        if words.topic in self._library.route and not self._is_near(self._meant(words)):
            for number, node in enumerate(self._coming):
                self._found.add(node)
                if number % _AT_A_TIME == 0:
                    yield

    def is_exact(self, words: OwnWords) -> bool:
        """Say whether there is a page for the very reader and stage that phrases name."""
        return words.topic not in self._library.route or self._is_reached(self._meant(words))

    def described(self, place: Place) -> Iterator[str]:
        """Yield what the library itself says of a place."""
        if place != next(each for each in self.all if each.topic == place.topic):
            return
        yield from self._titles.get(place.topic, ())
        for policy in self._plain.policies:
            if policy.route == place.topic:
                yield from _of_policy(policy)
        for option in self._leading.get(place.topic, ()):
            yield from filter(None, (option.label, option.because))

    def _address(self, words: OwnWords) -> str:
        """Return the page for that reader and stage, or else the one where the route or signpost begins."""
        if words.topic not in self._library.route:
            return Node(None, signpost=words.topic).address
        meant = self._meant(words)
        return (meant if self._is_reached(meant) else enter(self._library, words.topic)).address

    def _meant(self, words: OwnWords) -> Node:
        return leading_to(self._library, words.topic, words.stage, words.reader)

    def _is_reached(self, node: Node) -> bool:
        return self._is_near(node) or node in self._reached

    def _is_near(self, node: Node) -> bool:
        return node in self._known or node in self._starts

    @cached_property
    def _starts(self) -> frozenset[Node]:
        """Where each route begins: there is always a page."""
        return frozenset(enter(self._library, route.id) for route in self._library.routes)

    @cached_property
    def _titles(self) -> dict[str, tuple[str, str]]:
        """What each topic is called, and what it is for."""
        routes = {route.id: (route.name, route.purpose) for route in self._plain.routes}
        return routes | {each.id: (each.title, each.summary) for each in self._plain.signposts}

    @cached_property
    def _leading(self) -> dict[str, list[Option]]:
        """The answers that lead to each route and signpost."""
        found: dict[str, list[Option]] = {}
        for question in self._plain.triage.questions:
            for option in question.options:
                found.setdefault(option.route or option.signpost or "", []).append(option)
        return found

    @cached_property
    def _plain(self) -> Library:
        return speaking_to(self._library, None)

    @property
    def _reached(self) -> set[Node]:
        """Every node that has a page; those not met yet are looked for now."""
        self._found.update(self._coming)
        return self._found


def _of_policy(policy: Policy) -> Iterator[str]:
    """Yield what a policy says of itself: its name, whom it is for, its stages, and what is done by when."""
    yield from (policy.title, policy.summary, policy.applies_to)
    for position in policy.leaf_stages():
        yield from filter(None, (position.innermost.title, position.innermost.asks))
        yield from (timescale.does for timescale in position.innermost.timescales)
    for _, rule in policy.rules():
        yield rule.says
