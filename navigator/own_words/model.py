"""What the matcher has learned, in whole numbers: small enough to be sent with a page.

Whole numbers add up to the same in Python and in a browser, so both find the same places.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, Final, NamedTuple

from navigator.own_words.places import Place


class Feature(NamedTuple):
    """What one word, or one pair of words, tells."""

    weights: tuple[tuple[int, int], ...]
    """For the numbers of places, how much it speaks for each, less than nothing where it speaks against it.
    A place that it says nothing of is left out."""
    danger: int
    """How much it speaks for danger; less than nothing where it speaks against it."""


@dataclass(frozen=True)
class Model:
    """All that a text is matched with."""

    places: tuple[Place, ...]
    """The places to begin."""
    biases: Sequence[float]
    """How likely each place is before a word is read: the less, the fewer examples mean it."""
    terms: Mapping[str, str]
    """What stands for a term of the pages, by the stems of each way to say it."""
    alike: Mapping[str, str]
    """What stands for a kind of words, by the stems of each of them."""
    features: Mapping[str, Feature]
    """What each word and each pair of words tells: both words of a pair are among them."""
    least_danger: float
    """Words point to danger where more than this speaks for it."""
    least_danger_there: float
    """The same where the likeliest place is one for danger."""


MOST: Final = 90
"""No whole number that one character stands for is larger."""
MIDDLE: Final = 45
"""Stands for nothing where a number may be less than that."""
BASE: Final = MOST + 1
_FIRST: Final = 35
"""The character that stands for nothing: those before it would need more than one in JSON."""
_BACKSLASH: Final = 92


def packed(model: Model) -> str:
    """Return a model as JSON, which `own-words/matcher.mjs` reads.

    What is alike stands together, a character for each number, as that packs best: first for all words, in
    order, and then for all pairs. A pair is the number of its second word among those of its first. A weight
    is told by how far it is from the one before, counting one for each feature and place.
    """
    words = sorted(name for name in model.features if " " not in name)
    number = {word: at for at, word in enumerate(words)}
    seconds: list[list[int]] = [[] for _ in words]
    for name in model.features:
        first, _, second = name.partition(" ")
        if second:
            seconds[number[first]].append(number[second])
    pairs = [
        f"{words[first]} {words[second]}" for first, held in enumerate(seconds) for second in sorted(held)
    ]
    told = [model.features[name] for name in (*words, *pairs)]
    weights = [
        (at * len(model.places) + place, weight)
        for at, each in enumerate(told)
        for place, weight in each.weights
    ]
    shown = ("id", "topic", "address", "title", "safety")
    held: dict[str, Any] = {
        "places": [{name: getattr(place, name) for name in shown} for place in model.places],
        "biases": model.biases,
        "terms": _by_name(model.terms),
        "alike": _by_name(model.alike),
        "leastDanger": model.least_danger,
        "leastDangerThere": model.least_danger_there,
        "words": "\n".join(words),
        "pairs": _two_digits(map(len, seconds)),
        "seconds": _two_digits(step for each in seconds for step in _steps(sorted(each))),
        "dangers": _digits(each.danger + MIDDLE for each in told),
        "gaps": _digits(_gaps(at for at, _ in weights)),
        "weights": _digits(weight + MIDDLE for _, weight in weights),
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def _by_name(told: Mapping[str, str]) -> dict[str, str]:
    """Return what stands under each name, a line each, from what has the name."""
    found: dict[str, list[str]] = {}
    for said, name in told.items():
        found.setdefault(name, []).append(said)
    return {name: "\n".join(said) for name, said in found.items()}


def _steps(numbers: Sequence[int]) -> Iterator[int]:
    return (here - before for before, here in zip((0, *numbers), numbers, strict=False))


def _gaps(numbers: Iterable[int]) -> Iterator[int]:
    """Yield how far each number is from the one before it; `MOST` stands for a way that goes on."""
    before = 0
    for here in numbers:
        yield from repeat(MOST, (here - before) // MOST)
        yield (here - before) % MOST
        before = here


def _digits(numbers: Iterable[int]) -> str:
    return "".join(map(_digit, numbers))


def _two_digits(numbers: Iterable[int]) -> list[str]:
    """Return numbers below 8,281 as their higher digits and their lower ones."""
    held = list(numbers)
    return [_digits(each // BASE for each in held), _digits(each % BASE for each in held)]


def _digit(number: int) -> str:
    if not 0 <= number <= MOST:
        raise ValueError(f"{number} is not one digit")
    code = _FIRST + number
    return chr(code + (code >= _BACKSLASH))
