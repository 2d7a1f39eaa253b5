"""Weights tell the examples of one place from those of others."""

import pytest

from navigator.own_words.separating import SOFTNESS, Separator


def test_an_example_moves_its_words_until_it_is_told_apart() -> None:
    """Of a shortfall of 2, word and bias make up one part each, and the softness of the margin remains."""
    part = 2 / (2 + SOFTNESS)
    separator = Separator([(0, {"late": 1.0})], 2)
    separator.learn(1)
    assert separator.rows == {"late": {0: pytest.approx(part)}}
    assert separator.biases == [pytest.approx(part - 1), -1]
    separator.learn(5)
    assert separator.rows == {"late": {0: pytest.approx(part)}}


def test_what_all_places_say_tells_none_apart() -> None:
    """A word of every place comes to less than one that only a single place has."""
    share = 0.5**0.5
    seen = [(at, {"we": share, word: share}) for at, word in enumerate(("late", "money", "school"))]
    separator = Separator(seen, 3)
    separator.learn(20)
    for at, (_, shares) in enumerate(seen):
        own = separator.rows[list(shares)[1]][at]
        assert own > abs(separator.rows["we"][at])


def test_the_order_of_examples_makes_no_difference() -> None:
    """Learned for long enough, the weights are the same whichever example comes first."""
    seen = [(0, {"late": 0.6, "we": 0.8}), (1, {"money": 0.6, "we": 0.8}), (1, {"late": 0.8, "money": 0.6})]
    learned = [Separator(held, 2) for held in (seen, seen[::-1])]
    for separator in learned:
        separator.learn(100)
    one, other = (separator.rows for separator in learned)
    assert all(one[name] == pytest.approx(other[name], abs=0.01) for name in one)


def test_the_weights_that_make_the_largest_difference_are_kept() -> None:
    """A weight counts as much as its word is used: one of 0.3 in an only example is dropped first."""
    separator = Separator([(0, {"late": 1.0}), (0, {"late": 1.0}), (1, {"money": 0.1})], 2)
    separator.learn(10)
    separator.forget(0, 1)
    assert [name for name, row in separator.rows.items() if row] == ["late"]


def test_the_pairs_that_make_the_largest_difference_are_kept() -> None:
    """A pair counts with all its weights together, and words stay beside it."""
    shares = {"late": 1.0, "often late": 1.0, "so late": 0.2}
    separator = Separator([(0, shares), (1, {"money": 1.0})], 2)
    separator.learn(10)
    separator.forget(1, 99)
    assert [name for name, row in separator.rows.items() if row] == ["late", "often late", "money"]
