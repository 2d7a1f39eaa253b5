"""Signposts: a page for each need without a process, and the list of them."""

from collections.abc import Iterator
from functools import partial

from navigator.core.model import Signpost
from navigator.render.blocks import SourceList
from navigator.render.components import call as to_call
from navigator.render.components import dialled, when
from navigator.render.html import Child, Html, el
from navigator.site.kit.copying import copy_button
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft, Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.kit.page_writer import PageWriter
from navigator.site.kit.print_links import on_paper
from navigator.site.kit.signpost_description import SignpostDescription
from navigator.site.kit.terms import Explained, Explainer
from navigator.site.pages.home import start_button

LIST = "help/index.md"


def signpost_pages(index: LibraryIndex) -> Iterator[Draft]:
    """Write a page for each signpost, and the list of them, where there are any."""
    if index.library.signposts:
        yield Draft(LIST, partial(overview, index))
    for signpost in index.library.signposts:
        yield Draft(f"help/{signpost.id}.md", partial(signpost_page, index, signpost))


def overview(index: LibraryIndex) -> Page:
    """Write the list of signposts, those of a need together."""
    words = index.library.words
    page = PageBuilder(index, LIST, words["site.help.title"], "signposts")
    page.paragraph("site.help.lede")
    page.add(start_button(page))
    page.add(rows((card(page, each) for each in index.library.signposts), class_="nav-cards"))
    return page.page(words["site.help.description"], contents=False)


def card(page: PageBuilder, signpost: Signpost) -> list[Child]:
    """Show what a signpost is about."""
    return [page.to_signpost(signpost), el("p", signpost.summary)]


def signpost_page(index: LibraryIndex, signpost: Signpost) -> Page:
    """Write a signpost's page: what to do first, whom to ring, what comes next; all else in folds."""
    said = SignpostDescription(index.written, signpost.id)
    told, words = said.signpost, index.library.words
    page = PageBuilder(index, f"help/{told.id}.md", told.title, f"signposts/{told.id}")
    writer = PageWriter(page, told.document)
    page.crumbs(("help/", words["site.help.title"]), matter=told)
    if told.nation:
        page.explained = Explained(Explainer(()), page.root)  # the glossary says what words mean in England
        page.add(el("p", words("site.help.nation", nation=told.nation), class_="nav-note"))
    page.add(
        el(
            "section",
            el("p", writer.text(said.lead), class_="nav-first-says"),
            call(said),
            writer.write(*said.about_lead),
            class_="nav-first",
        )
    )
    page.add(page.say(told.summary))
    for section in said.onward:
        page.section(section.heading, section.id, writer.write(*section.blocks))
        if section.blocks and section.id == "steps":
            page.paragraph("site.help.skip", "nav-hint")
    page.add(
        el(
            "div",
            page.fold(words["message.heading"], letter(said), identity="letter"),
            [page.fold(each.heading, writer.write(*each.blocks), identity=each.id) for each in said.further],
            page.fold(words["heading.sources"], sources(page, writer, said), identity="sources"),
            class_="nav-beside",
        )
    )
    page.add(start_again(page), on_paper(page))
    return page.page(told.summary, contents=False)


def call(said: SignpostDescription) -> Html | None:
    """Offer the number to ring first, to be pressed."""
    contact = said.call
    if contact is None or contact.phone is None:
        return None
    number = el(
        "a",
        to_call(said.words, contact.phone),
        href=dialled(contact.phone),
        class_="nav-ring",
        translate="no",
    )
    return el("p", number, " ", el("span", contact.name, class_="nav-call-name"))


def letter(said: SignpostDescription) -> Html | None:
    """Show the message, with a button that a script brings to copy it. Nothing here sends it."""
    if not said.letter:
        return None
    words = said.words
    return (
        el("pre", said.letter, class_="nav-message")
        + copy_button(words, words["take_away.message"])
        + el("p", words["message.care"])
    )


def sources(page: PageBuilder, writer: PageWriter, said: SignpostDescription) -> Html:
    """List every place that it rests on, the day it was checked, and what may have changed since."""
    told, words = said.signpost, said.words
    days = {
        "checked": when(words, told.checked_on, weekday=False),
        "review": when(words, told.review_by, weekday=False),
    }
    checked = el("p", page.fill("site.help.checked", **days), " ", told.review_why)
    return writer.write(SourceList(said.sources)) + checked


def start_again(page: PageBuilder) -> Html:
    """Link back to the questions, for somebody whom this does not help."""
    link = page.link(page.index.first.address, page.words["site.find"])
    return el("p", page.fill("site.help.not_this", link=link))
