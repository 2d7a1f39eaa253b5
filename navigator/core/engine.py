"""The engine: a library, answers, dates and today's date give the next question or the outcome.

It is pure: no clock, no file, no network.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from navigator.core.addressing import speaking_to
from navigator.core.asks import AskedDate, asked_dates
from navigator.core.errors import NavigatorError
from navigator.core.event_names import as_asked, is_known
from navigator.core.journey import Trail, destination, follow, question
from navigator.core.model import Library, Signpost
from navigator.core.nodes import Node, OpenQuestion
from navigator.core.outcome import Outcome
from navigator.core.outcome_builder import build_outcome
from navigator.core.versions import in_force


class UnknownDate(NavigatorError):
    """A date is given for an event that the library does not have."""


@dataclass(frozen=True)
class Progress:
    """Where some answers lead: a question that is open, an outcome, or a signpost."""

    trail: Trail
    question: OpenQuestion | None
    outcome: Outcome | None
    signpost: Signpost | None = None
    """The signpost; None also where the library was written without them, as for the browser."""


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
    for event in dates:
        if not is_known(library, event):
            known = ", ".join(sorted(library.event))
            raise UnknownDate(f"{event}: there is no such event; there are {known}")
    return progress(library, follow(library, answers, origin, until), dates, today)


def progress(library: Library, trail: Trail, dates: Mapping[str, date], today: date) -> Progress:
    """Show what is at the end of a trail.

    Its dates must be of events that the library has, by any of their names; a `datetime` among them says the
    time of day too.
    """
    library = speaking_to(library, trail.node.reader)
    if trail.node.question is not None:
        return Progress(trail, question(library, trail.node), None)
    if trail.node.signpost:
        return Progress(trail, None, None, library.signpost.get(trail.node.signpost))
    if not library.own_events.keys().isdisjoint(dates):
        dates = as_asked(
            library.own_events, dates, (asked.event for asked in dates_to_ask(library, trail, today))
        )
    days, times = as_days(dates), times_of_day(dates)
    end = in_force(library, destination(library, trail.node), days, today)
    return Progress(trail, None, build_outcome(library, end, trail, days, today, times))


def as_days(dates: Mapping[str, date]) -> dict[str, date]:
    """Return the days of dates, some of which may have a time of day."""
    return {event: date(day.year, day.month, day.day) for event, day in dates.items()}


def times_of_day(dates: Mapping[str, date]) -> dict[str, time]:
    """Return the time of day of each date that has one."""
    return {event: day.time() for event, day in dates.items() if isinstance(day, datetime)}


def dates_to_ask(library: Library, trail: Trail, today: date) -> tuple[AskedDate, ...]:
    """Return the dates that the end of a trail wants while none is given; none but at a place in a policy."""
    if trail.node.route is None or trail.node.question is not None:
        return ()
    library = speaking_to(library, trail.node.reader)
    end = in_force(library, destination(library, trail.node), {}, today)
    return tuple(asked_dates(library, end, {}, {}))
