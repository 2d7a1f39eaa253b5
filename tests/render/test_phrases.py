"""Facts in words."""

import pytest

from navigator.core.citations import Cited
from navigator.core.model import Confidence, Role
from navigator.core.phrases import cited_in_words, rule_and_firmness, status_in_words
from navigator.core.role_names import actor
from navigator.core.time.deadlines import DeadlineState, DeadlineStatus
from navigator.load.words import english_words
from navigator.render.html_writer import HtmlWriter
from tests.builders import document

WORDS = english_words()


@pytest.mark.parametrize(
    ("state", "days", "working_days", "said"),
    [
        pytest.param(DeadlineState.TODAY, 0, 0, "Due today.", id="today"),
        pytest.param(DeadlineState.MET, 0, 0, "Done in time.", id="met"),
        pytest.param(DeadlineState.AHEAD, 3, 1, "Due in 3 days (1 working day).", id="ahead"),
        pytest.param(DeadlineState.PAST, 1, 2, "Overdue by 1 day (2 working days).", id="past"),
        pytest.param(DeadlineState.MISSED, 9, 7, "Done 9 days (7 working days) late.", id="missed"),
        pytest.param(DeadlineState.AHEAD, 900, None, "Due in 900 days.", id="beyond the calendar"),
    ],
)
def test_how_a_deadline_stands(state: DeadlineState, days: int, working_days: int | None, said: str) -> None:
    """Days and working days are counted in words, and working days are left out where nobody knows them."""
    assert status_in_words(WORDS, DeadlineStatus(state, days, working_days)) == said


@pytest.mark.parametrize(
    ("name", "bare", "said"), [("team manager", False, "The team manager"), ("ofsted", True, "Ofsted")]
)
def test_a_role_begins_a_sentence(name: str, bare: bool, said: str) -> None:
    """With `the` before it, unless its name takes none."""
    assert actor(WORDS, Role("r", name, "Explains.", bare=bare)) == said


@pytest.mark.parametrize(
    ("confidence", "said"),
    [
        (Confidence.A, "The act, Section 1"),
        (Confidence.B, "The act, Section 1 (read in a copy, or on another organisation's page)"),
        (Confidence.C, "The act, Section 1 (not confirmed: please check this)"),
    ],
)
def test_a_place_says_if_it_is_not_confirmed(confidence: Confidence, said: str) -> None:
    """What was read in the original has nothing after it."""
    act = document("act", "The act", "Parliament")
    assert cited_in_words(WORDS, Cited(act, "Section 1", confidence)) == said


def test_a_rule_without_firmness_stands_alone() -> None:
    """Nothing is added where the source does not say how firm it is."""
    assert rule_and_firmness(WORDS, "Straight away.", None) == "Straight away."


@pytest.mark.parametrize(("begins", "said"), [(True, ">Your manager<"), (False, ">your manager<")])
def test_a_role_that_takes_no_article_begins_with_a_capital_on_a_page(begins: bool, said: str) -> None:
    """`Your manager` at the beginning of a sentence, and small within one."""
    role = Role("manager", "your manager", "Explains.", bare=True)
    assert said in str(HtmlWriter(WORDS).role(role, begins=begins))
