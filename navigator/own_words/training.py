"""Learn from examples how much each word speaks for each place, and for danger.

For places, weights are moved until they tell the examples apart. For danger they are worked out in one pass,
by naive Bayes. Of words, pairs and weights only so many are kept: the data stays small whatever is added.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from navigator.core.model import Library
from navigator.own_words.examples import Example, examples
from navigator.own_words.features import KIND, features, kinds, kinds_of, terms_of
from navigator.own_words.model import MIDDLE, Feature, Model
from navigator.own_words.places import Places
from navigator.own_words.separating import Separator
from navigator.own_words.tokens import stems

DOUBT_OF_DANGER: Final = 0.1
"""How much is held back: as if every word stood so often among ten thousand on either side."""
RARITY: Final = 5
"""How many steps of a whole number the logarithm of a rarity has."""
LARGEST: Final = 14
"""The largest of the weights for places is this whole number; all others are in proportion."""
SCALE_OF_DANGER: Final = 0.2
"""How many steps of a whole number a weight for danger has, times the rarity of its word."""
LEAST_EXAMPLES: Final = 2
"""A word or a pair that stands in fewer examples of places tells nothing of these."""
ROUNDS: Final = 2
"""So many times all examples are seen before most weights are dropped, and again after that."""
MOST_WEIGHTS: Final = 20_000
"""Of the weights for places those are kept that make the largest difference, up to so many."""
MOST_FOR_DANGER: Final = 5_500
"""Words and pairs that tell most of danger, or against it, are kept for that, up to so many."""
LEAST_DANGER: Final = 0.3
LEAST_DANGER_THERE: Final = 0.2
"""It is better to show the line on danger once too often."""

type Shares = Mapping[str, float]
"""How strongly each feature of an example is there: rare ones more, and all of them alike in any example."""


def trained(library: Library) -> Model:
    """Return the model that a library's phrases and cases teach."""
    places, terms, alike = Places(library), terms_of(library.everyday_words), kinds_of(library.words_alike)
    given = tuple(examples(library, places))
    stemmed = [stems(each.text) for each in given]
    held = [[*features(each, terms), *kinds(each, alike)] for each in stemmed]
    counted = Counter(name for names in held for name in names)
    rarity = {name: _rarity(count, len(held)) for name, count in sorted(counted.items())}
    for_danger = _for_danger(
        [(each, _shares(names, rarity)) for each, names in zip(given, held, strict=True)]
    )
    separator = Separator(_for_places(given, held, rarity), len(places.all))
    separator.learn(ROUNDS)
    separator.forget(MOST_WEIGHTS)
    separator.learn(ROUNDS)
    for_places = {
        name: {at: weight * rarity[name] for at, weight in sorted(row.items())}
        for name, row in separator.rows.items()
        if row
    }
    furthest = max((abs(each) for row in for_places.values() for each in row.values()), default=0)
    scale = LARGEST / (furthest or 1)
    told = {
        name: Feature(
            rarity[name],
            tuple(_whole(for_places.get(name, {}), scale)),
            dict(_whole({0: for_danger[name]}, SCALE_OF_DANGER * rarity[name])).get(0, 0),
        )
        for name in _with_words({*for_places, *_most_telling(for_danger, counted)})
    }
    rarest = _rarity(0, len(held))
    biases = tuple(round(scale * each, 3) for each in separator.biases)
    return Model(places.all, biases, terms, alike, told, rarest, LEAST_DANGER, LEAST_DANGER_THERE)


def _for_places(
    given: Sequence[Example], held: Sequence[Sequence[str]], rarity: Mapping[str, int]
) -> list[tuple[int, Shares]]:
    """Return the place of each example that means one, and the shares of features that others have too."""
    counted = Counter(
        name for each, names in zip(given, held, strict=True) if each.place is not None for name in names
    )
    known = {name for name, count in counted.items() if count >= LEAST_EXAMPLES and KIND not in name}
    return [
        (each.place, {name: share for name, share in _shares(names, rarity).items() if name in known})
        for each, names in zip(given, held, strict=True)
        if each.place is not None
    ]


def _most_telling(for_danger: Mapping[str, float], counted: Mapping[str, int]) -> list[str]:
    """Return the features that tell most of danger, or against it."""
    told = {name: abs(weight) * math.sqrt(counted[name]) for name, weight in for_danger.items()}
    return sorted(told, key=lambda name: (-told[name], name))[:MOST_FOR_DANGER]


def _with_words(names: Iterable[str]) -> list[str]:
    """Return names of features, and of both words of each pair among them."""
    return sorted({*names, *(word for name in names for word in name.split(" "))})


def _rarity(count: int, of_all: int) -> int:
    return round(RARITY * math.log((of_all + 1) / (count + 0.5)))


def _shares(names: Sequence[str], rarity: Mapping[str, int]) -> Shares:
    length = math.sqrt(sum(rarity[name] ** 2 for name in names))
    return {name: rarity[name] / length for name in names}


def _for_danger(seen: Sequence[tuple[Example, Shares]]) -> dict[str, float]:
    """Return how much each feature speaks for danger: less than nothing where it speaks against it."""
    sides: tuple[dict[str, float], dict[str, float]] = ({}, {})
    for each, shares in seen:
        side = sides[each.danger]
        for name, share in shares.items():
            side[name] = side.get(name, 0) + share
    against, towards = (_in_ten_thousand(side) for side in sides)
    return {
        name: math.log((towards.get(name, 0) + DOUBT_OF_DANGER) / (against.get(name, 0) + DOUBT_OF_DANGER))
        for name in against.keys() | towards.keys()
    }


def _in_ten_thousand(side: Mapping[str, float]) -> dict[str, float]:
    whole = sum(side.values())
    return {name: share * 10_000 / whole for name, share in side.items()}


def _whole(weights: Mapping[int, float], scale: float) -> Iterator[tuple[int, int]]:
    """Yield weights as whole numbers that fit into a digit; those that come to nothing are left out."""
    for at, weight in weights.items():
        if whole := max(-MIDDLE, min(MIDDLE, round(scale * weight))):
            yield at, whole
