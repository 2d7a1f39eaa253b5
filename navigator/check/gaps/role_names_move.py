"""One job seems to have two names in one document."""

from collections.abc import Iterator
from itertools import combinations

from navigator.check.gaps.point import OpenPoint, StageAt, Subject
from navigator.core.model import FindingKind, Role


def find(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point for each two roles that act in a policy and share a name."""
    acting: dict[str, list[StageAt]] = {}
    for place in subject.stages_with_paths():
        for step in place.stage.steps:
            for role in dict.fromkeys((step.who, *step.to, *step.cc)):
                acting.setdefault(role, []).append(place)
    for one, other in combinations(acting, 2):
        shared = _names(subject.roles[one]) & _names(subject.roles[other])
        if shared:
            where = acting[one] + acting[other]
            yield subject.point(
                FindingKind.ROLE_NAMES_MOVE,
                f"Two names are used: {subject.roles[one].name}, and {subject.roles[other].name}. "
                f'Each of them can also be called "{min(shared)}".',
                "Are these the same job, and which name should be used?",
                where[0].stage.source,
                (*acting[other][0].path, "steps"),
                *dict.fromkeys(place.key for place in where),
            )


def _names(role: Role) -> set[str]:
    return {name.casefold() for name in (role.name, *role.also_called)}
