"""Services, routes, policies and calendars fit together."""

from collections.abc import Iterator

from navigator.check.located import Found, Material
from navigator.core.model import Calendar, Option, Policy, Route, Service
from navigator.load.problem import Problem


def check(material: Material) -> Iterator[Problem]:
    """Yield an error where routes, services and policies cannot be brought together, or dates cross."""
    policies = {found.value.id: found.value for found in material.of(Policy)}
    for route in material.of(Route):
        yield from _fallback(route, policies)
    for service in material.of(Service):
        yield from _once_per_route(service, policies)
    own = {
        policies[name].route: service.value
        for service in material.of(Service)
        for name in service.value.policies
        if name in policies
    }
    for option in material.of(Option):
        yield from _stage_of_one(option, own)
    for calendar in material.of(Calendar):
        first, known, last = calendar.value.first, calendar.value.known_until, calendar.value.last
        if not first <= known <= last:
            yield calendar.error("lies outside first to last", "Write a day between them.", "known_until")


def _fallback(found: Found[Route], policies: dict[str, Policy]) -> Iterator[Problem]:
    policy = policies.get(found.value.fallback)
    if policy and policy.route != found.value.id:
        what = f"{policy.id} is a policy for the route {policy.route}"
        yield found.error(what, f"Write a policy for {found.value.id}.", "fallback")


def _once_per_route(found: Found[Service], policies: dict[str, Policy]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for index, name in enumerate(found.value.policies):
        route = policies[name].route if name in policies else None
        if route is None:
            continue
        if route in seen:
            what = f"{name} is for the route {route}, and so is {seen[route]}"
            yield found.error(what, "Keep one policy for each route.", "policies", index)
        seen[route] = name


def _stage_of_one(found: Found[Option], own: dict[str, Service]) -> Iterator[Problem]:
    """Tell of an answer that skips the question for the service, though services differ there."""
    option = found.value
    service = own.get(option.route or "")
    if service and option.stage and option.service is None:
        what = f"names a stage for everybody, but {service.name} has a policy of its own here"
        hint = "Write the service as well, or leave the stage out: then both are asked for."
        yield found.error(what, hint, "stage")
