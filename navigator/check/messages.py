"""Draft messages go from one who acts to those the steps name, and hold only dates that can be filled in."""

from collections.abc import Iterable, Iterator
from typing import Final

from navigator.check.located import Located, LocatedParts
from navigator.core.faults import nearest, one_of
from navigator.core.filled_message import PLACEHOLDER
from navigator.core.model import Message, Policy, Stage, Timescale
from navigator.core.model.kinds import Path
from navigator.load.problem import Problem

_TEXTS: Final = ("subject", "body")


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each message at odds with its stage."""
    for located in parts.of(Policy):
        for position in located.value.leaf_stages():
            stage = position.innermost
            if stage.message:
                yield from _addresses(located, position.path, stage, stage.message)
                yield from _dates(located, position.path, stage, stage.message)
        for index, stage in enumerate(located.value.stages):
            if stage.levels and stage.message:
                hint = "Move it into the levels."
                yield located.error("stands beside levels", hint, "stages", index, "message", on_key=True)


def _addresses(located: Located[Policy], path: Path, stage: Stage, message: Message) -> Iterator[Problem]:
    """Check that somebody acts by this message, and that it goes to those this somebody turns to."""
    acts = [step for step in stage.steps if step.who == message.who]
    if not acts:
        hint = one_of(sorted({step.who for step in stage.steps}))
        yield located.error(f"{message.who} does not act at this stage", hint, *path, "message", "who")
        return
    if not message.to:
        yield located.error("is empty", "Write whom it is addressed to.", *path, "message", "to")
    addressed = {role for step in acts for role in step.to}
    copied = {role for step in acts for role in step.cc}
    for key, roles, named in (("to", message.to, addressed), ("cc", message.cc, copied)):
        for index, role in enumerate(roles):
            if role not in named:
                what = f"{role} is not among those whom the steps of {message.who} name here"
                hint = one_of(sorted(named)) if named else "Take it out."
                yield located.error(what, hint, *path, "message", key, index)
    due = {role for step in acts if {*step.to} & {*message.to} for role in step.cc}
    for role in sorted(due - {*message.cc}):
        yield located.error(f"has no copy for {role}, whom the step names", "Add it to cc.", *path, "message")


def _dates(located: Located[Policy], path: Path, stage: Stage, message: Message) -> Iterator[Problem]:
    """Check that each placeholder stands for a date that a reader of this stage can have."""
    scales = [*stage.timescales, *located.value.overall]
    can_be_known = {"date": _asked(scales), "due": {scale.id for scale in scales if scale.amount}}
    for key in _TEXTS:
        text = getattr(message, key)
        for kind, name in PLACEHOLDER.findall(text):
            if name not in can_be_known[kind]:
                near = nearest(name, can_be_known[kind])
                hint = f"Did you mean {{{kind}:{near}}}?" if near else "Take it out, or write [date]."
                what = f"has a placeholder for a date that nobody can know here: {{{kind}:{name}}}"
                yield located.error(what, hint, *path, "message", key)
        rest = PLACEHOLDER.sub("", text)
        if "{" in rest or "}" in rest:
            hint = "Write a placeholder as {date:event} or {due:timescale}."
            yield located.error("has a brace that begins or ends no placeholder", hint, *path, "message", key)


def _asked(scales: Iterable[Timescale]) -> set[str]:
    """Return the events whose day a reader is asked for."""
    return {scale.counted_from for scale in scales if scale.counted_from}
