"""The gaps and contradictions that authors found in documents, listed for the owners of the policies."""

from collections.abc import Iterator

from navigator.check.located import LocatedParts
from navigator.core.model import Finding
from navigator.load.problem import Problem


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield every finding written in a policy, with the question for its owner."""
    for located in parts.of(Finding):
        finding = located.value
        yield located.finding(f"{finding.id}, {finding.kind}: {finding.says}", f"Ask: {finding.ask_owner}")
