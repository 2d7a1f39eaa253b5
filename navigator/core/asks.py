"""The dates that an end asks the reader for: those that its deadlines are counted from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from navigator.core.journey import Destination
from navigator.core.model import Alongside, Library, Policy, Timescale
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


def asked_dates(library: Library, end: Destination, dates: Mapping[str, date]) -> Iterator[AskedDate]:
    """Yield the dates an end wants, those of its own deadlines first, each with the day given for it."""
    own = list(_events((*end.position.innermost.timescales, *end.policy.overall)))
    routes = [rule.route for rule in alongside(end) if rule.route]
    parallel = [clock for route in routes for clock in clock_alongside(library, end, route)[1]]
    for key in dict.fromkeys((*own, *_events(parallel))):
        event = library.event[key]
        ahead = event.ask_planned if key in own and not end.begun and not end.unsure else None
        yield AskedDate(key, ahead or event.ask, event.hint, ahead is not None, key in own, dates.get(key))


def alongside(end: Destination) -> list[Alongside]:
    """Return what may run at the same time as the stage reached."""
    return [rule for rule in end.policy.alongside if end.position.is_among(rule.stages)]


def clock_alongside(library: Library, end: Destination, route: str) -> tuple[Policy, list[Timescale]]:
    """Return the policy of a route that may run alongside, and the timescales that begin with it."""
    policy = policy_for(library, route, end.service)
    return policy, [scale for scale in policy.first_stage.innermost.timescales if scale.counted_from]


def _events(timescales: Iterable[Timescale]) -> Iterator[str]:
    return (scale.counted_from for scale in timescales if scale.counted_from)
