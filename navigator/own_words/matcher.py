"""Places to begin for what somebody wrote: at most three, each with the words that speak for it.

`own-words/matcher.mjs` does the same in the browser, step for step and number for number.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from navigator.own_words.features import features, kinds
from navigator.own_words.model import Model
from navigator.own_words.places import NOWHERE, Place
from navigator.own_words.spelling import Spelling
from navigator.own_words.tokens import clauses, sentences, stems

MOST_PLACES: Final = 3
CLEARLY: Final = 5
"""The place for danger comes first if this many times as much speaks for danger as for another place."""
LONGEST: Final = 90
"""Words that speak for a place are shown up to this many characters."""


@dataclass(frozen=True)
class Match:
    """A place to begin."""

    place: Place
    """The place."""
    because: str
    """The words that speak most for it, as they were typed."""


@dataclass(frozen=True)
class Matched:
    """What came of a text."""

    danger: str
    """The words that point most to danger, as they were typed; empty where none do."""
    matches: tuple[Match, ...]
    """The places to begin, the best first."""


@dataclass(frozen=True)
class _Clause:
    """A clause."""

    words: str
    scores: list[float]
    """How much it speaks for each place, and at the end for danger."""


class Matcher:
    """A model that is ready to match texts."""

    def __init__(self, model: Model) -> None:
        """Keep the model."""
        self._model = model
        self._spelling = Spelling(model.features)

    def match(self, text: str) -> Matched:
        """Return the places to begin for a text: none where it is about nothing that is here."""
        told = [clause for sentence in sentences(text) for clause in self._clauses(sentence)]
        clearest = _strongest(told, -1)
        totals = self._scores(text)[:-1]
        in_danger = clearest is not None and clearest.scores[-1] > self._least_danger(totals)
        danger = _words(clearest) if in_danger else ""
        found = self._chosen(totals, clearest.scores[-1] if clearest and in_danger else None)
        said = {at: _strongest(told, at) for at in found}
        matches = (Match(self._model.places[at], each.words if each else "") for at, each in said.items())
        return Matched(
            _shortened(danger), tuple(Match(each.place, _shortened(each.because)) for each in matches)
        )

    def _least_danger(self, totals: list[float]) -> float:
        """Return how much must speak for danger: less where the likeliest place is one for it anyhow."""
        likeliest = next(iter(self._order(totals)), None)
        is_safe = likeliest is not None and self._model.places[likeliest].safety
        return self._model.least_danger_there if is_safe else self._model.least_danger

    def _likely(self, totals: list[float]) -> list[float]:
        """Return how likely each place is."""
        return [total + bias for total, bias in zip(totals, self._model.biases, strict=True)]

    def _order(self, totals: list[float]) -> list[int]:
        """Return the numbers of all places, the likeliest first."""
        likely = self._likely(totals)
        return sorted(range(len(totals)), key=lambda at: (-likely[at], at))

    def _chosen(self, totals: list[float], danger: float | None) -> list[int]:
        """Return the numbers of the places to show, the best first and each topic once.

        Where words point to danger, the likeliest place for that comes first; second, where they are weak
        beside what speaks for another.
        """
        places = self._model.places
        order = self._order(totals)
        likely = [at for at in order if totals[at] > 0]
        safe = next((at for at in order if places[at].safety), None)
        if danger is not None and safe is not None:
            each = self._likely(totals)
            is_weak = bool(likely) and danger < CLEARLY * (each[likely[0]] - each[safe])
            likely.insert(1 if is_weak else 0, safe)
        elif likely and places[likely[0]].topic == NOWHERE:
            return []
        found: dict[str, int] = {}
        for at in likely:
            if places[at].topic != NOWHERE:
                found.setdefault(places[at].topic, at)
        return list(found.values())[:MOST_PLACES]

    def _clauses(self, sentence: str) -> list[_Clause]:
        """Return the clauses of a sentence. For danger each counts half, and half the sentence around it."""
        *_, danger = self._scores(sentence)
        scored = [(each, self._scores(each)) for each in clauses(sentence) or [sentence]]
        return [_Clause(each, [*scores[:-1], (scores[-1] + danger) / 2]) for each, scores in scored]

    def _scores(self, text: str) -> list[float]:
        """Return how much a text speaks for each place, and at the end for danger."""
        model = self._model
        sums = [0] * (len(model.places) + 1)
        held = [self._spelling.corrected(each) for each in stems(text)]
        told, alike = features(held, model.terms), kinds(held, model.alike)
        for name in (*told, *alike):
            feature = model.features.get(name)
            if feature:
                sums[-1] += feature.danger
                for place, weight in feature.weights:
                    sums[place] += weight
        length = math.sqrt(len(told) or 1)
        return [*(each / length for each in sums[:-1]), sums[-1] / math.sqrt(len(told) + len(alike) or 1)]


def _strongest(told: Sequence[_Clause], at: int) -> _Clause | None:
    """Return the first of the clauses that speak most for a place."""
    return max(told, key=lambda each: each.scores[at], default=None)


def _words(clause: _Clause | None) -> str:
    return clause.words if clause else ""


def _shortened(words: str) -> str:
    """Return words up to the end of the last that is not too long to show."""
    if len(words) <= LONGEST:
        return words
    return f"{words[:LONGEST].rpartition(' ')[0] or words[:LONGEST]} \u2026"
