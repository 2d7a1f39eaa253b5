"""What somebody reads who is to act: `act` on the steps of readers and on the times that lead a page."""

import re
from collections.abc import Iterator
from typing import Final

from navigator.check.located import Located, LocatedParts
from navigator.core.base_form import base_form, is_third_person
from navigator.core.model import Action, DateKind, Policy, Role, Stage, Timescale
from navigator.core.model.kinds import ROLE_MENTIONED
from navigator.load.problem import Problem

_YOU: Final = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_FORM = "Write what follows `should`, such as: record what was agreed."


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each act that is missing or does not fit after `should`."""
    readers = {role.value.id for role in parts.whole.of(Role) if role.value.whose}
    for step in parts.of(Action):
        yield from misfit(step, step.value.act)
        if step.value.act is None and step.value.who in readers:
            hint = f"Write what follows `you should`, such as: {base_form(step.value.does)}."
            yield step.error(f"is missing, and to {step.value.who} this step speaks as `you`", hint, "act")
    for located in parts.of(Timescale):
        yield from misfit(located, located.value.act)
        yield from _missed(located)


def misfit[T](located: Located[T], act: str | None) -> Iterator[Problem]:
    """Tell where the act of a part does not fit after `should`."""
    if act is None:
        return
    first = act.partition(" ")[0]
    if first[:1].isupper():
        yield located.error("begins with a capital letter", _FORM, "act")
    elif is_third_person(first):
        yield located.error(f"does not fit after `should`: {first}", f"Write {base_form(first)}.", "act")
    if act.endswith("."):
        yield located.error("ends with a full stop", "Take it out: a date may follow.", "act")
    if _YOU.search(ROLE_MENTIONED.sub("", act)):
        hint = "Write the role, such as {foster-carer's}: others read this of whoever acts."
        yield located.finding("speaks to one reader", hint, "act")


def _missed(located: Located[Timescale]) -> Iterator[Problem]:
    is_limit = located.value.kind is DateKind.LIMIT
    if is_limit and located.value.if_missed is None:
        hint = "Write what can still be done once the last day has passed."
        yield located.error("is missing for a limit", hint, "if_missed")
    if located.value.if_missed is not None and not is_limit:
        hint = "Write kind: limit, or take it out: a time of others, once over, makes the phase late."
        yield located.error("is only for a limit", hint, "if_missed", on_key=True)


def leading(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each time that closes a stage and does not say who is to do what."""
    for policy in parts.of(Policy):
        by_step = {step.by: step for _, step in policy.value.steps() if step.by}
        for position in policy.value.leaf_stages():
            stage = Located(policy.file, position.path, position.innermost)
            yield from _closing(stage, by_step)


def _closing(located: Located[Stage], by_step: dict[str, Action]) -> Iterator[Problem]:
    for index, each in enumerate(located.value.timescales):
        step = by_step.get(each.id)
        who = each.who or (step.who if step else None)
        act = each.act or (step.act if step else None)
        path = ("timescales", index)
        if each.act and who is None:
            yield located.finding("is missing beside act", "Write the role that is to do it.", *path, "who")
        elif each.closes_stage and who is None:
            hint = "Write the role that is to act, so that the page can say who must do what by when."
            yield located.finding("is missing where the time leads the page", hint, *path, "who")
        if each.closes_stage and act is None:
            yield located.finding("is missing where the time leads the page", _FORM, *path, "act")
