"""Citations in cases: the document is always named, as a case rests on several."""

from dataclasses import replace

from navigator.core.model import Source
from navigator.render.html import Html
from navigator.site.kit.page_builder import PageBuilder


def cited(page: PageBuilder, source: Source, document: str | None = None) -> Html:
    """Name the document and the place that says something; the document is the given one by default."""
    return page.cited(replace(source, document=source.document or document))
