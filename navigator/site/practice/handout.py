"""A session on paper: a handout to tick and write on, and the answer sheet; both say which version they are.

A pack's papers are pages of their own. Those of a trainer's session are put together by a script, in the same
parts, from the cases that its link names.
"""

from collections.abc import Callable, Sequence
from typing import Final

from navigator.render.components import when
from navigator.render.html import Child, Html, el
from navigator.site.kit.case import Case
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.practice.exercises import quizzes
from navigator.site.practice.messages import messages
from navigator.site.practice.quiz import answer, story
from navigator.site.practice.session_link import case_links, session_id


def blank(page: PageBuilder, case: Case) -> Child:
    """Write the story of a case, its first question to tick, and lines for the others."""
    first, *later = quizzes(page, case)
    asks = [page.words("practice.numbered", number=2 + at, text=quiz.ask) for at, quiz in enumerate(later)]
    return (
        story(case),
        el("h3", page.words("practice.numbered", number=1, text=first.ask), id=f"{case.slug}-{first.id}"),
        rows([choice.label for choice in first.choices], class_="nav-ticks"),
        rows(asks, class_="nav-lines"),
    )


PAPERS: Final[dict[str, Callable[[PageBuilder, Case], Child]]] = {"handout": blank, "answers": answer}
"""What to print of a session, and what each says of a case; the names are parts of addresses and of keys."""


def sheets(page: PageBuilder, cases: Sequence[Case], paper: str) -> list[Html]:
    """Write a paper's part on each case."""
    return [_sheet(page, case, number, PAPERS[paper](page, case)) for number, case in enumerate(cases, 1)]


def _sheet(page: PageBuilder, case: Case, number: int, said: Child) -> Html:
    heading = page.words("practice.numbered", number=number, text=case.scenario.title)
    return el("section", el("h2", heading, id=case.slug), said, class_="nav-paper", aria_labelledby=case.slug)


def edition(page: PageBuilder, cases: Sequence[Case]) -> Html:
    """Say which version of the cases a paper holds, and until when it may be used unread."""
    until = min((case.check_by for case in cases), default=None)
    return _edition(page, session_id(cases), when(page.words, until, weekday=False) if until else "")


def _edition(page: PageBuilder, version: Child, until: Child) -> Html:
    checked = page.index.last_checked
    parts = {
        "version": el("code", version, class_="js-version", translate="no"),
        "checked": when(page.words, checked, weekday=False) if checked else "",
        "until": el("span", until, class_="js-until"),
    }
    return el("p", page.fill("practice.paper.edition", **parts), class_="nav-edition")


def handout(index: LibraryIndex) -> Page:
    """Write the page that puts the papers of a trainer's session together."""
    words = index.library.words
    page = PageBuilder(index, "practice/handout.md", words["practice.paper.title"], "scenarios")
    page.crumbs(("practice/", words["practice.cases.title"]))
    packs = page.link("packs/", words["practice.make.packs"])
    buttons = [
        el("button", words[f"practice.paper.{name}.show"], type="button", data_paper=name) for name in PAPERS
    ]
    printing = el("button", words["scripts.session.print"], type="button", class_="js-print")
    head = (
        el("p", el("strong", class_="js-title"), class_="nav-paper-title", hidden=True),
        el("p", words["practice.paper.handout.hint"], class_="nav-hint js-hint"),
        _edition(page, "", ""),
        el("p", page.fill("practice.paper.address", address=el("span", class_="js-whole", translate="no"))),
    )
    tools = words["practice.paper.tools"]
    drawn = el("figure", class_="nav-qr js-drawn", data_label=words["practice.paper.code"])
    page.add(
        messages(page),
        el(
            "div",
            el("div", buttons, printing, class_="nav-tools-row", role="group", aria_label=tools),
            el("div", el("div", head), drawn, class_="nav-paper-head"),
            el("div", class_="js-sheets"),
            class_="nav-papers js-papers",
            data_numbered=words["practice.numbered"],
            hidden=True,
        ),
        el(
            "div",
            el("p", page.fill("practice.paper.without_scripts", packs=packs)),
            rows(case_links(page)),
            class_="js-without",
        ),
    )
    return page.page(
        words["practice.paper.description"], contents=False, learn=True, script="handout", searched=False
    )
