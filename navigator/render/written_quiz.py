"""What a link holds of a case that a trainer has written: its questions with their choices, and its answer.

It holds words and no ids, so that whoever opens the link needs no engine. The questions themselves are words
of the page that opens it.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Final

from navigator.core.addressing import speaking_to
from navigator.core.journey import Trail
from navigator.core.model import DateKind, Library, Words
from navigator.core.outcome import Outcome
from navigator.core.role_names import role_names, sentence
from navigator.core.time.deadlines import Deadline
from navigator.render.blocks import Filled, say
from navigator.render.deadline import in_one_line
from navigator.render.text_writer import TextWriter

VERSION: Final = 1
"""The form of what a link holds."""
MOST: Final = 6
"""So many choices a question has at most, unless more wrong turns are named."""
_LAST_DAYS: Final = (DateKind.LIMIT, DateKind.DUTY)

type Choice = tuple[str, bool, str]
"""A choice as it is shown, whether it is right, and what is said about it; may be nothing."""


def quiz(library: Library, outcome: Outcome, trail: Trail, whys: dict[str, str]) -> dict[str, Any]:
    """Return the questions and the answer of a case; `whys` has the wrong turns, by their routes."""
    deadline = _asked_for(outcome)
    asked: dict[str, tuple[str, list[Choice]]] = {
        "route": ("", _routes(library, outcome, trail, whys)),
        "stage": (outcome.policy.title, _stages(outcome)),
        "tell": ("", _told(library, outcome, trail)),
        "when": (deadline.does, _days(outcome, deadline)) if deadline else ("", []),
    }
    writer = TextWriter(outcome.words)
    return {
        "v": VERSION,
        "asks": [[name, about, choices] for name, (about, choices) in asked.items() if len(choices) > 1],
        "answer": [
            outcome.route.name,
            outcome.policy.title,
            outcome.position.title,
            [writer.span(_line(outcome.words, item)) for item in outcome.all_deadlines],
        ],
    }


def _line(words: Words, item: Deadline) -> Filled:
    """Say by when: the date, or the rule where there is none."""
    return (
        in_one_line(words, item) if item.due else say(words, "deadline.line", does=item.does, rule=item.rule)
    )


def _routes(library: Library, outcome: Outcome, trail: Trail, whys: dict[str, str]) -> list[Choice]:
    """Offer the right route, the wrong turns, then those that the same questions lead to, then the rest."""
    right = outcome.route.id
    beside = (choice.to.route for step in reversed(trail.answered) for choice in step.question.options)
    rest = (route.id for route in library.routes)
    certain = dict.fromkeys((right, *whys))
    every = dict.fromkeys((*certain, *(route for route in beside if route), *rest))
    offered = list(every)[: max(MOST, len(certain))]
    return [
        (route.name, route.id == right, whys.get(route.id, ""))
        for route in library.routes
        if route.id in offered
    ]


def _stages(outcome: Outcome) -> list[Choice]:
    right = outcome.position.key
    return [(each.title, each.key == right, "") for each in outcome.policy.leaf_stages()]


def _told(library: Library, outcome: Outcome, trail: Trail) -> list[Choice]:
    """Offer whom the first act that is addressed tells, among others that the policy tells elsewhere."""
    act = next((step for step in outcome.steps if step.to and not step.condition), None)
    if act is None:
        return []
    right = sentence(role_names(outcome.words, act.to))
    roles = speaking_to(library, trail.node.reader).role
    here = {role.name for step in outcome.steps for role in (step.who, *step.to, *step.cc)}
    others = (roles[role].name for _, step in outcome.policy.steps() for role in (*step.to, *step.cc))
    names = [sentence(name) for name in dict.fromkeys(others) if name not in here][: MOST - 1]
    return sorted([(right, True, act.says), *((name, False, "") for name in names)])


def _asked_for(outcome: Outcome) -> Deadline | None:
    """Return the next last day that holds on no condition, else any that has passed."""
    every = [item for item in outcome.all_deadlines if item.kind in _LAST_DAYS and not item.condition]
    dated = [item for item in every if item.due]
    ahead = sorted((item for item in dated if item.due and item.due >= outcome.today), key=_due)
    return next(iter((*ahead, *dated)), None)


def _due(item: Deadline) -> date:
    return item.due or date.max


def _days(outcome: Outcome, item: Deadline) -> list[Choice]:
    """Offer the day, those of other readings, a day off either way, and the other days of the case."""
    found: dict[date, tuple[bool, str]] = {}
    for day, right, why in _candidates(outcome, item):
        if len(found) < MOST:
            found.setdefault(day, (right, why))
    return [(outcome.words.long_date(day), *found[day]) for day in sorted(found)]


def _candidates(outcome: Outcome, item: Deadline) -> Iterator[tuple[date, bool, str]]:
    due = _due(item)
    yield due, True, item.rule
    for reading in item.readings:
        if reading.due:
            yield reading.due, True, reading.why
    for days in (-1, 1):
        yield due + timedelta(days=days), False, item.rule
    yield from ((other, False, "") for other in _others(outcome.all_deadlines))


def _others(deadlines: Iterable[Deadline]) -> Iterator[date]:
    return (item.due for item in deadlines if item.due)
