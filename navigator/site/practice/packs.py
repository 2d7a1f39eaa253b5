"""Packs: a page for learners, one for the trainer, a handout and an answer sheet."""

from collections.abc import Iterator
from functools import partial

from navigator.core.model import Pack, Words
from navigator.render.html import Html, el
from navigator.site.kit.case import Case
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft, Page
from navigator.site.kit.page_builder import PageBuilder, facts, rows
from navigator.site.kit.print_links import code
from navigator.site.practice.end import end
from navigator.site.practice.handout import PAPERS, edition, sheets
from navigator.site.practice.quiz import article
from navigator.site.practice.session_link import MAKE, PRESENT, RESULTS, session_hash
from navigator.site.practice.tools import finish, tools


def pack_pages(index: LibraryIndex) -> Iterator[Draft]:
    """Write the list of packs, and four pages for each."""
    yield Draft("packs/index.md", partial(overview, index))
    for pack in index.library.packs:
        yield Draft(f"packs/{pack.id}.md", partial(session, index, pack))
        yield Draft(f"packs/{pack.id}/trainer.md", partial(for_trainers, index, pack))
        for paper in PAPERS:
            yield Draft(f"packs/{pack.id}/{paper}.md", partial(on_paper, index, pack, paper))


def overview(index: LibraryIndex) -> Page:
    """Write the list of packs."""
    words = index.library.words
    page = PageBuilder(index, "packs/index.md", words["practice.packs.title"], "packs")
    page.add(el("p", words["practice.packs.intro"]))
    cards = [
        (
            page.link(f"packs/{pack.id}/", pack.title),
            el("p", pack.audience),
            el("p", length(words, pack)),
            el("p", to_present(page, pack)),
        )
        for pack in index.library.packs
    ]
    page.add(rows(cards, class_="nav-cards") or el("p", words["practice.packs.none"]))
    make = page.link("practice/make/", words["practice.packs.make"])
    page.add(el("p", page.fill("practice.packs.none_fits", make=make)))
    return page.page(words["practice.packs.description"], contents=False)


def length(words: Words, pack: Pack) -> str:
    """Say how many cases there are, and how long they take."""
    return words(
        "practice.pack.how_long",
        cases=words.count("practice.pack.cases", len(pack.scenarios)),
        minutes=words.count("practice.pack.minutes", pack.minutes),
    )


def cases_of(index: LibraryIndex, pack: Pack) -> list[Case]:
    """Return the cases of a pack in its own order."""
    by_id = {case.scenario.id: case for case in index.cases}
    return [by_id[scenario] for scenario in pack.scenarios]


def hash_of(index: LibraryIndex, pack: Pack) -> str:
    """Return what stands from the `#` on in the address of each page of a pack's session."""
    return session_hash(cases_of(index, pack), pack.title, pack.minutes)


def to_present(page: PageBuilder, pack: Pack) -> Html:
    """Link to a pack on the screen of a room."""
    return page.link(f"{PRESENT}{hash_of(page.index, pack)}", page.words["present.link"])


def begin(index: LibraryIndex, pack: Pack, paper: str = "", title: str = "") -> PageBuilder:
    """Begin the page of a pack, or of a paper of it."""
    path = f"packs/{pack.id}/{paper}.md" if paper else f"packs/{pack.id}.md"
    page = PageBuilder(index, path, title or pack.title, f"packs/{pack.id}")
    above = [("packs/", page.words["practice.packs.title"]), (f"packs/{pack.id}/", pack.title)]
    page.crumbs(*(above if paper else above[:1]))
    return page


def session(index: LibraryIndex, pack: Pack) -> Page:
    """Write the page that learners open."""
    page = begin(index, pack)
    words, cases = page.words, cases_of(index, pack)
    about = {"audience": pack.audience, "length": length(words, pack)}
    page.add(
        el("p", pack.purpose, class_="nav-lede"),
        facts((words[f"practice.pack.{name}"], said) for name, said in about.items()),
    )
    agenda = [el("a", case.scenario.title, href=f"#{case.slug}") for case in cases]
    page.add(
        el(
            "div",
            tools(words),
            el("h2", words["practice.session.cases"], id="cases", tabindex="-1"),
            rows(agenda, "ol", class_="nav-agenda"),
            [article(page, case) for case in cases],
            finish(words),
            end(page, pack),
            class_="nav-session js-session",
            data_title=pack.title,
        ),
        el("p", page.link(f"packs/{pack.id}/trainer/", words["practice.trainer.title"])),
        edition(page, cases),
    )
    return page.page(pack.purpose, contents=False, learn=True, searched=False)


def for_trainers(index: LibraryIndex, pack: Pack) -> Page:
    """Write the notes, what to print, what to open with a room, and the code that people scan."""
    words, address = index.library.words, f"packs/{pack.id}/"
    page = begin(index, pack, "trainer", words("practice.trainer.of", pack=pack.title))
    links = [
        page.link(address, words["practice.trainer.learners"]),
        to_present(page, pack),
        page.link(f"{RESULTS}{hash_of(index, pack)}", words["practice.trainer.results"]),
        *(page.link(f"{address}{paper}/", words[f"practice.paper.{paper}.link"]) for paper in PAPERS),
        page.link(f"{MAKE}{hash_of(index, pack)}", words["practice.trainer.make"]),
    ]
    page.add(
        [el("p", note) for note in (pack.notes or "").splitlines() if note],
        el("p", words("practice.trainer.pass", **{"pass": pack.passing, "cases": len(pack.scenarios)}))
        if pack.passing
        else None,
        rows(links),
        el("p", words["practice.trainer.same_page"]),
        edition(page, cases_of(index, pack)),
        code(words, index.site_url, address),
    )
    return page.page(words["practice.trainer.description"], contents=False, learn=True, searched=False)


def on_paper(index: LibraryIndex, pack: Pack, paper: str) -> Page:
    """Write a paper of a pack."""
    words, texts = index.library.words, index.library.words.group(f"practice.paper.{paper}")
    page = begin(index, pack, paper, words(f"practice.paper.{paper}.title", pack=pack.title))
    cases = cases_of(index, pack)
    hint = el("p", texts["hint"], class_="nav-hint") if "hint" in texts else None
    drawn = code(words, index.site_url, f"packs/{pack.id}/")
    page.add(
        el("div", el("div", hint, edition(page, cases)), drawn, class_="nav-paper-head"),
        sheets(page, cases, paper),
    )
    return page.page(texts["description"], contents=False, learn=True, searched=False)
