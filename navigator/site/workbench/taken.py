"""What goes to others: a patch, a printout, a mail."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder


def taken(page: PageBuilder) -> Html:
    """Write what stands there before any script has filled it."""
    return el("p", page.words["workbench.taken.empty"], class_="nav-hint")
