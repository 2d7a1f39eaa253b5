"""One more answer, or one changed: which of the others still hold."""

from collections.abc import Mapping

from navigator.core.journey import follow, question
from navigator.core.model import Library
from navigator.core.nodes import Node, OpenQuestion
from navigator.core.questions import progress
from navigator.render.request import NewAnswer


def with_answer(
    library: Library, given: Mapping[str, str], origin: Node, answer: NewAnswer
) -> dict[str, str]:
    """Return the answers with one put in, and without one that was given to other words.

    Every question keeps its answer but the one about progress: its answers are the stages of a policy, and
    after a change it may be asked about another policy. Raises UnknownAnswer.
    """
    held = {**given, answer.question: answer.option}
    if answer.question == progress.ID:
        return held
    reached = follow(library, held, origin, until=progress.ID).node
    before = follow(library, given, origin, until=progress.ID).node
    if _words(library, reached) != _words(library, before):
        held.pop(progress.ID, None)
    return held


def _words(library: Library, node: Node) -> tuple[str, ...]:
    if node.question is None:
        return ()
    asked: OpenQuestion = question(library, node)
    return (asked.ask, *(f"{choice.id}: {choice.label}" for choice in asked.options))
