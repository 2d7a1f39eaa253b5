"""PDFs of routes and policies: on A4, tagged, searchable, complete, and set only once."""

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader

from navigator.core.addressing import speaking_to
from navigator.core.model import Library
from navigator.load.words import english_words
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.paper.content import Paper, papers, policy_paper
from navigator.site.paper.renderer import PaperRenderer

A4_POINTS = (595, 842)
MARGIN = 42.5
GUTTER = 19.8
"""Of the two columns of a paper, in points."""
NAME = "Fostering policy navigator"


def typeset(found: Iterable[Paper], site_name: str, folder: Path) -> dict[str, Path]:
    """Set papers, and return the file of each by its path on the site."""
    pdfs = PaperRenderer(folder)
    files = dict(pdfs.start(found, site_name))
    pdfs.wait()
    return files


@pytest.fixture(scope="module")
def library(library: Library) -> Library:
    """Return the shipped library as pages say it: in the third person."""
    return speaking_to(library, None)


@pytest.fixture(scope="module")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library, frozenset(), NAME, "https://site.example/path")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("papers")


@pytest.fixture(scope="module")
def made(index: LibraryIndex, folder: Path) -> dict[str, PdfReader]:
    return {path: PdfReader(file) for path, file in typeset(papers(index), NAME, folder).items()}


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_every_route_and_policy_has_a_paper(made: dict[str, PdfReader], library: Library) -> None:
    """Nothing has to be printed from the screen."""
    routes = {f"routes/{route.id}.pdf" for route in library.routes}
    assert made.keys() == routes | {f"policies/{policy.id}.pdf" for policy in library.policies}


def test_papers_are_short(made: dict[str, PdfReader]) -> None:
    """The longest policy takes five pages, and a route two at most."""
    pages = {path: len(reader.pages) for path, reader in made.items()}
    assert {path: number for path, number in pages.items() if number > (5 if "policies" in path else 2)} == {}


def test_a_paper_is_a4_and_can_be_read_aloud(made: dict[str, PdfReader]) -> None:
    """Each is on A4, tagged, in British English, with a title."""
    for path, reader in made.items():
        assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in reader.pages} == {
            A4_POINTS
        }
        root = reader.root_object
        assert "/Marked': True" in str(root["/MarkInfo"]), path
        assert "/StructTreeRoot" in root, path
        assert str(root["/Lang"]) == "en-GB"
        assert reader.metadata
        assert reader.metadata.title


def test_a_route_on_paper_says_where_to_go_and_what_comes_next(
    made: dict[str, PdfReader], library: Library
) -> None:
    """It holds the route, whom to call in danger, and each policy's next step, version and source."""
    for route in library.routes:
        text = words(made[f"routes/{route.id}.pdf"])
        assert route.name in text
        assert library.triage.danger.heading in text
        assert f"https://site.example/path/routes/{route.id}/" in text.replace(" ", "")
        for policy in library.policies:
            if policy.route == route.id:
                first = next(policy.leaf_stages())
                assert f"Next step: {first.title}" in text
                assert "Source: " in text
                assert f"Checked on: {english_words().short_date(policy.checked_on)}" in text


def test_a_policy_on_paper_leaves_nothing_out(made: dict[str, PdfReader], library: Library) -> None:
    """Every stage, time limit, exclusion and open point of a policy stands on its paper."""
    for policy in library.policies:
        text = words(made[f"policies/{policy.id}.pdf"])
        said = [policy.title, *(position.title for position in policy.leaf_stages())]
        said += [place.timescale.does.rstrip(".") for place in policy.timescales()]
        said += [item.says for item in policy.does_not_cover] + [item.says for item in policy.findings]
        said += [policy.version] if policy.version else []
        missing = [each for each in said if "".join(each.split()) not in "".join(text.split())]
        assert missing == [], policy.id


def test_words_are_never_taken_for_markup(index: LibraryIndex, tmp_path: Path) -> None:
    """Signs that mean something to the typesetter are printed as they are."""
    odd = "A #sign, *stars*, _lines_, $money$, `ticks`, <angles>, @at, ~tilde and \\ back."
    policy = replace(index.library.policies[0], summary=odd, title="Odd #1 *title*")
    (file,) = typeset([policy_paper(index, policy)], NAME, tmp_path).values()
    text = words(PdfReader(file))
    assert odd in text
    assert "Odd #1 *title*" in text


SCRIPTS = (
    "☎ 999 😀 ☐ ☑ ☒ ✓ ✗ ➢ ● → non\u2011breaking",
    "العربية: اتصل بالرقم ٩٩٩",
    "עברית",
    "中文 日本語 한국어",
    "বাংলা",
    "ਪੰਜਾਬੀ",
    "தமிழ்",
    "ትግርኛ",
    "اردو",
    "Ελληνικά, Українська, Język żółć, română ștț, Soomaali",
)
"""One text each of the scripts and signs that policies hold."""


