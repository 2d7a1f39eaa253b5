"""Phases: each is told once, its messages go from who acts there, and the last stage leads on."""

import re
from collections.abc import Iterator
from typing import Final

from navigator.check.located import Located, LocatedParts
from navigator.core.faults import nearest, one_of
from navigator.core.filled_message import OF_A_LETTER, PLACEHOLDER
from navigator.core.model import InPhase, Letter, Library, Next, Phase, Policy, Route, Stage, Triage
from navigator.core.phases import rules_of
from navigator.load.problem import Problem

_IN_A_LETTER: Final = ("policy", "stage", "begun", "due")
_FIELDS: Final = ("label", "steps", "meanwhile", "says", "next", "messages", "letter")
type _Holder = Stage | Policy | Route | Triage
_BRACED: Final = re.compile(r"\{([^{}]*)\}|[{}]")


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each phase that is told twice or says nothing, and for what it cannot hold."""
    holders: tuple[type[_Holder], ...] = (Stage, Policy, Route, Triage)
    for cls in holders:
        for located in parts.of(cls):
            yield from _twice(located)
    for stage in parts.of(Stage):
        for key in ("phases", "phase") if stage.value.levels else ():
            if getattr(stage.value, key):
                yield stage.error("stands beside levels", "Move it into the levels.", key, on_key=True)
    for each in parts.of(InPhase):
        yield from _one(each)
    for letter in parts.of(Letter):
        yield from _letter(letter)


def _twice(located: Located[_Holder]) -> Iterator[Problem]:
    seen: set[Phase] = set()
    for index, each in enumerate(located.value.phases):
        if each.phase in seen:
            what = f"{each.phase} is told already"
            yield located.error(what, "Put both into one.", "phases", index, "phase")
        seen.add(each.phase)


def _one(located: Located[InPhase]) -> Iterator[Problem]:
    told = located.value
    if not any(getattr(told, field) for field in _FIELDS):
        hint = "Write steps, meanwhile, says, next, messages or a letter, or take it out."
        yield located.error(f"says nothing of the phase {told.phase}", hint)
    acting = {step.who for step in told.steps}
    for index, message in enumerate(told.messages):
        if acting and message.who not in acting:
            what = f"{message.who} does not act in this phase"
            yield located.error(what, one_of(sorted(acting)), "messages", index, "who")
        if not message.to:
            yield located.error("is empty", "Write whom it is addressed to.", "messages", index, "to")
        for key in ("to", "cc"):
            for at, role in enumerate(getattr(message, key)):
                if role == message.who:
                    hint = "Name somebody else, or take it out."
                    yield located.error(f"{role} is the one who writes", hint, "messages", index, key, at)
        for key in ("subject", "body"):
            rest = PLACEHOLDER.sub("", getattr(message, key))
            if "{" in rest or "}" in rest:
                hint = "Write a placeholder as {date:event} or {due:timescale}."
                what = "has a brace that begins or ends no placeholder"
                yield located.error(what, hint, "messages", index, key)


def _letter(located: Located[Letter]) -> Iterator[Problem]:
    for key in ("subject", "body"):
        for found in _BRACED.finditer(getattr(located.value, key)):
            if not OF_A_LETTER.fullmatch(found[0]):
                near = nearest((found[1] or "").casefold(), _IN_A_LETTER)
                known = ", ".join(f"{{{each}}}" for each in _IN_A_LETTER)
                hint = f"Did you mean {{{near}}}?" if near else f"Write one of: {known}."
                yield located.error(f"has a placeholder that no letter has: {found[0]}", hint, key)


def ends(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each policy after whose last stage nobody is told what they can do."""
    library = parts.loaded.library
    if library is None:
        return
    for located in parts.of(Policy):
        policy = library.policy.get(located.value.id)
        if policy is not None and policy.stages and not policy.version_of:
            yield from _end(located, library, policy)


def _end(located: Located[Policy], library: Library, policy: Policy) -> Iterator[Problem]:
    last = policy.last_stage
    after = last.innermost.if_unresolved
    if after is None or not after.none_stated:
        return  # the stage itself leads on, or settles nothing
    if not _leads_on(rules_of(library, policy, last, Phase.OVER).next, policy):
        what = "leaves everybody without a way on after the last stage"
        hint = "Under phases write the phase over: its steps, and under next the route that is still open."
        yield located.finding(what, hint, *last.path, "if_unresolved")


def _leads_on(after: Next | None, policy: Policy) -> bool:
    """Say whether something leads out of a policy, or says that the matter is over."""
    return after is not None and (after.ends or after.route not in {None, policy.route})
