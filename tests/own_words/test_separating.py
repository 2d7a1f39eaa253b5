"""Weights tell the examples of one place from those of others."""

import pytest

from navigator.own_words.separating import largest, separated


def test_an_example_moves_its_words_until_it_is_told_apart() -> None:
    """A step of 0.9 leaves both 0.1 short, of which the second step makes up 0.3."""
    rows = separated([(0, ["late"])], {"late": 1}, ["late"], 2)
    assert rows["late"] == pytest.approx([0.93, -0.93])


def test_what_all_places_say_tells_none_apart() -> None:
    """A word of every place comes to less than one that only a single place has."""
    seen = [(at, ["we", word]) for at, word in enumerate(("late", "money", "school"))]
    kept = ["we", "late", "money", "school"]
    rows = separated(seen, dict.fromkeys(kept, 1), kept, 3)
    for at, (_, (_, word)) in enumerate(seen):
        assert max(rows[word]) == rows[word][at] > max(map(abs, rows["we"]))


def test_an_example_of_no_word_that_is_kept_moves_nothing() -> None:
    """A word that is not kept counts for how long its example is, and has no row."""
    assert separated([(0, ["rare"])], {"rare": 2, "late": 1}, ["late"], 2) == {"late": [0, 0]}


def test_the_largest_weights_for_their_rarity_are_kept() -> None:
    """Of 3/2, 5/2, 2/1 and nothing, two are 5/2 and 2/1, whether for or against."""
    rows = {"late": [3.0, -5.0], "money": [2.0, 0.0]}
    assert largest(rows, {"late": 2, "money": 1}, 2) == {"late": {1: -5.0}, "money": {0: 2.0}}
