"""How files leave the page."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def saved(page: PageBuilder) -> Html:
    """Write what stands there before any script has filled it."""
    return el("p", page.words["workbench.saved.empty"], class_="nav-hint")
