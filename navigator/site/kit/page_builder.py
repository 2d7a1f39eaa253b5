"""A page being written: headings in Markdown, everything else as HTML that needs no escaping by hand."""

import re
from collections.abc import Iterable
from html import escape
from typing import TypedDict, Unpack

from navigator.core.citations import Cited, cite
from navigator.core.model import Policy, Route, RouteLimit, Signpost, Source
from navigator.core.phrases import place_in_words
from navigator.render.components import GAP, doubted, exit_link, exit_note
from navigator.render.html import Child, Html, el, fill, join
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page, block, one_line, root_from
from navigator.site.kit.terms import Explained

_MARKUP = re.compile(r"([\\`*_{}\[\]#!~|^=+])")


def plain(text: str) -> str:
    """Write a text on one line, so that Markdown takes no part of it for markup."""
    return _MARKUP.sub(r"\\\1", escape(one_line(text), quote=False))


class PageKind(TypedDict, total=False):
    """How a page differs from others, as `Page` explains."""

    learn: bool
    script: str
    own_words: bool
    feed: bool
    present: bool
    matters: bool
    workbench: bool
    framed: bool
    embedding: bool
    searched: bool
    contents: bool


class PageBuilder:
    """Collects the parts of one page."""

    def __init__(self, index: LibraryIndex, path: str, title: str, source: str) -> None:
        """Begin a page from a part of the library; its title becomes the first heading."""
        self.index = index
        self.library = index.library
        self.words = self.library.words
        self.path = path
        self.title = title
        self.source = source
        self.root = root_from(path)
        self.explained = Explained(index.explainer, self.root)
        self._above: list[str] = []
        self._blocks: list[str] = []
        self._last: Html | None = None

    def heading(self, level: int, text: str, identity: str | None = None) -> None:
        """Add a heading, which the table of contents and search will know."""
        mark = f" {{ #{identity} }}" if identity else ""
        self._blocks.append(f"{'#' * level} {plain(text)}{mark}")

    def paragraph(self, key: str, class_: str | None = None, **parts: Child) -> None:
        """Add a paragraph with a text of the catalogue."""
        self.add(el("p", self.fill(key, **parts), class_=class_))

    def add(self, *parts: Child) -> None:
        """Add content, as one block of its own."""
        html = join(parts)
        if html:
            self._blocks.append(block(f"<div>{html}</div>"))

    def above(self, *parts: Child) -> None:
        """Add content above the first heading."""
        self._above.append(block(join(parts)))

    def crumbs(self, *above: tuple[str, str], matter: Route | Signpost | None = None) -> None:
        """Add links to the pages above this one, above its first heading; search does not index them.

        Beside them is the way out in a hurry, where the `matter` of the page calls for one. What is said of
        it ends the page, so that the page's own matter begins sooner.
        """
        links = [self.link(address, name) for address, name in (("", self.words["site.home.name"]), *above)]
        label = self.words["site.breadcrumb"]
        trail = rows(links, "ol")
        crumbs = el("nav", trail, class_="nav-crumbs", aria_label=label, data_search_exclude=True)
        self.above(exit_link(self.library, matter), crumbs)
        self._last = exit_note(self.library, matter)

    def section(self, text: str, identity: str, *parts: Child) -> None:
        """Add a heading and its content; nothing at all where there is no content."""
        html = join(parts)
        if html:
            self.heading(2, text, identity)
            self.add(html)

    def fill(self, key: str, **parts: Child) -> Html:
        """Return a text of the catalogue with elements in the place of its {placeholders}."""
        return fill(self.words[key], **parts)

    def listed(self, items: Iterable[str]) -> Html:
        """Put names or links in a row, with commas between them."""
        return Html(self.words.listed(map(join, items)))

    def count(self, key: str, number: int, **parts: Child) -> Html:
        """Return the form of a text that fits a number, with elements in the place of its {placeholders}."""
        return fill(self.words.form(key, number), number=str(number), **parts)

    def facts(self, **values: Child) -> Html:
        """Build a list of values, each with its label in the catalogue; those that are empty are left out."""
        return facts((self.words[f"site.label.{name}"], value) for name, value in values.items())

    def addressed(self, to: Child, copy_to: Child, record: Child, when: Child = None) -> Html:
        """Say to whom an act is addressed, who gets a copy, what is written down, and by when."""
        labels = (self.words[f"step.{name}"] for name in ("to", "copy_to", "record", "when"))
        return facts(zip(labels, (to, copy_to, record, when), strict=True))

    def say(self, text: str, **attributes: str) -> Html:
        """Return a text of the library as a paragraph, with its words explained."""
        return el("p", self.explained.text(text), **attributes)

    def link(self, address: str, *words: Child, **attributes: str) -> Html:
        """Link to a page of this site, by its address below the root."""
        return el("a", *words, href=f"{self.root}{address}", **attributes)

    def link_here(self, anchor: str, *words: Child) -> Html:
        """Link to a part of this page."""
        return el("a", *words, href=f"#{anchor}")

    def fold(self, summary: str, *parts: Child, identity: str | None = None) -> Html:
        """Fold content away; nothing at all where there is none. What is folded is searched, and prints."""
        html = join(parts)
        return (
            el("details", el("summary", summary), html, id=identity, class_="nav-fold") if html else Html("")
        )

    def to_policy(self, policy: Policy) -> Html:
        """Link to a policy's page."""
        return self.link(f"policies/{policy.id}/", policy.title)

    def to_route(self, route: Route) -> Html:
        """Link to a route's page."""
        return self.link(f"routes/{route.id}/", route.name)

    def to_signpost(self, signpost: Signpost) -> Html:
        """Link to a signpost's page."""
        return self.link(f"help/{signpost.id}/", signpost.title)

    def instead(self, limit: RouteLimit) -> Html | None:
        """Link to where somebody goes for what a route is not for, if anywhere."""
        if limit.signpost:
            return self.to_signpost(self.library.signpost[limit.signpost])
        return self.to_route(self.library.route[limit.route]) if limit.route else None

    def go_to(self, says: Child, target: str | Html | None) -> Html:
        """Add to what is said where to go: a link, or the id of a route; nothing where there is none."""
        if target is not None and not isinstance(target, Html):
            target = self.to_route(self.library.route[target])
        return join((says, (" ", self.fill("site.go_to", target=target)) if target else None))

    def cited(self, source: Source, document: str | None = None) -> Html:
        """Name the place a rule comes from; in the page's own document, by its section alone."""
        return el("p", self.fill("source.cited", place=self.place(source, document)), class_="nav-source")

    def place(self, source: Source, document: str | None = None) -> Html:
        """Link to the place a rule comes from, and say if it is not confirmed."""
        places = self.index.places
        key = (self.root, source, document)
        if key not in places:
            places[key] = self.linked(cite(self.library, source, document), document)
        return places[key]

    def linked(self, cited: Cited, document: str | None) -> Html:
        """Link to a place that has been looked up; in the page's own document, by its section alone."""
        place = cited.section if cited.document.id == document else place_in_words(self.words, cited)
        return doubted(self.words, self.link(f"sources/#{cited.document.id}", place), cited.confidence)

    def page(self, description: str = "", **kind: Unpack[PageKind]) -> Page:
        """Return the page as far as it has been written."""
        if any(
            part == self.source or part.startswith(f"{self.source}/") for part in self.library.untranslated
        ):
            self.above(el("p", self.words["answer.untranslated"], class_="nav-note"))
        if self._last:
            self.add(self._last)
        text = "\n\n".join([*self._above, f"# {plain(self.title)}", *self._blocks, ""])
        return Page(self.path, self.title, text, self.source, description, **kind)


def rows(items: Iterable[Child], name: str = "ul", **attributes: str) -> Html:
    """Build a list; nothing at all where there are no items."""
    listed = [el("li", item) for item in items]
    return el(name, listed, **attributes) if listed else Html("")


def facts(pairs: Iterable[tuple[str, Child]]) -> Html:
    """Build a list of names with values; those without a value are left out."""
    given = ((name, join(value)) for name, value in pairs)
    lines = [el("div", el("dt", name), GAP, el("dd", value), GAP) for name, value in given if value]
    return el("dl", lines, class_="nav-facts") if lines else Html("")
