"""A code to scan with a phone, for pages whose whole address is known."""

from io import BytesIO
from urllib.parse import urljoin

import segno

from navigator.core.model import Words
from navigator.render.html import Html, el, fill

SIZE = 6
"""Pixels for each module of the code."""


def code(words: Words, site_url: str, address: str) -> Html:
    """Draw the code of a page and write its address; nothing where nobody said where the site will be."""
    if not site_url:
        return Html("")
    whole = urljoin(site_url.rstrip("/") + "/", address)
    drawn = BytesIO()
    segno.make_qr(whole).save(
        drawn, kind="svg", xmldecl=False, svgns=False, nl=False, scale=SIZE, light="#ffffff", title=whole
    )
    return el(
        "figure",
        Html(drawn.getvalue().decode()),
        el("figcaption", fill(words["site.scan"], address=el("span", whole, translate="no"))),
        class_="nav-qr",
    )
