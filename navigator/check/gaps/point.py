"""What a policy leaves open: one point, whoever found it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navigator.core.model import FindingKind, Policy, Role, Source, Words
from navigator.core.model.kinds import Path


class By(StrEnum):
    """Who found a point."""

    HAND = "hand"
    """Somebody who read the document, and wrote it into the policy."""
    RULE = "rule"
    """A rule of the check, in what the policy says."""


@dataclass(frozen=True)
class OpenPoint:
    """A gap or a contradiction, with the question that would settle it."""

    policy: str
    """The policy's id."""
    kind: FindingKind
    """What sort of point it is."""
    name: str
    """The id of a finding written by hand, or the name of the rule."""
    says: str
    """What is open, in plain words."""
    ask_owner: str
    """A question that the policy's owner could settle it with."""
    source: Source
    """The place in the document."""
    path: Path
    """The place in the policy's file."""
    by: By
    """Who found it."""
    stages: tuple[str, ...] = ()
    """The stages that it is about; none where it is about the whole policy."""


@dataclass(frozen=True)
class Subject:
    """A policy as a rule sees it, with what it needs to know beside it."""

    policy: Policy
    """The policy."""
    roles: Mapping[str, Role]
    """Every role by its id."""
    family: tuple[Policy, ...]
    """The policy with its other versions."""
    today: date
    """Today."""
    words: Words
    """What words a point."""

    def point(
        self,
        kind: FindingKind,
        source: Source,
        path: Path,
        stages: Iterable[str] = (),
        variant: str = "",
        **parts: str,
    ) -> OpenPoint:
        """Return a point that a rule found, worded by the catalogue under its kind and variant."""
        key = f"gap.{kind}.{variant}" if variant else f"gap.{kind}"
        says, ask = self.words(f"{key}.says", **parts), self.words(f"{key}.ask", **parts)
        return OpenPoint(self.policy.id, kind, kind.value, says, ask, source, path, By.RULE, tuple(stages))

    @property
    def whole_document(self) -> Source:
        """The place of a point that no section of the document has."""
        return Source(self.words["gap.whole_document"])
