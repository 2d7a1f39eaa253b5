"""How a policy is begun from the text of a document."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def begun(page: PageBuilder) -> Html:
    """Write what stands there before any script has filled it."""
    return el("p", page.words["workbench.begun.empty"], class_="nav-hint")
