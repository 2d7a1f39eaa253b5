"""What somebody types for a role or a day that is there: its id, its name, or nearly that."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

_NEAR: Final = 0.72
"""From this likeness on a name is proposed: `team mgr` has it to `team manager`, `team` has it not."""
_WORD: Final = 0.75
"""Each word must be as like as this to one of the name's."""
_SHORT: Final = 0.9
"""How like a word is to its abbreviation, `manager` to `mgr`."""
_GAP: Final = 0.1
"""What is so much less like than the likeliest is not proposed beside it."""
_MOST: Final = 4
_SMALL: Final = frozenset(
    ("a", "an", "and", "at", "day", "for", "in", "is", "it", "of", "on", "s", "the", "to", "was", "you")
)


@dataclass(frozen=True)
class Known:
    """Something that can be named."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    """Other names."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it goes by."""
        return (self.id.replace("-", " ").replace("_", " "), self.name, *self.also)


def exact(typed: str, known: Iterable[Known]) -> Known | None:
    """Return the one thing that goes by what was typed; None where there is none, or there are several."""
    listed = list(known)
    by_id = [each for each in listed if each.id == typed]
    found = by_id or [each for each in listed if _bare(typed) in map(_bare, each.names)]
    return found[0] if len(found) == 1 else None


def near(typed: str, known: Iterable[Known]) -> list[Known]:
    """Return what may be meant, the likeliest first."""
    listed = list(known)
    if several := [each for each in listed if _bare(typed) in map(_bare, each.names)]:
        return several[:_MOST]
    rated = ((_likeness(typed, each), each) for each in listed)
    likely = sorted((pair for pair in rated if pair[0] >= _NEAR), key=lambda pair: -pair[0])
    return [each for rate, each in likely[:_MOST] if rate > likely[0][0] - _GAP]


def _likeness(typed: str, known: Known) -> float:
    return max(_alike(_bare(typed), _bare(name)) for name in known.names)


def _alike(one: str, other: str) -> float:
    """Rate two names from 0 to 1: as wholes, and by their words, as `independent officer` leaves out one."""
    one, other = (" ".join(_telling(text)) for text in (one, other))
    whole = SequenceMatcher(None, one, other).ratio()
    theirs = other.split()
    if not theirs or not one:
        return whole
    each = [max(_word(word, their) for their in theirs) for word in one.split()]
    covered = min(1.0, (len(each) + 0.5) / len(theirs))
    if len(each) < 2 or min(each) < _WORD:
        return whole
    return max(whole, sum(each) / len(each) * covered)


def _word(one: str, other: str) -> float:
    """Rate two words; the one may be short for the other: its letters stand there in the same order."""
    rest = iter(other)
    if len(one) < len(other) and one[0] == other[0] and all(letter in rest for letter in one):
        return _SHORT
    return SequenceMatcher(None, one, other).ratio()


def _telling(text: str) -> list[str]:
    """Return the words of a name that tell it from others."""
    return [word for word in text.split() if word not in _SMALL] or text.split()


def _bare(text: str) -> str:
    """Return a name without what people leave out: capitals, hyphens, and `the` or `the day` before it."""
    plain = " ".join(text.casefold().replace("-", " ").replace("_", " ").replace("\u2019", "'").split())
    return plain.removeprefix("the ").removeprefix("day ")
