"""Draft messages go from one who acts to those the steps name, and hold only dates that can be filled in."""

from collections.abc import Iterator

from navigator.check.located import Located, LocatedParts
from navigator.core.faults import nearest, one_of
from navigator.core.filled_message import PLACEHOLDER
from navigator.core.model import Action, Message, Policy, Timescale
from navigator.load.problem import Problem


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each message at odds with its stage."""
    for located in parts.of(Policy):
        for position in located.value.leaf_stages():
            stage = position.innermost
            if stage.message:
                message = Located(located.file, (*position.path, "message"), stage.message)
                yield from _addresses(message, stage.steps)
                yield from _dates(message, (*stage.timescales, *located.value.overall))
        for index, stage in enumerate(located.value.stages):
            if stage.levels and stage.message:
                hint = "Move it into the levels."
                yield located.error("stands beside levels", hint, "stages", index, "message", on_key=True)


def _addresses(located: Located[Message], steps: tuple[Action, ...]) -> Iterator[Problem]:
    """Check that the sender acts at this stage, and that the message goes to those the sender turns to."""
    message = located.value
    acts = [step for step in steps if step.who == message.who]
    if not acts:
        hint = one_of(sorted({step.who for step in steps}))
        yield located.error(f"{message.who} does not act at this stage", hint, "who")
        return
    if not message.to:
        yield located.error("is empty", "Write whom it is addressed to.", "to")
    addressed = {role for step in acts for role in step.to}
    copied = {role for step in acts for role in step.cc}
    for key, roles, named in (("to", message.to, addressed), ("cc", message.cc, copied)):
        for index, role in enumerate(roles):
            if role not in named:
                what = f"{role} is not among those whom the steps of {message.who} name here"
                yield located.error(what, one_of(sorted(named)) if named else "Take it out.", key, index)
    due = {role for step in acts if {*step.to} & {*message.to} for role in step.cc}
    for role in sorted(due - {*message.cc}):
        yield located.error(f"has no copy for {role}, whom the step names", "Add it to cc.")


def _dates(located: Located[Message], timescales: tuple[Timescale, ...]) -> Iterator[Problem]:
    """Check that each placeholder is for a date that a reader of this stage can have."""
    can_be_known = {
        "date": {each.counted_from for each in timescales if each.counted_from},
        "due": {each.id for each in timescales if each.amount},
    }
    for key, text in (("subject", located.value.subject), ("body", located.value.body)):
        for kind, name in PLACEHOLDER.findall(text):
            if name not in can_be_known[kind]:
                near = nearest(name, can_be_known[kind])
                hint = f"Did you mean {{{kind}:{near}}}?" if near else "Take it out, or write [date]."
                what = f"has a placeholder for a date that nobody can know here: {{{kind}:{name}}}"
                yield located.error(what, hint, key)
        rest = PLACEHOLDER.sub("", text)
        if "{" in rest or "}" in rest:
            hint = "Write a placeholder as {date:event} or {due:timescale}."
            yield located.error("has a brace that begins or ends no placeholder", hint, key)
