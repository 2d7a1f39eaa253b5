"""A newer version is reported."""

from collections.abc import Iterator

from navigator.check.gaps.point import OpenPoint, Subject
from navigator.core.model import FindingKind


def find(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point where a newer version is reported."""
    report = subject.policy.superseded
    if report:
        yield subject.point(
            FindingKind.SUPERSEDED,
            report.source,
            ("superseded",),
            report=report.says,
        )
