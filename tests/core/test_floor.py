"""The national floor: what England's policy for a route holds stays beside a service's own one."""

from typing import Any

import pytest

from navigator.core.model import (
    Alongside,
    Caution,
    Contact,
    FloorPart,
    Library,
    Policy,
    Replacement,
    Right,
)
from navigator.core.outcome import Outcome
from tests.builders import (
    CHECKED,
    document,
    library,
    outcome_of,
    policy,
    route,
    service,
    source,
    stage,
    timescale,
)

NATIONAL = policy(
    stage("start", timescale("t")),
    id="law",
    document="act",
    national=True,
    contacts=("helpline", "emergency"),
    warnings=(
        Caution("no-questions", "Do not question the child.", source()),
        Caution("at-the-start", "Only at the start.", source(), ("start",)),
        Caution("old", "This text is old.", source(), of_this_policy=True),
    ),
    rights=(Right("support", "You can have independent support.", source()),),
    alongside=(Alongside("talk", "You can talk.", source(), "talking"),),
)
TALKING = policy(id="talk", route="talking", national=True)


def shown(**own: Any) -> Outcome:  # noqa: ANN401
    """Show the second stage of South Council's own policy to one of its readers."""
    paper = policy(
        stage("stage-1", timescale("t")),
        stage("stage-2", timescale("u")),
        **{"contacts": ("south",), "warnings": (Caution("own", "Our own warning.", source()),)} | own,
    )
    return outcome_of(world(paper), "stage-2", service="south")


def world(paper: Policy) -> Library:
    reached = [
        Contact(name, name, CHECKED, source("Number", "gazette"), phone="0800 11 11")
        for name in ("helpline", "emergency", "south")
    ]
    return library(
        NATIONAL,
        paper,
        TALKING,
        routes=(route("issue", "law"), route("talking", "talk")),
        services=(service("south", "paper"),),
        contacts=tuple(reached),
        documents=(
            document("paper", "The paper", "South Council"),
            document("act", "The act", "Parliament"),
            document("gazette", "The gazette", "The government"),
        ),
    )


def test_contacts_warnings_rights_and_what_runs_alongside_stay() -> None:
    """An own policy adds to England's: all is there that is not about its text, and cites its document."""
    outcome = shown()
    assert [contact.id for contact in outcome.contacts] == ["south", "helpline", "emergency"]
    assert [(each.says, each.source and each.source.document.id) for each in outcome.warnings] == [
        ("Our own warning.", "paper"),
        ("Do not question the child.", "act"),
        ("Only at the start.", "act"),
    ]
    assert [(right.says, right.source and right.source.document.id) for right in outcome.rights] == [
        ("You can have independent support.", "act")
    ]
    assert [parallel.says for parallel in outcome.also] == ["You can talk."]


@pytest.mark.parametrize(
    ("part", "item", "left"),
    [
        (FloorPart.CONTACTS, "helpline", {"contacts": ["south", "emergency"]}),
        (FloorPart.WARNINGS, "no-questions", {"warnings": ["Our own warning.", "Only at the start."]}),
        (FloorPart.RIGHTS, "support", {"rights": []}),
        (FloorPart.ALONGSIDE, "talk", {"also": []}),
    ],
)
def test_an_item_is_replaced_by_name_only(part: FloorPart, item: str, left: dict[str, list[str]]) -> None:
    """What an own policy names as replaced is gone, and nothing else."""
    outcome = shown(replaces=(Replacement(part, item, "Ours takes its place.", source()),))
    found = {
        "contacts": [contact.id for contact in outcome.contacts],
        "warnings": [remark.says for remark in outcome.warnings],
        "rights": [remark.says for remark in outcome.rights],
        "also": [parallel.says for parallel in outcome.also],
    }
    assert {key: found[key] for key in left} == left
    whole = {"contacts": 3, "warnings": 3, "rights": 1, "also": 1}
    assert {key: len(held) for key, held in found.items() if key not in left} == {
        key: number for key, number in whole.items() if key not in left
    }


def test_a_route_that_the_policy_speaks_of_itself_is_told_once() -> None:
    """Where an own policy says what may run alongside by a route, England's words on it do not follow."""
    own = Alongside("ours", "Ask us for a talk.", source(), "talking")
    assert [parallel.says for parallel in shown(alongside=(own,)).also] == ["Ask us for a talk."]


def test_a_warning_of_one_stage_holds_where_the_policy_has_that_stage() -> None:
    """What England's policy warns of at a stage is shown at the stage of that name, where there is one."""
    paper = policy(stage("start", timescale("t")), stage("later", timescale("u")))
    at = {key: outcome_of(world(paper), key, service="south").warnings for key in ("start", "later")}
    assert ["Only at the start." in [each.says for each in at[key]] for key in at] == [True, False]


def test_an_example_of_another_service_has_no_floor() -> None:
    """A reader without a policy sees England's own, which is itself the floor, once."""
    outcome = outcome_of(world(policy(stage("stage-1"), id="paper")), "start", service=None)
    assert [contact.id for contact in outcome.contacts] == ["helpline", "emergency"]
