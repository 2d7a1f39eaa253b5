"""Cards for a worker's first hour: in order, with the policy's own times, and lines to write numbers on."""

import re
from dataclasses import replace

import pytest

from navigator.core.model import CardTime, Library
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.pages.first_hour import card_page, first_hour_pages


@pytest.fixture(scope="module")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library)


def page(index: LibraryIndex, name: str) -> str:
    return card_page(index, next(card for card in index.written.first_hour if card.id == name)).text


def test_there_is_a_card_for_each_of_the_five(index: LibraryIndex) -> None:
    """An allegation, a worry, a missing child, a complaint, a call: each is listed and has a page."""
    drafts = {draft.path: draft.write().text for draft in first_hour_pages(index)}
    names = ["allegation", "safety", "missing", "complaint", "call"]
    assert list(drafts) == ["first-hour/index.md", *(f"first-hour/{name}.md" for name in names)]
    assert re.findall(r"first-hour/([a-z]+)/", drafts["first-hour/index.md"]) == names


def test_what_is_done_first_stands_first(library: Library) -> None:
    """Minutes, hour and day stand in this order on each card, and none is left out."""
    order = list(CardTime)
    for card in library.first_hour:
        moments = [order.index(step.when) for step in card.steps]
        assert moments == sorted(moments), card.id
        assert card.steps[0].when is CardTime.MINUTES, card.id
        assert set(moments) == {0, 1, 2}, card.id


def test_the_times_are_those_of_the_policy(index: LibraryIndex) -> None:
    """The working day for the LADO is the policy's own rule, and is not written a second time."""
    assert "Within 1 working day after the day you learned of the allegation." in page(index, "allegation")
    written = next(card for card in index.written.first_hour if card.id == "allegation")
    assert not any("working day after" in step.act for step in written.steps)


def test_a_number_that_a_service_holds_is_printed_and_any_other_is_a_line(library: Library) -> None:
    """With a number for the LADO in its contacts, a service has it on the card, with whose it is."""
    blank = 'class="nav-blank"'
    before = page(LibraryIndex(library), "allegation")
    lado = replace(library.contacts[0], id="x-lado", name="Riverside's LADO", phone="01632 960123")
    held = replace(lado, reaches="designated-officer")
    after = page(LibraryIndex(replace(library, contacts=(*library.contacts, held))), "allegation")
    assert before.count(blank) == 4
    assert after.count(blank) == 3
    assert "Riverside's LADO: " in after
    assert 'href="tel:01632960123"' in after


def test_each_line_has_its_source(index: LibraryIndex) -> None:
    """Every thing to do, to write down or not to do stands among the sources with its place."""
    for card in index.written.first_hour:
        lines = len(card.steps) + len(card.write_down) + len(card.do_not)
        assert page(index, card.id).count('class="nav-source"') == lines, card.id
