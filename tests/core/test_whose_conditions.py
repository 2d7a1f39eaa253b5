"""An answer about a condition is about one policy: others may have a condition of the same name."""

from navigator.core.engine import advance
from navigator.core.journey import at
from navigator.core.model import Library, Next
from navigator.core.model.rules import Alongside, Caution
from navigator.core.outcome import Outcome
from tests.builders import TODAY, condition, library, policy, service, source, stage, timescale

NATIONAL = policy(
    stage("stage-1", timescale(only_if="complex")),
    id="law",
    national=True,
    conditions=(condition(holds="the law is complex"),),
    warnings=(Caution("mind", "Mind the law.", source(), only_if="complex"),),
    alongside=(Alongside("other", "Another thing may run.", source(), route="other", only_if="complex"),),
)
OTHER = policy(
    stage("stage-1", timescale("clock", only_if="complex")),
    id="other",
    route="other",
    national=True,
    conditions=(condition(holds="the other is complex"),),
)
OWN = policy(
    stage("stage-1", timescale("own", only_if="complex"), if_unresolved=Next("On.", stage="stage-2")),
    stage("stage-2", timescale("later", only_if="complex")),
    id="town",
    conditions=(condition(),),
)


def world() -> Library:
    """Build a service with a policy of its own over a national one, and another route beside them."""
    return library(NATIONAL, OTHER, OWN, services=(service("town", "town"),))


def outcome(answer: str) -> Outcome:
    """Return the outcome at the first stage after an answer about the own policy's condition."""
    there = world()
    found = advance(there, {"if-complex": answer}, {}, TODAY, at(there, "issue", "town", "stage-1")).outcome
    assert found is not None
    return found


def test_a_national_warning_names_the_national_condition() -> None:
    """What stays of a national policy says its own condition, whatever was answered about the service's."""
    for answer in ("yes", "no", "unsure"):
        (warning,) = [each for each in outcome(answer).warnings if each.says == "Mind the law."]
        assert warning.condition == "Only if the law is complex."


def test_a_clock_alongside_names_its_own_condition() -> None:
    """The time of another route is there even where the own policy's condition is not met."""
    (parallel,) = outcome("no").also
    assert parallel.condition == "Only if the law is complex."
    assert [each.condition for each in parallel.deadlines] == ["Only if the other is complex."]


def test_the_own_condition_decides_on_the_own_times() -> None:
    """Met, it is said no more; not met, its time is gone; open, it stands with the time."""
    assert [each.condition for each in outcome("yes").deadlines] == [None]
    assert outcome("no").deadlines == ()
    assert [each.condition for each in outcome("unsure").deadlines] == ["Only if it is complex."]


def test_the_page_of_a_later_stage_asks_its_conditions_first() -> None:
    """What follows leads to the question of the next stage, as only its answer tells which page is meant."""
    follows = outcome("yes").next
    assert follows is not None
    assert follows.node is not None
    assert (follows.node.choice, follows.node.question) == ("stage-2", "if-complex")
