"""Dates in words and as people type them, whatever the machine's language or clock."""

from datetime import MINYEAR, date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EARLIEST = date(2012, 1, 1)


class BadDate(ValueError):
    """A typed date cannot be used; the message says what to write."""

    def __init__(self, message: str, field: str) -> None:
        """Keep the message and the field, `day`, `month` or `year`, that it is about."""
        super().__init__(message)
        self.field = field


def long_date(day: date) -> str:
    """Write a date with its weekday: `Friday 9 October 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {short_date(day)}"


def short_date(day: date) -> str:
    """Write a date without its weekday: `9 October 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def read_parts(day: str, month: str, year: str) -> date | None:
    """Read a date typed as three fields; None when all are empty. Raises BadDate.

    A month may be a number, a name, or the first three letters of a name.
    """
    day, month, year = day.strip(), month.strip(), year.strip()
    if not (day or month or year):
        return None
    return _read(day, month, year)


def _read(day: str, month: str, year: str) -> date:
    for name, text in (("day", day), ("month", month), ("year", year)):
        if not text:
            raise BadDate(f"The date must include a {name}.", name)
    month_number = _month(month)
    day_number = _whole(day, "day", "The day must be a number, like 9.")
    year_number = _whole(year, "year", "The year must be four digits, like 2026.")
    if len(year) != 4 or year_number < MINYEAR:
        raise BadDate("The year must be four digits, like 2026.", "year")
    try:
        return date(year_number, month_number, day_number)
    except ValueError:
        name = MONTHS[month_number - 1]
        raise BadDate(
            f"{name} {year_number} has no day {day_number}. Check the day and the month.", "day"
        ) from None


def _month(text: str) -> int:
    if text.isascii() and text.isdigit():
        if len(text) <= 2 and 1 <= int(text) <= 12:
            return int(text)
    elif len(text) >= 3:
        for number, name in enumerate(MONTHS, 1):
            if name.lower().startswith(text.lower()):
                return number
    raise BadDate("The month must be a number from 1 to 12 or a name, like 10 or October.", "month")


def _whole(text: str, field: str, message: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise BadDate(message, field)
    return int(text)


def read_iso(text: str) -> date:
    """Read a date written YYYY-MM-DD. Raises BadDate."""
    parts = text.strip().split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not "".join(parts).isalnum():
        raise BadDate(f"{text!r} is not a date. Write it as YYYY-MM-DD, like 2026-10-06.", "day")
    return _read(parts[2], parts[1], parts[0])


def check_plausible(day: date, today: date, planned: bool) -> None:
    """Refuse a date that can hardly be meant. Raises BadDate.

    A planned date may lie ahead, but by no more than two years; any other may not lie ahead at all.
    """
    if day < EARLIEST:
        raise BadDate(f"The date must be {short_date(EARLIEST)} or later.", "year")
    if planned:
        if (day.year - 2, day.month, day.day) > (today.year, today.month, today.day):
            raise BadDate("The date is more than two years ahead. Check the year.", "year")
    elif day > today:
        raise BadDate("The date must be today or in the past.", "day")
