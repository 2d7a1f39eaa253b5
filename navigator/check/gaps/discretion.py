"""Somebody may choose, and no time is given for the choice."""

import re
from collections.abc import Iterator
from typing import Final

from navigator.check.gaps.point import OpenPoint, Subject
from navigator.core.model import Action, FindingKind, Stage, Unit
from navigator.core.role_names import sentence

_CHOICE: Final = re.compile(
    r"""\b(?:
        may | can\ be                       # may arrange a meeting
        | considers? | decides?\ whether    # considers escalating it
        | (?:if|where)\b [^,]*? \b(?:appropriate|necessary)   # brings in an officer where necessary
    )\b""",
    re.VERBOSE,
)
"""The words by which a step leaves a choice to somebody. They belong to this rule, not to any policy."""
_WORD: Final = re.compile(r"[a-z]{4,}")
_STEM: Final = 5
"""By so many letters, words for the same act are alike: escalates, escalating; arrange, arranged."""


def find(subject: Subject) -> Iterator[OpenPoint]:
    """Yield a point for each step that leaves a choice, where no timescale of the stage is about it."""
    for position in subject.policy.leaf_stages():
        stage = position.innermost
        for index, step in enumerate(stage.steps):
            if _is_open(stage, step):
                who = subject.roles[step.who]
                yield subject.point(
                    FindingKind.DISCRETION,
                    step.source or stage.source,
                    (*position.path, "steps", index, "does"),
                    [position.key],
                    "bare" if who.bare else "",
                    role=sentence(who.name) if who.bare else who.name,
                    does=step.does,
                )


def _is_open(stage: Stage, step: Action) -> bool:
    choice = _CHOICE.search(step.does)
    if not choice or step.by:  # a step that names its time is timed
        return False
    # The choice itself, and what may be done: the word that follows.
    acts = _stems(choice.group()) + _stems(step.does[choice.end() :])[:1]
    timed = [_stems(each.does) for each in stage.timescales if each.unit is not Unit.NONE_STATED]
    return not any(act in said for act in acts for said in timed)


def _stems(text: str) -> list[str]:
    return [word[:_STEM] for word in _WORD.findall(text)]
