"""Conditions that a reader has answered: which parts of a policy hold, and what is said of the others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from navigator.core.model import Policy, Words


class Conditional(Protocol):
    """A part that may hold on a condition only."""

    @property
    def only_if(self) -> str | None:
        """The condition on which it holds."""


@dataclass(frozen=True)
class Conditions:
    """What is known of the conditions of a policy."""

    policy: Policy
    answered: Mapping[str, bool]
    """For each condition that the reader could answer: whether it is so."""

    def hold[T: Conditional](self, parts: Iterable[T]) -> Iterator[T]:
        """Yield the parts that hold, and those of which that is not known."""
        return (part for part in parts if self.holds(part) is not False)

    def holds(self, part: Conditional) -> bool | None:
        """Say whether a part holds; None where that is not known."""
        known = [
            None if (answer := self.answered.get(condition)) is None else answer is wanted
            for condition, wanted in _wanted(part)
        ]
        if False in known:
            return False
        return None if None in known else True

    def in_words(self, words: Words, part: Conditional) -> str | None:
        """Say on what condition a part holds; None where it has none, or the reader has answered it."""
        said = [
            words("condition.only_if" if wanted else "condition.unless", holds=condition.holds)
            for name, wanted in _wanted(part)
            if name not in self.answered and (condition := self.policy.condition.get(name))
        ]
        return " ".join(said) or None


def _wanted(part: Conditional) -> Iterator[tuple[str, bool]]:
    """Yield each condition that a part names, and whether it must be so."""
    if part.only_if:
        yield part.only_if, True
    unless = getattr(part, "unless", None)
    if unless:
        yield unless, False
