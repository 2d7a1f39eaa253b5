"""The document does not say which day a time is counted from."""

from collections.abc import Iterator

from navigator.check.gaps.point import OpenPoint, Subject
from navigator.core.faults import Path
from navigator.core.model import FindingKind, Timescale


def find(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point for each timescale whose start had to be assumed."""
    for place in subject.stages_with_paths():
        for index, timescale in enumerate(place.stage.timescales):
            yield from _assumed(subject, timescale, (*place.path, "timescales", index), place.key)
    for index, timescale in enumerate(subject.policy.overall):
        yield from _assumed(subject, timescale, ("overall", index))


def _assumed(subject: Subject, timescale: Timescale, path: Path, *stages: str) -> Iterator[OpenPoint]:
    if timescale.assumed_start:
        yield subject.point(
            FindingKind.NO_START,
            f"{timescale.does} {timescale.assumed_start}",
            "From which day does this time run?",
            timescale.source,
            (*path, "assumed_start"),
            *stages,
        )
