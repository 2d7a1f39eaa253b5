"""Whether the site shows what a policy leaves open: a service decides that about its own policies."""

from navigator.core.model import Library, Policy, Service


def owners(library: Library, policy: Policy) -> tuple[Service, ...]:
    """Return the services whose own policy this is, or another version of it; none for a national one."""
    return () if policy.national else library.owners.get(policy.version_of or policy.id, ())


def publishes_findings(library: Library, policy: Policy) -> bool:
    """Say whether the findings of a policy are shown: all its services let them be, or it is of none."""
    return all(service.publish_findings for service in owners(library, policy))


def answers_tell_findings(library: Library, policy: Policy) -> bool:
    """Say whether the answers of a policy show its findings: one for certain readers is kept plain."""
    return publishes_findings(library, policy) and not policy.speaks_to
