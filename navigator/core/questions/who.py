"""Who asks, as an urgent answer offers it afterwards: nobody has to say who they are before it."""

from dataclasses import replace
from typing import Final

from navigator.core.model import Library
from navigator.core.model.triage import Option
from navigator.core.nodes import AnswerOption, Node, Onward, OpenQuestion
from navigator.core.policies import policy_for

ID: Final = "reader"


def offered(library: Library, node: Node, onward: Onward) -> OpenQuestion | None:
    """Return the question as it may be answered below an urgent answer, where nobody has said who they are.

    Only readers who have a page of their own are among its answers. On the way to a service's own steps it is
    offered once, before the service is named.
    """
    if node.question or node.reader or node.service or not node.route or not library.route[node.route].urgent:
        return None
    theirs = library.spoken_to.get(node.route, {})
    options = tuple(
        AnswerOption(reader, option.label, option.hint, onward(library, _read_by(library, node, reader)))
        for reader, option in labels_by_reader(library).items()
        if reader in theirs
    )
    return OpenQuestion(ID, library.words["who.ask"], None, options) if options else None


def asking(library: Library) -> list[str]:
    """Return the questions of the triage that tell several readers apart, in their order."""
    return [
        question.id
        for question in library.triage.questions
        if len({option.reader for option in question.options if option.reader and option.next}) > 1
    ]


def labels_by_reader(library: Library) -> dict[str, Option]:
    """Return for each reader the answer of the triage by which somebody says that it is they."""
    found: dict[str, Option] = {}
    for question in library.triage.questions:
        for option in question.options:
            if option.reader and option.next:
                found.setdefault(option.reader, option)
    return found


def _read_by(library: Library, node: Node, reader: str) -> Node:
    """Return the same stage of a reader's own policy; where that has no such stage, its beginning."""
    policy = policy_for(library, node.route or "", node.service, reader)
    stages = {position.key for position in policy.leaf_stages()}
    return replace(node, reader=reader, choice=node.choice if node.choice in stages else None)
