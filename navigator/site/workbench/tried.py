"""Cases that are run against the draft."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def tried(page: PageBuilder) -> Html:
    """Write what stands there before any script has filled it."""
    return el("p", page.words["workbench.tried.empty"], class_="nav-hint")
