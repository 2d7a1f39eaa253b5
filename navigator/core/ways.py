"""The ways on from a stage: what each follows, so that no heading promises what a document does not say."""

from collections.abc import Iterator
from enum import StrEnum

from navigator.core.model import Next, Stage


class Way(StrEnum):
    """In which case a way on is taken."""

    SETTLED = "settled"
    """The stage settles it."""
    UNSETTLED = "unsettled"
    """It does not."""
    THEN = "then"
    """The stage simply ends."""
    OTHER = "other"
    """Another way, on a condition of its own."""
    BACK = "back"
    """Back to a stage that is gone through again."""


def ways_on(stage: Stage) -> Iterator[tuple[Way, Next]]:
    """Yield what follows a stage, each with the case in which it does."""
    named = {Way.SETTLED: stage.if_settled, Way.UNSETTLED: stage.if_unresolved, Way.THEN: stage.then}
    yield from ((way, following) for way, following in named.items() if following)
    yield from ((Way.BACK if other.back else Way.OTHER, other) for other in stage.other_ways)
