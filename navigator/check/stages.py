"""A policy's stages are complete: what happens, by when, what follows, and how a reader knows the stage."""

from collections.abc import Iterator

from navigator.check.following import WAYS
from navigator.check.located import Located, LocatedParts
from navigator.core.faults import one_of
from navigator.core.model import Detour, Form, Policy, Stage
from navigator.core.places import NOT_BEGUN, UNSURE
from navigator.load.problem import Problem

_OWN = {
    "steps": "Write who does what.",
    "timescales": "Write at least one; where the document gives no time, one with the unit none_stated.",
}
_FOLLOWS = "Write what follows: a stage, a route, ends: true or none_stated: true."
_OF_LEVELS = (*_OWN, *WAYS, "other_ways", "detours", "asks", "begins_with")
"""What a stage with levels leaves to them; its message is told elsewhere."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each stage or policy that leaves a reader without an answer."""
    for stage in parts.of(Stage):
        yield from _stage(stage)
    for detour in parts.of(Detour):
        yield from _detour(detour)
    for policy in parts.of(Policy):
        yield from _policy(policy)


def _stage(located: Located[Stage]) -> Iterator[Problem]:
    if located.value.levels:
        if "levels" in located.path:
            yield located.error("do not have levels of their own", "Make them stages.", "levels")
        for key in _OF_LEVELS:
            if getattr(located.value, key):
                yield located.error("stands beside levels", "Move it into the levels.", key, on_key=True)
        return
    for key, hint in _OWN.items():
        if not getattr(located.value, key):
            yield located.error("is missing", hint, key)
    own = {each.id for each in located.value.timescales}
    for index, step in enumerate(located.value.steps):
        if step.by is not None and step.by not in own:
            what = f"{step.by} is no timescale of this stage"
            hint = one_of(sorted(own)) if own else "Add it to the timescales of this stage."
            yield located.error(what, hint, "steps", index, "by")
    closing = [index for index, each in enumerate(located.value.timescales) if each.closes_stage]
    for index in closing[1:]:
        yield located.error("stands twice in this stage", "Keep one.", "timescales", index, "closes_stage")


def _detour(located: Located[Detour]) -> Iterator[Problem]:
    detour = located.value
    if detour.over_with and detour.over_with == detour.begins_with:
        hint = "Write the event that ends it."
        yield located.error("is the event that opens it", hint, "over_with")


def _policy(located: Located[Policy]) -> Iterator[Problem]:
    policy = located.value
    if not policy.stages:
        yield located.error("is empty", "Write at least one stage.", "stages")
    if policy.form is Form.STAGES:
        for position in policy.leaf_stages():
            if not any(getattr(position.innermost, key) for key in WAYS):
                yield located.error("is missing", _FOLLOWS, *position.path, "if_unresolved")
    asked = len(list(policy.leaf_stages())) > 1 or bool(policy.entries)
    if asked:
        yield from _answers(located)
        if policy.unsure is None:
            hint = "Write the stage to show to somebody who does not know, and what to tell them."
            yield located.error("is missing", hint, "unsure")
    if policy.effective_from and policy.effective_until and policy.effective_until < policy.effective_from:
        yield located.error("lies before effective_from", "Write a later day.", "effective_until")


def _answers(located: Located[Policy]) -> Iterator[Problem]:
    """Check the answers to `Where has it got to?`: each place says how to know it, no two share a name."""
    hint = "Write how a person knows that it has got this far, as they would say it."
    keys = {NOT_BEGUN, UNSURE}
    for position in located.value.leaf_stages():
        if position.innermost.asks is None:
            yield located.error("is missing", hint, *position.path, "asks")
        if position.key in keys:
            what = f"{position.key} has a meaning of its own here"
            yield located.error(what, "Write another id.", *position.path, "id")
    keys |= {position.key for position in located.value.leaf_stages()}
    for index, entry in enumerate(located.value.entries):
        if entry.id in keys:
            what = f"{entry.id} is a stage already or has a meaning of its own here"
            yield located.error(what, "Write another id.", "entries", index, "id")
