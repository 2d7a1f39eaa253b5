"""What can be shown of a draft: its last state without errors, which may be older than its texts."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from navigator.core.addressing import as_written
from navigator.core.errors import NavigatorError
from navigator.core.journey import first, nodes
from navigator.core.model import Library
from navigator.core.nodes import Node
from navigator.render.session import Session
from navigator.site.kit.library_index import LibraryIndex
from navigator.workbench.desk import Desk

_HELD: Final = "shown"


class NothingShown(NavigatorError):
    """No state of the draft has been without errors yet."""


@dataclass(frozen=True)
class Shown:
    """A library that pages and answers can be made of."""

    library: Library
    pages: dict[str, Node] = field(default_factory=dict)
    """Pages of the wizard that were asked for, by the names in their addresses."""

    @cached_property
    def index(self) -> LibraryIndex:
        """The library with the cross-references that pages show."""
        return LibraryIndex(self.library)

    @cached_property
    def plain(self) -> Library:
        """The library with its texts as they are written: it tells most quickly where answers lead."""
        return as_written(self.library)

    @cached_property
    def session(self) -> Session:
        """What answers the messages of the wizard."""
        return _LazySession(self)

    def node(self, slug: str) -> Node | None:
        """Return the page of the wizard with an address; all are looked for once one is not known yet."""
        start = first(self.library)
        self.pages.setdefault(start.slug, start)
        if slug not in self.pages:
            self.pages.update({node.slug: node for node in nodes(self.plain)})
        return self.pages.get(slug)


class _LazySession(Session):
    """A session that looks for pages when it is asked for them, as a draft changes with every letter."""

    def __init__(self, shown: Shown) -> None:
        self.library = shown.library
        self.shown = shown

    def node(self, slug: str) -> Node | None:
        return self.shown.node(slug)


def shown(desk: Desk) -> Shown:
    """Return what can be shown of a draft now. Raises NothingShown."""
    library = desk.sound
    if library is None:
        raise NothingShown("no state of these files has been without errors yet")
    held: Shown | None = desk.held.get(_HELD)
    if held is None or held.library is not library:
        held = desk.held[_HELD] = Shown(library)
    return held
