"""Characters in the place of a sign of YAML: a dash for a hyphen, a wide colon, a space that is none."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from navigator.core.characters import placed
from navigator.load.problem import Problem

_SPACES: Final = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_DASHES: Final = "\u2010-\u2015\u2212\ufe58\uff0d"
_BULLETS: Final = "\xb7\u2022\u2023\u2043\u25aa\u25cf\u25e6\uf0a7\uf0b7"
_COLONS: Final = "\uff1a\ufe55\ua789\u2236\ufe13"
_QUOTES: Final = "\u2018-\u201f\xab\xbb\u2039\u203a"
_KEY: Final = r"^ *(?:- )?[a-z_][a-z0-9_-]*"


class _Form(NamedTuple):
    pattern: re.Pattern[str]
    """Finds the character, as its first group, in a line."""
    hint: str
    certain: bool = False
    """True where no text could mean it, at least not in the line that it begins in."""
    anywhere: bool = False
    """True where no text could mean it in a line that goes on with a text either."""


_FORMS: Final = (
    _Form(re.compile(rf"^ *([{_SPACES}])"), "Indent with plain spaces."),
    _Form(re.compile(rf"^ *(?:- )*([{_DASHES}{_BULLETS}])\s"), "Write a hyphen and a space.", certain=True),
    _Form(re.compile(rf"^ *(?:- )*-([{_SPACES}])"), "Write a plain space.", certain=True),
    _Form(
        re.compile(rf"{_KEY}[ {_SPACES}]*([{_COLONS}])"),
        "Write a colon and a space.",
        certain=True,
        anywhere=True,
    ),
    _Form(re.compile(rf"{_KEY}:([{_SPACES}])"), "Write a plain space.", certain=True, anywhere=True),
    _Form(re.compile(rf"(?:: |- |[\[,{{] *)([{_QUOTES}])"), "Write straight quotes."),
)


class Lookalike(NamedTuple):
    """A character in the place of a sign."""

    line: int
    """Counted from 0, as the parser does."""
    column: int
    """Counted from 0."""
    what: str
    form: _Form

    def spoils(self, first: int) -> bool:
        """Say whether an unquoted text that begins in a line, and has this one, cannot be what was meant."""
        return self.form.certain and (self.form.anywhere or self.line == first)

    def problem(self, file: str) -> Problem:
        """Return it as a problem of a file."""
        return Problem(file, self.line + 1, self.column + 1, "the file", self.what, self.form.hint)


def lookalikes(text: str) -> dict[int, list[Lookalike]]:
    """Return every character of a file that stands where a sign of YAML would, by its line."""
    found: dict[int, list[Lookalike]] = {}
    if not text.isascii():
        for each in _lookalikes(text):
            found.setdefault(each.line, []).append(each)
    return found


def _lookalikes(text: str) -> Iterator[Lookalike]:
    for number, line in enumerate(text.split("\n")):
        if line.isascii():
            continue
        for form in _FORMS:
            if found := form.pattern.search(line):
                at = found.start(1)
                yield Lookalike(number, at, f"has {placed(line, at)}", form)
