"""Dates as people type them, whatever the machine's language or clock.

What can be meant in one way only is understood. What can be meant in several ways, or is misspelt, is refused
with the reason: a wrong date can cost somebody a right.
"""

import re
from datetime import MINYEAR, date
from typing import Final

from navigator.core.characters import oddity
from navigator.core.errors import NavigatorError
from navigator.core.faults import nearest
from navigator.core.model import Words
from navigator.core.typed.date_grammar import DateGrammar, Pieces
from navigator.core.typed.text import as_seen, folded

FIELDS: Final = ("day", "month", "year")
YEARS_AHEAD: Final = 2
"""A planned date may lie so far ahead."""
LONGEST_NAME: Final = 30
"""Nothing longer is compared with the names of months."""
_TAKEN_FOR_DIGITS: Final = {"o": 0, "O": 0, "l": 1, "I": 1, "|": 1}


class BadDate(NavigatorError):
    """A typed date cannot be used; the message says what to write."""

    def __init__(self, message: str, field: str) -> None:
        """Keep the message and the field, `day`, `month` or `year`, that it is about."""
        super().__init__(message)
        self.field = field


def read_parts(words: Words, day: str, month: str, year: str, earliest: date, today: date) -> date | None:
    """Read a date typed as three fields; None when all are empty. Raises BadDate.

    A month may be a number, a name, or the first three letters of a name. A field may hold more than its part
    where others are left empty: a whole date, or a day and a month. The day comes before the month. A year of
    two digits is the one from the year of `earliest` to two years after `today` that ends with them.
    """
    typed = dict(zip(FIELDS, map(as_seen, (day, month, year)), strict=True))
    if not any(typed.values()):
        return None
    grammar = DateGrammar(words)
    pieces = _one_each(words, grammar, typed) if all(typed.values()) else _together(words, grammar, typed)
    return _date(words, grammar, pieces, earliest, today)


def _one_each(words: Words, grammar: DateGrammar, typed: dict[str, str]) -> Pieces:
    """Return what three full fields hold, each its own part only."""
    found = {}
    for field, text in typed.items():
        pieces = grammar.pieces(text) or []
        if grammar.whole_date(pieces):
            raise BadDate(words["bad_date.whole_and_more"], field)
        held = grammar.one_day(text) if field == "day" else None
        if len(pieces) != 1 and held is None:
            raise BadDate(words[f"bad_date.{field}"], field)
        found[field] = held or Pieces(pieces[0], pieces[0], pieces[0])
    return Pieces(found["day"].day, found["month"].month, found["year"].year, found["day"].weekday)


def _together(words: Words, grammar: DateGrammar, typed: dict[str, str]) -> Pieces:
    """Return what fields hold of which some are empty, read one after another as one date."""
    filled = [field for field in FIELDS if typed[field]]
    pieces = grammar.pieces(" ".join(typed[field] for field in filled)) or None
    whole = grammar.whole_date(pieces) if pieces else None
    if whole:
        return whole
    alone = filled == ["day"]
    if pieces is None or len(pieces) >= len(FIELDS) or (alone and grammar.day(pieces[0]) is None):
        raise BadDate(words["bad_date.unreadable"], filled[0])
    held = len(pieces) if alone else 0
    lacking = next(field for field in FIELDS[held:] if not typed[field])
    raise BadDate(words[f"bad_date.no_{lacking}"], lacking)


def _date(words: Words, grammar: DateGrammar, pieces: Pieces, earliest: date, today: date) -> date:
    for field, piece in (("day", pieces.day), ("year", pieces.year)):
        _refuse_letters(words, piece, field)
    month = _month(words, grammar, pieces)
    number = grammar.day(pieces.day)
    if number is None:
        raise BadDate(words["bad_date.day"], "day")
    found = _day_of(words, _year(words, pieces.year, earliest, today), month, number)
    if pieces.weekday and found.weekday() not in grammar.weekdays(pieces.weekday):
        says = words("bad_date.other_weekday", date=words.long_date(found), typed=pieces.weekday)
        raise BadDate(says, "day")
    return found


def _refuse_letters(words: Words, piece: str, field: str) -> None:
    """Refuse a number with a letter that looks like a digit. Raises BadDate."""
    if re.fullmatch(r"[\dOolI|]{1,4}", piece) and not piece.isdigit():
        letter = next(each for each in piece if not each.isdigit())
        says = words("bad_date.letter", letter=letter, digit=_TAKEN_FOR_DIGITS[letter])
        raise BadDate(says, field)


def _month(words: Words, grammar: DateGrammar, pieces: Pieces) -> int:
    typed = pieces.month
    if re.fullmatch(r"\d{1,2}", typed):
        if 1 <= int(typed) <= 12:
            return int(typed)
        key = "bad_date.day_first" if pieces.all_numbers else "bad_date.month"
        raise BadDate(words(key, month=typed), "month")
    if any(map(str.isdigit, typed)):
        _refuse_letters(words, typed, "month")
    months = grammar.months(typed)
    if len(months) == 1:
        return months[0]
    raise BadDate(_unclear_month(words, typed, months), "month")


def _unclear_month(words: Words, typed: str, months: list[int]) -> str:
    """Say of a name that is no month, or can be several, which ones may be meant."""
    if months:
        names = words["list.alternative"].join(words.months[month - 1] for month in months)
        return words("bad_date.which_month", typed=typed, months=names)
    by_letters = {folded(name): name for name in words.months}
    near = nearest(folded(typed), by_letters) if typed.isalpha() and len(typed) <= LONGEST_NAME else None
    return (
        words("bad_date.month_like", typed=typed, month=by_letters[near]) if near else words["bad_date.month"]
    )


def _year(words: Words, typed: str, earliest: date, today: date) -> int:
    if re.fullmatch(r"\d{4}", typed) and int(typed) >= MINYEAR:
        return int(typed)
    if not re.fullmatch(r"'?\d{2}", typed):
        raise BadDate(words["bad_date.year"], "year")
    last = today.year + YEARS_AHEAD
    years = [year for year in range(earliest.year, last + 1) if year % 100 == int(typed[-2:])]
    if len(years) != 1:
        raise BadDate(words("bad_date.short_year", first=earliest.year, last=last), "year")
    return years[0]


def _day_of(words: Words, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        says = words("bad_date.no_such_day", month=words.months[month - 1], year=year, day=day)
        raise BadDate(says, "day") from None


def read_iso(words: Words, text: str) -> date:
    """Read a date written YYYY-MM-DD. Raises BadDate."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text.strip(" "))
    if match is None:
        odd = oddity(text)
        raise BadDate(words("bad_date.odd" if odd else "bad_date.not_iso", text=repr(text), odd=odd), "day")
    year, month, day = map(int, match.groups())
    if year < MINYEAR:
        raise BadDate(words["bad_date.year"], "year")
    if not 1 <= month <= 12:
        raise BadDate(words["bad_date.month"], "month")
    return _day_of(words, year, month, day)


def check_plausible(words: Words, day: date, earliest: date, today: date) -> None:
    """Refuse a date that can hardly be meant, or lies before the first day of the calendars. Raises BadDate.

    It may lie ahead, so that somebody can plan, but by no more than two years.
    """
    if day < earliest:
        raise BadDate(words("bad_date.too_early", date=words.short_date(earliest)), "year")
    if (day.year - YEARS_AHEAD, day.month, day.day) > (today.year, today.month, today.day):
        raise BadDate(words["bad_date.too_far_ahead"], "year")
