"""By which day a fact is looked at again, and why: the day its author wrote, or a year on."""

from dataclasses import dataclass
from datetime import date

from navigator.core.model import Contact, Document, FirstHourCard, Policy, Signpost

type Checked = Contact | Document | FirstHourCard | Policy | Signpost
"""What somebody has held against its source on a day."""


@dataclass(frozen=True)
class NextLook:
    """The day by which something is looked at again."""

    day: date
    """The last day on which it may be left as it is."""
    key: str
    """Where that day is written, or the day that it is counted from: `review_by`, `checked_on`."""
    why: str | None
    """What may change by then; None where nothing is announced."""


def own_review(value: Checked) -> date | None:
    """Return the day by which we look again; that of a service's policy is its publisher's."""
    return None if isinstance(value, Policy) and not value.national else value.review_by


def next_look(value: Checked) -> NextLook:
    """Return by which day something is looked at again."""
    if day := own_review(value):
        return NextLook(day, "review_by", value.review_why)
    return NextLook(_year_after(value.checked_on), "checked_on", None)


def is_over(value: Checked, today: date) -> bool:
    """Say whether nobody need look any more: a policy that is in force no longer."""
    return isinstance(value, Policy) and value.effective_until is not None and value.effective_until < today


def _year_after(day: date) -> date:
    """Return the same day of the next year, or 28 February where that year has no such day."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 2, 28)
