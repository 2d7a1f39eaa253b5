"""Whose page somebody gets: their own, that of all like them, or the one that services share."""

from dataclasses import replace
from typing import Any

import pytest

from navigator.check.dead_ends import dead_ends
from navigator.core.journey import PolicyBasis, asked_at, destination, enter, own_pages, question
from navigator.core.model import (
    Contact,
    Library,
    PlainAnswer,
    PlainQuestion,
    PlainReply,
    Policy,
)  # fmt: skip
from navigator.core.policies import national_for
from tests.builders import (
    CHECKED,
    closures,
    leading_on,
    policy,
    route,
    service,
    source,
    stage,
    step,
    timescale,
)  # fmt: skip
from tests.core.readers import seen, world


def national(name: str, **fields: Any) -> Policy:  # noqa: ANN401
    """Build a national policy of two stages."""
    stages = leading_on(*(stage(each, timescale(f"{each}-time")) for each in ("first", "second")))
    return policy(*stages, **{"id": name, "title": name, "national": True} | fields)


def spoken_to(*, urgent: bool = False) -> Library:
    """Build a library with a national policy for everybody, and one for children."""
    child = policy(
        stage("tell", steps=(step("worker"),)), id="for-children", national=True, speaks_to=("child",)
    )
    there = world(national("for-all"), child)
    return replace(there, routes=(route("issue", "for-all", urgent=urgent),))


@pytest.mark.parametrize(
    ("reader", "shown"), [("child", "for-children"), ("carer", "for-all"), (None, "for-all")]
)
def test_a_policy_may_speak_to_some_readers_in_place_of_the_routes_own(
    reader: str | None, shown: str
) -> None:
    """A child gets the child's page; everybody else gets what the route falls back on."""
    there = spoken_to()
    assert national_for(there, "issue", reader).id == shown
    node = enter(there, "issue", None, reader)
    end = node if node.question is None else question(there, node).options[0].to
    assert destination(there, end).policy.id == shown


def test_an_urgent_page_offers_the_pages_of_other_readers() -> None:
    """Nobody has said who they are: a child can go on to the child's page, and others stay."""
    there = spoken_to(urgent=True)
    here = question(there, enter(there, "issue")).options[0].to
    asked = own_pages(there, here)
    assert asked is not None
    assert [(option.id, option.label) for option in asked.options] == [("child", "a child")]
    assert destination(there, asked.options[0].to).policy.id == "for-children"
    assert [each.id for each in asked_at(there, here)] == ["reader"]
    assert own_pages(there, asked.options[0].to) is None
    assert own_pages(spoken_to(), here) is None


def test_contacts_are_those_of_the_reader() -> None:
    """A contact for some readers is left out for the others; to nobody in particular all are shown."""
    contacts = (
        Contact("children", "A line for children", CHECKED, source(), readers=("child",)),
        Contact("carers", "A line for carers", CHECKED, source(), readers=("carer",)),
        Contact("all", "A line for all", CHECKED, source()),
    )
    there = world(policy(contacts=("children", "carers", "all")), contacts=contacts)
    shown = {
        reader: [each.id for each in seen(there, reader).contacts]
        for reader in ("child", "carer", "relative", "head", None)
    }
    assert shown == {
        "child": ["children", "all"],
        "carer": ["carers", "all"],
        "relative": ["carers", "all"],
        "head": ["all"],
        None: ["children", "carers", "all"],
    }


SERVICES = (
    service("north", "paper"),
    service("south", order=2),
    service("east", order=3, contacts=("emergency",)),
    service("west", order=4, closures=closures("2026-12-29")),
    service("other", order=5, unsure=True),
)


def differing() -> Library:
    """Build a library with a policy of North's own, and a national one for all other services."""
    own = policy(
        *leading_on(
            stage("stage-1", timescale(amount=10, closes_stage=True), summary="A look."), stage("stage-2")
        )
    )
    there = world(own, national("for-all"), services=SERVICES)
    return replace(there, routes=(route("issue", "for-all"),))


@pytest.mark.parametrize(
    ("named", "page"),
    [
        pytest.param("north", "north", id="a policy of its own"),
        pytest.param("south", "other", id="nothing of its own"),
        pytest.param("east", "east", id="a contact of its own"),
        pytest.param("west", "west", id="days off of its own"),
        pytest.param("other", "other", id="not sure which"),
    ],
)
def test_services_with_nothing_of_their_own_share_a_page(named: str, page: str) -> None:
    """What would say the same is one page, and it is told which service was named."""
    there = differing()
    asked = question(there, enter(there, "issue", None, "carer"))
    (option,) = (each for each in asked.options if each.id == named)
    assert option.to.service == page
    (stage_1, *_) = (each.id for each in question(there, option.to).options)
    assert seen(there, "carer", service=named, progress=stage_1).service == named


def test_what_holds_everywhere_comes_first_and_examples_have_no_date() -> None:
    """A service without a policy gets the national one; how North does it is told in words beside it."""
    found = seen(differing(), "carer", service="south", progress="first")
    assert found.policy_basis is PolicyBasis.NATIONAL_FALLBACK
    (example,) = found.examples
    assert (example.service, example.policy.id) == ("North Council", "paper")
    assert [(each.title, each.summary) for each in example.stages] == [
        ("Stage 1", "A look."),
        ("Stage 2", None),
    ]
    assert example.stages[0].rule == "Within 10 working days from the day of sent."
    assert (example.stages[1].rule, example.node.service) == (None, "north")
    assert seen(differing(), "carer", service="north", progress="stage-1").examples == ()


def test_plain_questions_have_plain_answers_where_they_hold() -> None:
    """Each answer has its question, its word and its source; one for a stage is told there alone."""
    answers = (
        PlainAnswer(PlainQuestion.SKIP, PlainReply.NO, "Begin at {link}.", source=source("Page 2")),
        PlainAnswer(PlainQuestion.WORSE, PlainReply.NOT_STATED),
        PlainAnswer(PlainQuestion.OWN, PlainReply.YES, "They may.", "May they?", source(), ("second",)),
    )
    there = world(national("for-all", answers=answers))
    told = seen(there, "carer", progress="first").answers
    assert [(each.ask, each.reply, each.says) for each in told] == [
        ("May I skip this?", "No", "Begin at your link worker."),
        ("Can I be treated worse for asking?", "The policy does not say", None),
    ]
    assert told[0].source is not None
    assert (told[0].source.section, told[1].source) == ("Page 2", None)
    assert [each.ask for each in seen(there, "carer", progress="second").answers][-1] == "May they?"


def test_a_services_own_steps_and_the_pages_of_readers_lead_in_no_circle() -> None:
    """Below an urgent answer both are offered; whoever has a page of their own stays on it."""
    own = policy(stage("tell-us", steps=(step("carer", act="tell us"),)), id="norths-own")
    there = spoken_to(urgent=True)
    there = replace(
        there,
        policies=(*there.policies, own),
        services=(service("north", "norths-own"), service("south", order=2)),
    )
    here = question(there, enter(there, "issue")).options[0].to
    assert [each.id for each in asked_at(there, here)] == ["reader", "service"]
    (child,) = asked_at(there, here)[0].options
    assert asked_at(there, child.to) == ()
    (north,) = asked_at(there, here)[1].options
    assert destination(there, north.to).policy.id == "norths-own"
    assert asked_at(there, north.to) == ()
    assert list(dead_ends(there)) == []
