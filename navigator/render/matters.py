"""Which dates matter in the phase that somebody is in: those for a calendar, and for a sheet to fill in."""

from collections.abc import Iterator
from typing import Final

from navigator.core.model import DateKind, Phase
from navigator.core.outcome import Outcome
from navigator.core.time.deadlines import Deadline

_AWAITING: Final = (Phase.TO_START, Phase.WAITING, Phase.UNSURE)
"""The phases in which what others must do is still to come."""
_ENDED: Final = (Phase.SETTLED, Phase.WITHDRAWN)
"""The phases in which no date matters any more."""


def dates_that_matter(outcome: Outcome) -> tuple[Deadline, ...]:
    """Return what is awaited in the phase, and what the reader may still lose, each once."""
    return tuple(dict.fromkeys(_matter(outcome)))


def _matter(outcome: Outcome) -> Iterator[Deadline]:
    phase = outcome.phase
    if phase in _ENDED:
        return
    every = (*outcome.deadlines, *outcome.overall, *outcome.alongside_deadlines)
    for item in every:
        if item.is_past:
            continue
        awaited = phase in _AWAITING and item in outcome.deadlines
        if awaited or item.kind is not DateKind.DUTY or item is outcome.lead.deadline:
            yield item
