"""Who a step is addressed to: each once, and never whoever acts."""

from collections.abc import Iterator

from navigator.check.located import LocatedParts
from navigator.core.model import Action
from navigator.load.problem import Problem


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each role that a step names twice, and for each that would write to itself.

    A message goes where the steps go, which is checked with it.
    """
    for located in parts.of(Action):
        seen: dict[str, str] = {}
        for key in ("to", "cc"):
            for index, role in enumerate(getattr(located.value, key)):
                if role == located.value.who:
                    hint = "Name somebody else, or take it out."
                    yield located.error(f"{role} is the one who acts", hint, key, index)
                elif role in seen:
                    yield located.error(f"{role} is in {seen[role]} already", "Keep one.", key, index)
                seen.setdefault(role, key)
