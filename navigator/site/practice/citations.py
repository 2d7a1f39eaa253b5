"""Citations in cases: the document is always named, as a case rests on several."""

from navigator.core.citations import Cited, cite
from navigator.core.model import Confidence, Source
from navigator.render.components import CONFIDENCE
from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def cited(page: PageBuilder, source: Source, document: str | None = None) -> Html:
    """Name the place that says something."""
    return placed(page, cite(page.library, source, document))


def placed(page: PageBuilder, found: Cited) -> Html:
    """Name a place that has been resolved already."""
    doubt = "" if found.confidence is Confidence.A else f" ({CONFIDENCE[found.confidence]})"
    link = page.link(f"sources/#{found.document}", f"{found.title}, {found.section}")
    return el("p", "Source: ", link, f"{doubt}.", class_="nav-source")
