"""What leads from a page to paper, and the code to scan that leads from paper back."""

from io import BytesIO
from typing import Final
from urllib.parse import urljoin

from navigator.core.model import Words
from navigator.render.html import Html, el, fill
from navigator.site.kit.page import address_of
from navigator.site.kit.page_builder import PageBuilder

SHEETS: Final = ("pdf", "svg", "png")
"""The kinds of a sheet: upright A4 to fill in, and two wide pictures."""
SIZE: Final = 6
"""Pixels for each module of the code."""


def to_print(page: PageBuilder, path: str) -> Html:
    """Link to a route or a policy on one side of A4, as a picture and as a whole.

    It is named by its page's path without the trailing slash.
    """
    whole = el("p", page.link(f"{path}.pdf", page.words["site.print"]))
    links = {f"{kind}": page.link(sheet_of(path, kind), page.words[f"site.sheet.{kind}"]) for kind in SHEETS}
    return el("div", el("p", page.fill("site.sheet.links", **links)), whole, class_="nav-to-print")


def sheet_of(path: str, kind: str) -> str:
    """Return the address of the sheet of a page on one side of A4, or of the same as a picture for slides."""
    return f"sheets/{path}.{kind}"


def on_paper(page: PageBuilder) -> Html:
    """Draw the code that leads from paper back to the page; only where the site's address is known."""
    drawn = code(page.words, page.index.site_url, address_of(page.path))
    return el("div", drawn, class_="nav-back-from-paper", data_search_exclude=True) if drawn else Html("")


def code(words: Words, site_url: str, address: str) -> Html:
    """Draw the code of a page and write its address; nothing where nobody said where the site will be."""
    if not site_url:
        return Html("")
    import segno  # noqa: PLC0415 - not there in a browser, where no page has an address to print

    whole = urljoin(site_url.rstrip("/") + "/", address)
    drawn = BytesIO()
    segno.make_qr(whole).save(
        drawn, kind="svg", xmldecl=False, svgns=False, nl=False, scale=SIZE, light="#ffffff", title=whole
    )
    caption = el("figcaption", fill(words["site.scan"], address=el("span", whole, translate="no")))
    return el("figure", Html(drawn.getvalue().decode()), caption, class_="nav-qr")
