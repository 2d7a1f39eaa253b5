"""Draft messages: their recipients, and the dates in them."""

import re
from datetime import date, datetime

import pytest

from navigator.core.engine import advance
from navigator.core.journey import nodes
from navigator.core.model import DateKind, Library, Message, Phase, Unit
from navigator.core.nodes import Node
from navigator.load.words import english_words
from navigator.render.take_away import message
from tests import builders
from tests.builders import condition, stage, timescale
from tests.takeaway.persons import TODAY, drafted, outcome_of

# From the sources: who writes to whom, and who gets a copy.
ADDRESSED = [
    ("escalation-four-stage", "stage-1", "foster-carer", ["supervising-social-worker"], []),
    ("escalation-four-stage", "stage-2", "supervising-social-worker", ["line-manager"], []),
    ("escalation-four-stage", "stage-3", "supervising-social-worker", ["team-manager"], []),
    ("escalation-four-stage", "stage-4", "supervising-social-worker", ["operational-lead"], ["team-manager"]),
    ("somerset-qa-dispute", "stage-1", "fostering-reviewing-officer", ["social-worker"],
     ["practice-supervisor", "team-manager"]),
    ("somerset-qa-dispute", "stage-2", "fostering-reviewing-officer",
     ["practice-supervisor", "team-manager"], ["social-worker"]),
    ("somerset-qa-dispute", "stage-3/level-1", "fostering-reviewing-officer", ["operations-manager"],
     ["practice-supervisor", "team-manager"]),
    ("somerset-qa-dispute", "stage-3/level-2", "fostering-reviewing-officer", ["head-of-service"],
     ["team-manager", "operations-manager"]),
    ("somerset-qa-dispute", "stage-3/level-3", "fostering-reviewing-officer", ["deputy-director"],
     ["team-manager", "operations-manager", "head-of-service"]),
    ("somerset-qa-dispute", "stage-3/level-4", "fostering-reviewing-officer",
     ["director-of-childrens-services"],
     ["team-manager", "operations-manager", "head-of-service", "deputy-director"]),
    ("childrens-home-challenge", "challenge", "registered-person",
     ["placing-authority", "relevant-person"], []),
    ("childrens-home-challenge", "escalate", "registered-person",
     ["placing-authority", "relevant-person"], []),
    ("childrens-home-challenge", "plan-change", "registered-person", ["independent-reviewing-officer"], []),
    ("childrens-home-challenge", "safety-dcs", "registered-person", ["director-of-childrens-services"], []),
    ("norfolk-complaint", "stage-1", "foster-carer", ["complaints-team"], []),
    ("norfolk-complaint", "stage-2", "foster-carer", ["complaints-team"], []),
    ("council-complaint", "stage-1", "foster-carer", ["complaints-manager"], []),
    ("council-complaint", "stage-2", "foster-carer", ["complaints-manager"], []),
    ("council-complaint", "stage-3", "foster-carer", ["complaints-manager"], []),
    ("council-complaint", "own-1", "foster-carer", ["complaints-team"], []),
    ("council-complaint", "own-2", "foster-carer", ["complaints-team"], []),
    ("parent-complaint", "stage-1", "parent", ["complaints-manager"], []),
    ("parent-complaint", "stage-2", "parent", ["complaints-manager"], []),
    ("parent-complaint", "stage-3", "parent", ["complaints-manager"], []),
    ("my-complaint", "stage-1", "child", ["complaints-manager"], []),
    ("my-complaint", "stage-2", "child", ["complaints-manager"], []),
    ("my-complaint", "stage-3", "child", ["review-panel"], []),
    ("child-complaint", "stage-1", "child", ["complaints-manager"], []),
    ("allegation", "about-me", "foster-carer", ["fostering-service"], []),
    ("allegation", "about-another", "foster-carer", ["supervising-social-worker", "fostering-manager"], []),
    ("allegation-home", "about-another", "home-staff", ["registered-person"], []),
    ("allegation-worker", "about-another", "worker", ["designated-officer"], []),
    ("raising-a-concern", "raise", "anybody", ["ofsted"], []),
    ("safeguarding", "concern", "anybody", ["childs-social-worker", "emergency-duty-team"], []),
    ("safeguarding-child", "concern", "child", ["childs-social-worker"], []),
    ("safeguarding-home", "concern", "home-staff", ["registered-person"], []),
    ("safeguarding-parent", "concern", "parent", ["childs-social-worker", "emergency-duty-team"], []),
    ("safeguarding-worker", "concern", "worker", ["childs-social-worker", "emergency-duty-team"], []),
    ("care-plan", "talk", "whoever-disagrees", ["childs-social-worker", "independent-reviewing-officer"], []),
    ("care-plan", "iro-dispute", "whoever-disagrees", ["independent-reviewing-officer"], []),
    ("my-plan", "talk", "child", ["childs-social-worker", "independent-reviewing-officer"], []),
    ("my-plan", "iro-dispute", "child", ["independent-reviewing-officer"], []),
    ("informal-talk", "talk", "foster-carer", ["supervising-social-worker"], []),
    ("irm", "no-letter", "foster-carer", ["fostering-service"], []),
    ("irm", "apply", "foster-carer", ["independent-review-mechanism"], []),
    ("irm", "review", "foster-carer", ["independent-review-mechanism"], []),
    ("ombudsman", "complain", "complainant", ["ombudsman"], []),
    ("practice-line-manager", "raise", "foster-carer", ["workers-line-manager"], []),
    ("raise-an-issue", "raise", "foster-carer", ["supervising-social-worker"], []),
    ("standards-of-care", "concern", "foster-carer", ["fostering-service"], []),
    ("records", "ask", "anybody", ["record-holder"], []),
    ("records", "ico", "anybody", ["record-holder"], []),
    ("transfer", "notice", "foster-carer", ["fostering-service", "placing-authority"], []),
    ("school", "sent-home", "foster-carer", ["school"], []),
    ("school", "permanent", "foster-carer", ["governing-board"], []),
    ("everyday-decisions", "in-the-plan", "foster-carer", ["childs-social-worker"], []),
    ("workers-practice", "raise", "foster-carer", ["workers-line-manager"], []),
    ("your-social-worker", "supervised", "foster-carer", ["fostering-service"], []),
    ("reviewing-officers-concern", "raise", "fostering-reviewing-officer",
     ["supervising-social-worker", "team-manager"], []),
]  # fmt: skip
# Where somebody in danger has to be helped by a call, and where only the service acts.
UNWRITTEN = {
    ("child-complaint", "stage-2"),
    ("child-complaint", "stage-3"),
    ("allegation-worker", "about-me"),
    ("allegation-child", "tell"),
    ("safeguarding", "immediate"),
    ("safeguarding-child", "immediate"),
    ("safeguarding-home", "immediate"),
    ("safeguarding-parent", "immediate"),
    ("safeguarding-worker", "immediate"),
    ("fostering-review", "first-review"),
    ("fostering-review", "later-review"),
    ("kent-allocation", "new-carer"),
    ("kent-allocation", "experienced"),
    ("kent-allocation", "specialist"),
    ("norfolk-complaint", "stage-3"),
}


