"""Sessions that a trainer makes: a page to choose cases on, and the page that its link opens.

What the link holds is told in `session_link`.
"""

from collections.abc import Iterator
from functools import partial

from navigator.render.html import Html, el, fill
from navigator.site.kit.case import Case
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft, Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.practice.session_link import SESSION, case_links
from navigator.site.practice.tools import tools


def custom_session_pages(index: LibraryIndex) -> Iterator[Draft]:
    """Write both pages."""
    for name, write in (("make", make), ("session", session)):
        yield Draft(f"practice/{name}.md", partial(write, index))


def _begin(index: LibraryIndex, name: str) -> PageBuilder:
    words = index.library.words
    page = PageBuilder(index, f"practice/{name}.md", words[f"practice.{name}.title"], "scenarios")
    page.crumbs(("practice/", words["practice.cases.title"]))
    return page


def make(index: LibraryIndex) -> Page:
    """Write the page on which a trainer chooses cases."""
    page = _begin(index, "make")
    words = page.words
    packs = page.link("packs/", words["practice.make.packs"])
    page.add(
        el("p", words["practice.make.intro"]),
        el("p", page.fill("practice.make.without_scripts", packs=packs), class_="js-without"),
    )
    boxes = [
        el("fieldset", el("legend", route.name), [_box(case) for case in cases])
        for route, cases in index.cases_by_route.items()
    ]
    count = el("span", "0", class_="js-count")
    copy = el("button", words["practice.make.copy"], type="button", class_="js-copy")
    copied = el("span", words["practice.make.copied"], class_="js-copied", role="status", hidden=True)
    opening = page.link(SESSION, words["practice.make.open"], class_="nav-start", id="made-open")
    page.add(
        el(
            "form",
            boxes,
            el("h2", words["practice.make.link"]),
            el("p", page.fill("practice.make.chosen", number=count), role="status"),
            el("label", words["practice.make.share"], for_="made-link"),
            el("input", id="made-link", type="text", readonly=True),
            el("p", copy, " ", copied),
            el("p", opening, class_="nav-go"),
            class_="nav-make js-make",
            hidden=True,
        )
    )
    return page.page(words["practice.make.description"], contents=False, learn=True)


def _box(case: Case) -> Html:
    """Write the box to tick for a case."""
    identity, value = f"take-{case.slug}", case.code + case.mark
    return el(
        "p",
        el("input", type="checkbox", id=identity, value=value, autocomplete="off"),
        el("label", " ", case.scenario.title, for_=identity),
    )


def session(index: LibraryIndex) -> Page:
    """Write the page that fetches the cases its link names."""
    page = _begin(index, "session")
    words = page.words
    pack = page.link("packs/", words["practice.session.pack"])
    page.add(
        el(
            "div",
            messages(page),
            tools(words, printing=True),
            el("h2", words["practice.session.cases"], id="cases", tabindex="-1", hidden=True),
            el("ol", class_="nav-agenda js-agenda", hidden=True),
            el("div", class_="js-fetched"),
            class_="nav-session js-session js-made",
        ),
        el(
            "div",
            el("p", words["practice.session.needs_scripts"]),
            el("p", page.fill("practice.session.without_scripts", pack=pack)),
            el("h2", words["practice.cases.all"]),
            rows(case_links(page)),
            class_="js-without",
        ),
    )
    description = words["practice.session.description"]
    return page.page(description, contents=False, learn=True, searched=False)


def messages(page: PageBuilder) -> Html:
    """Write what may have to be said of a link; scripts show what is true and put in the names."""
    parts = {
        "choose": page.link("practice/make/", page.words["practice.session.choose"]),
        "names": el("span", class_="js-names", data_separator=page.words["list.separator"]),
    }
    return el(
        "div",
        [
            el("p", fill(text, **parts), class_="nav-warning", data_message=kind, hidden=True)
            for kind, text in page.words.group("scripts.link").items()
        ],
        class_="nav-messages",
        role="status",
    )
