"""What leads from a page to paper, and from paper back to the page."""

from navigator.render.html import Html, el
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.kit.qr import code


def to_print(sheet: PageBuilder, page: str) -> Html:
    """Link to the PDF of a route or a policy, by its page's address without the last stroke."""
    return el("p", sheet.link(f"{page}.pdf", "Print this, or keep it (PDF, A4)"), class_="nav-to-print")


def on_paper(sheet: PageBuilder) -> Html:
    """Draw the code that leads from paper back to the page; only where the site's address is known."""
    address = Page(sheet.path, sheet.title, "", sheet.source).address
    drawn = code(sheet.index.site_url, address)
    return el("div", drawn, class_="nav-back-from-paper", data_search_exclude=True) if drawn else Html("")