@pytest.fixture(scope="module")
def many_scripts(index: LibraryIndex, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """Return a paper in which each point that a policy does not cover is in another script."""
    odd = ("A \uf0b7 bullet of Word's own", "Unknown \u0378 and hid\ufeffden sign", *SCRIPTS)
    policy = next(each for each in index.library.policies if each.does_not_cover)
    points = tuple(replace(policy.does_not_cover[0], says=text) for text in odd)
    changed = replace(policy, does_not_cover=points, summary=SCRIPTS[1], title=f"Title ☎ {SCRIPTS[2]}")
    (file,) = typeset([policy_paper(index, changed)], NAME, tmp_path_factory.mktemp("scripts")).values()
    return PdfReader(file)


def test_every_script_is_printed(many_scripts: PdfReader) -> None:
    """Every letter and sign of a policy is in its paper, which stays one that can be read aloud."""
    shown = {letter for page in many_scripts.pages for letter in page.extract_text()}
    simple = "".join(SCRIPTS[0:1] + SCRIPTS[2:4] + SCRIPTS[-1:])  # other scripts join their letters
    assert set(simple) - shown - {"\u2011"} == set()
    assert "/StructTreeRoot" in many_scripts.root_object


def test_what_no_font_has_is_printed_by_its_number(many_scripts: PdfReader) -> None:
    """A character without a shape leaves a mark that can be seen, and the paper is made all the same."""
    text = words(many_scripts)
    assert "A [U+F0B7] bullet of Word's own" in text.replace("’", "'")  # noqa: RUF001 - as it is typeset
    assert "Unknown [U+0378] and hid[U+FEFF]den sign" in text


def test_what_was_not_foreseen_keeps_no_paper_back(
    index: LibraryIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where characters that seemed sound cannot be printed, all unusual ones are printed as their numbers."""
    monkeypatch.setattr("navigator.site.paper.renderer.not_shown", lambda texts: {})
    policy = replace(index.library.policies[0], summary="Private \uf0b7 and \u2192 plain")
    (file,) = typeset([policy_paper(index, policy)], NAME, tmp_path).values()
    assert "Private [U+F0B7] and [U+2192] plain" in words(PdfReader(file))


def arabic_within_its_column(page: PageObject) -> list[float]:
    """Return how far from the left of its column each piece of Arabic on a page begins, in points."""
    second, step = A4_POINTS[0] / 2, (A4_POINTS[0] - 2 * MARGIN + GUTTER) / 2
    places: list[float] = []

    def note(text: str, matrix: list[float], *_: object) -> None:
        if any("\u0600" <= letter <= "\u06ff" for letter in text):
            places.append(matrix[4] - MARGIN - (step if matrix[4] > second else 0))

    page.extract_text(visitor_text=note)
    return places


def test_arabic_runs_from_right_to_left(index: LibraryIndex, tmp_path: Path) -> None:
    """A paragraph in Arabic begins at the right of its column; a point of an English list by its bullet."""
    policy = next(each for each in index.library.policies if each.covers)
    point = replace(policy.covers[0], says=SCRIPTS[1])
    middle = (A4_POINTS[0] - 2 * MARGIN - GUTTER) / 4
    for changed, leftward in (
        (replace(policy, summary=SCRIPTS[1]), True),
        (replace(policy, covers=(policy.covers[0], point)), False),
    ):
        (file,) = typeset([policy_paper(index, changed)], NAME, tmp_path).values()
        places = [place for page in PdfReader(file).pages for place in arabic_within_its_column(page)]
        assert places
        assert (min(places) > middle) if leftward else (min(places) < middle)


def test_a_paper_is_set_again_only_where_its_words_have_changed(index: LibraryIndex, tmp_path: Path) -> None:
    """The same words give the same file, untouched; other words give another."""
    first, second = (policy_paper(index, policy) for policy in index.library.policies[:2])
    before = typeset([first, second], NAME, tmp_path)
    for file in before.values():
        file.write_bytes(b"kept\n%%EOF\n")
    changed = replace(second, footer="Another edition")
    after = typeset([first, changed], NAME, tmp_path)
    assert after[first.path].read_bytes() == b"kept\n%%EOF\n"
    assert after[second.path] != before[second.path]
    assert after[second.path].read_bytes().startswith(b"%PDF")


def test_two_makings_are_alike(index: LibraryIndex, tmp_path: Path) -> None:
    """A paper depends on its words alone, and on no clock."""
    paper: Paper = policy_paper(index, index.library.policies[0])
    one, two = (typeset([paper], NAME, tmp_path / name)[paper.path].read_bytes() for name in "ab")
    assert one == two


def test_nobody_is_told_a_day_of_making(index: LibraryIndex) -> None:
    """What is on paper says when the policy was checked, which is what its reader has to know."""
    policy = replace(index.library.policies[0], checked_on=date(2026, 3, 4))
    assert "Checked on 4 March 2026." in policy_paper(index, policy).footer


def test_only_papers_that_nobody_wants_any_more_are_removed(index: LibraryIndex, tmp_path: Path) -> None:
    """What a build has asked for lately stays, whoever asked; what is a month old goes."""
    for name, age in (("new", 0), ("old", 31 * 24 * 3600)):
        (tmp_path / f"{name}.pdf").write_bytes(b"%PDF")
        moment = (tmp_path / f"{name}.pdf").stat().st_mtime - age
        os.utime(tmp_path / f"{name}.pdf", (moment, moment))
    (file,) = typeset([policy_paper(index, index.library.policies[0])], NAME, tmp_path).values()
    assert {path.name for path in tmp_path.iterdir()} == {"new.pdf", file.name}


def test_a_paper_that_cannot_be_set_is_told(index: LibraryIndex, tmp_path: Path) -> None:
    """Waiting raises what went wrong, so that no build is taken for whole."""
    paper = policy_paper(index, index.library.policies[0])
    headless = replace(paper, sections=({**paper.sections[0], "level": 3},))
    with pytest.raises(RuntimeError, match="first heading"):
        typeset([headless], NAME, tmp_path)
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize("left", [b"", b"%PDF-1.7\nhalf of it"], ids=["nothing", "a half"])
def test_a_damaged_paper_is_set_again(index: LibraryIndex, tmp_path: Path, left: bytes) -> None:
    """A power cut may leave less of a file than was written."""
    paper = policy_paper(index, index.library.policies[0])
    (file,) = typeset([paper], NAME, tmp_path).values()
    whole = file.read_bytes()
    file.write_bytes(left)
    typeset([paper], NAME, tmp_path)
    assert file.read_bytes() == whole
