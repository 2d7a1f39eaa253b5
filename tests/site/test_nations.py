"""Pages for people whose fostering is not under England's law."""

import pytest

from navigator.core.model import Library
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.pages.signposts import signpost_page

NATIONS = {"wales": "Wales", "scotland": "Scotland", "northern-ireland": "Northern Ireland"}


def test_each_other_nation_has_a_signpost(library: Library) -> None:
    """Wales, Scotland and Northern Ireland have one each, which a question about the nation leads to."""
    assert {each.id: each.nation for each in library.signposts if each.nation} == NATIONS
    led_to = {option.signpost for option in library.question["nation"].options}
    assert led_to >= set(NATIONS)


@pytest.mark.parametrize("name", NATIONS)
def test_no_word_is_explained_as_it_is_meant_in_england(library: Library, name: str) -> None:
    """An ombudsman of another nation is not said to be England's: such a page explains no word."""
    signpost = next(each for each in library.signposts if each.id == name)
    text = signpost_page(LibraryIndex(library), signpost).text
    assert NATIONS[name] in text
    assert "glossary/#" not in text


@pytest.mark.parametrize("name", NATIONS)
def test_nothing_leads_on_to_a_process_of_england(library: Library, name: str) -> None:
    """No way on from such a page is a route: all of them are England's."""
    signpost = next(each for each in library.signposts if each.id == name)
    assert not [way for way in (*signpost.leads_to, *signpost.is_not) if way.route]
