"""One job seems to have two names in one document."""

from collections.abc import Iterator
from itertools import combinations

from navigator.check.gaps.point import OpenPoint, Subject
from navigator.core.model import FindingKind, Policy, Role
from navigator.core.model.policy import Position


def find(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point for each two roles that act in a policy and share a name."""
    involved = _involved(subject.policy)
    for one, other in combinations(involved, 2):
        shared = _names(subject.roles[one]) & _names(subject.roles[other])
        if shared:
            where = involved[one] + involved[other]
            yield subject.point(
                FindingKind.ROLE_NAMES_MOVE,
                where[0].innermost.source,
                (*involved[other][0].path, "steps"),
                dict.fromkeys(position.key for position in where),
                one=subject.roles[one].name,
                other=subject.roles[other].name,
                shared=min(shared),
            )


def _involved(policy: Policy) -> dict[str, list[Position]]:
    """Return each role that a step names, with the stages of those steps."""
    involved: dict[str, list[Position]] = {}
    for position, step in policy.steps():
        for role in dict.fromkeys((step.who, *step.to, *step.cc)):
            involved.setdefault(role, []).append(position)
    return involved


def _names(role: Role) -> set[str]:
    return {name.casefold() for name in (role.name, *role.also_called)}
