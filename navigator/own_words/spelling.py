"""Slips of typing: a word that nobody has taught is read as one that differs in a single letter."""

from collections.abc import Iterable
from typing import Final

SHORTEST: Final = 5
"""Shorter words are too like others to be put right."""


class Spelling:
    """The words that are known, by their first letters."""

    def __init__(self, names: Iterable[str]) -> None:
        """Keep the single words among the names of features."""
        self._words = {name for name in names if name.isascii() and name.isalpha()}
        self._by_first: dict[str, list[str]] = {}
        for word in sorted(self._words):
            self._by_first.setdefault(word[0], []).append(word)

    def corrected(self, stem: str) -> str:
        """Return a known stem that differs in one letter, the first in the alphabet; else the stem itself."""
        if len(stem) < SHORTEST or stem in self._words:
            return stem
        return next((word for word in self._by_first.get(stem[0], ()) if is_near(stem, word)), stem)


def is_near(one: str, other: str) -> bool:
    """Say whether two words differ by a letter more, less or other, or by two that changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(other))
    rest, others = one[at:], other[at:]
    swapped = rest[1:2] + rest[:1] + rest[2:]
    return rest[1:] == others or rest == others[1:] or rest[1:] == others[1:] or swapped == others
