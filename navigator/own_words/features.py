"""What the matcher sees of a text: its words, the terms that they stand for, and pairs of these."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from navigator.core.model import EverydayWords
from navigator.own_words.tokens import stems, with_denials, with_terms

MARK = "="
"""Begins what stands for a term of the pages."""


def terms_of(everyday: Iterable[EverydayWords]) -> dict[str, str]:
    """Return what stands for a term, by the stems of each way to say it; the first way counts."""
    found: dict[str, str] = {}
    for each in everyday:
        name = MARK + "-".join(stems(each.means))
        for said in (each.means, *each.words):
            found.setdefault(" ".join(stems(said)), name)
    return found


def features(held: Sequence[str], terms: Mapping[str, str]) -> list[str]:
    """Return the features of stems, each once."""
    held = with_denials(held)
    told = list(with_terms(held, terms))
    pairs = (f"{first} {second}" for first, second in pairwise(told))
    return list(dict.fromkeys((*held, *told, *pairs)))
