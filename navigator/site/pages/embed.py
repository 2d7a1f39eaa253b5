"""How parts of the site come into pages of other sites: one line of HTML for each, and a sample."""

from collections.abc import Iterable, Iterator
from functools import partial
from html import escape
from typing import Final

from navigator.render.html import Child, Html, el
from navigator.site.kit.copying import copy_button
from navigator.site.kit.frame_builder import FRAMES
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft, Page
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.pages.frames import ask_frame, policy_frame, route_frame

SCRIPT: Final = f"{FRAMES}embed.js"
"""The script for the other site's page, at one address in every release."""
SOMEWHERE: Final = "https://www.example.org/fostering/"
"""Stands for the address of this site where nobody has said where it will be; a script puts that in."""
HEIGHT: Final = 640
"""In pixels, where no script sets the height: what is longer is moved within the frame."""


def embed_pages(index: LibraryIndex) -> Iterator[Draft]:
    """Write the page that shows how, and all that can be shown."""
    yield Draft(f"{FRAMES}index.md", partial(how_to, index))
    yield Draft(f"{FRAMES}ask.md", partial(ask_frame, index), searched=False)
    for route in index.library.routes:
        yield Draft(f"{FRAMES}routes/{route.id}.md", partial(route_frame, index, route), searched=False)
    for policy in index.library.policies:
        yield Draft(f"{FRAMES}policies/{policy.id}.md", partial(policy_frame, index, policy), searched=False)


def how_to(index: LibraryIndex) -> Page:
    """Write the page with the line of HTML for each, a sample, and what those ask who look after a site."""
    page = PageBuilder(index, f"{FRAMES}index.md", index.library.words["site.embed.title"], "triage")
    words = page.words
    label = words["site.own_words.label"]
    page.paragraph("site.embed.lede")
    page.add(
        None
        if index.site_url
        else el("p", page.fill("site.embed.somewhere", address=SOMEWHERE), class_="js-somewhere")
    )
    sample = el("iframe", src="ask/", title=label, width="100%", height=HEIGHT, data_navigator=True)
    tried = el("p", words["site.embed.sample"])
    page.section(words["site.embed.ask"], "ask", choice(page, "ask/", label), tried, sample)
    page.heading(2, words["site.embed.steps"], "steps")
    page.paragraph("site.embed.steps_say")
    for route in index.library.routes:
        lines = [choice(page, f"routes/{route.id}/", route.name)]
        of_route = index.policies_of.get(route.id, [])
        lines += [choice(page, f"policies/{policy.id}/", policy.title) for policy in of_route]
        page.add(page.fold(route.name, lines))
    page.section(words["site.embed.height"], "height", height(page))
    page.section(words["site.embed.asked"], "asked", asked(page))
    return page.page(words["site.embed.description"], embedding=True)


def choice(page: PageBuilder, address: str, title: str) -> Html:
    """Show the line of HTML for one page, and link to it."""
    attributes = f'title="{escape(title)}" width="100%" height="{HEIGHT}" loading="lazy"'
    after = f'" {attributes} referrerpolicy="no-referrer" data-navigator></iframe>'
    see = page.link(f"{FRAMES}{address}", page.words("site.embed.see", title=title))
    return code(page, '<iframe src="', f"{FRAMES}{address}", after) + el("p", see)


def height(page: PageBuilder) -> list[Child]:
    """Show the script that lets the height follow, and who is told it."""
    words, listed = page.words, page.index.embedded_by
    told = page.words("site.embed.told_here", sites=words.listed(listed))
    return [
        el("p", words["site.embed.fixed"]),
        el("p", words["site.embed.follows"]),
        code(page, '<script src="', SCRIPT, '" async></script>'),
        el("p", words["site.embed.listed"], " ", told if listed else words["site.embed.told_nobody"]),
    ]


def asked(page: PageBuilder) -> list[Child]:
    """Answer what those ask who look after a website, and show what this site's server should say."""
    said = page.words.group("site.embed.questions")
    answers = [
        [el("h3", text), el("p", said[f"{name}.answer"])]
        for name, _, part in (key.partition(".") for key in said)
        if part == "ask"
        for text in (said[f"{name}.ask"],)
    ]
    hosting = page.link("hosting/#frames", page.words["site.embed.hosting"])
    header = f"Content-Security-Policy: {may_show(page.index.embedded_by)}"
    return [
        *answers,
        el("h3", page.words["site.embed.server"]),
        el("p", page.fill("site.embed.server_says", hosting=hosting)),
        el("pre", el("code", header), class_="nav-code", translate="no"),
    ]


def may_show(listed: Iterable[str]) -> str:
    """Return what a server says of these pages: that this site and those listed may show them."""
    return " ".join(("frame-ancestors 'self'", *listed))


def code(page: PageBuilder, before: str, address: str, after: str) -> Html:
    """Show a line of HTML that names an address of this site, with a button that copies it."""
    root = el("span", page.index.site_url or SOMEWHERE, class_="js-site-address")
    line = el("pre", el("code", before, root, address, after), class_="nav-code", translate="no")
    return line + copy_button(page.words, page.words["site.embed.copy"])
