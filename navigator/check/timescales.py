"""Timescales say exactly as much as their unit needs: a number and a start, or neither."""

from collections.abc import Iterator
from typing import Final

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Reading, Timescale, Unit
from navigator.core.units import UNITS
from navigator.load.problem import Problem

MOST: Final = 1000
"""No timescale has a larger number than this; a larger one is a slip of the keyboard."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each timescale or reading that says too much or too little."""
    for timescale in parts.of(Timescale):
        yield from _timescale(timescale)
    for reading in parts.of(Reading):
        yield from _reading(reading)


def _timescale(located: Located[Timescale]) -> Iterator[Problem]:
    timescale = located.value
    unit = timescale.unit
    if unit not in UNITS:
        if timescale.amount is not None:
            yield located.error(f"does not go with the unit {unit}", "Take it out.", "amount")
        if timescale.readings:
            yield located.error(f"does not go with the unit {unit}", "Take it out.", "readings")
    else:
        if timescale.amount is None:
            yield located.error("is missing", f"Write how many {unit}, such as 10.", "amount")
        if timescale.counted_from is None:
            yield located.error("is missing", "Write the id of the event it is counted from.", "from")
        yield from _amount(located, timescale.amount)
    if timescale.firmness is None and unit is not Unit.NONE_STATED:
        yield located.error("is missing", "Write one of: must, should, aim, usual, maximum.", "firmness")
    if timescale.firmness is not None and unit is Unit.NONE_STATED:
        yield located.error("does not go with the unit none_stated", "Take it out.", "firmness")
    if timescale.assumed_start is not None and timescale.counted_from is None:
        yield located.error("is missing", "Write the event that assumed_start speaks of.", "from")


def _reading(located: Located[Reading]) -> Iterator[Problem]:
    reading = located.value
    if reading.amount is None and reading.unit is None and reading.counting is None:
        yield located.error("does not differ from the timescale", "Write an amount, a unit or a counting.")
    if reading.unit and reading.unit not in UNITS:
        yield located.error("gives no date", "Write a unit that can be counted.", "unit")
    yield from _amount(located, reading.amount)


def _amount(located: Located[Timescale] | Located[Reading], amount: int | None) -> Iterator[Problem]:
    if amount is not None and not 1 <= amount <= MOST:
        yield located.error(f"cannot be {amount}", f"Write a number from 1 to {MOST}.", "amount")
