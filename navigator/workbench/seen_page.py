"""The page of a policy as the site will make it of the draft, and the ladder of its stages alone."""

import re
from html import escape, unescape
from typing import Final

from navigator.core.model import Policy
from navigator.render.html import Html, el, join
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.pages.ladder import ladder as drawn
from navigator.site.pages.policies import policy_page
from navigator.workbench.desk import Answer, Desk
from navigator.workbench.shown import Shown, shown

_HEADING: Final = re.compile(r"(?P<level>#+) (?P<text>.*?)(?: \{ #(?P<id>[\w-]+) \})?")
_ESCAPED: Final = re.compile(r"\\(.)")


def page(desk: Desk, asked: Answer) -> Answer:
    """Return the page of a `policy` as HTML; nothing where the draft has no such policy."""
    said = shown(desk)
    policy = said.library.policy.get(asked["policy"])
    html = as_html(policy_page(said.index, policy)) if policy else Html("")
    return {"html": html, "current": desk.is_sound}


def ladder(desk: Desk, asked: Answer) -> Answer:
    """Return the ladder of the stages of a `policy` as HTML; nothing where the draft has no such policy."""
    said = shown(desk)
    policy = said.library.policy.get(asked["policy"])
    return {"html": _ladder(said, policy) if policy else "", "current": desk.is_sound}


def _ladder(said: Shown, policy: Policy) -> Html:
    page = PageBuilder(said.index, f"policies/{policy.id}.md", policy.title, f"policies/{policy.id}")
    policy = said.index.library.policy[policy.id]
    return el("div", el("h1", policy.title), drawn(page, policy))


def as_html(page: Page) -> Html:
    """Return a page's text as HTML: as the builder of pages writes it, only headings are Markdown."""
    return join(_block(block) for block in page.text.split("\n\n"))


def _block(block: str) -> Html:
    found = _HEADING.fullmatch(block)
    if found is None:
        return Html(block.strip())
    text = unescape(_ESCAPED.sub(r"\1", found["text"]))
    return el(f"h{len(found['level'])}", Html(escape(text, quote=False)), id=found["id"])
