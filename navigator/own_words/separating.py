"""Learn weights that tell places apart: those of its own examples from all others, for every place at once.

This is a support vector machine with the squared hinge, one place against the rest, taught by dual coordinate
descent: each example pulls at the weights of its features, for its own place and against others, as far as
their scores fall short of 1 and -1. It comes to rest at the same weights whichever example is seen first.

A feature has a weight only for places of which some example has it: hence few weights, soon learned.
"""

import math
import random
from collections.abc import Mapping, Sequence
from typing import Final

type Row = dict[int, float]
"""How much a feature speaks for each place; of other places it says nothing."""

SOFTNESS: Final = 0.7
"""How much of a shortfall remains for each pull: more leaves more to what examples have in common."""
LEAST_PULL: Final = 0.001
"""A smaller change of a pull makes no difference, and takes its time."""
ALL_EVERY: Final = 6
"""An example is asked about all places once in so many rounds, and else about those at which it pulls."""


class _Seen:
    """An example, and what it pulls at."""

    def __init__(self, own: int, held: list[tuple[Row, float]]) -> None:
        self.own = own
        self.held = held
        self.pulls: Row = {}
        """How much it pulls at each place, its own or another."""


class Separator:
    """What tells places apart, while it is being learned."""

    def __init__(self, seen: Sequence[tuple[int, Mapping[str, float]]], of_places: int) -> None:
        """Begin with nothing learned, from each example's place and the share that each feature has in it."""
        self.rows: dict[str, Row] = {}
        self.biases = [-1.0] * of_places
        """How likely a place is before a word is read: without examples it is not meant."""
        for place, shares in seen:
            for name in shares:
                self.rows.setdefault(name, {})[place] = 0.0
        self._seen = [
            _Seen(place, [(self.rows[name], share) for name, share in shares.items()])
            for place, shares in seen
        ]
        self._dice = random.Random(1)  # noqa: S311 - no secret, and the same order in every build

    def learn(self, rounds: int) -> None:
        """Let every example pull, so many times."""
        order = self._seen.copy()
        for number in range(rounds):
            self._dice.shuffle(order)
            for each in order:
                if number % ALL_EVERY:
                    self._pull_again(each)
                else:
                    self._pull_anywhere(each)

    def _pull_anywhere(self, each: _Seen) -> None:
        """Let an example pull at every place whose score falls short."""
        scores = self.biases.copy()
        for row, share in each.held:
            for place, weight in row.items():
                scores[place] += weight * share
        for place, score in enumerate(scores):
            if place in each.pulls or (score < 1 if place == each.own else score > -1):
                self._pull(each, place, score, [told for told in each.held if place in told[0]])

    def _pull_again(self, each: _Seen) -> None:
        """Let an example pull where it pulls already."""
        for place in list(each.pulls):
            telling = [told for told in each.held if place in told[0]]
            score = self.biases[place] + sum([row[place] * share for row, share in telling])
            self._pull(each, place, score, telling)

    def _pull(self, each: _Seen, place: int, score: float, telling: list[tuple[Row, float]]) -> None:
        towards = 1 if place == each.own else -1
        pull = each.pulls.get(place, 0.0)
        stiffness = 1 + sum([share * share for _, share in telling]) + SOFTNESS
        changed = max(0.0, pull + (1 - towards * score - pull * SOFTNESS) / stiffness)
        if abs(changed - pull) < LEAST_PULL:
            return
        if changed:
            each.pulls[place] = changed
        else:
            del each.pulls[place]
        step = towards * (changed - pull)
        self.biases[place] += step
        for row, share in telling:
            row[place] += step * share

    def forget(self, most_pairs: int, most_weights: int) -> None:
        """Drop all pairs of words but so many, and all weights but so many.

        Those stay that make the largest difference, over all examples.
        """
        used: dict[int, float] = {}
        for each in self._seen:
            for row, share in each.held:
                used[id(row)] = used.get(id(row), 0.0) + share * share
        sizes = {
            name: {place: abs(weight) * math.sqrt(used[id(row)]) for place, weight in row.items()}
            for name, row in self.rows.items()
        }
        pairs = [name for name in sizes if " " in name]
        pairs.sort(key=lambda name: (-math.hypot(*sizes[name].values()), name))
        for name in pairs[most_pairs:]:
            del sizes[name]
            self.rows[name].clear()
        weights = sorted((-size, name, place) for name, row in sizes.items() for place, size in row.items())
        for _, name, place in weights[most_weights:]:
            del self.rows[name][place]
