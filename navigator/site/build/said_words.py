"""Which words point to which topic: those that people use for it more than for others."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from navigator.core.model import OwnWords

STEADY: Final = 150
"""Counted with the phrases of each topic, so that one phrase of a short list does not outweigh many."""
POINTS: Final = 0.08
"""A word points to a topic that has at least this share of it, all topics counted together."""
TELLS: Final = 0.4
"""From this share on it tells of that topic."""


def shares(
    own_words: Iterable[OwnWords], words_of: Callable[[str], Iterable[str]]
) -> Mapping[str, Mapping[str, float]]:
    """Return for each topic the words that point to it, each with the topic's share of it, at most 1."""
    counts: dict[str, Counter[str]] = {}
    phrases: Counter[str] = Counter()
    for own in own_words:
        held = counts.setdefault(own.topic, Counter())
        phrases[own.topic] += len(own.phrases)
        for phrase in own.phrases:
            held.update(set(words_of(phrase)))
    rates = {
        topic: {word: count / (phrases[topic] + STEADY) for word, count in held.items()}
        for topic, held in counts.items()
    }
    whole: Counter[str] = Counter()
    for held_rates in rates.values():
        whole.update(held_rates)
    return {
        topic: {word: rate / whole[word] for word, rate in held.items() if rate / whole[word] >= POINTS}
        for topic, held in rates.items()
    }
