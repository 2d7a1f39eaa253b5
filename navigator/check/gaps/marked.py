"""What a policy itself marks as open: no time, no start, no next step, a past day, a newer version."""

from collections.abc import Iterator

from navigator.check.gaps.point import OpenPoint, Subject
from navigator.core.model import FindingKind, Unit
from navigator.core.versions import holds


def no_timescale(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point for each timescale of a stage that has no time."""
    for timescale, position, path in subject.policy.timescales():
        if position and timescale.unit is Unit.NONE_STATED:
            does = subject.does(timescale)
            yield subject.point(FindingKind.NO_TIMESCALE, timescale.source, path, [position.key], does=does)


def no_start(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point for each timescale whose start is not stated, or had to be assumed."""
    for timescale, position, path in subject.policy.timescales():
        assumed = timescale.assumed_start
        if assumed or timescale.start_not_stated:
            yield subject.point(
                FindingKind.NO_START,
                timescale.source,
                (*path, "assumed_start" if assumed else "start_not_stated"),
                [position.key] if position else [],
                "" if assumed else "unknown",
                does=subject.does(timescale),
                **({"assumption": assumed} if assumed else {}),
            )


def no_next_step(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point for each stage after which nothing is stated."""
    for position in subject.policy.leaf_stages():
        for key in ("if_unresolved", "then"):
            following = getattr(position.innermost, key)
            if following and following.none_stated:
                source = following.source or position.innermost.source
                variant = "" if key == "if_unresolved" else key
                yield subject.point(
                    FindingKind.NO_NEXT_STEP, source, (*position.path, key), [position.key], variant
                )


def out_of_date(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point where the review is overdue, and one where no version holds any more."""
    policy, today = subject.policy, subject.today
    succeeded = any(holds(version, today) for version in subject.family)
    review, last = None if policy.national else policy.review_by, policy.effective_until
    overdue = review if review and review < today and (holds(policy, today) or not succeeded) else None
    ended = last if last and last < today and not succeeded else None
    for day, key, variant in ((overdue, "review_by", "review"), (ended, "effective_until", "ended")):
        if day:
            date = subject.words.short_date(day)
            yield subject.point(
                FindingKind.OUT_OF_DATE, subject.whole_document, (key,), variant=variant, date=date
            )


def superseded(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point where a newer version is reported."""
    if report := subject.policy.superseded:
        path = ("superseded",)
        yield subject.point(FindingKind.SUPERSEDED, report.source, path, report=report.says)
