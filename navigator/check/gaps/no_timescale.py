"""The document gives no time."""

from collections.abc import Iterator

from navigator.check.gaps.point import OpenPoint, Subject
from navigator.core.model import FindingKind, Unit


def find(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point for each timescale of a stage that has no time."""
    for timescale, position, path in subject.policy.timescales():
        if position and timescale.unit is Unit.NONE_STATED:
            yield subject.point(
                FindingKind.NO_TIMESCALE, timescale.source, path, [position.key], does=timescale.does
            )
