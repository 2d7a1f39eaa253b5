"""A page being written: headings in Markdown, everything else as HTML that needs no escaping by hand."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from navigator.core.model import Confidence, Route, Source
from navigator.core.sources import cite
from navigator.render.html import Child, Html, el, join
from navigator.render.parts import CONFIDENCE
from navigator.site.catalogue import Catalogue
from navigator.site.explain import Explained
from navigator.site.page import Page, root_from

_MARKUP = re.compile(r"([\\`*_{}\[\]#!~|^=+])")


def plain(text: str) -> str:
    """Write a text so that Markdown takes no part of it for markup."""
    return _MARKUP.sub(r"\\\1", escape(text, quote=False))


class Sheet:
    """Collects the parts of one page."""

    def __init__(self, catalogue: Catalogue, path: str, title: str, source: str) -> None:
        """Begin a page; its title becomes the first heading."""
        self.catalogue = catalogue
        self.library = catalogue.library
        self.path = path
        self.title = title
        self.source = source
        self.root = root_from(path)
        self.explained = Explained(catalogue.explainer, self.root)
        self._above: list[str] = []
        self._blocks: list[str] = []

    def heading(self, level: int, text: str, identity: str | None = None) -> None:
        """Add a heading, which the table of contents and search will know."""
        mark = f" {{ #{identity} }}" if identity else ""
        self._blocks.append(f"{'#' * level} {plain(text)}{mark}")

    def add(self, *parts: Child) -> None:
        """Add content, as one block of its own."""
        html = join(parts)
        if html:
            self._blocks.append(f"<div>{html}</div>")

    def above(self, *parts: Child) -> None:
        """Add content above the first heading."""
        self._above.append(join(parts))

    def section(self, text: str, identity: str, *parts: Child) -> None:
        """Add a heading and its content; nothing at all where there is no content."""
        html = join(parts)
        if html:
            self.heading(2, text, identity)
            self.add(html)

    def say(self, text: str, **attributes: str) -> Html:
        """Return a text of the library as a paragraph, with its words explained."""
        return el("p", self.explained.text(text), **attributes)

    def link(self, address: str, *words: Child, **attributes: str) -> Html:
        """Link to a page of this site, by its address below the root."""
        return el("a", *words, href=f"{self.root}{address}", **attributes)

    def to_route(self, route: Route) -> Html:
        """Link to a route's page."""
        return self.link(f"routes/{route.id}/", route.name)

    def cited(self, source: Source, document: str | None = None) -> Html:
        """Name the place a rule comes from; in the page's own document, which is named once, by its section."""
        found = cite(self.library, source, document)
        doubt = "" if found.confidence is Confidence.A else f" ({CONFIDENCE[found.confidence]})"
        place = found.section if found.document == document else f"{found.title}, {found.section}"
        return el(
            "p", "Source: ", self.link(f"sources/#{found.document}", place), f"{doubt}.", class_="nav-source"
        )

    def page(self, description: str = "", contents: bool = True) -> Page:
        """Return the page as far as it has been written."""
        text = "\n\n".join([*self._above, f"# {plain(self.title)}", *self._blocks, ""])
        return Page(self.path, self.title, text, self.source, description, contents=contents)


def rows(items: Iterable[Child], name: str = "ul", **attributes: str) -> Html:
    """Build a list; nothing at all where there are no items."""
    found = [el("li", item) for item in items]
    return el(name, found, **attributes) if found else Html("")


def table(caption: str, headings: list[str], lines: Iterable[Sequence[Child]]) -> Html:
    """Build a table that turns into one block a row on a narrow screen, and stays a table in its roles."""
    body = [
        el(
            "tr",
            [
                el("th" if index == 0 else "td", cell, scope="row" if index == 0 else None,
                   role="rowheader" if index == 0 else "cell", data_label=headings[index])
                for index, cell in enumerate(line)
            ],
            role="row",
        )
        for line in lines
    ]  # fmt: skip
    if not body:
        return Html("")
    head = el("tr", [el("th", heading, scope="col", role="columnheader") for heading in headings], role="row")
    return el(
        "table",
        el("caption", caption),
        el("thead", head, role="rowgroup"),
        el("tbody", body, role="rowgroup"),
        class_="nav-table",
        role="table",
    )


def commas(items: Iterable[Html]) -> Html:
    """Put items in a row, with commas between them."""
    return Html(", ".join(items))


def facts(pairs: Iterable[tuple[str, Child]]) -> Html:
    """Build a list of names with values; those without a value are left out."""
    found = [(name, join(value)) for name, value in pairs]
    lines = [el("div", el("dt", name), el("dd", value)) for name, value in found if value]
    return el("dl", lines, class_="nav-facts") if lines else Html("")
