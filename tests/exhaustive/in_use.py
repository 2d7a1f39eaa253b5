"""The shipped policies, and every way of counting that occurs in them."""

from collections.abc import Iterator
from typing import NamedTuple

from navigator.core.model import Counting, Timescale, Unit
from tests.shipped import library


class Rule(NamedTuple):
    """An amount, a unit, and which day counts first."""

    amount: int
    unit: Unit
    counting: Counting

    def __str__(self) -> str:
        """Return the rule as a line of a table."""
        return f"{self.amount} {self.unit.replace('_', ' ')}, {self.counting.replace('_', ' ')}"


def rules() -> list[Rule]:
    """Return every rule in use: timescales, their readings, and the reading of a start on a day off."""
    found: set[Rule] = set()
    for policy in library().policies:
        for place in policy.timescales():
            found.update(of(place.timescale))
    return sorted(found, key=lambda rule: (rule.unit, rule.amount, rule.counting))


def of(timescale: Timescale) -> Iterator[Rule]:
    """Yield the rules of one timescale, the plain one first."""
    if timescale.amount is None:
        return
    plain = [Rule(timescale.amount, timescale.unit, timescale.counting)]
    plain += [
        Rule(
            reading.amount or timescale.amount,
            reading.unit or timescale.unit,
            reading.counting or timescale.counting,
        )
        for reading in timescale.readings
    ]
    yield from plain
    for rule in plain:
        if rule.unit is Unit.WORKING_DAYS and rule.counting is Counting.AFTER:
            yield rule._replace(counting=Counting.NEXT_WORKING_DAY)
