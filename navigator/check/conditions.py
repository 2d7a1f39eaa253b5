"""Conditions: each is a question whose answer matters, and no part needs it to be so and not so at once."""

from collections.abc import Iterator
from typing import Final

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Action, Condition, Next, Policy, Timescale
from navigator.load.problem import Problem

_ON_CONDITION: Final[tuple[type[Action | Next | Timescale], ...]] = (Action, Next, Timescale)


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each condition that cannot be asked, and for each part that never holds."""
    for cls in _ON_CONDITION:
        for located in parts.of(cls):
            part = located.value
            if part.only_if is not None and part.only_if == part.unless:
                hint = "Keep one of the two: with both it never holds."
                yield located.error("names the condition of only_if", hint, "unless")
    for condition in parts.of(Condition):
        yield from _condition(condition)
    for policy in parts.of(Policy):
        references = policy.file.notes.references
        used = {reference.name for reference in references if reference.to == "conditions"}
        for index, each in enumerate(policy.value.conditions):
            if each.id not in used:
                what = f"{each.id} is not used: no only_if or unless names it"
                yield policy.finding(what, "Use it, or take it out.", "conditions", index, "id")


def _condition(located: Located[Condition]) -> Iterator[Problem]:
    asks, holds = located.value.asks, located.value.holds
    if not asks.endswith("?"):
        hint = "Write a question to be answered by yes or no, such as: Is the complaint complex?"
        yield located.error("is no question", hint, "asks")
    if holds.endswith((".", "?")) or holds.casefold().startswith("if "):
        hint = "Write the case as it stands after the word if, such as: the complaint is complex."
        yield located.error("does not fit after the word if", hint, "holds")
    if located.value.yes is not None and located.value.yes == located.value.no:
        yield located.error("is the answer yes as well", "Write two different answers.", "no")
