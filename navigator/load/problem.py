"""Problems as authors see them: file, line, column, what is wrong, what to write."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    """The data cannot be used like this."""
    FINDING = "finding"
    """The data can be used; somebody should look at it."""


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong in a file, and where."""

    file: str
    """The file, as reached from the working folder."""
    line: int
    """The line, counted from 1."""
    column: int
    """The column, counted from 1."""
    path: str
    """The value: `stages[0].timescales[1].unit`."""
    what: str
    """What is wrong, for use after the path."""
    hint: str
    """What to write instead, as a sentence; may be empty."""
    severity: Severity = Severity.ERROR
    """Whether it keeps the data from being used."""

    def __str__(self) -> str:
        """Return the problem on one line, beginning so that an editor can jump there."""
        what = self.what if self.what.endswith((".", "?", "!")) else f"{self.what}."
        place = f"{self.file}:{self.line}:{self.column}"
        # The parts may quote a text of several lines.
        return " ".join(f"{place}: {self.severity}: {self.path}: {what} {self.hint}".split())