@pytest.mark.parametrize(("policy", "position", "who", "to", "cc"), ADDRESSED)
def test_a_message_goes_to_those_the_document_names(
    library: Library, policy: str, position: str, who: str, to: list[str], cc: list[str]
) -> None:
    """Writer, addressees and copies are those of the source."""
    found = drafted(library, policy, position)
    assert (found.who.id, [role.id for role in found.to], [role.id for role in found.cc]) == (who, to, cc)


def test_no_stage_is_left_out(library: Library) -> None:
    """Each stage of each policy has its message tried above, or is known to have none."""
    stages = {(policy.id, position.key) for policy in library.policies for position in policy.leaf_stages()}
    addressed = {(policy, position) for policy, position, *_ in ADDRESSED}
    assert addressed | UNWRITTEN == stages
    for policy, position in UNWRITTEN:
        assert library.policy[policy].position(position).innermost.message is None
    print(f"{len(addressed)} stages have a message, to those the document names; {len(UNWRITTEN)} have none")


def test_known_dates_stand_in_the_message(library: Library) -> None:
    """The day given and the last day counted from it are there with their weekday; others stay open."""
    told = {"raised_with_line_manager": date(2026, 11, 18)}
    found = drafted(library, "escalation-four-stage", "stage-2", told)
    assert "Raised with you on: Wednesday 18 November 2026" in found.body
    assert "Stage 2 should be over by: Monday 23 November 2026" in found.body
    assert "First raised with me on: [date]" in found.body


