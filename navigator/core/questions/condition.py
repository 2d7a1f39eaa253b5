"""Conditions: whether something that a policy makes a step, a time or what follows depend on is so.

Each is a question of its own, asked last, and only where its answer changes what is shown. Where a child's
safety may be at stake nothing is asked, as nothing may stand before the answer: both cases are then shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Final

from navigator.core.model import Condition, Library, Policy
from navigator.core.model.policy import Position
from navigator.core.model.rules import Alongside, Caution
from navigator.core.model.steps import Action, Detour, Next
from navigator.core.model.timescale import Timescale
from navigator.core.model.variation import Extension, Pause
from navigator.core.nodes import AnswerOption, Node, Onward, OpenQuestion
from navigator.core.places import place_of
from navigator.core.policies import policy_for

ID: Final = "if-"
"""What the id of each such question begins with; the condition's id follows."""
YES: Final = "yes"
NO: Final = "no"
UNSURE: Final = "unsure"
MOST: Final = 4
"""So many are asked on one way, as each answer is a page. Whatever depends on others is shown with its
condition."""

type _Part = Action | Timescale | Extension | Pause | Next | Detour | Alongside | Caution
type _Facts = Mapping[str, str]


def question_id(condition: str) -> str:
    """Return the id of the question about a condition."""
    return f"{ID}{condition}"


def told(node: Node) -> dict[str, bool]:
    """Return for each condition that a reader was sure of whether it is so."""
    return {condition: answer == YES for condition, answer in _answers(node).items() if answer != UNSURE}


def _answers(node: Node) -> dict[str, str]:
    return {key.removeprefix(ID): answer for key, answer in node.facts if key.startswith(ID)}


def begin(library: Library, node: Node) -> Node:
    """Open the question about the next condition that bears on what is shown at the place reached."""
    answers = _answers(node)
    if node.choice is None or library.route[node.route or ""].urgent or len(answers) >= MOST:
        return node
    policy = policy_for(library, node.route or "", node.service, node.reader)
    if not policy.conditions or not _is_the_readers(library, policy, node):
        return node
    try:
        position = place_of(policy, node.choice).position
    except KeyError:
        return node  # the check tells of a place that is not there
    open_ones = set(_open(policy, position, answers))
    first = next((condition for condition in policy.conditions if condition.id in open_ones), None)
    return replace(node, question=question_id(first.id)) if first else node


def _is_the_readers(library: Library, policy: Policy, node: Node) -> bool:
    """Say whether a policy holds for the reader: another service's is only an example, and asks nothing."""
    own = library.service[node.service].policies if node.service else ()
    return policy.national or policy.id in own


def ask(library: Library, node: Node, onward: Onward) -> OpenQuestion:
    """Return the question about a condition: yes, no, or not sure."""
    policy = policy_for(library, node.route or "", node.service, node.reader)
    identity = node.question or ""
    condition = policy.condition[identity.removeprefix(ID)]
    return OpenQuestion(
        identity, condition.asks, condition.hint, tuple(_options(library, node, policy, condition, onward))
    )


def _options(
    library: Library, node: Node, policy: Policy, condition: Condition, onward: Onward
) -> Iterator[AnswerOption]:
    words, own = library.words, {YES: condition.yes, NO: condition.no}
    for answer in (YES, NO, UNSURE):
        yield AnswerOption(
            answer,
            own.get(answer) or words[f"condition.{answer}"],
            None,
            onward(library, node.knowing(question_id(condition.id), answer)),
            words(f"condition.{answer}_because", holds=condition.holds),
            condition.source,
            policy.document,
            unsure=answer == UNSURE,
        )


def _open(policy: Policy, position: Position, answers: _Facts) -> Iterator[str]:
    """Yield the conditions that are not answered and on which something rests that may be shown here."""
    for parts in _parts(policy, position):
        for part in parts:
            named = {part.only_if: NO, getattr(part, "unless", None): YES}
            conditions = {name: hides for name, hides in named.items() if name in policy.condition}
            if any(answers.get(name) == hides for name, hides in conditions.items()):
                break
            unanswered = [name for name in conditions if name not in answers]
            if unanswered:
                yield from unanswered
                break


def _parts(policy: Policy, position: Position) -> Iterator[tuple[_Part, ...]]:
    """Yield whatever may be shown at a place, each part after the one that it is a part of."""
    stage = position.innermost
    limits = (*stage.timescales, *policy.overall)
    ways = (stage.if_settled, stage.if_unresolved, stage.then, *stage.other_ways)
    warnings = (caution for caution in policy.warnings if position.is_among(caution.stages))
    alongside = (rule for rule in policy.alongside if position.is_among(rule.stages))
    wholes: Iterator[_Part | None] = chain(stage.detours, stage.steps, limits, ways, warnings, alongside)
    yield from ((part,) for part in wholes if part)
    for limit in limits:
        parts: Iterator[Extension | Pause | None] = chain((limit.extension,), limit.pauses)
        yield from ((limit, part) for part in parts if part)
