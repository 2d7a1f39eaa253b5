"""One more answer, or one changed: which of the others still hold."""

from collections.abc import Mapping

from navigator.core.journey import follow, question
from navigator.core.model import Library, Policy
from navigator.core.nodes import Node, OpenQuestion
from navigator.core.phases import PHASE
from navigator.core.policies import policy_for
from navigator.core.questions import condition, progress
from navigator.render.request import NewAnswer


def with_answer(
    library: Library, given: Mapping[str, str], origin: Node, answer: NewAnswer
) -> dict[str, str]:
    """Return the answers with one put in, and without one that was given to other words.

    Every question keeps its answer but the one about progress and those about conditions: they are a policy's
    own, and after a change they may be asked about another policy. Raises UnknownAnswer.
    """
    held = {**given, answer.question: answer.option}
    if answer.question != PHASE:
        held.pop(PHASE, None)
    if answer.question in (progress.ID, PHASE) or answer.question.startswith(condition.ID):
        return held
    reached = follow(library, held, origin, until=progress.ID).node
    before = follow(library, given, origin, until=progress.ID).node
    if _words(library, reached) != _words(library, before):
        held.pop(progress.ID, None)
    if _policy(library, reached) is not _policy(library, before):
        held = {asked: option for asked, option in held.items() if not asked.startswith(condition.ID)}
    return held


def _policy(library: Library, node: Node) -> Policy | None:
    return policy_for(library, node.route, node.service, node.reader) if node.route else None


def _words(library: Library, node: Node) -> tuple[str, ...]:
    if node.question is None:
        return ()
    asked: OpenQuestion = question(library, node)
    return (asked.ask, *(f"{choice.id}: {choice.label}" for choice in asked.options))
