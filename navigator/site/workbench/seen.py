"""What readers will see."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def seen(page: PageBuilder) -> Html:
    """Write what stands there before any script has filled it."""
    return el("p", page.words["workbench.seen.empty"], class_="nav-hint")
