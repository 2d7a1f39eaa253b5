"""Where an answer on progress puts a reader: at which stage, whether it has begun, and by which rule."""

from dataclasses import dataclass
from typing import Final

from navigator.core.model import EntryRule, Policy
from navigator.core.model.policy import Position

NOT_BEGUN: Final = "not-begun"
"""The answer of somebody who has not begun."""
UNSURE: Final = "unsure"
"""The answer of somebody who cannot say."""
OVER: Final = "over"
"""The answer of somebody who has been through every stage."""


@dataclass(frozen=True)
class Place:
    """A place in a policy, as an answer names it."""

    position: Position
    begun: bool
    """False where the stage has not begun, so that dates are plans."""
    entry: EntryRule | None
    """The rule by which it begins at this stage."""
    unsure: bool
    """True where the reader could not say where it has got to."""
    choice: str = ""
    """The answer."""


def place_of(policy: Policy, choice: str) -> Place:
    """Return the place that an answer names. Raises KeyError where the policy has no such place."""
    entry = next((entry for entry in policy.entries if entry.id == choice), None)
    unsure = choice == UNSURE
    begun = choice != NOT_BEGUN and entry is None and not unsure
    rule = entry or (policy.unsure if unsure else None)
    if choice == NOT_BEGUN and not rule:
        position = policy.first_stage
    elif choice == OVER and not rule:
        position = policy.last_stage
    else:
        position = policy.position(rule.stage if rule else choice)
    return Place(position, begun, entry, unsure, choice)
