"""Where has it got to: the stages of the policy, its rules for a later start, and `I'm not sure`."""

from dataclasses import replace
from typing import Final

from navigator.core.addressing import voice
from navigator.core.model import Library, Source
from navigator.core.nodes import AnswerOption, Node, Onward, OpenQuestion
from navigator.core.phases import is_over_told
from navigator.core.places import NOT_BEGUN, OVER, UNSURE
from navigator.core.policies import policy_for

ID: Final = "progress"


def begin(library: Library, node: Node) -> Node:
    """Open the question; where the policy has one position only, that is where it has got to."""
    policy = policy_for(library, node.route or "", node.service, node.reader)
    node = replace(node, reader=voice(library, policy, node.reader))
    if node.choice:
        return node
    positions = list(policy.leaf_stages())
    if len(positions) == 1 and not policy.entries and not policy.start:
        return replace(node, choice=positions[0].key)
    return replace(node, question=ID)


def ask(library: Library, node: Node, onward: Onward) -> OpenQuestion:
    """Return the question, made from the stages of the policy."""
    policy = policy_for(library, node.route or "", node.service, node.reader)
    asked = library.triage.progress

    def option(
        key: str, label: str, because: str | None, source: Source | None, unsure: bool = False
    ) -> AnswerOption:
        end = onward(library, replace(node, question=None, choice=key))
        return AnswerOption(key, label, None, end, because, source, policy.document, unsure)

    options = [option(NOT_BEGUN, policy.start.asks, None, None)] if policy.start else []
    for position in policy.leaf_stages():
        stage = position.innermost
        options.append(option(position.key, stage.asks or position.title, stage.summary, stage.source))
    if is_over_told(library, policy):
        options.append(option(OVER, library.words["phase.over"], None, None))
    options += [option(entry.id, entry.asks, entry.says, entry.source) for entry in policy.entries]
    if policy.unsure:
        options.append(option(UNSURE, asked.unsure, policy.unsure.says, None, unsure=True))
    return OpenQuestion(
        ID, policy.progress_ask or asked.ask, policy.progress_hint or asked.hint, tuple(options)
    )
