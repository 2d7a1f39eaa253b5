"""What has changed for readers, and by which day each thing is read again."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from navigator.check.next_look import Checked, NextLook, is_over, next_look
from navigator.core.model import Contact, Document, FirstHourCard, Policy, Signpost
from navigator.render.components import bullets, table, when
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.kit.told_changes import Entry, told_changes
from navigator.site.pages.changes_feed import FEED


def changes(index: LibraryIndex, today: date) -> Page:
    """Write the page."""
    words = index.library.words
    page = PageBuilder(index, "changes.md", words["site.changes.title"], "changes")
    page.paragraph("site.changes.lede", "nav-lede")
    page.paragraph(
        "site.changes.follow",
        feed=page.link(FEED, words["site.changes.feed"], type="application/atom+xml"),
        review=page.link_here("review", words["site.changes.review"]),
    )
    told = told_changes(index)
    if not told:
        page.paragraph("site.changes.none")
    for day, entries in groupby(told, key=lambda entry: entry.day):
        page.heading(2, words.short_date(day), f"on-{day}")
        for entry in entries:
            page.heading(3, entry.title, entry.id)
            page.add(*said(page, entry))
    page.section(
        words["site.changes.review"],
        "review",
        el("p", words["site.changes.review_lede"]),
        reviews(page, today),
    )
    return page.page(words["site.changes.description"], feed=True, searched=False)


def said(page: PageBuilder, entry: Entry) -> Iterator[Child]:
    """Yield what one entry says: what is different, on which pages, and where it stands."""
    yield page.say(entry.says)
    if entry.parts:
        yield el(
            "p",
            page.fill("site.changes.parts", parts=page.listed(linked(page, each) for each in entry.parts)),
        )
    yield page.cited(entry.source, entry.document)


def linked(page: PageBuilder, part: Checked) -> Html:
    """Link to a policy, a signpost, a card, a document or a contact."""
    match part:
        case Policy():
            return page.to_policy(part)
        case Signpost():
            return page.to_signpost(part)
        case FirstHourCard():
            return page.link(f"first-hour/{part.id}/", part.title)
        case Document():
            return page.link(f"sources/#{part.id}", part.title)
        case Contact():
            return page.link(f"contacts/#{part.id}", part.name)


def reviews(page: PageBuilder, today: date) -> Html:
    """Build the table of what is read again, the soonest first: those of one day for one reason together."""
    words, library = page.words, page.library
    held: tuple[Checked, ...]
    held = (*library.policies, *library.signposts, *library.first_hour, *library.documents, *library.contacts)
    looks = ((next_look(each), each) for each in held if not is_over(each, today))

    def order(found: tuple[NextLook, Checked]) -> tuple[date, str]:
        look, _ = found
        return look.day, look.why or ""

    lines = [
        [
            when(words, day, weekday=False),
            why or words["site.changes.once_a_year"],
            to_read(page, [part for _, part in found]),
        ]
        for (day, why), found in groupby(sorted(looks, key=order), key=order)
    ]
    return table(words["site.changes.review_caption"], words.sequence("site.changes.review_headings"), lines)


def to_read(page: PageBuilder, parts: list[Checked]) -> list[Child]:
    """List what is read again: pages that answer somebody, and folded away what they rest on."""
    pages = [part for part in parts if isinstance(part, Policy | Signpost)]
    behind = [part for part in parts if isinstance(part, Document | Contact)]
    folded = page.words("site.changes.behind", number=len(behind))
    return [
        bullets(linked(page, part) for part in pages),
        page.fold(folded, bullets(linked(page, part) for part in behind)),
    ]