def test_a_date_that_nobody_knows_yet_is_left_open(library: Library) -> None:
    """A last day that hangs on another last day is not put into anybody's mouth."""
    told = {"child_complaint_made": date(2026, 11, 2)}
    found = outcome_of(library, "child-complaint", "stage-1", told)
    limits = [item for item in found.deadlines if item.kind is DateKind.LIMIT]
    assert [(item.timescale.id, item.due) for item in limits] == [("ask-stage-2", None)]
    body = drafted(library, "child-complaint", "stage-1", told).body
    days = re.findall(r"\w+day \d+ \w+ \d{4}", body)
    assert days == ["Monday 2 November 2026", "Monday 16 November 2026"]


def test_every_message_reads_well_without_a_date(library: Library) -> None:
    """In every phase of every page nothing in braces is left over, and every open place is in brackets."""
    found = set()
    for node in nodes(library):
        if node.question is None:
            outcome = advance(library, {}, {}, TODAY, node).outcome
            assert outcome
            for draft in (shown.message for shown in outcome.phases if shown.message):
                found.add(draft)
                assert not re.search(r"[{}]", draft.subject + draft.body), node
                assert draft.body.startswith("Hello,\n\n"), draft
                assert draft.body.endswith("]"), draft
    print(f"{len(found)} different messages")
    assert len(found) > 60


def test_no_message_leads_where_a_call_is_needed(library: Library) -> None:
    """In danger nobody is led to write."""
    immediate = [node for node in nodes(library) if node.choice == "immediate"]
    assert immediate
    for node in immediate:
        outcome = advance(library, {}, {}, TODAY, node).outcome
        assert outcome
        assert outcome.message is None


def test_a_message_is_plain_text_on_the_page(library: Library) -> None:
    """It is on the page as text to be copied, with its head, and with nothing that sends it."""
    html = message(library.words, drafted(library, "escalation-four-stage", "stage-4"))
    assert "<summary>A message you can use</summary>" in html
    assert "To: Operational Lead\nCopy to: team manager\nSubject: Escalation, stage 4" in html
    assert "mailto:" not in html
    assert "<form" not in html


def test_an_hour_stands_in_the_message_and_an_open_condition_does_not() -> None:
    """A last day has its hour where it is known; one that holds in some cases only is left open."""
    limits = (timescale("hours", 48, Unit.HOURS), timescale("longer", 5, only_if="complex"))
    draft = Message("worker", ("manager",), "By {due:hours}", "Or by {due:longer}, from {date:sent}.")
    written = builders.policy(
        stage("stage-1", *limits, message=draft, phase=Phase.TO_START), conditions=(condition(),)
    )
    there = builders.library(written, words=english_words())
    given = {"sent": datetime(2026, 12, 24, 16)}  # noqa: DTZ001 - the hour on the spot
    found = advance(there, {}, given, date(2026, 12, 24), Node(None, "issue", None, "stage-1")).outcome
    assert found is not None
    assert found.message is not None
    assert found.message.subject == "By 16:00 on Saturday 26 December 2026"
    assert found.message.body == "Or by [date], from Thursday 24 December 2026."
