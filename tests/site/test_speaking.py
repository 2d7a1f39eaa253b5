"""Papers say every role in the third person and leave none to be chosen; cases speak to who tells them."""

import pytest

from navigator.core.addressing import is_the_reader
from navigator.core.model import Library
from navigator.core.model.kinds import ROLE_MENTIONED
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.paper.content import papers
from navigator.site.practice.cases import case_page


@pytest.fixture(scope="module")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library)


def test_the_shipped_texts_do_leave_roles_to_be_chosen(library: Library) -> None:
    """Else the test below, and that of all pages, would hold of anything."""
    assert any(ROLE_MENTIONED.search(repr(policy)) for policy in library.policies)


def test_no_paper_leaves_a_role_to_be_chosen(index: LibraryIndex) -> None:
    """A PDF is for whoever has it in hand."""
    left = {
        paper.path: [
            found[0] for found in ROLE_MENTIONED.finditer(repr(paper)) if found[1] in index.library.role
        ]
        for paper in papers(index)
    }
    assert {path: found for path, found in left.items() if found} == {}


def test_a_case_speaks_to_whoever_tells_it(index: LibraryIndex) -> None:
    """What its teller is to do is said to them, and nobody is told that `You` do something `he does`."""
    words = index.library.words
    for case in index.cases:
        reader, library = case.outcome.reader, case.library
        own = [role for role in library.roles if reader and is_the_reader(library, role, reader.id)]
        assert all(role.name == words["role.you"] for role in own), case.scenario.id
        text = case_page(index, case).text
        assert words("practice.exercise.tell.about", who="You") not in text
        assert bool(own) or words["practice.exercise.tell.you.about"] not in text
