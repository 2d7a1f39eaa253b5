"""What leads from a page to paper, and from paper back to the page."""

from navigator.render.html import Html, el
from navigator.site.kit.page import address_of
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.kit.qr import code


def to_print(page: PageBuilder, path: str) -> Html:
    """Link to the PDF of a route or a policy, by its page's path without the trailing slash."""
    return el("p", page.link(f"{path}.pdf", page.words["site.print"]), class_="nav-to-print")


def on_paper(page: PageBuilder) -> Html:
    """Draw the code that leads from paper back to the page; only where the site's address is known."""
    drawn = code(page.words, page.index.site_url, address_of(page.path))
    return el("div", drawn, class_="nav-back-from-paper", data_search_exclude=True) if drawn else Html("")
