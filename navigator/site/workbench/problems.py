"""What is wrong in the files."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def problems(page: PageBuilder) -> Html:
    """Write what stands there before any script has filled it."""
    return el("p", page.words["workbench.problems.empty"], class_="nav-hint")
