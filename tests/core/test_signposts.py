"""An answer may lead to a signpost, where the way ends without a stage or a date."""

from dataclasses import replace
from datetime import date

import pytest

from navigator.core.cases import differences, play
from navigator.core.engine import advance
from navigator.core.journey import first, follow, nodes, paths, question
from navigator.core.model import Confidence, Expected, GivenAnswer, Library, Scenario, Signpost, Source
from navigator.core.nodes import Node
from navigator.core.report import report
from tests.mini import Mini
from tests.signposted import ANSWERS, library_of, signposted

TODAY = date(2026, 11, 21)
CASE = Scenario(
    "no-pay",
    "No pay",
    "My pay has not come.",
    tuple(GivenAnswer(*each) for each in ANSWERS.items()),
    TODAY,
    Expected(signpost="money"),
    "It is money.",
    Source("Part 3", "law"),
    (),
)


@pytest.fixture
def library(mini: Mini) -> Library:
    return library_of(signposted(mini))


def test_the_answer_stands_before_the_one_of_somebody_who_is_not_sure(library: Library) -> None:
    """It has the signpost's name, and its source falls back on that of what is to be done first."""
    asked = question(library, Node("topic"))
    assert [option.id for option in asked.options] == ["complaint", "money", "unsure"]
    option = asked.options[1]
    assert (option.label, option.hint, option.because) == (
        "My money has not come",
        "Pay or mileage.",
        "The law says who pays.",
    )
    assert option.source == Source("Part 3", "law")
    assert option.to.address == "help/money/"


def test_a_way_that_ends_at_a_signpost_has_neither_question_nor_outcome(library: Library) -> None:
    """The signpost is told, and nothing is asked there: an answer to what would follow is without effect."""
    step = advance(library, {**ANSWERS, "progress": "stage-1", "phase": "late"}, {}, TODAY)
    assert (step.question, step.outcome) == (None, None)
    assert step.signpost is not None
    assert step.signpost.id == "money"
    assert step.trail.ignored == ("progress", "phase")
    assert [answered.choice.id for answered in step.trail.answered] == ["calm", "money"]


def test_it_is_told_as_plain_data(library: Library) -> None:
    """What reads JSON gets its name, its title and its address."""
    assert report(advance(library, ANSWERS, {}, TODAY)) == {
        "status": "signpost",
        "signpost": {"id": "money", "title": "Money that has not come"},
        "address": "help/money/",
        "ignored": [],
    }


def test_it_is_an_end_of_a_path_and_no_page_of_the_wizard(library: Library) -> None:
    """Whoever counts the ways finds it, and whoever writes the wizard's pages does not."""
    ends = [node for answers, node in paths(library) if answers == ANSWERS]
    assert [node.signpost for node in ends] == ["money"]
    assert all(node.signpost is None for node in nodes(library))
    assert first(library) in nodes(library)


def test_it_can_be_changed_like_any_other_answer(library: Library) -> None:
    """The question that led there can be shown again."""
    trail = follow(library, ANSWERS, until="topic")
    assert (trail.node.question, trail.ignored) == ("topic", ("topic",))


def test_a_case_can_end_there(library: Library) -> None:
    """It holds where its answers lead to the signpost that it names, and tells any other end."""
    reached = play(library, CASE)
    assert isinstance(reached, Signpost)
    assert list(differences(library, reached, CASE)) == []
    other = replace(CASE, expect=Expected("complaint", "national", "stage-1"))
    assert list(differences(library, reached, other)) == [("policy", "national", "money")]
    complains = replace(
        CASE, answers=(*CASE.answers[:1], GivenAnswer("topic", "complaint"), GivenAnswer("service", "other"))
    )
    outcome = play(library, complains)
    assert not isinstance(outcome, str)
    assert list(differences(library, outcome, complains)) == [("signpost", "money", "national")]


def test_a_fact_keeps_its_own_document_and_confidence(library: Library) -> None:
    """Only what names none falls back on the signpost's document."""
    (fact,) = library.signpost["money"].facts
    assert fact.source == Source("Page 1", "guide", Confidence.C)
