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
from navigator.own_words.features import features, kinds, kinds_of, terms_of
from navigator.own_words.model import MIDDLE, Feature, Model
from navigator.own_words.places import Places
from navigator.own_words.separating import Separator
from navigator.own_words.tokens import stems

DOUBT_OF_DANGER: Final = 0.1
"""How much is held back: as if every word stood so often among ten thousand on either side."""
USUAL_RARITY: Final = 6
"""Of this many is the logarithm of a word's rarity a part: about as many as an everyday word has."""
STEP: Final = 0.2
"""A weight for a place is a whole number of such steps."""
FEWEST_STEPS: Final = 14
"""The largest weight has at least so many: where little is taught, steps are smaller."""
STEP_OF_DANGER: Final = 1 / 6
"""A weight for danger is a whole number of such steps."""
LEAST_EXAMPLES: Final = 2
"""A word or a pair that stands in fewer examples of places tells nothing of these."""
ROUNDS: Final = 4
"""So many times all examples are seen before most weights are dropped."""
MORE_ROUNDS: Final = 6
"""So many times they are seen after that."""
MOST_PAIRS: Final = 2_500
"""Of the pairs of words those are kept for places that make the largest difference, up to so many."""
MOST_WEIGHTS: Final = 27_000
"""Of the weights for places those are kept that make the largest difference, up to so many."""
MOST_FOR_DANGER: Final = 5_500
"""Words and pairs that tell most of danger, or against it, are kept for that, up to so many."""
LEAST_DANGER: Final = 10.0
LEAST_DANGER_THERE: Final = 4.0
"""It is better to show the line on danger once too often."""

type Shares = Mapping[str, float]
"""How strongly each feature of an example is there: rare ones more, and all of them alike in any example."""


def trained(library: Library) -> Model:
    """Return the model that a library's phrases and cases teach."""
    places, terms, alike = Places(library), terms_of(library.everyday_words), kinds_of(library.words_alike)
    given = tuple(examples(library, places))
    stemmed = [stems(each.text) for each in given]
    told = [features(each, terms) for each in stemmed]
    for_places, biases = _for_places(given, told, len(places.all))
    for_danger = _for_danger(
        given, [[*names, *kinds(each, alike)] for names, each in zip(told, stemmed, strict=True)]
    )
    furthest = max((abs(each) for row in for_places.values() for each in row.values()), default=0)
    step = min(STEP, furthest / FEWEST_STEPS) or STEP
    learned = {
        name: Feature(
            tuple(_whole(for_places.get(name, {}), step)),
            dict(_whole({0: for_danger.get(name, 0)}, STEP_OF_DANGER)).get(0, 0),
        )
        for name in _with_words({*for_places, *for_danger})
    }
    whole = tuple(round(each / step, 3) for each in biases)
    return Model(places.all, whole, terms, alike, learned, LEAST_DANGER, LEAST_DANGER_THERE)


def _for_places(
    given: Sequence[Example], told: Sequence[Sequence[str]], of_places: int
) -> tuple[dict[str, dict[int, float]], Sequence[float]]:
    """Return how much each feature speaks for each place, and how likely each is before a word is read."""
    meant = [(each.place, names) for each, names in zip(given, told, strict=True) if each.place is not None]
    counted = Counter(name for _, names in meant for name in names)
    rarity = _rarities(counted, len(meant))
    known = {name: each for name, each in rarity.items() if counted[name] >= LEAST_EXAMPLES}
    separator = Separator([(place, _shares(names, known)) for place, names in meant], of_places)
    separator.learn(ROUNDS)
    separator.forget(MOST_PAIRS, MOST_WEIGHTS)
    separator.learn(MORE_ROUNDS)
    weights = {
        name: {at: weight * rarity[name] for at, weight in sorted(row.items())}
        for name, row in separator.rows.items()
        if row
    }
    return weights, separator.biases


def _for_danger(given: Sequence[Example], told: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return how much each feature speaks for danger, less than nothing where it speaks against it.

    Those are left out that make the least difference.
    """
    counted = Counter(name for names in told for name in names)
    rarity = _rarities(counted, len(told))
    sides: tuple[dict[str, float], dict[str, float]] = ({}, {})
    for each, names in zip(given, told, strict=True):
        side = sides[each.danger]
        for name, share in _shares(names, rarity).items():
            side[name] = side.get(name, 0) + share
    against, towards = (_in_ten_thousand(side) for side in sides)
    doubt = DOUBT_OF_DANGER
    speaks = {
        name: math.log((towards.get(name, 0) + doubt) / (against.get(name, 0) + doubt)) for name in counted
    }
    most = sorted(speaks, key=lambda name: (-abs(speaks[name]) * math.sqrt(counted[name]), name))
    return {name: speaks[name] * rarity[name] for name in most[:MOST_FOR_DANGER]}


def _rarities(counted: Mapping[str, int], of_all: int) -> dict[str, float]:
    """Return how rare each feature is: what everybody says tells little."""
    return {name: math.log(1 + of_all / count) / USUAL_RARITY for name, count in counted.items()}


def _shares(names: Sequence[str], rarity: Mapping[str, float]) -> Shares:
    """Return the shares that features have in an example of so many."""
    length = math.sqrt(len(names))
    return {name: rarity[name] / length for name in names if name in rarity}


def _in_ten_thousand(side: Mapping[str, float]) -> dict[str, float]:
    whole = sum(side.values())
    return {name: share * 10_000 / whole for name, share in side.items()}


def _with_words(names: Iterable[str]) -> list[str]:
    """Return names of features, and of both words of each pair among them."""
    return sorted({*names, *(word for name in names for word in name.split(" "))})


def _whole(weights: Mapping[int, float], step: float) -> Iterator[tuple[int, int]]:
    """Yield weights as whole numbers that fit into a digit; those that come to nothing are left out."""
    for at, weight in weights.items():
        if whole := max(-MIDDLE, min(MIDDLE, round(weight / step))):
            yield at, whole
