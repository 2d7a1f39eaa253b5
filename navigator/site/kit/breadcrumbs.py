"""The way back up from a page."""

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder, rows


def crumbs(page: PageBuilder, *above: tuple[str, str]) -> Html:
    """Link to the pages above this one; search does not index these links."""
    links = [page.link(address, name) for address, name in (("", page.words["site.home.name"]), *above)]
    label = page.words["site.breadcrumb"]
    return el("nav", rows(links, "ol"), class_="nav-crumbs", aria_label=label, data_search_exclude=True)
