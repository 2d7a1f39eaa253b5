"""Packs: a page for each, with a trainer's view of every case, a handout and an answer sheet."""

from collections.abc import Iterator
from dataclasses import replace

from navigator.core.model import Pack
from navigator.render.components import plural
from navigator.render.html import Child, Html, el
from navigator.site.kit.breadcrumbs import crumbs
from navigator.site.kit.case import Case
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, facts, rows
from navigator.site.kit.qr import code
from navigator.site.practice.answer import answer
from navigator.site.practice.quiz import article, quizzes, story
from navigator.site.practice.tools import tools

PACKS = ("packs/", "Session packs")


def pack_pages(catalogue: LibraryIndex) -> Iterator[Page]:
    """Write the list of packs, and three pages for each."""
    yield overview(catalogue)
    for pack in catalogue.library.packs:
        yield session(catalogue, pack)
        yield handout(catalogue, pack)
        yield answer_sheet(catalogue, pack)


def overview(catalogue: LibraryIndex) -> Page:
    """Write the list of packs."""
    sheet = PageBuilder(catalogue, "packs/index.md", "Session packs", "packs")
    sheet.add(
        el(
            "p",
            "A pack is a set of cases for one session. "
            "Everybody opens the same page, on a screen or on a phone.",
        ),
    )
    cards = [
        (sheet.link(f"packs/{pack.id}/", pack.title), el("p", pack.audience), el("p", length(pack)))
        for pack in catalogue.library.packs
    ]
    sheet.add(rows(cards, class_="nav-cards") or el("p", "No packs are held here yet."))
    own = sheet.link("practice/make/", "make a session of your own")
    sheet.add(el("p", "None of them fits? Then ", own, "."))
    return sheet.page("Sets of practice cases for a session, with a trainer's view.", contents=False)


def length(pack: Pack) -> str:
    """Say how many cases there are, and how long they take."""
    cases = plural(len(pack.scenarios), "case", "cases")
    return f"{cases}, about {plural(pack.minutes, 'minute', 'minutes')} with a group."


def cases_of(catalogue: LibraryIndex, pack: Pack) -> list[Case]:
    """Return the cases of a pack in its own order."""
    by_id = {case.scenario.id: case for case in catalogue.cases}
    return [by_id[scenario] for scenario in pack.scenarios]


def begun(catalogue: LibraryIndex, pack: Pack, part: str = "", title: str = "") -> PageBuilder:
    """Begin a page of a pack."""
    sheet = PageBuilder(catalogue, f"packs/{pack.id}{part}.md", title or pack.title, f"packs/{pack.id}.yaml")
    above = (PACKS, (f"packs/{pack.id}/", pack.title)) if part else (PACKS,)
    sheet.above(crumbs(sheet, *above))
    return sheet


def session(catalogue: LibraryIndex, pack: Pack) -> Page:
    """Write the page that trainer and learners open."""
    sheet = begun(catalogue, pack)
    cases = cases_of(catalogue, pack)
    sheet.add(
        el("p", pack.purpose, class_="nav-lede"),
        facts([("For", pack.audience), ("Length", length(pack))]),
        for_trainers(sheet, pack),
    )
    sheet.add(
        el(
            "div",
            tools(),
            el("h2", "Cases of this session", id="cases", tabindex="-1"),
            rows(
                [el("a", case.scenario.title, href=f"#{case.slug}") for case in cases],
                "ol",
                class_="nav-agenda",
            ),
            [article(sheet, case) for case in cases],
            class_="nav-session",
        )
    )
    page = sheet.page(pack.purpose, contents=False)
    return replace(page, learn=True, searched=False)


def for_trainers(sheet: PageBuilder, pack: Pack) -> Html:
    """Write the notes, what to print, and the code to scan, folded away from learners."""
    address = f"packs/{pack.id}/"
    notes: list[Child] = [el("p", note) for note in (pack.notes or "").splitlines() if note]
    links = [
        sheet.link(f"{address}handout/", "Handout: the cases without their answers"),
        sheet.link(f"{address}answers/", "Answer sheet"),
    ]
    return el(
        "details",
        el("summary", "For the trainer"),
        notes,
        rows(links),
        el("p", "Everybody opens this same page. An answer stays hidden until somebody shows it."),
        code(sheet.index.site_url, address),
        class_="nav-trainer",
    )


def handout(catalogue: LibraryIndex, pack: Pack) -> Page:
    """Write the cases without their answers, for paper."""
    sheet = begun(catalogue, pack, "/handout", f"Handout: {pack.title}")
    sheet.add(el("p", "Read each story. Tick a route, and write the rest by hand.", class_="nav-hint"))
    for number, case in enumerate(cases_of(catalogue, pack), 1):
        first, *later = quizzes(sheet, case)
        sheet.add(
            el(
                "section",
                el("h2", f"{number}. {case.scenario.title}", id=case.slug),
                story(case),
                el("h3", first.ask, id=f"{case.slug}-route"),
                rows([choice.label for choice in first.choices], class_="nav-ticks"),
                rows([quiz.ask for quiz in later], class_="nav-lines nav-shown"),
                class_="nav-paper",
                aria_labelledby=case.slug,
            )
        )
    return _paper(sheet, "The cases of a session without their answers, to print.")


def answer_sheet(catalogue: LibraryIndex, pack: Pack) -> Page:
    """Write the answers of all cases, for paper."""
    sheet = begun(catalogue, pack, "/answers", f"Answer sheet: {pack.title}")
    for number, case in enumerate(cases_of(catalogue, pack), 1):
        sheet.add(
            el(
                "section",
                el("h2", f"{number}. {case.scenario.title}", id=case.slug),
                answer(sheet, case),
                class_="nav-paper",
                aria_labelledby=case.slug,
            )
        )
    return _paper(sheet, "The answers to the cases of a session, to print.")


def _paper(sheet: PageBuilder, description: str) -> Page:
    return replace(sheet.page(description, contents=False), learn=True, searched=False)
