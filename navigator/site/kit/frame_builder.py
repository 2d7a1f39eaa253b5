"""A page made to be shown within a page of another site."""

from typing import Final

from navigator.render.components import note_on_leaving, way_out
from navigator.render.html import Child, Html
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.kit.terms import Explained

FRAMES: Final = "embed/"
"""The folder of such pages: the only ones that another site may show."""


class FrameBuilder(PageBuilder):
    """Collects the parts of one. What it links to opens in the place of the page around it."""

    def __init__(self, index: LibraryIndex, path: str, title: str, source: str) -> None:
        """Begin a page, whose path is below the folder of such pages, from a part of the library."""
        super().__init__(index, f"{FRAMES}{path}", title, source)
        self.about = ""
        """The address of the whole page that parts are taken from just now."""
        self.explained = Explained(index.explainer, self.root, boxes=False)

    def link_here(self, anchor: str, *words: Child) -> Html:
        """Link to a part of the whole page: this one may not have that part."""
        return self.link(f"{self.about}#{anchor}", *words)

    def hurried(self) -> None:
        """Add the way out, which leaves the page around this one as well."""
        self.above(way_out(self.library))
        self._last = note_on_leaving(self.words, self.words["site.embed.keys"])

    def framed(self, *, own_words: bool = False) -> Page:
        """Return the page as far as it has been written. Search finds the whole page in its place."""
        return self.page(framed=True, own_words=own_words, searched=False, contents=False)
