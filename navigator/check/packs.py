"""Packs: each has cases, each case once, and a length that a session can have."""

from collections.abc import Iterator
from typing import Final

from navigator.check.located import LocatedParts
from navigator.core.model import Pack, Scenario
from navigator.load.problem import Problem

MOST_MINUTES: Final = 480
"""No session is longer than a working day; a larger number is a slip of the keyboard."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each pack that cannot be worked through as it stands."""
    at_signposts = {case.value.id for case in parts.of(Scenario) if case.value.expect.signpost}
    for located in parts.of(Pack):
        pack = located.value
        if not pack.scenarios:
            yield located.error("is empty", "Write the ids of some cases.", "scenarios")
        if not 1 <= pack.minutes <= MOST_MINUTES:
            hint = f"Write a number from 1 to {MOST_MINUTES}."
            yield located.error(f"cannot be {pack.minutes}", hint, "minutes")
        if pack.passing is not None and not 1 <= pack.passing <= len(pack.scenarios):
            hint = f"Write a number of cases, from 1 to {len(pack.scenarios)}."
            yield located.error(f"cannot be {pack.passing}", hint, "pass")
        for index, scenario in enumerate(pack.scenarios):
            if scenario in pack.scenarios[:index]:
                what = f"{scenario} is in this pack already"
                yield located.error(what, "Take one out.", "scenarios", index)
            if scenario in at_signposts:
                what = f"{scenario} leads to a signpost, and has no stage to work out"
                yield located.error(what, "Take it out.", "scenarios", index)
