"""Which policy is shown for a route to somebody with a service, or without one."""

from navigator.core.model import Library, Policy, Service


def policy_for(library: Library, route: str, service: str | None) -> Policy:
    """Return the service's own policy for a route, or the route's fallback."""
    if service:
        for policy_id in library.service[service].policies:
            if library.policy[policy_id].route == route:
                return library.policy[policy_id]
    return library.policy[library.route[route].fallback or ""]


def has_own(library: Library, service: Service, route: str) -> bool:
    """Return whether a service has a policy of its own for a route."""
    return any(library.policy[policy].route == route for policy in service.policies)


def services_differ(library: Library, route: str) -> bool:
    """Return whether any service has a policy of its own for a route."""
    return route in library.routes_of_services
