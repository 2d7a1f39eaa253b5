"""What a policy leaves open: one point, whoever found it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navigator.core.model import Finding, FindingKind, Policy, Role, Source, Timescale, Words
from navigator.core.model.kinds import Path
from navigator.core.role_names import to_do
from navigator.core.time.rule_wording import step_of


class By(StrEnum):
    """Who found a point."""

    HAND = "hand"
    """Somebody who read the document, and wrote it into the policy."""
    RULE = "rule"
    """A rule of the check, in what the policy says."""


@dataclass(frozen=True, kw_only=True)
class OpenPoint(Finding):
    """A finding and where it is: if a rule found it, its id is the name of the rule."""

    policy: str
    """The policy's id."""
    path: Path
    """The place in the policy's file."""
    by: By
    """Who found it."""


@dataclass(frozen=True)
class Subject:
    """A policy as a rule sees it, with what else the rules read."""

    policy: Policy
    """The policy."""
    roles: Mapping[str, Role]
    """Every role by its id."""
    family: tuple[Policy, ...]
    """The policy with its other versions."""
    today: date
    """Today."""
    words: Words
    """The texts that points are worded with."""

    def does(self, timescale: Timescale) -> str:
        """Say what should have happened by a time: in its own words, or as the step says that names it."""
        step = step_of(self.policy, timescale)
        return timescale.does or (to_do(self.words, self.roles[step.who], step.does) if step else "")

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
        return OpenPoint(
            id=kind.value,
            kind=kind,
            says=self.words(f"{key}.says", **parts),
            ask_owner=self.words(f"{key}.ask", **parts),
            source=source,
            stages=tuple(stages),
            policy=self.policy.id,
            path=path,
            by=By.RULE,
        )

    @property
    def whole_document(self) -> Source:
        """The place of a point that no section of the document has."""
        return Source(self.words["gap.whole_document"])
