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
            (place, [(self.rows[name], share) for name, share in shares.items()]) for place, shares in seen
        ]
        self._pulls: list[Row] = [{} for _ in seen]
        self._dice = random.Random(1)  # noqa: S311 - no secret, and the same order in every build

    def learn(self, rounds: int) -> None:
        """Let every example pull, so many times."""
        order = list(range(len(self._seen)))
        for _ in range(rounds):
            self._dice.shuffle(order)
            for at in order:
                self._pull(*self._seen[at], self._pulls[at])

    def _pull(self, own: int, held: Sequence[tuple[Row, float]], pulls: Row) -> None:
        scores = self.biases.copy()
        for row, share in held:
            for place, weight in row.items():
                scores[place] += weight * share
        for place, score in enumerate(scores):
            towards = 1 if place == own else -1
            short, pull = 1 - towards * score, pulls.get(place, 0.0)
            if short <= 0 and not pull:
                continue
            telling = [(row, share) for row, share in held if place in row]
            stiffness = 1 + sum(share * share for _, share in telling) + SOFTNESS
            changed = max(0.0, pull + (short - pull * SOFTNESS) / stiffness)
            if abs(changed - pull) < LEAST_PULL:
                continue
            pulls[place] = changed
            step = towards * (changed - pull)
            self.biases[place] += step
            for row, share in telling:
                row[place] += step * share

    def forget(self, most: int) -> None:
        """Drop all weights but so many: those that make the largest difference, over all examples."""
        used: dict[int, float] = {}
        for _, held in self._seen:
            for row, share in held:
                used[id(row)] = used.get(id(row), 0.0) + share * share
        sizes = sorted(
            (
                (-abs(weight) * math.sqrt(used[id(row)]), name, place)
                for name, row in self.rows.items()
                for place, weight in row.items()
            ),
        )
        for _, name, place in sizes[most:]:
            del self.rows[name][place]
