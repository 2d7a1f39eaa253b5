"""Learn weights that tell places apart: those of its own examples from all others, for every place at once.

This is a linear machine, one place against the rest, taught by gradient descent on the squared hinge: an
example whose own place scores less than 1, or another place more than -1, moves the weights of its words.
"""

import math
import random
from collections.abc import Collection, Mapping, Sequence
from operator import itemgetter
from statistics import median_low
from typing import Final

type Row = list[float]
"""How much a word speaks for each place, times its rarity."""

PACES: Final = (0.9, 0.3)
"""How far one example moves the weights, each time that all are seen: less and less, so that they settle."""


def separated(
    seen: Sequence[tuple[int, Sequence[str]]],
    rarity: Mapping[str, int],
    kept: Collection[str],
    of_places: int,
) -> dict[str, Row]:
    """Return a row for each feature that is kept, from each example's place and its features.

    A row's middle is nothing, as for a place without examples: what speaks for all places tells none apart.
    """
    rows: dict[str, Row] = {name: [0.0] * of_places for name in kept}
    lengths = [math.sqrt(sum(rarity[name] ** 2 for name in names)) or 1 for _, names in seen]
    known = [[name for name in names if name in rows] for _, names in seen]
    order = list(range(len(seen)))
    dice = random.Random(1)  # noqa: S311 - no secret, and the same order in every build
    for pace in PACES:
        dice.shuffle(order)
        for at in order:
            place, _ = seen[at]
            _move(
                rows, {name: pace * rarity[name] ** 2 / lengths[at] for name in known[at]}, place, lengths[at]
            )
    return {name: _centred(row) for name, row in rows.items()}


def _move(rows: dict[str, Row], steps: Mapping[str, float], own: int, length: float) -> None:
    """Move the weights of an example's features, each by its step, as far as the scores fall short."""
    scores = [whole / length for whole in map(sum, zip(*map(rows.__getitem__, steps), strict=True))]
    if not scores:
        return
    short = [min(0.0, -1 - score) for score in scores]
    short[own] = max(0.0, 1 - scores[own])
    for name, step in steps.items():
        rows[name] = [weight + step * each for weight, each in zip(rows[name], short, strict=True)]


def _centred(row: Row) -> Row:
    middle = median_low((*row, 0.0))
    return [weight - middle for weight in row]


def largest(rows: Mapping[str, Row], rarity: Mapping[str, int], most: int) -> dict[str, dict[int, float]]:
    """Return the weights of each feature by place: of all features the largest for their rarity, so many."""
    sizes = (
        (abs(weight) / rarity[name], name, at) for name, row in rows.items() for at, weight in enumerate(row)
    )
    kept = sorted(sorted(sizes, reverse=True)[:most], key=itemgetter(1, 2))
    found: dict[str, dict[int, float]] = {name: {} for name in rows}
    for _, name, at in kept:
        found[name][at] = rows[name][at]
    return found
