"""Sessions that a trainer makes: a page to choose cases on, and the page that its link opens.

What the link holds is told in `session_link`.
"""

from collections.abc import Iterator
from functools import partial

from navigator.render.html import el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft, Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.practice.end import end
from navigator.site.practice.handout import handout
from navigator.site.practice.messages import messages
from navigator.site.practice.session_builder import make
from navigator.site.practice.session_link import case_links
from navigator.site.practice.tools import finish, tools
from navigator.site.practice.written import bad_cases, templates


def custom_session_pages(index: LibraryIndex) -> Iterator[Draft]:
    """Write the page on which a session is made, and those that its link opens."""
    for name, write in (("make", make), ("session", session), ("handout", handout)):
        yield Draft(f"practice/{name}.md", partial(write, index))


def _begin(index: LibraryIndex, name: str) -> PageBuilder:
    words = index.library.words
    page = PageBuilder(index, f"practice/{name}.md", words[f"practice.{name}.title"], "scenarios")
    page.crumbs(("practice/", words["practice.cases.title"]))
    return page


def session(index: LibraryIndex) -> Page:
    """Write the page that fetches the cases its link names."""
    page = _begin(index, "session")
    words = page.words
    pack = page.link("packs/", words["practice.session.pack"])
    page.add(
        el(
            "div",
            messages(page, "none", "unknown", "changed", "failed"),
            bad_cases(page),
            tools(words),
            el("h2", words["practice.session.cases"], id="cases", tabindex="-1", hidden=True),
            el("ol", class_="nav-agenda js-agenda", hidden=True),
            el("div", class_="js-fetched"),
            el("div", class_="js-own-cases"),
            finish(words),
            end(page),
            templates(page),
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
    return page.page(description, contents=False, learn=True, script="session", searched=False)
