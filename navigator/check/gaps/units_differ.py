"""Like periods are counted in different sorts of days within one document."""

from collections.abc import Iterator
from typing import Final

from navigator.check.gaps.point import OpenPoint, StageAt, Subject
from navigator.core.model import FindingKind, Timescale, Unit
from navigator.load.words import english_words

_LIKE: Final = 2
"""Two periods are alike where the longer one has at most this many times the number of the shorter one."""


def find(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point for each period in calendar days beside which one like it is in working days."""
    held = [
        (place, index, timescale)
        for place in subject.stages_with_paths()
        for index, timescale in enumerate(place.stage.timescales)
    ]
    for place, index, timescale in held:
        if timescale.unit is not Unit.CALENDAR_DAYS:
            continue
        beside = [(where, other) for where, _, other in held if _alike(timescale, other)]
        if beside:
            yield _point(subject, place, index, timescale, beside)


def _alike(one: Timescale, other: Timescale) -> bool:
    if other.unit is not Unit.WORKING_DAYS or not (one.amount and other.amount):
        return False
    return max(one.amount, other.amount) <= _LIKE * min(one.amount, other.amount)


def _point(
    subject: Subject,
    place: StageAt,
    index: int,
    timescale: Timescale,
    beside: list[tuple[StageAt, Timescale]],
) -> OpenPoint:
    # The period most like it is named.
    where, other = min(beside, key=lambda each: abs((each[1].amount or 0) - (timescale.amount or 0)))
    here, there = (english_words().amount(each.amount or 0, each.unit) for each in (timescale, other))
    return subject.point(
        FindingKind.UNITS_DIFFER,
        f"{timescale.does} This has {here}, while a like period in the same document has {there}.",
        "Are calendar days meant here, or working days?",
        timescale.source,
        (*place.path, "timescales", index, "unit"),
        *dict.fromkeys((place.key, where.key)),
    )
