"""Every word that readers meet is the policies' own or the catalogue's: code and templates hold none.

The site is built in the pseudo-language, which puts an accent on each letter of the catalogue, from policies
in Cyrillic letters. A plain Latin word that is left comes from nowhere.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from html.parser import HTMLParser
from itertools import cycle, islice
from pathlib import Path

import pytest
from pypdf import PdfReader

from navigator.cli import main
from navigator.core.journey import first
from navigator.core.model import Scenario
from navigator.load.library import load
from navigator.load.words import PSEUDO
from navigator.render.session import Session, open_session
from navigator.site.build import outputs, pages, plugin
from navigator.site.build.library_json import LibraryJson
from navigator.site.build.own_words_json import OwnWordsJson
from navigator.site.build.run_mkdocs import PACKAGED, build
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft
from navigator.site.pages.home import home
from navigator.site.pages.wizard import Engine
from navigator.site.paper.renderer import Printed
from tests.shipped import DATA
from tests.site.masked import mask, masked

SPOKEN = {
    *("alt", "aria-description", "aria-label", "aria-roledescription", "aria-valuetext"),
    *("data-label", "label", "placeholder", "title"),
}
"""Attributes that are shown or read out."""
SILENT = ("script", "style", "code")
ALLOWED = re.compile(r"\S*[/@]\S*|#|\bMB\b|YYYY-MM-DD")
"""Addresses, and signs that are the same in every language."""
FIELDS = ("day", "month", "year")
MANY = re.compile(r"find/|practice/c[0-9a-f]{8}|embed/")
"""How the addresses begin of the wizard's pages, the cases and the pages for other sites."""
SHOWN = re.compile("^(?:SUMMARY|DESCRIPTION):(.*)", re.MULTILINE)
"""What a calendar shows of an event."""
PLAIN = re.compile(r"[A-Za-z]+")


class Spoken(HTMLParser):
    """The words of a page that somebody sees or hears, each with where it stands."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in SILENT:
            self._open.append(tag)
        if tag == "meta" and given.get("name") == "description":
            self.found.append(f"description: {given['content']}")
        self.found += [f"{tag} {name}: {said}" for name, said in attrs if said and name in SPOKEN]

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not self._open and data.strip():
            self.found.append(": " + " ".join(data.split()))


def plain(said: str) -> list[str]:
    """Return the plain Latin words of a text."""
    return PLAIN.findall(ALLOWED.sub(" ", said))


def left_on(html: str) -> Iterator[str]:
    """Yield each text of a page that has a plain word in it."""
    return (said for said in Spoken(html).found if plain(said.partition(": ")[2]))


def left(site: Path) -> dict[str, str]:
    """Return each text with a plain word in it, with the first page or PDF that has it."""
    lines: dict[str, str] = {}
    for path in sorted(site.rglob("*.html")):
        for line in left_on(path.read_text(encoding="utf-8")):
            lines.setdefault(line, path.relative_to(site).as_posix())
    for path in sorted(site.rglob("*.pdf")):
        text = " ".join(page.extract_text() for page in PdfReader(path).pages)
        for word in plain(text):
            lines.setdefault(word, path.relative_to(site).as_posix())
    return lines


type Drafts = Callable[[LibraryIndex, date, Engine | None], Iterator[Draft]]
type Papers = Iterator[tuple[str, Callable[[], Printed]]]

all_papers = outputs._papers


def some_papers(index: LibraryIndex) -> Papers:
    """Yield every third PDF: they are many and alike."""
    return islice((each for each in all_papers(index) if each[0].endswith(".pdf")), 0, None, 3)


class Pseudo:
    """Sites in the pseudo-language from masked policies, without the pages written by hand."""

    def __init__(self, folder: Path) -> None:
        loaded = load(DATA, PSEUDO)
        assert loaded.library
        self.folder = folder
        self.loaded = loaded
        self.library = masked(loaded.library)

    def build(self, name: str, made: Drafts, papers: Callable[[LibraryIndex], Papers] = some_papers) -> Path:
        """Build a site of some pages, in a folder of this name."""
        (self.folder / "docs").mkdir(exist_ok=True)
        options = {"runtime": False, "folder": str(DATA), "language": PSEUDO}
        settings = {
            "INHERIT": str(PACKAGED),
            "site_name": mask("Site"),
            "site_description": mask("Site"),
            "docs_dir": "docs",
            "plugins": {"navigator": options},
        }
        config = self.folder / "mkdocs.yml"
        config.write_text(json.dumps(settings), encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(plugin, "load_checked", lambda *_: (self.library, self.loaded))
            patch.setattr(outputs, "drafts_by_folder", lambda *given: {"": partial(made, *given)})
            patch.setattr(outputs, "_papers", papers)
            # Nobody reads what is learned from them, and masked letters teach nothing.
            patch.setattr(OwnWordsJson, "write", lambda *_, **__: "{}")
            build(self.folder / name, config=config)
        return self.folder / name


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Pseudo:
    return Pseudo(tmp_path_factory.mktemp("pseudo"))


@pytest.fixture(scope="module")
def site(pseudo: Pseudo) -> Path:
    return pseudo.build("whole", with_engine)


def with_engine(index: LibraryIndex, today: date, _: Engine | None) -> Iterator[Draft]:
    """Yield pages as they are where there is an engine: with the words that scripts show.

    Of those that are many and alike, every fourth is there.
    """
    there = cycle([True, False, False, False])
    drafts = pages.drafts(index, today, Engine(1_000_000, 2_000_000))
    return (draft for draft in drafts if not MANY.match(draft.path) or next(there))


def test_no_word_of_a_page_or_pdf_stands_in_code_or_templates(site: Path) -> None:
    """In the pseudo-language with masked policies, nothing that is seen or read out has a plain letter."""
    assert left(site) == {}


def answers(session: Session, case: Scenario, origin: str) -> Iterator[str]:
    """Yield every page that somebody sees who answers as in a case, and all that can be taken away."""
    days = {given.event: {name: str(getattr(given.day, name)) for name in FIELDS} for given in case.dates}
    message: dict[str, object] = {
        "origin": origin,
        "answers": {given.question: given.option for given in case.answers},
        "today": case.today.isoformat(),
    }
    mistakes = [dict.fromkeys(days, dict.fromkeys(FIELDS, text)) for text in ("x", "99")]
    for typed in ({}, days, *mistakes):
        answer = json.loads(session.answer(json.dumps(message | {"typed": typed})))
        yield f"<title>{answer['title']}</title>{answer['html']}"
    for what in ("text", "message", "calendar"):
        answer = json.loads(session.answer(json.dumps(message | {"typed": days, "take": what})))
        text = answer.get("taken", "")
        yield " ".join(SHOWN.findall(text)) if what == "calendar" else text


def test_no_word_of_an_answer_or_of_what_is_taken_from_it_stands_in_code(pseudo: Pseudo) -> None:
    """What the wizard says in the browser, on typed dates and on mistakes in them too, is the catalogue's."""
    session = open_session(LibraryJson().write(pseudo.library))
    origin = first(pseudo.library).slug
    cases = [case for case in pseudo.library.scenarios if case.expect.route]
    said = (html for case in cases[::3] for html in answers(session, case, origin))
    assert {line for html in said for line in left_on(html)} == set()


