"""A policy as far as answers show it: without what stands on its own page only."""

from dataclasses import replace
from typing import Final

from navigator.core.model import Action, InPhase, Policy, Stage

UNSAID: Final = "-"
"""Stands where a text must be and no answer shows it."""


def as_answered(policy: Policy) -> Policy:
    """Return a policy without what it is for, and with one wording of what is done in a phase.

    When a national one is read again is for those who keep it: what is held of it carries its own day.
    """
    return replace(
        policy,
        summary=UNSAID,
        applies_to=UNSAID,
        readers=(),
        covers=(),
        review_by=None if policy.national else policy.review_by,
        review_why=None,
        phases=told(policy.phases),
        stages=tuple(staged(stage) for stage in policy.stages),
    )


def told(phases: tuple[InPhase, ...]) -> tuple[InPhase, ...]:
    """Return phases with one wording of each act: what is done now is told by `act`, where there is one.

    Where a step is on a condition, another's step may be told by `does`, so such a phase stays as it is.
    """
    return tuple(
        phase
        if any(step.only_if or step.unless for step in (*phase.steps, *phase.meanwhile))
        else replace(phase, steps=_by_act(phase.steps), meanwhile=_by_act(phase.meanwhile))
        for phase in phases
    )


def _by_act(steps: tuple[Action, ...]) -> tuple[Action, ...]:
    return tuple(replace(step, does=UNSAID) if step.act else step for step in steps)


def staged(stage: Stage) -> Stage:
    """Return a stage, and its levels, as far as answers show them."""
    return replace(
        stage,
        phases=told(stage.phases),
        levels=tuple(staged(level) for level in stage.levels),
    )
