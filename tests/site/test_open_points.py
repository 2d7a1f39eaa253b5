"""The page `What these policies leave open`."""

from html import escape

import pytest

from navigator.check.gaps import OpenPoint, open_points
from navigator.core.model import FindingKind, Library
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import plain
from navigator.site.pages import findings
from tests.mini import TODAY


@pytest.fixture(scope="module")
def points(library: Library) -> list[OpenPoint]:
    return list(open_points(library, TODAY))


@pytest.fixture(scope="module")
def page(library: Library) -> Page:
    # Words are not explained here, so that each text stands in one piece.
    without = frozenset(term.id for term in library.glossary)
    return findings.open_points(LibraryIndex(library, without), TODAY)


def test_every_open_point_stands_there_with_its_question_and_its_section(
    page: Page, points: list[OpenPoint]
) -> None:
    """The page lists what the command and the check list, by hand and by rule."""
    assert page.path == "open.md"
    assert page.text.count('class="nav-ask"') == len(points)
    for point in points:
        for words in (point.says, point.ask_owner, point.source.section):
            assert escape(words, quote=False) in page.text


def test_points_are_grouped_by_policy(page: Page, library: Library, points: list[OpenPoint]) -> None:
    """Each policy with an open point has one heading, in the order of the policies."""
    headings = [line for line in page.text.splitlines() if line.startswith("## ")]
    open_ones = {point.policy for point in points}
    assert headings == [
        f"## {plain(policy.title)} {{ #{policy.id} }}"
        for policy in library.policies
        if policy.id in open_ones
    ]


def test_a_point_links_to_the_stages_it_is_about(page: Page) -> None:
    """What is open at one stage leads there; what is open at every stage names none."""
    assert 'href="../policies/somerset-qa-dispute/#at-stage-3-level-4"' in page.text
    g11 = page.text.partition("The document does not say how a carer can ask for it.")[2].partition("</li>")[
        0
    ]
    assert "Where it matters" not in g11


def test_every_kind_has_its_words(library: Library) -> None:
    """No kind of point is without a name for readers."""
    assert library.words.group("site.finding").keys() == set(FindingKind)
