"""Components that several pages share: dates, links to the wizard, the quick exit, sections, contacts."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from navigator.core.model import Confidence, Contact, Library, Route, Signpost, Words
from navigator.core.nodes import Node
from navigator.core.phrases import confidence_in_words, ways_to_reach
from navigator.render.html import Attribute, Child, Html, el, fill, join

ROOT = "../../"
"""From a page of the wizard, which lies two folders deep, to the site's root."""
EXIT_NOTE: Final = "exit-note"
GAP: Final = Html(" ")
"""Keeps words apart where search takes the text of an element and leaves its tags."""


def when(words: Words, day: date, weekday: bool = True) -> Html:
    """Write a date so that no translation changes it."""
    written = words.long_date(day) if weekday else words.short_date(day)
    return el("time", written, datetime=day.isoformat(), translate="no")


def node_link(node: Node | None, *children: Child, **attributes: Attribute) -> Html:
    """Link to a page of the wizard; without a node, leave the words as they are."""
    if node is None:
        return join(children)
    return el("a", *children, href=f"{ROOT}{node.address}", **attributes)


def exit_control(
    library: Library, matter: Route | Signpost | None, beside: Html | None = None
) -> Html | None:
    """Link to a neutral page of another site, where the matter calls for it. Scripts make it act at once.

    What is to stand `beside` it comes back with it, or alone.
    """
    way_out = exit_link(library, matter)
    return join((way_out, beside, exit_note(library, matter))) if way_out else beside


def exit_link(library: Library, matter: Route | Signpost | None) -> Html | None:
    """Link to the neutral page alone: a screen reader finds with it what `exit_note` says elsewhere."""
    return way_out(library) if matter and matter.quick_exit else None


def exit_note(library: Library, matter: Route | Signpost | None) -> Html | None:
    """Say what else leaves the page, and what leaving does not undo."""
    words = library.words
    return note_on_leaving(words, words["quick_exit.keys"]) if matter and matter.quick_exit else None


def way_out(library: Library) -> Html:
    """Link to the neutral page, from whatever this is about."""
    leave = el(
        "a",
        library.words["quick_exit.exit"],
        href=library.triage.exit_to,
        rel="nofollow noreferrer",
        aria_describedby=EXIT_NOTE,
        data_exit=True,
    )
    return el("p", leave, class_="nav-exit", data_search_exclude=True)


def note_on_leaving(words: Words, keys: str) -> Html:
    """Say which keys leave too, where scripts see them, and what leaving does not undo."""
    note = fill(words["quick_exit.note"], keys=el("span", keys, class_="nav-needs-script"))
    return el("p", note, id=EXIT_NOTE, class_="nav-hint nav-exit-note", data_search_exclude=True)


def section(
    identity: str, heading: str, *children: Child, kind: str | None = None, fold: bool = False
) -> Html:
    """Build a part of a page with its heading; nothing at all where it has no content.

    Its class is `nav-<kind>`, or made from its id where there is no kind. With `fold`, the heading opens it;
    paper and a search within the page find it open.
    """
    content = join(children)
    if not content:
        return Html("")
    title = el("h2", heading, id=identity)
    name = f"nav-{kind or identity}"
    return el(
        "section",
        el("details", el("summary", title), content) if fold else (title, content),
        class_=f"nav-section nav-fold {name}" if fold else f"nav-section {name}",
        aria_labelledby=identity,
    )


def bullets(items: Iterable[Child], **attributes: Attribute) -> Html:
    """Build a list; nothing at all where there are no items."""
    rows = [el("li", item) for item in items]
    return el("ul", rows, **attributes) if rows else Html("")


def table(caption: str, headings: Sequence[str], lines: Iterable[Sequence[Child]]) -> Html:
    """Build a table that turns into one block a row on a narrow screen, and stays a table in its roles."""
    body = [el("tr", _cells(headings, line), role="row") for line in lines]
    if not body:
        return Html("")
    titles = [(el("th", title, scope="col", role="columnheader"), GAP) for title in headings]
    head = el("tr", titles, role="row")
    return el(
        "table",
        el("caption", caption, GAP),
        el("thead", head, role="rowgroup"),
        el("tbody", body, role="rowgroup"),
        class_="nav-table",
        role="table",
    )


def _cells(headings: Sequence[str], line: Sequence[Child]) -> Iterable[Child]:
    """Yield the cells of a row; the first one names it."""
    for index, (heading, cell) in enumerate(zip(headings, line, strict=True)):
        if index == 0:
            yield el("th", cell, scope="row", role="rowheader", data_label=heading)
        else:
            yield el("td", cell, role="cell", data_label=heading)
        yield GAP


def doubted(words: Words, place: Html, confidence: Confidence) -> Html:
    """Say after a place if what is taken from it is not confirmed."""
    if confidence is Confidence.A:
        return place
    return fill(words["source.doubted"], place=place, doubt=confidence_in_words(words, confidence))


def contact_card(words: Words, contact: Contact) -> Html:
    """Show a contact with every way to reach it, and the day it was checked."""
    checked = fill(words["contact.checked"], date=when(words, contact.checked_on, weekday=False))
    return el(
        "div",
        el("h3", contact.name),
        bullets(
            (
                fill(words[f"contact.{name}"], way=way_to_reach(name, way))
                for name, way in ways_to_reach(contact).items()
            ),
            class_="nav-ways",
        ),
        el("p", contact.note) if contact.note else None,
        el("p", checked, class_="nav-source"),
        class_="nav-contact",
    )


def dialled(phone: str) -> str:
    """Return the address that dials a number."""
    return f"tel:{''.join(re.findall(r'[0-9+]', phone))}"


def call(words: Words, phone: str) -> Html:
    """Say on a button which number it calls, whose digits stay in one line."""
    return fill(words["question.call"], phone=el("span", phone, class_="nav-number"))


def way_to_reach(name: str, way: str) -> Html:
    """Show a way to reach somebody; a telephone number and an e-mail address can be pressed."""
    if name == "phone":
        return el("a", way, href=dialled(way), translate="no")
    if name == "email":
        return el("a", way, href=f"mailto:{way}", translate="no")
    return el("span", way, translate="no")
