"""The limits of the stages, taken in turn, do not fit the limit for the whole, or there is none."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from navigator.check.gaps.point import OpenPoint, Subject
from navigator.check.lengths import surely_longer
from navigator.core.model import FindingKind, Policy, Source, Timescale, Unit
from navigator.core.model.kinds import Path
from navigator.core.model.policy import Position
from navigator.core.time.timeline import chain

type _Sum = Counter[Unit]
"""How many of each unit."""


@dataclass(frozen=True)
class _Limited:
    """A stage with the time it may take in all."""

    position: Position
    takes: _Sum


def find(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point where the stages add up to the overall limit or more, or where there is no such limit.

    Where the earlier of two limits applies, what the stages add up to is not known, and nothing is said.
    """
    policy = subject.policy
    stages = list(_limited(policy))
    if len(stages) < 2 or any(each.alternatives for each, _, _ in policy.timescales()):
        return
    begins = policy.first_stage.innermost.begins_with
    limits = [
        (limit, ("overall", index))
        for index, limit in enumerate(policy.overall)
        if limit.amount and limit.counted_from == begins and not (limit.only_if or limit.unless)
    ]
    for limit, path in limits:
        yield from _against(subject, stages, limit, path)
    if not limits:
        yield _point(subject, stages, stages, subject.whole_document, ("stages",), "unlimited")


def _limited(policy: Policy) -> Iterator[_Limited]:
    """Yield each stage that a timescale closes, with the time of that one and of those that it waits for.

    A time that runs from an event waits for the one that ends with it, be it of an earlier stage. Each is
    taken once.
    """
    waiting: list[Timescale] = []
    for position in chain(policy):
        waiting += position.innermost.timescales
        one = next((each for each in position.innermost.timescales if each.closes_stage), None)
        taken: _Sum = Counter()
        while one and one.amount and one in waiting:
            taken[one.unit] += one.up_to or one.amount
            waiting.remove(one)
            start = one.counted_from
            one = next((each for each in waiting if start and each.ends_with == start), None)
        if taken:
            yield _Limited(position, taken)


def _against(subject: Subject, stages: list[_Limited], limit: Timescale, path: Path) -> Iterator[OpenPoint]:
    total: _Sum = Counter()
    for index, stage in enumerate(stages):
        total += stage.takes
        if surely_longer(total, limit.amount or 0, limit.unit):
            amount = subject.words.amount(limit.amount or 0, limit.unit)
            concerned, title = stages[index:], stage.position.title
            yield _point(subject, stages, concerned, limit.source, path, "passed", limit=amount, stage=title)
            return
    if total == Counter({limit.unit: limit.amount or 0}):
        yield _point(subject, stages, stages, limit.source, path, "reached")


def _point(
    subject: Subject,
    stages: list[_Limited],
    concerned: list[_Limited],
    source: Source,
    path: Path,
    variant: str,
    **parts: str,
) -> OpenPoint:
    """Return a point that tells what all stages add up to, and is about some of them."""
    total = sum((stage.takes for stage in stages), Counter[Unit]())
    amounts = (subject.words.amount(amount, unit) for unit, amount in total.items())
    parts["total"] = subject.words["gap.limits_clash.and"].join(amounts)
    keys = (stage.position.key for stage in concerned)
    return subject.point(FindingKind.LIMITS_CLASH, source, path, keys, variant, **parts)
