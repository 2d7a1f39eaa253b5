"""How long a case takes, and what makes it harder than others: both are read off the case itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice.exercises import quizzes

MINUTES_A_QUESTION: Final = 2
"""What a group needs for one question, with its talk: the packs of 2026 were planned with 1.4 to 2."""
LEVELS: Final = ("easier", "middle", "harder")
"""The levels, by how many things make a case harder: none, one, or more."""


@dataclass(frozen=True)
class Effort:
    """What a case asks of a group."""

    minutes: int
    """How long it takes with a group, in minutes."""
    harder: tuple[str, ...]
    """What makes it harder: parts of keys below `practice.make.harder`."""

    @property
    def level(self) -> str:
        """One of the levels."""
        return LEVELS[min(len(self.harder), len(LEVELS) - 1)]


def effort(page: PageBuilder, case: Case) -> Effort:
    """Return what a case asks of a group."""
    asked = sum(1 for _ in quizzes(page, case))
    return Effort(asked * MINUTES_A_QUESTION, tuple(_harder(case)))


def _harder(case: Case) -> Iterator[str]:
    deadlines = case.scenario.expect.deadlines
    if len(case.scenario.wrong_turns) > 1:
        yield "turns"
    if any(each.due for each in deadlines):
        yield "date"
    if any(each.readings for each in deadlines):
        yield "readings"
    if case.scenario.shows:
        yield "rule"
