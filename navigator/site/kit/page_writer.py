"""Blocks on a page of the site, where the words of the glossary are explained."""

from navigator.core.citations import Cited
from navigator.render.blocks import Link, Span
from navigator.render.html import Html
from navigator.render.html_writer import HtmlWriter
from navigator.site.kit.page_builder import PageBuilder


class PageWriter(HtmlWriter):
    """Writes blocks into a page that is about one document."""

    def __init__(self, page: PageBuilder, document: str) -> None:
        """Keep the page, and the document whose sections need no title."""
        super().__init__(page.words, page.root)
        self.page = page
        self.document = document

    def span(self, span: Span) -> Html:
        """Write a piece of a line; no word of a link is explained."""
        if isinstance(span, Link) and isinstance(span.text, str):
            return self.page.link(span.address, span.text)
        return super().span(span)

    def text(self, text: str) -> Html:
        """Write a text of the library, with its words explained."""
        return self.page.explained.text(text)

    def place(self, source: Cited) -> Html:
        """Link to the place a rule comes from; in the page's own document, by its section alone."""
        return self.page.linked(source, self.document)
