"""Which answers still hold once one of them has changed."""

from navigator.core.journey import first
from navigator.core.model import Library
from navigator.render.change_answer import with_answer
from navigator.render.request import NewAnswer
from tests.builders import condition, library, policy, stage, timescale

ANSWERS = {"topic": "issue", "progress": "stage-2", "if-complex": "yes"}


def world() -> Library:
    """Build two routes whose policies word the same stages alike, and have a condition of the same name."""
    stages = (stage("stage-1", timescale(only_if="complex")), stage("stage-2", timescale(only_if="complex")))
    written = (
        policy(*stages, id=name, route=name, conditions=(condition(),)) for name in ("issue", "complaint")
    )
    return library(*written)


def changed(question: str, option: str) -> dict[str, str]:
    """Return the answers after one of them has changed."""
    there = world()
    return with_answer(there, ANSWERS, first(there), NewAnswer(question, option))


def test_a_condition_keeps_its_answer_at_another_stage() -> None:
    """Another stage of the same policy keeps what was said of a condition."""
    assert changed("progress", "stage-1") == ANSWERS | {"progress": "stage-1"}


def test_a_condition_loses_its_answer_with_another_policy() -> None:
    """A condition is its policy's own, even where another policy has one of the same name."""
    assert changed("topic", "complaint") == {"topic": "complaint", "progress": "stage-2"}


def test_an_answer_about_a_condition_is_changed_alone() -> None:
    """Another answer about a condition leaves all others as they are."""
    assert changed("if-complex", "no") == ANSWERS | {"if-complex": "no"}
