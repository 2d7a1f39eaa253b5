"""Which policy is shown for a route to somebody with a service, or without one."""

from navigator.core.addressing import chain, readers_meant
from navigator.core.model import Library, Policy, Service


def policy_for(library: Library, route: str, service: str | None, reader: str | None = None) -> Policy:
    """Return the service's own policy for a route; failing that, the national one for the reader."""
    own = library.own.get(route, {}).get(service or "")
    return own if own and is_for(library, own, reader) else national_for(library, route, reader)


def is_for(library: Library, own: Policy, reader: str | None) -> bool:
    """Say whether a service's policy is for a reader: a parent does not get its procedure for carers."""
    readers = chain(library, reader)
    speaks = library.spoken_to.get(own.route, {}).keys()
    return speaks.isdisjoint(readers) or not readers_meant(library, own).isdisjoint(readers)


def national_for(library: Library, route: str, reader: str | None) -> Policy:
    """Return the policy for a reader whose service has none of its own: theirs, or the route's fallback."""
    theirs = library.spoken_to.get(route, {})
    named = next((theirs[each] for each in chain(library, reader) if each in theirs), None)
    return named or library.policy[library.route[route].fallback or ""]


def has_own(library: Library, service: Service, route: str, reader: str | None = None) -> bool:
    """Return whether a service has a policy of its own for a route, and for a reader."""
    own = library.own.get(route, {}).get(service.id)
    return own is not None and is_for(library, own, reader)


def services_differ(library: Library, route: str, reader: str | None = None) -> bool:
    """Return whether any service has a policy of its own for a route that is for a reader."""
    return any(is_for(library, own, reader) for own in library.own.get(route, {}).values())
