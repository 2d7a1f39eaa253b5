"""Cards for the first hour: each leads to what says it in full, and is short enough for one side of paper."""

from collections.abc import Iterator
from typing import Final

from navigator.check.located import LocatedParts
from navigator.core.model import FirstHourCard
from navigator.load.problem import Problem

MOST_LINES: Final = 16
"""So many things to do, to write down and not to do stand on one side of A4, with room for numbers."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each card that leads nowhere, or that shows a time its policy does not have."""
    library = parts.loaded.library
    for located in parts.of(FirstHourCard):
        card = located.value
        if (card.policy is None) == (card.signpost is None):
            yield located.error("names no page, or two", "Write a policy or a signpost.", "id")
        policy = library.policy.get(card.policy or "") if library else None
        known = {place.timescale.id for place in policy.timescales()} if policy else set()
        for index, name in enumerate(card.times if library else ()):
            if name not in known:
                hint = "Write the id of one of its timescales."
                yield located.error(f"{card.policy} has no time {name}", hint, "times", index)


def lengths(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each card that does not fit on one side of paper."""
    for located in parts.of(FirstHourCard):
        card = located.value
        count = len(card.steps) + len(card.write_down) + len(card.do_not)
        if count > MOST_LINES:
            hint = f"Keep to {MOST_LINES}, so that it prints on one side."
            yield located.finding(f"has {count} lines", hint, "id")
