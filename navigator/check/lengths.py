"""How long times are at least and at most, where they are held against one another."""

from collections.abc import Mapping

from navigator.core.model import Unit
from navigator.core.time.units import UNITS


def surely_longer(total: Mapping[Unit, int], amount: int, unit: Unit) -> bool:
    """Say whether a time of several units is certain to be longer than another, however the days fall."""
    if total.keys() == {unit}:
        return total[unit] > amount
    most = UNITS[unit].most_days
    return most is not None and sum(UNITS[each].fewest_days(number) for each, number in total.items()) > (
        amount * most
    )
