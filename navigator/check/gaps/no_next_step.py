"""The document does not say what follows a stage."""

from collections.abc import Iterator

from navigator.check.gaps.point import OpenPoint, Subject
from navigator.core.model import FindingKind


def find(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point for each stage after which nothing is stated."""
    for position in subject.policy.leaf_stages():
        following = position.innermost.if_unresolved
        if following and following.none_stated:
            yield subject.point(
                FindingKind.NO_NEXT_STEP,
                following.source or position.innermost.source,
                (*position.path, "if_unresolved"),
                [position.key],
            )
