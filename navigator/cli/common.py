"""What several commands need: the library, and today's date."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from navigator.check import check
from navigator.cli.failure import Failure
from navigator.core.dates import BadDate, read_iso
from navigator.core.model import Library
from navigator.load.library import Loaded, load
from navigator.load.problem import Severity
from navigator.load.words import english_words


def open_library(data: Path) -> Library:
    """Load and check the library. Raises Failure with every error when it cannot be trusted."""
    library, _ = open_folder(data)
    return library


def open_folder(data: Path) -> tuple[Library, Loaded]:
    """Load and check the library, and return it with the files it stands in. Raises Failure."""
    loaded = load(data)
    found = check(loaded, today_in_london())
    errors = [str(problem) for problem in found if problem.severity is Severity.ERROR]
    if loaded.library is None or errors:
        raise Failure("\n".join([*errors, "The policies have errors. Run: navigator check"]), status=1)
    return loaded.library, loaded


def today_in_london(now: datetime | None = None) -> date:
    """Return the date in England, whatever the machine's time zone: now, or at a moment that has a zone."""
    return (now or datetime.now(UTC)).astimezone(ZoneInfo("Europe/London")).date()


def read_day(text: str) -> date:
    """Read a day written YYYY-MM-DD. Raises Failure."""
    try:
        return read_iso(english_words(), text)
    except BadDate as problem:
        raise Failure(f"{text}: {problem}") from None
