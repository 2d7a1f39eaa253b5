"""Learn from examples how much each word speaks for each place, and for danger.

Both are worked out in one pass, by naive Bayes. For a place it is the complement kind: a word speaks for a
place as far as the examples of other places lack it. That copes with few examples, and most weights are none.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from navigator.core.model import Library
from navigator.own_words.examples import Example, examples
from navigator.own_words.features import features, terms_of
from navigator.own_words.model import MIDDLE, MOST, Feature, Model
from navigator.own_words.places import Places
from navigator.own_words.tokens import stems

DOUBT: Final = 0.5
"""How much is held back: as much as if every word stood in this many examples of other places too."""
DOUBT_OF_DANGER: Final = 1.0
"""The same for danger, of ten thousand words on either side."""
RARITY: Final = 5
"""How many steps of a whole number the logarithm of a rarity has."""
SCALE: Final = 0.2
"""How many steps of a whole number a weight has, times the rarity of its word."""
SCALE_OF_DANGER: Final = 0.2
TELLING: Final = 500
"""A pair of words is kept where it is common enough, or the rarer of its words is: beside a rare word it
tells nothing more. This is the least of the number of that word times the square of the pair's own."""
LEAST_TOTAL: Final = 0.0
LEAST_DANGER: Final = 0.22
"""It is better to show the line on danger once too often."""
LEAST_DANGER_THERE: Final = 0.05

type Shares = Mapping[str, float]
"""How strongly each feature of an example is there: rare ones more, and all of them alike in any example."""


def trained(library: Library) -> Model:
    """Return the model that a library's phrases and cases teach."""
    places, terms = Places(library), terms_of(library.everyday_words)
    given = tuple(examples(library, places))
    held = [features(stems(each.text), terms) for each in given]
    counted = Counter(name for names in held for name in names)
    rarity = {name: _rarity(count, len(held)) for name, count in sorted(counted.items())}
    seen = [(each, _shares(names, rarity)) for each, names in zip(given, held, strict=True)]
    for_places, for_danger = _for_places(seen), _for_danger(seen)
    told = {
        name: Feature(
            rare,
            tuple(_whole(for_places.get(name, {}), SCALE * rare, 0)),
            dict(_whole({0: for_danger[name]}, SCALE_OF_DANGER * rare, -MIDDLE)).get(0, 0),
        )
        for name, rare in rarity.items()
        if _is_telling(name, counted)
    }
    rarest = _rarity(0, len(held))
    return Model(places.all, terms, told, rarest, LEAST_TOTAL, LEAST_DANGER, LEAST_DANGER_THERE)


def _is_telling(name: str, counted: Mapping[str, int]) -> bool:
    """Say whether a word, or a pair of words, is kept."""
    return " " not in name or min(map(counted.__getitem__, name.split(" "))) * counted[name] ** 2 >= TELLING


def _rarity(count: int, of_all: int) -> int:
    return round(RARITY * math.log((of_all + 1) / (count + 0.5)))


def _shares(names: Sequence[str], rarity: Mapping[str, int]) -> Shares:
    length = math.sqrt(sum(rarity[name] ** 2 for name in names))
    return {name: rarity[name] / length for name in names}


def _for_places(seen: Sequence[tuple[Example, Shares]]) -> dict[str, dict[int, float]]:
    """Return how much each feature speaks for each place that an example with it means."""
    there: dict[str, dict[int, float]] = {}
    for each, shares in seen:
        if each.place is not None:
            for name, share in shares.items():
                of_name = there.setdefault(name, {})
                of_name[each.place] = of_name.get(each.place, 0) + share
    return {name: dict(sorted(_without_others(of_name))) for name, of_name in there.items()}


def _without_others(there: Mapping[int, float]) -> Iterator[tuple[int, float]]:
    whole = sum(there.values()) + DOUBT
    yield from ((place, math.log(whole / (whole - share))) for place, share in there.items())


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


def _whole(weights: Mapping[int, float], scale: float, least: int) -> Iterator[tuple[int, int]]:
    """Yield weights as whole numbers that fit into a digit; those that come to nothing are left out."""
    for at, weight in weights.items():
        if whole := max(least, min(least + MOST, round(scale * weight))):
            yield at, whole
