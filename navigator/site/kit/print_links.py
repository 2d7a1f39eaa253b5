"""What leads from a page to paper, and the code to scan that leads from paper back."""

from io import BytesIO
from typing import Final
from urllib.parse import urljoin

import segno

from navigator.core.model import Words
from navigator.render.html import Html, el, fill
from navigator.site.kit.page import address_of
from navigator.site.kit.page_builder import PageBuilder

SIZE: Final = 6
"""Pixels for each module of the code."""


def to_print(page: PageBuilder, path: str) -> Html:
    """Link to the PDF of a route or a policy, by its page's path without the trailing slash."""
    return el("p", page.link(f"{path}.pdf", page.words["site.print"]), class_="nav-to-print")


def on_paper(page: PageBuilder) -> Html:
    """Draw the code that leads from paper back to the page; only where the site's address is known."""
    drawn = code(page.words, page.index.site_url, address_of(page.path))
    return el("div", drawn, class_="nav-back-from-paper", data_search_exclude=True) if drawn else Html("")


def code(words: Words, site_url: str, address: str) -> Html:
    """Draw the code of a page and write its address; nothing where nobody said where the site will be."""
    if not site_url:
        return Html("")
    whole = urljoin(site_url.rstrip("/") + "/", address)
    drawn = BytesIO()
    segno.make_qr(whole).save(
        drawn, kind="svg", xmldecl=False, svgns=False, nl=False, scale=SIZE, light="#ffffff", title=whole
    )
    caption = el("figcaption", fill(words["site.scan"], address=el("span", whole, translate="no")))
    return el("figure", Html(drawn.getvalue().decode()), caption, class_="nav-qr")
