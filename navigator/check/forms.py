"""A table of tasks: one stage, each step with the time it is done by, and nothing that only stages have."""

from collections.abc import Iterator
from typing import Final

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Form, Policy
from navigator.load.problem import Problem

_OF_STAGES: Final = ("start", "entries", "progress_ask", "progress_hint")
"""What belongs to the question how far a matter has got, which a table of tasks does not ask."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each policy of the form tasks that is no such table."""
    for located in parts.of(Policy):
        if located.value.form is Form.TASKS:
            yield from _tasks(located)


def _tasks(located: Located[Policy]) -> Iterator[Problem]:
    policy = located.value
    for index, stage in enumerate(policy.stages):
        at = ("stages", index)
        if index:
            hint = "Put all tasks into one stage, or take form: tasks out."
            yield located.error("is a second stage in a table of tasks", hint, *at)
        if stage.levels:
            hint = "Put all tasks into the stage itself, or take form: tasks out."
            yield located.error("are not for a table of tasks", hint, *at, "levels", on_key=True)
        for number, step in enumerate(stage.steps):
            if step.by is None:
                hint = "Write the id of the timescale by which this task is done."
                yield located.error("is missing in a table of tasks", hint, *at, "steps", number, "by")
        for key in ("if_unresolved", "if_settled"):
            if getattr(stage, key):
                hint = "Write it under then, or take it out: a table of tasks settles nothing."
                yield located.error("is not for a table of tasks", hint, *at, key, on_key=True)
    for key in _OF_STAGES:
        if getattr(policy, key):
            hint = "Take it out: nobody is asked how far it has got."
            yield located.error("is not for a table of tasks", hint, key, on_key=True)
