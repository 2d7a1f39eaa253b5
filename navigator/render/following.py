"""What follows a stage, under a heading that promises no more than the policy says."""

from collections.abc import Iterator

from navigator.core.model import Words
from navigator.core.outcome import Following, Outcome
from navigator.core.ways import Way
from navigator.render import blocks

HEADINGS = {Way.UNSETTLED: "heading.next", Way.SETTLED: "heading.settled"}
"""The heading above the only way on, where it is one of these."""


def heading(outcome: Outcome) -> str:
    """Return the heading for all that follows."""
    ways = [way for way, _ in ways_on(outcome)]
    key = HEADINGS.get(ways[0]) if len(ways) == 1 else None
    return outcome.words[key or "heading.follows"]


def following(outcome: Outcome) -> Iterator[blocks.Block]:
    """Yield each way on, below the case in which it is taken where that is not the heading of all."""
    ways = list(ways_on(outcome))
    for way, follows in ways:
        if len(ways) > 1 or way in (Way.OTHER, Way.BACK):
            yield blocks.Heading(outcome.words[f"ways.{way}"])
        shown = link(outcome.words, follows)
        yield blocks.Statement(follows.says, follows.source, link=shown, case=follows.condition)


def ways_on(outcome: Outcome) -> Iterator[tuple[Way, Following]]:
    """Yield what follows, each with the case in which it does."""
    named = {Way.SETTLED: outcome.settled, Way.UNSETTLED: outcome.next, Way.THEN: outcome.then}
    yield from ((way, follows) for way, follows in named.items() if follows)
    yield from ((Way.BACK if other.back else Way.OTHER, other) for other in outcome.other_ways)


def link(words: Words, follows: Following) -> blocks.Link | None:
    """Link to what follows, where that has a page."""
    name = follows.position.title if follows.position else follows.route.name if follows.route else ""
    key = "outcome.go_back_to" if follows.back else "outcome.go_to"
    return blocks.Link(words(key, page=name), follows.node.address) if follows.node else None
