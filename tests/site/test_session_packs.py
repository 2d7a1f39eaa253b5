"""Session packs, and the links that trainers make."""

import re
from dataclasses import replace
from html import escape, unescape

import pytest

from navigator.core.model import Library, Pack
from navigator.load.words import english_words
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.kit.print_links import code
from navigator.site.practice.custom_session import custom_session_pages
from navigator.site.practice.effort import effort
from navigator.site.practice.packs import cases_of, for_trainers, on_paper, overview, pack_pages, session
from navigator.site.practice.session_builder import make


@pytest.fixture(scope="module")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library)


def cases_in(page: Page) -> list[str]:
    return re.findall(r'data-case="([^"]+)"', page.text)


def test_there_are_packs_for_several_audiences(library: Library) -> None:
    """Trainers can begin with no preparation."""
    assert len(library.packs) >= 3
    assert len({pack.audience for pack in library.packs}) == len(library.packs)
    assert max(len(pack.scenarios) for pack in library.packs) == 12


def test_a_pack_shows_its_cases_in_its_own_order(index: LibraryIndex) -> None:
    """Trainer and learners see the same cases, one after the other."""
    for pack in index.library.packs:
        assert cases_in(session(index, pack)) == list(pack.scenarios)


def test_a_pack_has_the_time_that_its_cases_take(index: LibraryIndex) -> None:
    """No pack is shorter than what its cases ask for; one has 45 minutes, for carers and workers alike."""
    page = PageBuilder(index, "practice/x.md", "x", "x")
    for pack in index.library.packs:
        assert sum(effort(page, case).minutes for case in cases_of(index, pack)) <= pack.minutes
    (short,) = (pack for pack in index.library.packs if pack.minutes <= 45)
    tellers = {case.trail.node.reader for case in cases_of(index, short)}
    assert tellers - {None} == {"carer", "supervising-social-worker"}


def test_a_handout_has_every_story_and_no_answer(index: LibraryIndex) -> None:
    """Paper for learners must not tell what is right."""
    stories = {each.id: each for each in index.library.scenarios}
    for pack in index.library.packs:
        text = unescape(on_paper(index, pack, "handout").text)
        for name in pack.scenarios:
            assert stories[name].story.splitlines()[0] in text
            assert stories[name].worked_out.splitlines()[0] not in text
            assert all(turn.why not in text for turn in stories[name].wrong_turns)


def test_an_answer_sheet_has_every_answer(index: LibraryIndex) -> None:
    """The trainer has each outcome, how it was worked out, and each wrong turn."""
    stories = {each.id: each for each in index.library.scenarios}
    for pack in index.library.packs:
        text = unescape(on_paper(index, pack, "answers").text)
        for name in pack.scenarios:
            assert stories[name].worked_out.splitlines()[0] in text
            assert all(turn.why in text for turn in stories[name].wrong_turns)


def test_a_new_pack_gets_its_pages(library: Library) -> None:
    """A pack is data: four pages come of it, and a place in the list."""
    first, second = [case.id for case in library.scenarios if case.expect.route][:2]
    pack = Pack("two", "Two cases", "Testers.", "You try two.", 10, (second, first))
    index = LibraryIndex(replace(library, packs=(pack,)))
    assert [page.path for page in pack_pages(index)] == [
        "packs/index.md", "packs/two.md", "packs/two/trainer.md", "packs/two/handout.md",
        "packs/two/answers.md",
    ]  # fmt: skip
    assert "Two cases" in overview(index).text
    assert "2 cases" in overview(index).text


def test_a_code_to_scan_needs_the_address_of_the_site(index: LibraryIndex) -> None:
    """Where nobody has said where the site will be there is no code; else it is drawn, with the address."""
    pack = index.library.packs[0]
    assert "nav-qr" not in for_trainers(index, pack).text
    placed = for_trainers(replace(index, site_url="https://fostering.example/navigator"), pack).text
    assert f"https://fostering.example/navigator/packs/{pack.id}/" in placed
    assert "<svg" in placed
    assert "style=" not in code(english_words(), "https://fostering.example/", "packs/x/")


def test_the_page_to_make_a_link_offers_every_case_once(index: LibraryIndex) -> None:
    """Each has a box that waits for scripts, its story, and a link that scripts know it by."""
    text = make(index).text
    assert sorted(re.findall(r'type="checkbox" id="take-(\w+)" autocomplete="off" hidden', text)) == sorted(
        case.slug for case in index.cases
    )
    assert sorted(re.findall(r'data-code="(\w+)" data-mark="(\w+)"', text)) == sorted(
        (case.code, case.mark) for case in index.cases
    )
    assert all(escape(case.scenario.story.splitlines()[0], quote=False) in text for case in index.cases)


def test_without_scripts_the_session_page_leads_to_packs_and_cases(index: LibraryIndex) -> None:
    """A link that somebody opens without scripts is no dead end."""
    draft = next(each for each in custom_session_pages(index) if each.path == "practice/session.md")
    page = draft.write()
    assert 'href="../../packs/"' in page.text
    assert all(f'href="../../{case.address}"' in page.text for case in index.cases)
