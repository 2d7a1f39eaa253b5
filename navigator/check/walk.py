"""Every node that answers lead to, walked once for all the rules that ask where answers lead."""

from dataclasses import dataclass
from typing import Final

from navigator.check.steps import Steps, at_once
from navigator.core.addressing import as_written
from navigator.core.journey import asked_at, destination, first
from navigator.core.model import Library
from navigator.core.nodes import Node, OpenQuestion

_IN_A_STEP: Final = 100


@dataclass(frozen=True)
class Walk:
    """Where answers lead."""

    asked: dict[Node, tuple[OpenQuestion, ...]]
    """Every node that answers lead to, with what is asked there; nothing where the way is over."""
    ends: dict[Node, str]
    """The ends in policies among them, each with its policy."""

    @property
    def readers(self) -> dict[str, set[str | None]]:
        """Each policy that is reached, with the readers who get it."""
        found: dict[str, set[str | None]] = {}
        for node, policy in self.ends.items():
            found.setdefault(policy, set()).add(node.reader)
        return found


def walked(library: Library) -> Walk:
    """Ask at every node that answers lead to, once each, however many ways lead there."""
    return at_once(walking(library))


def walking(library: Library) -> Steps[Walk]:
    """Do so in steps."""
    library = as_written(library)
    asked: dict[Node, tuple[OpenQuestion, ...]] = {}
    ends: dict[Node, str] = {}
    waiting = [first(library)]
    while waiting:
        node = waiting.pop()
        if node in asked:
            continue
        if node.question is None and (policy := _policy_at(library, node)):
            ends[node] = policy
        goes_on = node.question is not None or node in ends
        here = asked[node] = asked_at(library, node) if goes_on else ()
        waiting += (choice.to for each in here for choice in each.options)
        if len(asked) % _IN_A_STEP == 0:
            yield
    return Walk(asked, ends)


def _policy_at(library: Library, node: Node) -> str | None:
    """Return the policy that is shown at an end; None where there is none."""
    try:
        return destination(library, node).policy.id
    except KeyError:
        return None
