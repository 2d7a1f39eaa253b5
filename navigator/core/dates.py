"""Dates as people type them, whatever the machine's language or clock."""

from datetime import MINYEAR, date

from navigator.core.errors import NavigatorError
from navigator.core.model import Words


class BadDate(NavigatorError):
    """A typed date cannot be used; the message says what to write."""

    def __init__(self, message: str, field: str) -> None:
        """Keep the message and the field, `day`, `month` or `year`, that it is about."""
        super().__init__(message)
        self.field = field


def read_parts(words: Words, day: str, month: str, year: str) -> date | None:
    """Read a date typed as three fields; None when all are empty. Raises BadDate.

    A month may be a number, a name, or the first three letters of a name.
    """
    day, month, year = day.strip(), month.strip(), year.strip()
    if not (day or month or year):
        return None
    return _read(words, day, month, year)


def _read(words: Words, day: str, month: str, year: str) -> date:
    for field, text in (("day", day), ("month", month), ("year", year)):
        if not text:
            raise BadDate(words[f"bad_date.no_{field}"], field)
    month_number = _month(words, month)
    day_number = _whole(words, day, "day")
    year_number = _whole(words, year, "year")
    if len(year) != 4 or year_number < MINYEAR:
        raise BadDate(words["bad_date.year"], "year")
    try:
        return date(year_number, month_number, day_number)
    except ValueError:
        name = words.months[month_number - 1]
        says = words("bad_date.no_such_day", month=name, year=year_number, day=day_number)
        raise BadDate(says, "day") from None


def _month(words: Words, text: str) -> int:
    if text.isascii() and text.isdigit():
        if len(text) <= 2 and 1 <= int(text) <= 12:
            return int(text)
    elif len(text) >= 3:
        for number, name in enumerate(words.months, 1):
            if name.lower().startswith(text.lower()):
                return number
    raise BadDate(words["bad_date.month"], "month")


def _whole(words: Words, text: str, field: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise BadDate(words[f"bad_date.{field}"], field)
    return int(text)


def read_iso(words: Words, text: str) -> date:
    """Read a date written YYYY-MM-DD. Raises BadDate."""
    parts = text.strip().split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not "".join(parts).isalnum():
        raise BadDate(words("bad_date.not_iso", text=repr(text)), "day")
    return _read(words, parts[2], parts[1], parts[0])


def check_plausible(words: Words, day: date, earliest: date, today: date, planned: bool) -> None:
    """Refuse a date that can hardly be meant, or lies before the first day of the calendars. Raises BadDate.

    A planned date may lie ahead, but by no more than two years; any other may not lie ahead at all.
    """
    if day < earliest:
        raise BadDate(words("bad_date.too_early", date=words.short_date(earliest)), "year")
    if planned:
        if (day.year - 2, day.month, day.day) > (today.year, today.month, today.day):
            raise BadDate(words["bad_date.too_far_ahead"], "year")
    elif day > today:
        raise BadDate(words["bad_date.in_future"], "day")
