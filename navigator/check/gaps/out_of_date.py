"""A policy is past the day of its review, or past its last day."""

from collections.abc import Iterator

from navigator.check.gaps.point import OpenPoint, Subject
from navigator.core.model import FindingKind
from navigator.core.versions import holds


def find(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point where the review is overdue, and one where no version holds any more."""
    policy, today = subject.policy, subject.today
    succeeded = any(holds(version, today) for version in subject.family)
    review, last = policy.review_by, policy.effective_until
    overdue = review if review and review < today and (holds(policy, today) or not succeeded) else None
    ended = last if last and last < today and not succeeded else None
    for day, key, variant in ((overdue, "review_by", "review"), (ended, "effective_until", "ended")):
        if day:
            yield subject.point(
                FindingKind.OUT_OF_DATE,
                subject.whole_document,
                (key,),
                variant=variant,
                date=subject.words.short_date(day),
            )
