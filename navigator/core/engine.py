"""The engine: a library, answers, dates and today's date give the next question or the outcome.

It is pure: no clock, no file, no network.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from navigator.core.errors import NavigatorError
from navigator.core.journey import (
    Node,
    OpenQuestion,
    Trail,
    destination,
    follow,
    question,
)
from navigator.core.model import Library
from navigator.core.outcome import Outcome, outcome
from navigator.core.versions import in_force


class UnknownDate(NavigatorError):
    """A date is given for an event that the library does not have."""


@dataclass(frozen=True)
class Progress:
    """Where some answers lead: a question that is open, or an outcome."""

    trail: Trail
    question: OpenQuestion | None
    outcome: Outcome | None


def advance(
    library: Library,
    answers: Mapping[str, str],
    dates: Mapping[str, date],
    today: date,
    origin: Node | None = None,
    until: str | None = None,
) -> Progress:
    """Walk as far as the answers reach, and show what is there.

    `origin` is the node to start from, where it is not the first question; `until` names an answered
    question to show again. Raises UnknownAnswer and UnknownDate.
    """
    check_events(library, dates)
    trail = follow(library, answers, origin, until)
    if trail.node.question is not None:
        return Progress(trail, question(library, trail.node), None)
    return Progress(trail, None, _outcome(library, trail, dates, today))


def _outcome(library: Library, trail: Trail, dates: Mapping[str, date], today: date) -> Outcome:
    end = in_force(library, destination(library, trail.node), dates, today)
    return outcome(library, trail.node, end, trail.answered, dates, today)


def check_events(library: Library, dates: Mapping[str, date]) -> None:
    """Refuse a date for an event that does not exist. Raises UnknownDate."""
    for event in dates:
        if event not in library.event:
            raise UnknownDate(
                f"{event}: there is no such event; there are {', '.join(sorted(library.event))}"
            )
