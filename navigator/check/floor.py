"""What stays of a national policy beside a service's own one, and the number that every urgent page shows."""

from collections.abc import Collection, Iterator, Mapping

from navigator.check.located import Located, LocatedParts
from navigator.core.faults import did_you_mean
from navigator.core.model import Alongside, Caution, Contact, FloorPart, Policy, Right, Route, Service
from navigator.load.problem import Problem


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each urgent page without a telephone number, and for what replaces nothing."""
    policies = {located.value.id: located.value for located in parts.of(Policy)}
    routes = {located.value.id: located.value for located in parts.of(Route)}
    contacts = {located.value.id: located.value for located in parts.of(Contact)}
    reached: dict[str, list[tuple[str, ...]]] = {}
    for service in parts.of(Service):
        for name in service.value.policies:
            reached.setdefault(name, []).append(service.value.contacts)
    for located in parts.of(Policy):
        route = routes.get(located.value.route)
        national = _national(located.value, route, policies)
        if route and route.urgent:
            of_services = reached.get(located.value.version_of or located.value.id, [()])
            for its in of_services:
                yield from _urgent(located, {*its, *_staying(located.value, national)}, contacts)
        yield from _replaces(located, national)


def _national(policy: Policy, route: Route | None, policies: Mapping[str, Policy]) -> Policy | None:
    """Return the national policy that a policy stands beside; None for a national one itself."""
    found = policies.get(route.fallback or "") if route else None
    return found if found and found.national and not policy.national else None


def _staying(policy: Policy, national: Policy | None) -> set[str]:
    """Return the contacts of a policy, with those of the national one that it does not replace."""
    gone = {each.item for each in policy.replaces if each.part is FloorPart.CONTACTS}
    return {*policy.contacts, *(set(national.contacts) - gone if national else ())}


def _urgent(located: Located[Policy], shown: set[str], contacts: Mapping[str, Contact]) -> Iterator[Problem]:
    """Check the contacts that a page of this policy shows; one that is not there is an error already."""
    if shown <= contacts.keys() and not any(contacts[name].phone for name in shown):
        what = "has no telephone number, and this route is urgent"
        yield located.error(what, "Add a contact that has a phone.", "contacts")


def _replaces(located: Located[Policy], national: Policy | None) -> Iterator[Problem]:
    for index, each in enumerate(located.value.replaces):
        at = ("replaces", index)
        if national is None:
            what = "has nothing to replace: no other policy holds nationally for this route"
            yield located.error(what, "Take it out.", *at)
            continue
        there = _items(national, each.part)
        if each.item not in there:
            what = f"{national.id} has no {each.item} among its {each.part}"
            yield located.error(
                what, did_you_mean(each.item, there) if there else "Take it out.", *at, "item"
            )
        if (each.part, each.item) in [(one.part, one.item) for one in located.value.replaces[:index]]:
            yield located.error(f"{each.item} is replaced already", "Keep one.", *at, "item")


def _items(policy: Policy, part: FloorPart) -> Collection[str]:
    """Return the ids of what a part of a policy holds."""
    if part is FloorPart.CONTACTS:
        return policy.contacts
    held: tuple[Caution | Right | Alongside, ...] = policy.alongside
    if part is FloorPart.WARNINGS:
        held = policy.warnings
    elif part is FloorPart.RIGHTS:
        held = policy.rights
    return [each.id for each in held]
