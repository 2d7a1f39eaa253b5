"""Like periods are counted in different sorts of days within one document."""

from collections.abc import Iterator
from typing import Final

from navigator.check.gaps.point import OpenPoint, Subject
from navigator.core.model import FindingKind, Timescale, Unit

_LIKE: Final = 2
"""Two periods are alike where the longer one has at most this many times the number of the shorter one."""


def find(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point for each period in calendar days where one like it is in working days.

    Where the policy says itself how its days are read, there is nothing to ask.
    """
    of_stages = [
        (timescale, position, path) for timescale, position, path in subject.policy.timescales() if position
    ]
    for timescale, position, path in of_stages:
        alike = [(other, where) for other, where, _ in of_stages if _alike(timescale, other)]
        if timescale.unit is Unit.CALENDAR_DAYS and alike and not _is_settled(timescale):
            # The period most like it is named.
            other, where = min(alike, key=lambda found: abs(_amount(found[0]) - _amount(timescale)))
            here, there = (subject.words.amount(_amount(found), found.unit) for found in (timescale, other))
            yield subject.point(
                FindingKind.UNITS_DIFFER,
                timescale.source,
                (*path, "unit"),
                dict.fromkeys((position.key, where.key)),
                does=subject.does(timescale),
                amount=here,
                other=there,
            )


def _is_settled(timescale: Timescale) -> bool:
    """Say whether a timescale gives working days as another reading, or says what it takes its days for."""
    read = any(reading.unit is Unit.WORKING_DAYS for reading in timescale.readings)
    return read or timescale.assumed_unit is not None


def _alike(one: Timescale, other: Timescale) -> bool:
    if other.unit is not Unit.WORKING_DAYS or not (one.amount and other.amount):
        return False
    return max(one.amount, other.amount) <= _LIKE * min(one.amount, other.amount)


def _amount(timescale: Timescale) -> int:
    return timescale.amount or 0
