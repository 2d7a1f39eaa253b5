"""Every combination of answers ends in exactly one place, and every policy is such a place."""

from collections.abc import Container, Iterator
from itertools import chain

from navigator.check.graph import circle
from navigator.check.located import LocatedParts
from navigator.check.walk import Walk, walked
from navigator.core.journey import first
from navigator.core.model import Library, Policy
from navigator.core.nodes import Node, OpenQuestion
from navigator.load.problem import Problem

type Answers = tuple[tuple[str, str], ...]
"""Questions and the answers given to them, in order."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each combination of answers that ends nowhere, and for each policy none leads to."""
    library = parts.loaded.library
    if library is None:
        return
    walk = parts.walk
    triage = parts.loaded.of_part("triage")
    told = False
    for answers in _told_dead(library, walk):
        told = True
        given = ", ".join(f"{question}={answer}" for question, answer in answers)
        yield triage.problem(("questions",), f"these answers end nowhere: {given}", "Mend the last of them.")
    if told:
        return  # which may be why no answer leads to a policy
    reached = set(walk.ends.values())
    # A service's own policy stands on the national one, which may then have no readers of its own.
    reached |= {library.route[library.policy[name].route].fallback or "" for name in reached}
    for located in parts.of(Policy):
        is_left_out = located.value.shared and located.value.id not in library.policy
        if located.value.id not in reached and not located.value.version_of and not is_left_out:
            yield located.error(*_unreached(library, located.value), "id")


def dead_ends(library: Library) -> Iterator[Answers]:
    """Yield the answers of each way that leads to no outcome, or back to a question that was answered."""
    return _told_dead(library, walked(library))


def _told_dead(library: Library, walk: Walk) -> Iterator[Answers]:
    asked, ends = walk.asked, walk.ends
    following: dict[str, set[str]] = {}
    for here in chain.from_iterable(asked.values()):
        after = chain.from_iterable(asked[choice.to] for choice in here.options)
        following.setdefault(here.id, set()).update(each.id for each in after)
    dead = any(_is_dead(node, here, ends) for node, here in asked.items())
    if not dead and not circle(following):
        return  # nearly always, and then there is no need to try all combinations
    open_ways: list[tuple[Node, Answers]] = [(first(library), ())]
    while open_ways:
        node, answers = open_ways.pop()
        if _is_dead(node, asked[node], ends):
            yield answers
        for now in asked[node]:
            if any(now.id == before for before, _ in answers):
                yield answers
            else:
                open_ways += ((choice.to, (*answers, (now.id, choice.id))) for choice in now.options)


def _is_dead(node: Node, here: tuple[OpenQuestion, ...], ends: Container[Node]) -> bool:
    return not any(each.options for each in here) if here else node not in ends and not node.signpost


def _unreached(library: Library, policy: Policy) -> tuple[str, str]:
    """Return why no answer leads to a policy, and what to do."""
    named = any(policy.id in service.policies for service in library.services)
    route = library.route.get(policy.route)
    if not named and (route is None or route.fallback != policy.id):
        hint = "Put it into the folder of its service, or write it as the fallback of its route."
        return "no answer leads here: no service and no route names it", hint
    hint = f"Write the answer under offered, at {policy.route} in routes.yaml."
    return f"no answer leads here: none leads to its route, {policy.route}", hint
