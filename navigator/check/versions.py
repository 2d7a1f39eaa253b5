"""Versions of a policy: one is named by services and routes, and on any day at most one holds."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from navigator.check.located import Found, Material
from navigator.core.model import Policy, Route, Service
from navigator.load.problem import Problem


def check(material: Material) -> Iterator[Problem]:
    """Yield an error where versions do not fit together, or where something names the wrong one."""
    policies = {found.value.id: found for found in material.of(Policy)}
    families: dict[str, list[Found[Policy]]] = {}
    for found in policies.values():
        if found.value.version_of in policies:
            yield from _fits(found, policies[found.value.version_of].value)
        families.setdefault(found.value.version_of or found.value.id, []).append(found)
    for family in families.values():
        yield from _overlaps(family)
    for service in material.of(Service):
        for index, name in enumerate(service.value.policies):
            yield from _named(service, policies.get(name), "policies", index)
    for route in material.of(Route):
        yield from _named(route, policies.get(route.value.fallback), "fallback")


def _fits(found: Found[Policy], of: Policy) -> Iterator[Problem]:
    if of.version_of:
        yield found.error(f"{of.id} is itself a version", f"Write {of.version_of}.", "version_of")
    if found.value.route != of.route:
        yield found.error(f"is not the route of {of.id}", f"Write {of.route}.", "route")


def _overlaps(family: list[Found[Policy]]) -> Iterator[Problem]:
    for one, other in combinations(sorted(family, key=lambda found: _first(found.value)), 2):
        until = one.value.effective_until
        if until is None or _first(other.value) <= until:
            what = f"{one.value.id} is still in force when {other.value.id} begins"
            yield one.error(what, f"Write the day before {other.value.id} begins.", "effective_until")


def _first(policy: Policy) -> date:
    return policy.effective_from or date.min


def _named(
    found: Found[Service] | Found[Route], named: Found[Policy] | None, *within: str | int
) -> Iterator[Problem]:
    if named and named.value.version_of:
        what = f"{named.value.id} is another version of {named.value.version_of}"
        yield found.error(what, f"Write {named.value.version_of}; the day picks the version.", *within)
