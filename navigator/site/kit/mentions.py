"""Where a word is used: the policies whose own texts have it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass

from navigator.core.model import Policy
from navigator.core.model.kinds import Text
from navigator.core.shape import once_per_type, shape_of, unwrap

_TEXT = unwrap(Text)


class Mentions:
    """The texts of all policies, ready to be searched."""

    def __init__(self, policies: Iterable[Policy]) -> None:
        """Gather the texts of each policy."""
        self._said = [(policy, "\n".join(_texts(policy))) for policy in policies]
        self._lowered = [said.lower() for _, said in self._said]

    def of(self, names: Iterable[str]) -> list[Policy]:
        """Return the policies that have one of some names as whole words, at the start of a sentence too."""
        wanted = [(name.lower(), _pattern(name)) for name in names]
        found = []
        for (policy, said), lowered in zip(self._said, self._lowered, strict=True):
            # Most policies have none of the names at all, and that is found much faster than whole words are.
            if any(low in lowered and pattern.search(said) for low, pattern in wanted):
                found.append(policy)
        return found


def _pattern(name: str) -> re.Pattern[str]:
    first = f"[{name[0].upper()}{name[0]}]" if name[0].islower() else re.escape(name[0])
    return re.compile(rf"(?<![\w-]){first}{re.escape(name[1:])}(?![\w-])")


def _texts(part: object) -> Iterator[str]:
    """Yield the running texts of a part and of all that it holds."""
    for name, is_text in _fields(type(part)):
        held = getattr(part, name)
        if is_text:
            if held is not None:
                yield held
            continue
        for each in held if isinstance(held, tuple) else (held,):
            if is_dataclass(each):
                yield from _texts(each)


@once_per_type
def _fields(cls: type) -> tuple[tuple[str, bool], ...]:
    return tuple((part.name, unwrap(part.hint) == _TEXT) for part in shape_of(cls).parts)
