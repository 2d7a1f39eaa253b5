"""The document gives no time."""

from collections.abc import Iterator

from navigator.check.gaps.point import OpenPoint, Subject
from navigator.core.model import FindingKind, Unit


def find(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point for each timescale of a stage that has no time."""
    for place in subject.stages_with_paths():
        for index, timescale in enumerate(place.stage.timescales):
            if timescale.unit is Unit.NONE_STATED:
                yield subject.point(
                    FindingKind.NO_TIMESCALE,
                    f"{timescale.does} No time is stated for this.",
                    "How long may this take?",
                    timescale.source,
                    (*place.path, "timescales", index),
                    place.key,
                )
