"""The data that the wizard reads are small."""

import gzip
import json
from typing import Final

from navigator.core.model import Library
from navigator.core.rows import as_rows
from navigator.site.build.library_json import LibraryJson, side_by_side

MOST: Final = 100_000
"""What the shipped policies may weigh on their way, in bytes."""


def test_the_shipped_library_weighs_less_than_it_may(library: Library) -> None:
    """At 0.4 Mbps every 5 kB more are a tenth of a second more before the first answer."""
    assert len(gzip.compress(LibraryJson().write(library).encode(), 9)) < MOST


def test_policies_pack_smaller_side_by_side(library: Library) -> None:
    """In their own order they pack larger by more than one part in fifty."""
    own = [json.dumps(as_rows(each), ensure_ascii=False) for each in library.policies]
    placed, plain = (len(gzip.compress("".join(texts).encode(), 9)) for texts in (side_by_side(own), own))
    assert placed < 0.98 * plain


def test_texts_that_say_much_alike_stand_together() -> None:
    """The shortest comes first, then what shares most with what is there, for its size."""
    alone = '["nobody else says this"]'
    tea, more_tea = (f'["we drink tea at four", "and eat cake", "{end}"]' for end in ("or so", "or bread"))
    coffee, more_coffee = (f'["coffee is at ten", "in the hall", "{end}"]' for end in ("or two", "or no"))
    mixed = [tea, coffee, alone, more_tea, more_coffee]
    placed = side_by_side(mixed)
    assert sorted(placed) == sorted(mixed)
    assert placed[0] == alone
    assert {frozenset(placed[1:3]), frozenset(placed[3:])} == {
        frozenset((tea, more_tea)),
        frozenset((coffee, more_coffee)),
    }
