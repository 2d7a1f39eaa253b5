"""A route brings the answers that lead to it, so that a service's own route needs no other file."""

from datetime import date

from navigator.core.engine import advance
from navigator.core.model import Library
from navigator.load.library import load
from tests.mini import Mini

ROUTES = """\
- id: lost-child
  name: A lost child
  purpose: For a child who is lost.
  who_starts: Anybody.
  fallback: town-lost
  offered:
    - {question: topic, label: A child is lost, because: A lost child is looked for.}
"""
POLICY = """\
id: town-lost
title: A lost child in Town
route: lost-child
publisher: Town
document: guide
applies_to: Everybody in Town.
summary: Says how to look for a child.
checked_on: 2026-11-10
stages:
  - id: look
    title: Looking
    source: Section 1
    steps:
      - {who: carer, does: looks for the child}
    timescales:
      - {id: none, does: No time is given., unit: none_stated, source: Section 1}
    if_unresolved: {says: Nothing is stated., none_stated: true}
"""


def offering(mini: Mini) -> Library:
    mini.write("services/town/routes.yaml", ROUTES)
    mini.write("services/town/policies/town-lost.yaml", POLICY)
    loaded = load(mini.folder)
    assert loaded.library is not None, loaded.problems
    return loaded.library


def test_an_offered_answer_stands_before_the_one_of_somebody_who_is_not_sure(mini: Mini) -> None:
    """The question has its own answers, the offered one, and at its end the way out."""
    answers = offering(mini).question["topic"].options
    assert [answer.id for answer in answers] == ["complaint", "lost-child", "unsure"]
    assert answers[1].because == "A lost child is looked for."


def test_an_offered_answer_leads_to_its_route(mini: Mini) -> None:
    """Whoever gives it comes to the policy of the service."""
    given = {"danger": "calm", "topic": "lost-child", "service": "town"}
    outcome = advance(offering(mini), given, {}, date(2026, 11, 21)).outcome
    assert outcome is not None
    assert outcome.policy.id == "town-lost"


def test_the_check_takes_a_route_that_its_service_offers(mini: Mini) -> None:
    """A folder with a route of a service's own has no error, and the route counts as led to."""
    offering(mini)
    assert mini.errors() == []
    assert mini.leftovers() == []


def test_an_offer_must_name_a_question_that_is_there(mini: Mini) -> None:
    """A question that nobody asks would hide the route: the message names the nearest one."""
    mini.write("services/town/routes.yaml", ROUTES.replace("question: topic", "question: topics"))
    mini.write("services/town/policies/town-lost.yaml", POLICY)
    told = [line for line in mini.errors() if "topics" in line]
    assert len(told) == 1
    assert told[0].startswith("services/town/routes.yaml:7:18: error: [0].offered[0].question: ")
