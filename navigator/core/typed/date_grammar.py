"""The grammar of dates as people type them: which piece of a text is the day, the month and the year."""

import re
from dataclasses import dataclass
from typing import Final

from navigator.core.model import Words
from navigator.core.typed.text import folded

_BETWEEN: Final = re.compile(r"\s*[-/]\s*|(?:\s*[.,])+\s*|\s+")
_RUN_TOGETHER: Final = re.compile(r"(?<=\d)(?=[^\W\d_]{3})|(?<=[^\W\d_]{3})(?=\d)")
"""Where a number meets a name: `1sept2026`."""
_NUMBER: Final = re.compile(r"\d|^[OolI|]{1,2}$")
"""A number, or letters that somebody took for one."""
FEWEST_LETTERS: Final = 3
"""A name may be shortened to so many letters."""


@dataclass(frozen=True)
class Pieces:
    """The pieces of one date, each as it was typed."""

    day: str
    month: str
    year: str
    weekday: str = ""
    """The name of a day of the week, where one was typed too."""
    all_numbers: bool = False
    """True for a whole date without a name, in which only the order tells the day from the month."""


class DateGrammar:
    """Splits typed text by the names of months and weekdays of one language."""

    def __init__(self, words: Words) -> None:
        """Take the names from the catalogue."""
        self._months = [folded(name) for name in words.months]
        # Of a name such as `dydd Llun` the last word tells the day.
        self._weekdays = [folded(name).split() for name in words.weekdays]
        silent = {part for name in self._weekdays for part in name[:-1]}
        self._silent = silent | {folded(word) for word in words["typed_date.left_out"].split()}
        endings = "|".join(map(re.escape, words["typed_date.endings"].split()))
        self._day = re.compile(rf"(\d{{1,2}})(?:{endings})?" if endings else r"(\d{1,2})", re.IGNORECASE)

    def day(self, piece: str) -> int | None:
        """Return the number of a day: `1`, `01`, `1st`."""
        match = self._day.fullmatch(piece)
        return int(match[1]) if match else None

    def months(self, piece: str) -> list[int]:
        """Return the months that a name or its first letters can mean, January being 1."""
        name = folded(piece)
        exact = [number for number, month in enumerate(self._months, 1) if month == name]
        short = len(name) >= FEWEST_LETTERS
        return exact or [n for n, month in enumerate(self._months, 1) if short and month.startswith(name)]

    def weekdays(self, piece: str) -> list[int]:
        """Return the days of the week that a name or its first letters can mean, Monday being 0."""
        name = folded(piece)
        short = len(name) >= FEWEST_LETTERS
        return [n for n, day in enumerate(self._weekdays) if short and day[-1].startswith(name)]

    def pieces(self, text: str) -> list[str] | None:
        """Return the words and numbers of a text that may matter; None where a sign stands beside nothing."""
        found: list[str] = []
        for piece in _BETWEEN.split(text.rstrip("., ")):
            if not piece:
                return None
            joined = self.day(piece) is None and not self.months(piece)
            found += _RUN_TOGETHER.split(piece) if joined else [piece]
        return [piece for piece in found if folded(piece) not in self._silent]

    def one_day(self, text: str) -> Pieces | None:
        """Return the day of a text that holds nothing else, with the name of its day of the week."""
        pieces = self.pieces(text) or []
        named = [piece for piece in pieces if self.weekdays(piece)]
        days = [piece for piece in pieces if piece not in named]
        return Pieces(days[0], "", "", "".join(named)) if len(days) == 1 and len(named) <= 1 else None

    def whole_date(self, pieces: list[str]) -> Pieces | None:
        """Return the date that some pieces make, day first unless a year of four digits begins it."""
        names = [piece for piece in pieces if not _NUMBER.search(piece)]
        numbers = [piece for piece in pieces if piece not in names]
        month = self._month_among(names)
        others = [*reversed(names)]
        if month:
            others.remove(month)
        weekday = "".join(others)
        if len(others) > 1 or (weekday and not self.weekdays(weekday)):
            return None
        if len(numbers) == (2 if month else 3):
            first, last = numbers[0], numbers[-1]
            day, year = (last, first) if re.fullmatch(r"\d{4}", first) else (first, last)
            return Pieces(day, month or numbers[1], year, weekday, all_numbers=not month)
        return None

    def _month_among(self, names: list[str]) -> str:
        """Return the name that is the month; one that can be a day of the week too comes last."""
        surely = [name for name in names if not self.weekdays(name)]
        either = [name for name in names if self.weekdays(name) and self.months(name)]
        return next(iter((*surely, *reversed(either))), "")
