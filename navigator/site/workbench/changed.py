"""What the draft changes for readers."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def changed(page: PageBuilder) -> Html:
    """Write what stands there before any script has filled it."""
    return el("p", page.words["workbench.changed.empty"], class_="nav-hint")
