"""Who manages whom, as far as a document says so, as a tree; and the way that a matter goes up."""

from collections.abc import Iterator
from itertools import islice

from navigator.core.model import Policy, Role, Service
from navigator.core.model.lists import Line
from navigator.core.role_names import role_names, sentence
from navigator.render.html import Child, Html, el
from navigator.site.kit.page_builder import PageBuilder, rows

STEPS = 3
"""So many stages make a way up."""


def who_manages(page: PageBuilder, service: Service | None = None) -> Html:
    """Draw who manages whom in a service, or everywhere; it says so where no document tells."""
    lines = {role.id: line for role in page.library.roles if (line := _line(page, role, service))}
    managers = {line.role for line in lines.values()}
    tops = [role for role in page.library.roles if role.id in managers and role.id not in lines]
    tree = rows((_branch(page, role, lines) for role in tops), class_="nav-tree")
    words = page.words
    said = el("p", words["site.manages.stated" if service is None else "site.manages.here"])
    own = service is not None and any(_is_of(page, line, service) for line in lines.values())
    silent = service is not None and not own
    return said + tree + (el("p", words["site.manages.none"]) if silent or not lines else Html(""))


def ways_up(page: PageBuilder, service: Service) -> Html:
    """List, for each policy of a service whose stages follow one another, who has the matter next."""
    parts: list[Child] = []
    for name in service.policies:
        policy = page.library.policy[name]
        people = list(dict.fromkeys(_has_it(policy))) if _goes_up(policy) else []
        if len(people) >= STEPS:
            parts.append(el("p", page.fill("site.manages.way_up", policy=page.to_policy(policy))))
            roles = ((page.library.role[each] for each in told) for told in people)
            parts.append(rows((sentence(role_names(page.words, told)) for told in roles), "ol"))
    return el("div", parts) if parts else Html("")


def _goes_up(policy: Policy) -> bool:
    """Say whether each stage but the last leads to another where nothing is settled."""
    *stages, _ = (position.innermost for position in policy.leaf_stages())
    return all(stage.if_unresolved and stage.if_unresolved.stage for stage in stages)


def _has_it(policy: Policy) -> Iterator[tuple[str, ...]]:
    """Yield whom each stage's first act with somebody to tell goes to."""
    for position in policy.leaf_stages():
        told = (step.to for step in position.innermost.steps if step.to)
        yield from islice(told, 1)


def _line(page: PageBuilder, role: Role, service: Service | None) -> Line | None:
    """Return who manages a role: as the service's own document says it, or law and guidance for all."""
    held = [line for line in role.managed_by if _holds(page, line, service)]
    return max(held, key=lambda line: service is not None and _is_of(page, line, service), default=None)


def _holds(page: PageBuilder, line: Line, service: Service | None) -> bool:
    of_services = {policy.document for policy in page.library.policies if not policy.national}
    return line.source.document not in of_services or (service is not None and _is_of(page, line, service))


def _is_of(page: PageBuilder, line: Line, service: Service) -> bool:
    return line.source.document in {page.library.policy[name].document for name in service.policies}


def _branch(page: PageBuilder, role: Role, lines: dict[str, Line]) -> Child:
    """Write a role with everybody whom it manages, each with where that is said."""
    managed = [each for each in page.library.roles if each.id in lines and lines[each.id].role == role.id]
    source = page.cited(lines[role.id].source) if role.id in lines else None
    name = el("strong", sentence(role.name))
    return (name, source, rows(_branch(page, each, lines) for each in managed))
