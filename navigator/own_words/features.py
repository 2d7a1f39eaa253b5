"""What the matcher sees of a text: its words, what they stand for, and pairs of these."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Final

from navigator.core.model import EverydayWords, WordsAlike
from navigator.own_words.tokens import stems, with_denials, with_terms

MARK: Final = "="
"""Begins what stands for a term of the pages."""
KIND: Final = "~"
"""Begins what stands for all words of a kind."""


def terms_of(everyday: Iterable[EverydayWords]) -> dict[str, str]:
    """Return what stands for a term, by the stems of each way to say it; the first way counts."""
    found: dict[str, str] = {}
    for each in everyday:
        name = MARK + "-".join(stems(each.means))
        for said in (each.means, *each.words):
            found.setdefault(" ".join(stems(said)), name)
    return found


def kinds_of(alike: Iterable[WordsAlike]) -> dict[str, str]:
    """Return what stands for a kind, by the stems of each of its words; the first kind counts."""
    found: dict[str, str] = {}
    for number, each in enumerate(alike):
        for word in each.words:
            found.setdefault(" ".join(stems(word)), f"{KIND}{number}")
    return found


def features(held: Sequence[str], terms: Mapping[str, str]) -> list[str]:
    """Return the features of stems that tell places apart, each once."""
    held = with_denials(held)
    told = list(with_terms(held, terms))
    pairs = (f"{first} {second}" for first, second in pairwise(told))
    return list(dict.fromkeys((*held, *told, *pairs)))


def kinds(held: Sequence[str], alike: Mapping[str, str]) -> list[str]:
    """Return the kinds of stems, each once, and each pair of them, however far apart the two are."""
    told = sorted({each for each in with_terms(with_denials(held), alike) if each.startswith(KIND)})
    return [*told, *map(" ".join, combinations(told, 2))]
