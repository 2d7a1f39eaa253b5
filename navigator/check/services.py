"""Services, routes, policies, calendars and closure days fit together."""

from collections.abc import Iterable, Iterator
from datetime import date

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Calendar, Policy, Route, Service
from navigator.load.problem import Problem
from navigator.load.words import english_words


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error where routes, services and policies cannot be brought together, or dates cross."""
    located = {each.value.id: each for each in parts.of(Policy)}
    policies = {name: each.value for name, each in located.items()}
    for route in parts.of(Route):
        yield from _fallback(route, policies)
    for service in parts.of(Service):
        yield from _once_per_route(service, located)
        yield from _closures(service, parts.today)
    yield from _labels(parts.of(Service))
    for calendar in parts.of(Calendar):
        first, known, last = calendar.value.first, calendar.value.known_until, calendar.value.last
        if not first <= known <= last:
            yield calendar.error("lies outside first to last", "Write a day between them.", "known_until")


def _fallback(located: Located[Route], policies: dict[str, Policy]) -> Iterator[Problem]:
    policy = policies.get(located.value.fallback or "")
    if policy and policy.route != located.value.id:
        what = f"{policy.id} is a policy for the route {policy.route}"
        yield located.error(what, f"Write a policy for {located.value.id}.", "fallback")


def _once_per_route(service: Located[Service], policies: dict[str, Located[Policy]]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for index, name in enumerate(service.value.policies):
        if name not in policies:
            continue
        route = policies[name].value.route
        if route in seen:
            what = f"{name} is for the route {route}, and so is {seen[route]}"
            hint = "Keep one policy for each route."
            listed = service.is_written("policies", index)
            yield (
                service.error(what, hint, "policies", index)
                if listed
                else policies[name].error(what, hint, "route")
            )
        seen[route] = name


def _labels(services: Iterable[Located[Service]]) -> Iterator[Problem]:
    """Tell of a service that nobody could tell from another in the list of answers."""
    seen: dict[str, Located[Service]] = {}
    for located in services:
        first = seen.setdefault(" ".join(located.value.label.casefold().split()), located)
        if first is not located:
            what = f"{located.value.label} is the label of {first.value.id} too"
            yield located.error(what, "Write what tells the two apart.", "label")


def _closures(located: Located[Service], today: date) -> Iterator[Problem]:
    """Yield an error for closure days that would give a wrong date, or one too certain."""
    closures, until = located.value.closures, located.value.closures_until
    if until is None:
        if closures:
            hint = "Write the last day for which the closure days are known."
            yield located.error("is missing", hint, "closures_until")
        return
    last_day = english_words().short_date(until)
    if until < today:
        what = f"{last_day} is past, and closure days after it are not known"
        hint = "Add the days that follow, and write until when they are known."
        yield located.error(what, hint, "closures_until")
    for index, closure in enumerate(closures):
        if closure.date > until:
            what = f"lies after closures_until, {last_day}"
            yield located.error(what, "Write a later day in closures_until.", "closures", index, "date")
