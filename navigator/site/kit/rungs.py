"""A stage at a glance: who acts first, the time that tells most, and its place on the ladder."""

from collections.abc import Iterator
from itertools import pairwise

from navigator.core.model import Action, Policy, Stage, Timescale
from navigator.core.model.policy import Position
from navigator.core.ways import Way, ways_on


def telling(stage: Stage) -> Timescale | None:
    """Return the time that tells most of a stage: the one that ends it, else the first with a number."""
    closing = [each for each in stage.timescales if each.closes_stage]
    stated = [each for each in stage.timescales if each.amount]
    # One that always holds tells more than one that hangs on a condition.
    return next(iter(sorted(closing, key=_on_condition) or stated or stage.timescales), None)


def leading_to(stage: Stage) -> list[Timescale]:
    """Return the times that follow one another up to the one that tells most, which is the last.

    Each begins on the day that the one before ends with. The first may still count from another day than the
    stage's own: then nothing here says how long it takes until that day.
    """
    last = telling(stage)
    line = [last] if last else []
    while line and line[0].counted_from not in (None, stage.begins_with):
        before = next((each for each in stage.timescales if _leads_up_to(each, line[0])), None)
        if before is None or before in line:
            break
        line.insert(0, before)
    return line


def _leads_up_to(timescale: Timescale, later: Timescale) -> bool:
    """Say whether one time always ends on the day that another is counted from."""
    is_length = timescale.amount is not None and timescale.counted_before is None
    return is_length and timescale.ends_with == later.counted_from and not _on_condition(timescale)


def runs_from_elsewhere(stage: Stage | None, timescale: Timescale) -> bool:
    """Say whether a time is counted from another day than the one that its stage, if any, begins with."""
    begins = stage.begins_with if stage else None
    return timescale.amount is not None and timescale.event not in (None, begins)


def opening_time(stage: Stage) -> Timescale | None:
    """Return the first time that runs from the stage's own beginning in every case, if one does."""
    own = (each for each in stage.timescales if each.amount and each.event == stage.begins_with)
    return next((each for each in own if not _on_condition(each)), None)


def _on_condition(timescale: Timescale) -> bool:
    return bool(timescale.only_if or timescale.unless)


def first_act(stage: Stage) -> Action:
    """Return the act that opens a stage, else the first that goes to somebody, else the first."""
    told = (step for step in stage.steps if step.to)
    return stage.opening or next(told, None) or stage.steps[0]


def numbered(policy: Policy) -> Iterator[tuple[str, Position, bool]]:
    """Yield each rung with its number, and whether it leads on to the next rung.

    Stages that lead to one another are numbered from 1, and levels within one from 1 after its number: `3.1`.
    A stage that none leads to and that leads to none has no number.
    """
    positions = list(policy.leaf_stages())
    leads = [_leads_to(one, other) for one, other in pairwise(positions)] + [False]
    stage = level = 0
    for at, position in enumerate(positions):
        follows = at > 0 and leads[at - 1]
        same = follows and positions[at - 1].stage is position.stage
        stage = (stage if same else stage + 1) if follows else 1
        level = level + 1 if same else 1
        number = f"{stage}.{level}" if position.level else str(stage)
        yield (number if follows or leads[at] else ""), position, leads[at]


def _leads_to(position: Position, following: Position) -> bool:
    """Say whether a stage leads on to the one below it, be it settled or not."""
    ways = ways_on(position.innermost)
    return any(leads.stage == following.key for way, leads in ways if way is not Way.BACK)
