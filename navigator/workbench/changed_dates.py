"""Time limits that differ: each by its rule, and by the day that it gives when all begins on one day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navigator.core.engine import dates_to_ask, progress
from navigator.core.journey import Trail
from navigator.core.model import Library
from navigator.core.nodes import Node
from navigator.core.phrases import firmness_in_words
from navigator.core.time.deadlines import Deadline


@dataclass(frozen=True)
class DateSaid:
    """A time limit as it stands in one of the libraries."""

    does: str
    """What should have happened by then."""
    rule: str
    """The time in words, with how firm it is and on what condition it holds."""
    due: date | None
    """The last day where everything that it can be counted from happens on one day."""


@dataclass(frozen=True)
class DateChanged:
    """A time limit that differs."""

    before: DateSaid | None
    after: DateSaid | None


def dates_at(library: Library, node: Node, day: date) -> dict[str, DateSaid]:
    """Return the time limits of an end by their ids, counted from one day."""
    trail = Trail((), node, ())
    dates = {asked.event: day for asked in dates_to_ask(library, trail, day)}
    outcome = progress(library, trail, dates, day).outcome
    return {item.timescale.id: _said(library, item) for item in outcome.all_deadlines} if outcome else {}


def _said(library: Library, item: Deadline) -> DateSaid:
    firmness = item.timescale.firmness
    readings = (reading.rule for reading in item.readings)
    parts = (
        item.condition,
        item.rule,
        firmness_in_words(library.words, firmness) if firmness else None,
        *readings,
    )
    return DateSaid(item.does, " ".join(dict.fromkeys(part for part in parts if part)), item.due)


def differing(before: dict[str, DateSaid], after: dict[str, DateSaid]) -> Iterator[DateChanged]:
    """Yield the time limits that differ in their rule or their day, in the order of the draft."""
    for name in dict.fromkeys((*after, *before)):
        old, new = before.get(name), after.get(name)
        if old is None or new is None or (old.rule, old.due) != (new.rule, new.due):
            yield DateChanged(old, new)
