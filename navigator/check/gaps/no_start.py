"""The document does not say which day a time is counted from."""

from collections.abc import Iterator

from navigator.check.gaps.point import OpenPoint, Subject
from navigator.core.model import FindingKind


def find(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point for each timescale whose start had to be assumed."""
    for timescale, position, path in subject.policy.timescales():
        if timescale.assumed_start:
            yield subject.point(
                FindingKind.NO_START,
                timescale.source,
                (*path, "assumed_start"),
                [position.key] if position else [],
                does=timescale.does,
                assumption=timescale.assumed_start,
            )
