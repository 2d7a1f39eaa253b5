"""Which policy is shown for a route to somebody with a service, or without one."""

from navigator.core.addressing import chain
from navigator.core.model import Library, Policy, Service


def policy_for(library: Library, route: str, service: str | None, reader: str | None = None) -> Policy:
    """Return the service's own policy for a route; failing that, the national one for the reader."""
    own = library.own.get(route, {}).get(service or "")
    return own or national_for(library, route, reader)


def national_for(library: Library, route: str, reader: str | None) -> Policy:
    """Return the policy for a reader whose service has none of its own: theirs, or the route's fallback."""
    theirs = library.spoken_to.get(route, {})
    named = next((theirs[each] for each in chain(library, reader) if each in theirs), None)
    return named or library.policy[library.route[route].fallback or ""]


def has_own(library: Library, service: Service, route: str) -> bool:
    """Return whether a service has a policy of its own for a route."""
    return service.id in library.own.get(route, ())


def services_differ(library: Library, route: str) -> bool:
    """Return whether any service has a policy of its own for a route."""
    return bool(library.own.get(route))
