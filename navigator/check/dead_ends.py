"""Every combination of answers ends in exactly one place, and every policy is such a place."""

from collections.abc import Iterator

from navigator.check.graph import circle
from navigator.check.located import LocatedParts
from navigator.core.journey import asked_at, destination, first
from navigator.core.model import Library, Policy
from navigator.core.nodes import Node, OpenQuestion
from navigator.load.problem import Problem

type Answers = tuple[tuple[str, str], ...]
"""Questions and the answers given to them, in order."""
type _Asked = dict[Node, OpenQuestion | None]
"""Every node that answers lead to, with the question that is open there; None where the way is over."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each combination of answers that ends nowhere, and for each policy none leads to."""
    library = parts.loaded.library
    if library is None:
        return
    asked = _walked(library)
    triage = parts.loaded.of_part("triage")
    told = False
    for answers in _told_dead(library, asked):
        told = True
        given = ", ".join(f"{question}={answer}" for question, answer in answers)
        yield triage.problem(("questions",), f"these answers end nowhere: {given}", "Mend the last of them.")
    if told:
        return  # which may be why no answer leads to a policy
    reached = {destination(library, node).policy.id for node in asked if node.question is None}
    for located in parts.of(Policy):
        if located.value.id not in reached and not located.value.version_of:
            yield located.error(*_unreached(library, located.value), "id")


def dead_ends(library: Library) -> Iterator[Answers]:
    """Yield the answers of each way that leads to no outcome, or back to a question that was answered."""
    return _told_dead(library, _walked(library))


def _walked(library: Library) -> _Asked:
    """Return every node that answers lead to, each asked once, however many ways lead there."""
    asked: _Asked = {}
    waiting = [first(library)]
    while waiting:
        node = waiting.pop()
        if node in asked:
            continue
        at_end = node.question is None and not _is_end(library, node)
        here = asked[node] = None if at_end else asked_at(library, node)
        waiting += (choice.to for choice in here.options) if here else ()
    return asked


def _told_dead(library: Library, asked: _Asked) -> Iterator[Answers]:
    following: dict[str, set[str]] = {}
    for here in filter(None, asked.values()):
        after = (asked[choice.to] for choice in here.options)
        following.setdefault(here.id, set()).update(each.id for each in after if each)
    dead = any(
        not here.options if here else node.question or not _is_end(library, node)
        for node, here in asked.items()
    )
    if not dead and not circle(following):
        return  # nearly always, and then there is no need to try all combinations
    open_ways: list[tuple[Node, Answers]] = [(first(library), ())]
    while open_ways:
        node, answers = open_ways.pop()
        now = asked[node]
        if now is None:
            if not _is_end(library, node):
                yield answers
        elif not now.options or any(now.id == before for before, _ in answers):
            yield answers
        else:
            open_ways += ((choice.to, (*answers, (now.id, choice.id))) for choice in now.options)


def _is_end(library: Library, node: Node) -> bool:
    try:
        destination(library, node)
    except KeyError:
        return False
    return True


def _unreached(library: Library, policy: Policy) -> tuple[str, str]:
    """Return why no answer leads to a policy, and what to do."""
    named = any(policy.id in service.policies for service in library.services)
    if not named and library.route[policy.route].fallback != policy.id:
        hint = "Put it into the folder of its service, or write it as the fallback of its route."
        return "no answer leads here: no service and no route names it", hint
    hint = f"Write the answer under offered, at {policy.route} in routes.yaml."
    return f"no answer leads here: none leads to its route, {policy.route}", hint
