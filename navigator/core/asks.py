"""The dates that an end asks the reader for: those that its deadlines are counted from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time

from navigator.core.floor import floor_of
from navigator.core.journey import Destination
from navigator.core.model import Alongside, Library, Policy, Timescale, Unit
from navigator.core.policies import policy_for


@dataclass(frozen=True)
class AskedDate:
    """A date that the reader may give."""

    event: str
    ask: str
    hint: str | None
    planned: bool
    """True where the event lies ahead, so that a future date is right."""
    main: bool
    """True for a date that a deadline of this stage is counted from."""
    given: date | None
    wants_time: bool = False
    """True where hours are counted from it, so that the time of day matters too."""
    given_at: time | None = None
    """The time of day, where it was given."""
    name: str = ""
    """The day in words: `the day you sent your complaint`."""


def asked_dates(
    library: Library, end: Destination, dates: Mapping[str, date], times: Mapping[str, time]
) -> Iterator[AskedDate]:
    """Yield the dates an end wants, those of its own deadlines first, each with the day given for it."""
    own = list(end.conditions.hold((*end.position.innermost.timescales, *end.policy.overall)))
    routes = [rule.route for rule, _ in alongside(library, end) if rule.route]
    parallel = [clock for route in routes for clock in clock_alongside(library, end, route)[1]]
    main, by_hours = set(_events(own)), set(_events(each for each in own if each.unit is Unit.HOURS))
    for key in dict.fromkeys((*_events(own), *_events(parallel))):
        event = library.event[key]
        ahead = event.ask_planned if key in main and not end.begun and not end.unsure else None
        yield AskedDate(
            key,
            ahead or event.ask,
            event.hint,
            ahead is not None or event.planned,
            key in main,
            dates.get(key),
            key in by_hours,
            times.get(key),
            event.name,
        )


def alongside(library: Library, end: Destination) -> list[tuple[Alongside, Policy]]:
    """Return what may run at the same time as the stage reached, each with the policy that says so."""
    floor = floor_of(library, end.policy)
    own = (rule for rule in end.policy.alongside if end.position.is_among(rule.stages))
    return [
        *((rule, end.policy) for rule in end.conditions.hold(own)),
        *((rule, floor.holder) for rule in floor.alongside(end.position)),
    ]


def clock_alongside(library: Library, end: Destination, route: str) -> tuple[Policy, list[Timescale]]:
    """Return the policy of a route that may run alongside, and the timescales that begin with it."""
    policy = policy_for(library, route, end.service, end.reader)
    return policy, [each for each in policy.first_stage.innermost.timescales if each.event]


def _events(timescales: Iterable[Timescale]) -> Iterator[str]:
    return (event for timescale in timescales for event in timescale.events)
