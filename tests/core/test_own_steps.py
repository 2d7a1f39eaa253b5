"""An urgent answer waits for no question: a service's own steps are offered below it."""

from dataclasses import replace
from datetime import date

import pytest

from navigator.check.dead_ends import dead_ends
from navigator.core.cases import differences, play
from navigator.core.engine import advance
from navigator.core.journey import PolicyBasis, enter, follow, nodes, own_steps, paths
from navigator.core.model import Library, Question, Scenario
from navigator.core.model.scenario import Expected, GivenAnswer
from navigator.core.nodes import Node
from navigator.core.outcome import Outcome
from tests.builders import source
from tests.core.sample import LIBRARY

TODAY = date(2026, 11, 21)
NORTH_SAFETY = replace(LIBRARY.policy["safety"], id="north-safety", title="Safety in North", national=False)
NORTH = replace(
    LIBRARY.service["north"], policies=(*LIBRARY.service["north"].policies, "north-safety"), order=1
)


def world(library: Library = LIBRARY) -> Library:
    """Return a library in which North has a policy of its own for the urgent route."""
    others = (each for each in library.services if each.id != "north")
    return replace(library, policies=(*library.policies, NORTH_SAFETY), services=(NORTH, *others))


def named_on_a_calm_route() -> Library:
    """Return one in which an answer names a stage of a route that is not urgent, for everybody."""
    danger, topic = LIBRARY.triage.questions
    options = tuple(
        replace(option, stage="second") if option.id == "complaint" else option for option in topic.options
    )
    questions: tuple[Question, ...] = (danger, replace(topic, options=options))
    return replace(LIBRARY, triage=replace(LIBRARY.triage, questions=questions))


def test_an_urgent_answer_is_there_before_any_question() -> None:
    """Somebody in danger sees the national steps at once, though one service has steps of its own."""
    reached = follow(world(), {"danger": "now"})
    assert reached.node == Node(None, "safety", None, "now")
    assert enter(world(), "safety") == Node("progress", "safety")


def test_an_urgent_answer_offers_the_services_that_have_their_own_steps() -> None:
    """The page tells of them, and each leads on within the service's own policy."""
    outcome = advance(world(), {"danger": "now"}, {}, TODAY).outcome
    assert outcome
    assert (outcome.policy.id, outcome.policy_basis) == ("safety", PolicyBasis.NATIONAL)
    assert [(option.id, option.to) for option in outcome.own_steps] == [
        ("north", Node("progress", "safety", "north"))
    ]


def test_the_way_goes_on_from_an_urgent_answer_for_who_names_the_service() -> None:
    """The service's own policy is then asked where the matter has got to, and shown."""
    given = {"danger": "now", "service": "north", "progress": "worry"}
    outcome = advance(world(), given, {}, TODAY).outcome
    assert outcome
    assert (outcome.policy.id, outcome.position.key, outcome.policy_basis) == (
        "north-safety", "worry", PolicyBasis.OWN,
    )  # fmt: skip
    assert [reason.question for reason in outcome.why] == ["danger", "service", "progress"]


def test_on_a_site_of_one_service_the_urgent_answer_comes_first_too() -> None:
    """Its own steps are not asked about before help is called: they are offered on the page."""
    alone = replace(world(), services=(NORTH,))
    outcome = advance(alone, {"danger": "now"}, {}, TODAY).outcome
    assert outcome
    assert (outcome.policy.id, outcome.position.key) == ("safety", "now")
    assert [option.id for option in outcome.own_steps] == ["north"]
    given = {"danger": "now", "service": "north", "progress": "worry"}
    reached = advance(alone, given, {}, TODAY).outcome
    assert reached
    assert reached.policy.id == "north-safety"


def test_a_service_without_its_own_steps_changes_nothing() -> None:
    """Who names another service stays where they are: nothing is lost and nothing refused."""
    reached = follow(world(), {"danger": "now", "service": "south"})
    assert reached.node == Node(None, "safety", None, "now")
    assert reached.ignored == ("service",)


def test_nothing_is_offered_where_no_service_differs_or_the_route_is_not_urgent() -> None:
    """Elsewhere the service was asked before, or makes no difference."""
    assert own_steps(LIBRARY, Node(None, "safety", None, "now")) is None
    assert own_steps(world(), Node(None, "complaint", "south", "first")) is None
    assert own_steps(world(), Node(None, "safety", "north", "now")) is None


def test_the_own_steps_have_pages_and_ways_of_their_own() -> None:
    """What is offered below an urgent answer is among the pages and the ways, and ends somewhere."""
    own = Node(None, "safety", "north", "worry")
    assert own in set(nodes(world()))
    given = {"danger": "now", "service": "north", "progress": "worry"}
    assert (given, own) in list(paths(world()))
    assert list(dead_ends(world())) == []


@pytest.mark.parametrize(
    ("service", "reached"),
    [
        ("south", Node(None, "complaint", "other", "second")),
        ("other", Node(None, "complaint", "other", "second")),
        ("north", Node("progress", "complaint", "north")),
    ],
)
def test_a_stage_named_for_everybody_is_that_of_all_without_a_policy_of_their_own(
    service: str, reached: Node
) -> None:
    """On other routes the service is asked first; a service's own policy has other stages, so it asks."""
    given = {"danger": "no", "topic": "complaint"}
    library = named_on_a_calm_route()
    assert follow(library, given).node == Node("service", "complaint", None, "second")
    assert follow(library, {**given, "service": service}).node == reached


def scenario(whose: str | None, /, **answers: str) -> Scenario:
    return Scenario(
        id="any",
        title="A case",
        story="It is late.",
        answers=tuple(map(GivenAnswer, answers, answers.values())),
        today=TODAY,
        expect=Expected("complaint", "england-complaint", "first", whose, next="second"),
        worked_out="By hand.",
        source=source("Page 2", "paper"),
        wrong_turns=(),
    )


@pytest.mark.parametrize("differ", [True, False])
@pytest.mark.parametrize("named", [True, False])
def test_a_case_of_the_national_policy_holds_whichever_services_come_and_go(
    differ: bool, named: bool
) -> None:
    """With or without services that differ, and with `not sure` written or left out, it ends the same."""
    library = LIBRARY
    if not differ:
        others = tuple(replace(each, policies=()) for each in LIBRARY.services)
        library = replace(LIBRARY, services=others)
    answers = {"danger": "no", "topic": "complaint"} | ({"service": "other"} if named else {})
    case = scenario("other" if named else None, **answers, progress="first")
    outcome = play(library, case)
    assert isinstance(outcome, Outcome), outcome
    # Each deadline is left out of this case, which is about the way there.
    assert [row[0] for row in differences(library, outcome, case)] == ["deadlines"]


def test_a_case_that_names_its_service_needs_not_be_asked_for_it() -> None:
    """Where no service has steps of its own, everybody is shown the same, whichever service is named."""
    others = tuple(replace(each, policies=()) for each in LIBRARY.services)
    case = scenario("south", danger="no", topic="complaint", service="south", progress="first")
    outcome = play(replace(LIBRARY, services=others), case)
    assert isinstance(outcome, Outcome)
    assert (outcome.policy.id, outcome.service) == ("england-complaint", None)
