"""What is wrong, on top of each page that is served to somebody who is changing the site."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from navigator.core.model import Words
from navigator.render.components import bullets
from navigator.render.html import Html, el

STYLES: Final = Path(__file__).with_name("banner.css")
ADDRESS: Final = "/navigator-banner.css"
"""A page may load styles of its own site only."""
NONE: Final = Html("")
_PLACE: Final = re.compile(rb"(?<=</header>)|(?=<main\b|</body>)")
"""Below the header, which hides a link to the content above the top edge of the page."""


def with_banner(page: bytes, banner: Html) -> bytes:
    """Return a page with a banner on top."""
    return _PLACE.sub(lambda _: banner.encode(), page, count=1)


def banner(words: Words, state: str, problems: Sequence[str]) -> Html:
    """Write the banner for a state of the site. `problems` may quote what somebody has typed."""
    says = words.group(f"site.preview.{state}")
    heading = el("h2", says["title"], id="nav-banner")
    parts = (heading, el("p", says["says"]), bullets(el("code", each) for each in problems))
    # It scrolls where there are many, by keyboard too.
    named = {"class_": "nav-banner", "lang": words.language, "aria_labelledby": "nav-banner", "tabindex": "0"}
    return Html(f'<link rel="stylesheet" href="{ADDRESS}">{el("section", *parts, **named)}')


def empty_page(words: Words, state: str) -> str:
    """Write the page that a banner stands on while there is no other."""
    title = el("title", words[f"site.preview.{state}.title"])
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    head += f'<meta name="color-scheme" content="light dark">{title}'
    return f'<!doctype html><html lang="{words.language}"><head>{head}</head><body></body></html>'
