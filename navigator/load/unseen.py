"""Characters that a file may not have anywhere, as nobody sees them or they are not what they seem."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Final

from navigator.core.characters import placed
from navigator.load.problem import Problem
from navigator.load.tree import Spot

MOST: Final = 1000
"""No more of one file are told."""
_MARKS: Final = "\u061c\u200e\u200f"
"""Marks of direction, which a text may need that has letters of both directions."""
_DIRECTIONS: Final = "\u202a-\u202e\u2066-\u2069"
_LINE_ENDS: Final = "\v\f\x1c-\x1e\x85\u2028\u2029"
_CONTROLS: Final = "\0-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"
_UNSEEN: Final = "\xad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
_LOST: Final = "\ufffc-\uffff"
_REFUSED: Final = re.compile(rf"([\t{_MARKS}{_DIRECTIONS}{_LINE_ENDS}{_CONTROLS}{_UNSEEN}{_LOST}])\1*")
_INVISIBLE: Final = re.compile(f"[{_MARKS}{_DIRECTIONS}{_UNSEEN}]")
_RIGHT_TO_LEFT: Final = ("R", "AL")
_HINTS: Final = (
    ("\t", "Use spaces."),
    ("\0", "Take it out. Perhaps the file was not written whole."),
    (f"[{_LINE_ENDS}]", "Write a space there, or begin a new line."),
    (f"[{_DIRECTIONS}]", "Take it out: with it, a text is not what it looks like."),
    (f"[{_LOST}]", "Write what was there: it was lost when the file was saved."),
    ("", "Take it out."),
)


def unseen(file: str, text: str) -> list[Problem]:
    """Return a problem for each character, or row of the same, that no file may have."""
    return list(islice(_unseen(file, text), MOST))


def _unseen(file: str, text: str) -> Iterator[Problem]:
    number, begins, looked = 1, 0, 0
    for found in _REFUSED.finditer(text):
        at = found.start()
        number += text.count("\n", looked, at)
        begins, looked = text.rfind("\n", 0, at) + 1, at
        line = text[begins:].partition("\n")[0] if found[1] in _MARKS else text[begins : at + 1]
        if found[1] in _MARKS and _has_right_to_left(line):
            continue
        what = f"has {placed(line, at - begins)}"
        yield Problem(file, *Spot(number, at - begins + 1), "the file", what, hint_for(found[1]))


def _has_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(each) in _RIGHT_TO_LEFT and each not in _MARKS for each in text)


def hint_for(character: str) -> str:
    """Return what to do about a character that no file may have."""
    return next(hint for pattern, hint in _HINTS if re.match(pattern, character))


def first_unseen(value: str) -> int | None:
    """Return the place of the first character in a value that it may not have, as an escape may put it there.

    A value may have tabs: an escape is the only way to write one.
    """
    for found in _REFUSED.finditer(value):
        if found[1] != "\t" and not (found[1] in _MARKS and _has_right_to_left(value)):
            return found.start()
    return None


def for_parser(text: str) -> str:
    """Return a text of the same length for the parser, in which no character but a line feed ends a line.

    An editor counts no line at them. With a space for each the columns stay right, and what else is wrong can
    be told as well.
    """
    return text.translate(_FOR_PARSER)


def without_invisible(value: str) -> str:
    """Return a value without what nobody sees of it, once that has been told."""
    return _INVISIBLE.sub("", value)


_ENDS_LINES: Final = re.compile(f"[\t{_LINE_ENDS}{_CONTROLS}\ufffe\uffff]")
_FOR_PARSER: Final = {
    code: " " for code in (*range(0x2030), 0xFFFE, 0xFFFF) if _ENDS_LINES.match(chr(code))
} | {0xFEFF: "\u200b"}
"""What the parser gets in the place of a character; none of those between is refused."""
