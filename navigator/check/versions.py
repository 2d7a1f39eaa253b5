"""Versions of a policy: one is named by services and routes, and on any day at most one holds."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Policy, Route, Service
from navigator.load.problem import Problem


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error where versions do not fit together, or where something names the wrong one."""
    policies = {located.value.id: located for located in parts.of(Policy)}
    families: dict[str, list[Located[Policy]]] = {}
    for located in policies.values():
        if located.value.version_of in policies:
            yield from _fits(located, policies[located.value.version_of].value)
        families.setdefault(located.value.version_of or located.value.id, []).append(located)
    for family in families.values():
        yield from _overlaps(family)
    for service in parts.of(Service):
        for index, name in enumerate(service.value.policies):
            yield from _named(service, policies.get(name), "policies", index)
    for route in parts.of(Route):
        yield from _named(route, policies.get(route.value.fallback or ""), "fallback")


def _fits(located: Located[Policy], of: Policy) -> Iterator[Problem]:
    if of.version_of:
        yield located.error(f"{of.id} is itself a version", f"Write {of.version_of}.", "version_of")
    if located.value.route != of.route:
        yield located.error(f"is not the route of {of.id}", f"Write {of.route}.", "route")


def _overlaps(family: list[Located[Policy]]) -> Iterator[Problem]:
    for one, other in combinations(sorted(family, key=lambda located: _first(located.value)), 2):
        until = one.value.effective_until
        if until is None or _first(other.value) <= until:
            what = f"{one.value.id} is still in force when {other.value.id} begins"
            yield one.error(what, f"Write the day before {other.value.id} begins.", "effective_until")


def _first(policy: Policy) -> date:
    return policy.effective_from or date.min


def _named(
    located: Located[Service] | Located[Route], named: Located[Policy] | None, *within: str | int
) -> Iterator[Problem]:
    if named and named.value.version_of:
        what = f"{named.value.id} is another version of {named.value.version_of}"
        yield located.error(what, f"Write {named.value.version_of}; the day picks the version.", *within)
