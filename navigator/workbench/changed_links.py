"""Addresses that somebody may have shared, and that lead nowhere once the draft is the site."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from typing import Final

from navigator.core.journey import nodes, question
from navigator.core.model import Library
from navigator.core.nodes import Node
from navigator.render.sharing import version_of, what_changed
from navigator.site.kit.case import Case
from navigator.site.kit.date_tables import date_tables
from navigator.site.kit.page import anchor_of
from navigator.workbench.changed_ways import place_of
from navigator.workbench.place_words import place_in_words

_AT_ONCE: Final = 25
"""So many pages are looked at between two steps."""


@dataclass(frozen=True)
class Broken:
    """An address that is there no longer."""

    address: str
    """Below the site's root, with the part of the page where that is what is gone."""
    what: str
    """What stood there, in words."""
    instead: bool = False
    """Whether the same page is there under another address, as it now says which service it is for."""


def pages_of(plain: Library) -> Generator[None, None, dict[str, Node]]:
    """Find every page of the wizard by its address, in steps."""
    found = {}
    for number, node in enumerate(nodes(plain)):
        found[node.address] = node
        if number % _AT_ONCE == 0:
            yield
    return found


def broken(
    before: Library, pages_before: dict[str, Node], after: Library, pages_after: dict[str, Node]
) -> list[Broken]:
    """Return the addresses that are gone. Both libraries speak to nobody in particular."""
    gone = {address: node for address, node in pages_before.items() if address not in pages_after}
    of_no_service = {replace(node, service=None) for node in pages_after.values()}
    found = [Broken(address, _page(before, node), node in of_no_service) for address, node in gone.items()]
    there = dict(_others(after))
    found += [Broken(address, what) for address, what in _others(before) if address not in there]
    return found


def _page(library: Library, node: Node) -> str:
    if node.question is None:
        return place_in_words(library, place_of(library, node))
    asked = question(library, node).ask
    return library.words("workbench.changed.question", ask=asked)


def _others(library: Library) -> Iterator[tuple[str, str]]:
    """Yield the addresses of other pages that people share, each with what it is about."""
    words = library.words
    for policy in library.policies:
        yield f"policies/{policy.id}/", policy.title
        for position in policy.leaf_stages():
            part = words("workbench.changed.part", title=position.title, of=policy.title)
            yield f"policies/{policy.id}/#{anchor_of(position.key)}", part
    yield from ((f"help/{each.id}/", each.title) for each in library.signposts)
    yield from ((f"services/{each.id}/", each.name) for each in library.services)
    for scenario in library.scenarios:
        what = words("workbench.changed.case", title=scenario.title)
        yield Case(library, scenario).address, what
    yield from ((f"packs/{each.id}/", each.title) for each in library.packs)
    for table in date_tables(library):
        yield f"dates/{table}/", words["workbench.changed.table"]


def reopened(before: Library, after: Library, policies: set[str]) -> Iterator[tuple[str, str]]:
    """Yield each policy with what somebody is told who opens a link with dates that was made before."""
    for name in (policy.id for policy in after.policies if policy.id in policies):
        if name not in before.policy:
            continue
        for service in after.owners.get(name, (None,)):
            whose = service.id if service and service.id in before.service else None
            then, now = (version_of(library, library.policy[name], whose) for library in (before, after))
            if told := what_changed(after.words, then, now):
                yield after.policy[name].title, told
                break
