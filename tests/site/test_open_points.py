"""The page `What these policies leave open`."""

from dataclasses import replace
from html import escape

import pytest

from navigator.check.gaps import By, OpenPoint, is_published, open_points
from navigator.core.addressing import speaking_to
from navigator.core.engine import advance
from navigator.core.model import FindingKind, Library
from navigator.core.nodes import Node
from navigator.site.build.library_json import LibraryJson
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import plain
from navigator.site.pages import findings
from navigator.site.pages.policies import policy_page
from tests.mini import TODAY


@pytest.fixture(scope="module")
def library(library: Library) -> Library:
    """Return the shipped library as pages say it: in the third person."""
    return speaking_to(library, None)


@pytest.fixture(scope="module")
def points(library: Library) -> list[OpenPoint]:
    return list(open_points(library, TODAY))


@pytest.fixture(scope="module")
def page(library: Library) -> Page:
    # Words are not explained here, so that each text stands in one piece.
    without = frozenset(term.id for term in library.glossary)
    return findings.open_points(LibraryIndex(library, without), TODAY)


def test_every_open_point_stands_there_with_its_question_and_its_section(
    page: Page, library: Library, points: list[OpenPoint]
) -> None:
    """The page lists what the command lists as published, by hand and by rule."""
    assert page.path == "open.md"
    shown = [point for point in points if is_published(library, point)]
    assert page.text.count('class="nav-ask"') == len(shown)
    for point in shown:
        for words in (point.says, point.ask_owner, point.source.section):
            assert escape(words, quote=False) in page.text


def test_points_are_grouped_by_policy(page: Page, library: Library, points: list[OpenPoint]) -> None:
    """Each policy with an open point has one heading, in the order of the policies."""
    headings = [line for line in page.text.splitlines() if line.startswith("## ")][1:]
    open_ones = {point.policy for point in points if is_published(library, point)}
    assert headings == [
        f"## {plain(policy.title)} {{ #{policy.id} }}"
        for policy in library.policies
        if policy.id in open_ones
    ]


def test_a_table_says_which_policy_answers_which_plain_question(page: Page, library: Library) -> None:
    """Each policy that answers any has a line with five answers, and leads to where they stand in full."""
    table = page.text.partition('class="nav-replies"')[2].partition("</table>")[0]
    answering = [policy for policy in library.policies if policy.answers]
    assert table.count("<td") == 5 * len(answering)
    assert all(f"policies/{policy.id}/" in table for policy in answering)
    four = table.partition("policies/escalation-four-stage/")[2].partition("</tr>")[0]
    assert library.words["site.open.reply.not_stated"] in four


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


def test_what_was_found_by_hand_is_shown_for_the_policies_that_are_shipped(
    library: Library, points: list[OpenPoint]
) -> None:
    """Every gap that somebody read in a document is shown; what a rule found in a service's is a draft."""
    drafts = [point for point in points if not is_published(library, point)]
    assert [point.id for point in drafts if point.by is By.HAND] == []
    assert {library.policy[point.policy].national for point in drafts} <= {False}
    assert any(point.by is By.RULE for point in points if library.policy[point.policy].national)


def test_a_service_that_publishes_no_findings_has_none_on_any_page(library: Library) -> None:
    """Without the switch, a policy's findings stand on no page and in no data of the wizard."""
    services = tuple(replace(each, publish_findings=False) for each in library.services)
    silent = replace(library, services=services)
    says = library.policy["somerset-qa-dispute"].findings[-1].says
    index = LibraryIndex(silent, frozenset(term.id for term in library.glossary))
    assert escape(says, quote=False) not in findings.open_points(index, TODAY).text
    assert escape(says, quote=False) not in policy_page(index, silent.policy["somerset-qa-dispute"]).text
    assert says in LibraryJson().write(library)
    assert says not in LibraryJson().write(silent)
    node = Node(None, "iro-quality", "somerset", "stage-3/level-4")
    for world, shown in ((library, True), (silent, False)):
        route = world.policy["somerset-qa-dispute"].route
        outcome = advance(world, {}, {}, TODAY, origin=replace(node, route=route)).outcome
        assert outcome is not None
        assert bool(outcome.findings) is shown
