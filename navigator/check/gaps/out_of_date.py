"""A policy is past the day of its review, or past its last day."""

from collections.abc import Iterator

from navigator.check.gaps.point import OpenPoint, Subject
from navigator.core.model import FindingKind, Source
from navigator.core.versions import holds
from navigator.load.words import english_words


def find(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point where the review is overdue, and one where no version holds any more."""
    policy, today = subject.policy, subject.today
    succeeded = any(holds(version, today) for version in subject.family)
    if policy.review_by and policy.review_by < today and (holds(policy, today) or not succeeded):
        yield subject.point(
            FindingKind.OUT_OF_DATE,
            f"It was due for review by {english_words().short_date(policy.review_by)}, and that day is past.",
            "Has it been reviewed, and what has changed?",
            Source("Whole document"),
            ("review_by",),
        )
    if policy.effective_until and policy.effective_until < today and not succeeded:
        yield subject.point(
            FindingKind.OUT_OF_DATE,
            f"Its last day was {english_words().short_date(policy.effective_until)}. "
            "No later version is held here.",
            "Which policy holds now?",
            Source("Whole document"),
            ("effective_until",),
        )
