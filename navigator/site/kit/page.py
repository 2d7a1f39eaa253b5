"""The pages and files of the site, before any generator has seen them."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from navigator.site.kit.search_kinds import kind_of

ASSETS: Final = "assets/navigator/"
"""The folder of what browsers get besides pages: scripts, styles and data."""


@dataclass(frozen=True)
class Page:
    """One page as Markdown, with the part of the library that its words come from."""

    path: str
    """The file below the site's root, such as `policies/irm.md`."""
    title: str
    """The title of the page."""
    text: str
    """The page as Markdown. Words of policies are HTML in it, so that none of them is taken for markup."""
    source: str
    """The part of the library that it is made from: `roles`, `policies` or `policies/irm`."""
    description: str = ""
    """One plain sentence for search engines and link previews."""
    wizard: bool = False
    """True for a page of the wizard: one question or outcome, found by answering and not by searching."""
    learn: bool = False
    """True for a page of cases, which has scripts and styles of its own."""
    script: str = ""
    """The script of a page of cases, where it is another than that of a case: `make`, `results`."""
    own_words: bool = False
    """True for a page with the box for somebody's own words."""
    feed: bool = False
    """True for the page whose changes a feed tells of."""
    present: bool = False
    """True for the page that shows a session to a room, which has scripts and styles of its own."""
    matters: bool = False
    """True for the page with the list of somebody's own matters."""
    workbench: bool = False
    """True for the page on which a policy's owner edits it."""
    framed: bool = False
    """True for a page made to be shown within a page of another site."""
    embedding: bool = False
    """True for the page that shows how, with such a page within it."""
    searched: bool = True
    """False for a page that search leaves out: an invented case must not pass for an answer."""
    contents: bool = True
    """True where a list of the page's headings helps."""

    @property
    def address(self) -> str:
        """The page's address below the site's root: `policies/irm/`, or nothing for the home page."""
        return address_of(self.path)

    def markdown(self) -> str:
        """Return the page as a Markdown file with front matter."""
        kinds = (
            *("wizard", "learn", "script", "own_words", "feed", "present", "matters", "workbench"),
            *("framed", "embedding"),
        )
        # Templates of generators take a title and a description for HTML, the latter in an attribute.
        held = {"title": _as_html(self.title), "description": _as_html(self.description)}
        held |= {name: getattr(self, name) for name in ("source", *kinds)}
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in held.items() if value]
        if self.wizard or not self.searched:
            lines += ["search:", "  exclude: true"]
        else:
            lines += ["search:", f"  boost: {kind_of(self.address).weight}"]
        if not self.contents:
            lines += ["hide:", "  - navigation", "  - toc"]
        return "\n".join(["---", *lines, "---", "", self.text])


@dataclass(frozen=True)
class Draft:
    """A page that is still to be written: nobody waits for those that are not looked at."""

    path: str
    """The path of the page."""
    write: Callable[[], Page]
    """Writes the page."""
    searched: bool = True
    """False where search leaves the page out, so that it need not be written to know that."""


@dataclass(frozen=True)
class Output:
    """One file of the site: its content, the file it is a copy of, or what makes one of these when asked."""

    path: str
    content: str | None = None
    copy_of: Path | None = None
    make: Callable[[], str | Path] | None = None
    searched: bool = True
    """False for a page that search leaves out."""

    @property
    def made(self) -> str | Path:
        """Its content, or the file it is a copy of."""
        return self.make() if self.make else self.copy_of or self.content or ""

    @property
    def bytes(self) -> bytes:
        """What is in the file."""
        made = self.made
        return made.read_bytes() if isinstance(made, Path) else made.encode()


def _as_html(text: str) -> str:
    return escape(one_line(text), quote=False).replace('"', "&quot;")


def one_line(text: str) -> str:
    """Return a text with a space for each break of a line."""
    return re.sub(r"\s*\n\s*", " ", text)


def block(html: str) -> str:
    """Return HTML on one line, as Markdown would take what follows a blank line for something of its own."""
    return html.replace("\n", "&#10;")


def address_of(path: str) -> str:
    """Return the address of a page below the site's root."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem.endswith("index") else f"{stem}/"


def anchor_of(stage: str) -> str:
    """Return the anchor of a stage, or of a level of one, on its policy's page."""
    return f"at-{stage.replace('/', '-')}"


def root_from(path: str) -> str:
    """Return the way from a page to the site's root, for links that hold under any sub-path."""
    stem = path.removesuffix(".md")
    folders = stem.count("/") + (0 if stem == "index" or stem.endswith("/index") else 1)
    return "../" * folders or "./"
