"""Learn from examples how much each word speaks for each place, and for danger.

For places, weights are moved until they tell the examples apart. For danger they are worked out in one pass,
by naive Bayes. Of words, pairs and weights only so many are kept: the data stays small whatever is added.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from navigator.core.model import Library
from navigator.own_words.examples import Example, examples
from navigator.own_words.features import KIND, features, kinds, kinds_of, terms_of
from navigator.own_words.model import MIDDLE, Feature, Model
from navigator.own_words.places import Places
from navigator.own_words.separating import largest, separated
from navigator.own_words.tokens import stems

DOUBT_OF_DANGER: Final = 1.0
"""How much is held back: as much as if every word stood so often among ten thousand words on either side."""
RARITY: Final = 5
"""How many steps of a whole number the logarithm of a rarity has."""
LARGEST: Final = 14
"""The largest of the weights for places is this whole number; all others are in proportion."""
SCALE_OF_DANGER: Final = 0.2
"""How many steps of a whole number a weight for danger has, times the rarity of its word."""
MOST_WORDS: Final = 2_200
"""The words that stand in most examples are kept, up to so many."""
MOST_PAIRS: Final = 2_600
"""The same for pairs in examples of places. Beside a rare word a pair tells nothing more, and goes first."""
MORE_PAIRS: Final = 2_300
"""Of the other pairs those that tell most of danger are kept for that alone, up to so many."""
MOST_WEIGHTS: Final = 24_000
"""Of the weights for places the largest are kept, up to so many."""
LEAST_TOTAL: Final = 0.0
LEAST_DANGER: Final = 0.2
LEAST_DANGER_THERE: Final = 0.1
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
    seen = [(each.place, names) for each, names in zip(given, held, strict=True) if each.place is not None]
    words = _in_most(counted)[:MOST_WORDS]
    for_both = [*words, *_pairs(Counter(name for _, names in seen for name in names), words)]
    kept = {name: rarity[name] for name in sorted((*for_both, *_more_pairs(for_danger, for_both)))}
    telling = [name for name in for_both if not name.startswith(KIND)]
    for_places = largest(separated(seen, rarity, telling, len(places.all)), kept, MOST_WEIGHTS)
    furthest = max((abs(each) for row in for_places.values() for each in row.values()), default=0)
    scale = LARGEST / (furthest or 1)
    told = {
        name: Feature(
            rare,
            tuple(_whole(for_places.get(name, {}), scale)),
            dict(_whole({0: for_danger[name]}, SCALE_OF_DANGER * rare)).get(0, 0),
        )
        for name, rare in kept.items()
    }
    rarest = _rarity(0, len(held))
    return Model(places.all, terms, alike, told, rarest, LEAST_TOTAL, LEAST_DANGER, LEAST_DANGER_THERE)


def _in_most(counted: Mapping[str, int]) -> list[str]:
    """Return the words that are counted, and what stands for some of them, the most frequent first."""
    return sorted((name for name in counted if " " not in name), key=lambda name: (-counted[name], name))


def _pairs(counted: Mapping[str, int], words: Sequence[str]) -> list[str]:
    """Return the pairs of words that tell places apart."""
    known = {word for word in words if not word.startswith(KIND)}
    pairs = (name for name in counted if " " in name and known.issuperset(name.split(" ")))
    told = {name: min(map(counted.__getitem__, name.split(" "))) * counted[name] ** 2 for name in pairs}
    return sorted(told, key=lambda name: (-told[name], name))[:MOST_PAIRS]


def _more_pairs(for_danger: Mapping[str, float], kept: Sequence[str]) -> list[str]:
    """Return the other pairs that tell most of danger, or against it."""
    known = set(kept)
    others = [name for name in for_danger if name not in known and known.issuperset(name.split(" "))]
    return sorted(others, key=lambda name: (-abs(for_danger[name]), name))[:MORE_PAIRS]


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
