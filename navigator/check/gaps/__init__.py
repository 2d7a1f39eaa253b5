"""What the policies leave open: the points written by hand, and those that a rule finds.

A rule is a function of a policy. It reads only what the policy says, so that every point is in the document,
and what it finds is left out where a finding written by hand says the same.
"""

from collections.abc import Iterator
from datetime import date

from navigator.check.gaps import discretion, limits_clash, marked, role_names_move, units_differ
from navigator.check.gaps.point import By, OpenPoint, Subject
from navigator.check.located import LocatedParts
from navigator.core.model import Finding, Library
from navigator.core.published import owners, publishes_findings
from navigator.core.versions import versions
from navigator.load.library import Loaded
from navigator.load.problem import Problem, Severity

__all__ = ["By", "OpenPoint", "found", "is_published", "open_points", "problem", "written"]

_RULES = (
    marked.no_timescale,
    marked.no_start,
    marked.no_next_step,
    units_differ.find,
    limits_clash.find,
    role_names_move.find,
    discretion.find,
    marked.out_of_date,
    marked.superseded,
)


def open_points(library: Library, today: date) -> Iterator[OpenPoint]:
    """Yield all that is open, policy by policy: what was found by hand, then what was found by rule.

    The library must have passed the check.
    """
    for policy in library.policies:
        by_hand = policy.findings
        for index, finding in enumerate(by_hand):
            yield OpenPoint(**vars(finding), policy=policy.id, path=("findings", index), by=By.HAND)
        of = library.policy[policy.version_of] if policy.version_of else policy
        subject = Subject(policy, library.role, versions(library, of), today, library.words)
        for find in _RULES:
            yield from (point for point in find(subject) if not any(_tells(each, point) for each in by_hand))


def is_published(library: Library, point: OpenPoint) -> bool:
    """Say whether the site shows a point; else it is a draft, which `navigator findings` alone lists.

    What a rule found in a service's policy is a draft: nobody has held it against the document yet. Somebody
    who has writes it among the findings of the policy.
    """
    policy = library.policy[point.policy]
    read = point.by is By.HAND or not owners(library, policy)
    return read and publishes_findings(library, policy)


def problem(loaded: Loaded, point: OpenPoint) -> Problem:
    """Return a point as a finding, with its place in the policy's file."""
    file = loaded.of_part(f"policies/{point.policy}")
    what = f"found by {point.by}, {point.kind}: {point.says}"
    return file.problem(point.path, what, f"Ask: {point.ask_owner}", Severity.FINDING)


def written(parts: LocatedParts) -> Iterator[Problem]:
    """Yield every finding written in a policy, with the question for its owner."""
    for located in parts.of(Finding):
        finding = located.value
        yield located.finding(f"{finding.id}, {finding.kind}: {finding.says}", f"Ask: {finding.ask_owner}")


def found(parts: LocatedParts) -> Iterator[Problem]:
    """Yield every point found by rule, with the question for the policy's owner."""
    library = parts.loaded.library
    for point in open_points(library, parts.today) if library else ():
        if point.by is By.RULE:
            yield problem(parts.loaded, point)


def _tells(by_hand: Finding, by_rule: OpenPoint) -> bool:
    """Say whether a finding tells what a rule found: the same kind, at most of the same stages.

    Whatever names no stage is about every stage.
    """
    if by_hand.kind is not by_rule.kind:
        return False
    shared = set(by_hand.stages) & set(by_rule.stages)
    return not by_hand.stages or not by_rule.stages or 2 * len(shared) > len(by_rule.stages)
