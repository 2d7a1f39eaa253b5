"""The editor: one file as a form and as YAML."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def editing(page: PageBuilder) -> Html:
    """Write what stands there before any script has filled it."""
    return el("p", page.words["workbench.editing.empty"], class_="nav-hint")
