"""The routes that an answer's page may lead to: each of them needs a page for the same reader."""

from collections.abc import Iterator

from navigator.core.floor import floor_of
from navigator.core.model import Library, Policy
from navigator.core.model.policy import Position
from navigator.core.phases import phases_at, rules_of


def routes_named(library: Library, policy: Policy, position: Position) -> tuple[str, ...]:
    """Return every route that a page about a place in a policy may lead to, each once."""
    return tuple(dict.fromkeys(filter(None, _named(library, policy, position))))


def _named(library: Library, policy: Policy, position: Position) -> Iterator[str | None]:
    stage = position.innermost
    yield from (exclusion.leads_to for exclusion in policy.does_not_cover)
    yield from (rule.route for rule in policy.alongside if position.is_among(rule.stages))
    yield from (rule.route for rule in floor_of(library, policy).alongside(position))
    yield from (detour.route for detour in stage.detours)
    ways = (stage.if_unresolved, stage.if_settled, stage.then, *stage.other_ways)
    yield from (way.route for way in ways if way)
    for phase in phases_at(library, policy, position):
        follows = rules_of(library, policy, position, phase).next
        if follows:
            yield follows.route
