"""Which policy is shown for a route to somebody with a service, or without one."""

from navigator.core.model import Library, Policy, Service


def policy_for(library: Library, route: str, service: str | None) -> Policy:
    """Return the service's own policy for a route, or the route's fallback."""
    own = library.own.get(route, {}).get(service or "")
    return own or library.policy[library.route[route].fallback or ""]


def has_own(library: Library, service: Service, route: str) -> bool:
    """Return whether a service has a policy of its own for a route."""
    return service.id in library.own.get(route, ())


def services_differ(library: Library, route: str) -> bool:
    """Return whether any service has a policy of its own for a route."""
    return bool(library.own.get(route))
