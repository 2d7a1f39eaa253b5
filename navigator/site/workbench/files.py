"""What opens files of a policy, and lists them."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def files(page: PageBuilder) -> Html:
    """Write what stands there before any script has filled it."""
    return el("p", page.words["workbench.files.empty"], class_="nav-hint")
