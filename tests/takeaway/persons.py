"""Outcomes of the shipped policies that the tests of what is taken away begin with."""

from collections.abc import Mapping
from datetime import date

from navigator.core.addressing import speaking_to
from navigator.core.engine import advance
from navigator.core.filled_message import FilledMessage, Filler
from navigator.core.journey import destination, nodes
from navigator.core.model import Library
from navigator.core.nodes import Node
from navigator.core.outcome import Outcome

TODAY = date(2026, 11, 21)


def node_of(
    library: Library, policy: str, position: str, service: str | None = None, reader: str | None = None
) -> Node:
    """Return the first end at which a policy's stage is shown, to a reader where one is named."""
    for node in nodes(library):
        if node.question is None and node.choice == position:
            end = destination(library, node)
            if end.policy.id == policy and service in (None, node.service) and reader in (None, node.reader):
                return node
    raise LookupError(f"{policy} {position}")


def outcome_of(
    library: Library, policy: str, position: str, dates: Mapping[str, date] | None = None
) -> Outcome:
    """Return what somebody is told who is at a policy's stage."""
    found = advance(library, {}, dates or {}, TODAY, node_of(library, policy, position)).outcome
    assert found
    return found


def drafted(
    library: Library, policy: str, position: str, dates: Mapping[str, date] | None = None
) -> FilledMessage:
    """Return the message that a stage's own words draft, with what is known filled in."""
    found = outcome_of(library, policy, position, dates)
    draft = found.position.innermost.message
    assert draft
    return Filler(speaking_to(library, None), dates or {}).message(draft, found.deadlines)