def test_a_word_that_is_planted_in_a_page_function_is_found(pseudo: Pseudo) -> None:
    """The test above notices one English sentence on one page."""

    def planted(index: LibraryIndex, *_: object) -> Iterator[Draft]:
        page = home(index)
        yield Draft(page.path, lambda: replace(page, text=f"{page.text}\n\n<p>Planted here.</p>\n"))

    assert left(pseudo.build("planted", planted, lambda _: iter(()))) == {": Planted here.": "index.html"}


@pytest.mark.parametrize(
    "html",
    [
        "<title>A</title>",
        '<nav aria-label="Main">',
        '<td data-label="Day">',
        '<meta name="description" content="It">',
    ],
)
def test_words_that_are_not_in_the_text_of_a_page_are_found(html: str) -> None:
    """Titles, descriptions and labels for screen readers are looked at too."""
    assert len(list(left_on(html))) == 1


def test_pages_and_papers_say_which_language_they_are_in(site: Path) -> None:
    """Browsers, screen readers and PDF readers are told the language."""
    assert '<html lang="en-XA"' in (site / "index.html").read_text(encoding="utf-8")
    assert '<html lang="en-XA"' in (site / "404.html").read_text(encoding="utf-8")
    assert json.loads((site / "manifest.json").read_text(encoding="utf-8"))["lang"] == "en-XA"
    assert str(PdfReader(next(site.rglob("*.pdf"))).root_object["/Lang"]) == "en-XA"


def test_a_language_without_words_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever mistypes a language is told which there are, and no site is built."""
    arguments = ["build", "--data", str(DATA), "--out", str(tmp_path / "site"), "--language", "en-US"]
    assert main(arguments) == 2
    assert "en-US: there are no words in this language; there are en-GB, en-XA" in capsys.readouterr().err
    assert not list(tmp_path.rglob("*.html"))
