"""Answers as plain data: what other programs may rely on."""

import json
from datetime import date, datetime
from typing import Any

import pytest

from navigator.core.engine import advance
from navigator.core.journey import paths
from navigator.core.model import Next, Unit
from navigator.core.model.variation import Extension
from navigator.core.report import report
from tests.builders import condition, library, policy, source, stage, step, timescale
from tests.core.sample import LIBRARY

TODAY = date(2026, 11, 21)
NORTH = {"danger": "no", "topic": "north"}


def told(answers: dict[str, str], dates: dict[str, str] | None = None, today: date = TODAY) -> dict[str, Any]:
    given = {event: date.fromisoformat(text) for event, text in (dates or {}).items()}
    plain = report(advance(LIBRARY, answers, given, today))
    again: dict[str, Any] = json.loads(json.dumps(plain))
    assert again == plain
    return again


def test_a_question() -> None:
    """An open question is told with its id, its words and its answers."""
    found = told({"danger": "no"})
    assert found["status"] == "question"
    assert "outcome" not in found
    question = found["question"]
    assert (question["id"], question["ask"]) == ("topic", "What is it about?")
    assert question["options"][0] == {"id": "issue", "label": "Something is late", "hint": "A form, say."}
    assert [option["id"] for option in question["options"]] == [
        "issue",
        "complaint",
        "appeal",
        "north",
        "north-top",
        "unsure",
    ]


def test_an_outcome() -> None:
    """An outcome names its route, service, policy, stage and level, and whether it has begun."""
    found = told({**NORTH, "progress": "stage-2/level-1"}, {"second_started": "2026-11-02"})
    assert found["status"] == "outcome"
    assert "question" not in found
    outcome = found["outcome"]
    expected = {
        "route": "issue",
        "service": "north",
        "policy": "north-issue",
        "stage": "stage-2",
        "level": "level-1",
        "begun": True,
        "footing": "own",
        "phase": "waiting",
        "today": "2026-11-21",
    }
    assert expected.items() <= outcome.items()


def test_steps() -> None:
    """Each step tells who does what, to whom, with copies to whom, the record and the source."""
    first, second = told({**NORTH, "progress": "stage-1"})["outcome"]["steps"]
    assert (first["who"], first["does"], first["to"], first["cc"], first["record"]) == (
        "carer",
        "sends the issue",
        ["worker"],
        [],
        None,
    )
    assert (second["to"], second["cc"], second["record"]) == (["carer"], ["manager"], "The answer.")
    assert second["source"]["section"] == "Page 1, box"


def test_deadlines() -> None:
    """A deadline tells its date, rule, event, firmness, receipt, readings and source."""
    outcome = told({**NORTH, "progress": "stage-2/level-1"}, {"second_started": "2026-11-02"})["outcome"]
    (deadline,) = (item for item in outcome["deadlines"] if item["scope"] == "stage")
    expected = {
        "id": "level-1-answer",
        "date": "2026-12-07",
        "rule": "Within 25 working days from the day of the start of stage 2.",
        "from": "second_started",
        "firmness": "usual",
        "provisional": False,
        "unit": "calendar_days",
    }
    assert expected.items() <= deadline.items()
    assert deadline["source"] == {
        "document": "north-paper",
        "title": "North's paper",
        "publisher": "North Council",
        "section": "Page 2, level 1",
        "confidence": "A",
        "checked_on": "2026-11-10",
    }
    receipt = deadline["receipt"]
    assert len(receipt) == 36
    assert receipt[0] == {
        "date": "2026-11-02",
        "time": None,
        "counted": False,
        "why": "the day of the event, left out",
    }
    assert (receipt[-1]["date"], receipt[-1]["counted"]) == ("2026-12-07", True)
    (reading,) = deadline["readings"]
    assert (reading["date"], reading["rule"]) == (
        "2026-11-27",
        "Within 25 calendar days from the day of the start of stage 2.",
    )
    assert deadline["standing"] == {
        "state": "ahead",
        "days": 16,
        "working_days": 11,
        "happened": None,
    }


def test_where_no_time_is_stated_the_date_is_null() -> None:
    """A level without a time has no date, a rule that says so, and nothing that follows."""
    outcome = told({**NORTH, "progress": "stage-2/level-2"}, {"third_started": "2026-11-02"})["outcome"]
    (deadline,) = (item for item in outcome["deadlines"] if item["scope"] == "stage")
    expected = {
        "date": None,
        "rule": "No time is stated.",
        "from": None,
        "firmness": None,
        "unit": "none_stated",
    }
    assert expected.items() <= deadline.items()
    assert (deadline["receipt"], deadline["readings"]) == ([], [])
    assert (outcome["next"]["none_stated"], outcome["next"]["stage"], outcome["next"]["route"]) == (
        True,
        None,
        None,
    )


def test_deadlines_of_the_whole_are_told_apart() -> None:
    """The policy's overall deadlines are told after the stage's, with another scope."""
    outcome = told({**NORTH, "progress": "stage-1"}, {"sent": "2026-11-02"})["outcome"]
    assert [(item["id"], item["scope"], item["date"]) for item in outcome["deadlines"]] == [
        ("note", "stage", None),
        ("acknowledge", "stage", "2026-11-09"),
        ("answer", "stage", "2026-11-30"),
        ("whole", "overall", "2027-01-25"),
    ]
    assert [item["projected"] for item in outcome["deadlines"]] == [False, False, True, False]


def test_what_follows() -> None:
    """What follows is told with the stage and the address of its page."""
    following = told({**NORTH, "progress": "stage-1"})["outcome"]["next"]
    assert (following["says"], following["stage"], following["none_stated"]) == (
        "It goes to level 1.",
        "stage-2/level-1",
        False,
    )
    assert following["address"].startswith("find/n")


def test_warnings_parallels_reasons_and_sources() -> None:
    """Warnings, what runs alongside, why and sources are told, each with where it comes from."""
    dates = {"noticed": "2026-05-01", "letter": "2026-12-01"}
    outcome = told({**NORTH, "progress": "stage-1"}, dates)["outcome"]
    assert [warning["kind"] for warning in outcome["warnings"]] == ["superseded", "policy"]
    assert [(item["route"], [clock["date"] for clock in item["deadlines"]]) for item in outcome["also"]] == [
        ("panel", ["2026-12-29"]),
        ("appeal", ["2027-04-30"]),
        (None, []),
    ]
    assert [(reason["question"], reason["answer"]) for reason in outcome["why"]] == [
        ("danger", "no"),
        ("topic", "north"),
        ("progress", "stage-1"),
    ]
    assert {source["document"] for source in outcome["sources"]} == {"north-paper", "gazette"}
    assert all(source["section"] and source["checked_on"] for source in outcome["sources"])


def test_nothing_is_told_but_what_others_rely_on() -> None:
    """A field that is added to the engine's objects adds no key to the answer by itself."""
    outcome = told({**NORTH, "progress": "stage-1"}, {"sent": "2026-11-02"})["outcome"]
    assert outcome.keys() == {
        "route", "route_name", "service", "policy", "policy_title", "publisher", "footing", "footing_says",
        "stage", "level", "title", "begun", "notes", "detours", "steps", "deadlines", "message", "next",
        "settled", "then", "other_ways", "reader", "reader_name", "phase", "lead", "now",
        "turning_points", "answers", "examples", "own_pages", "warnings", "rights", "also", "not_covered",
        "rules", "findings", "contacts", "timeline", "own_steps", "asks", "why", "sources", "safety",
        "assistance", "today",
    }  # fmt: skip
    assert outcome["why"][0].keys() == {"question", "ask", "answer", "label", "because", "source"}
    assert outcome["asks"][0].keys() == {"event", "ask", "planned", "given", "wants_time", "given_at"}
    assert outcome["rules"][0].keys() == {"kind", "says", "condition", "source"}
    assert outcome["timeline"][0].keys() == {"stage", "title", "begins", "ends", "current"}
    assert outcome["deadlines"][1].keys() == {
        "id", "scope", "policy", "does", "who", "who_name", "kind", "condition", "date", "time", "earliest",
        "rule", "unit", "from", "before", "from_name", "from_date", "receipt", "readings", "firmness",
        "provisional", "provisional_says", "projected", "projected_says", "assumption", "outside", "standing",
        "repeats", "closes_stage", "notes", "extension", "source",
    }  # fmt: skip


def test_provisional_is_told() -> None:
    """A date past the published bank holidays is marked provisional, and says until when they are known."""
    answers = {"danger": "no", "topic": "issue", "service": "south", "progress": "not-begun"}
    outcome = told(answers, {"sent": "2028-12-28"}, date(2028, 12, 1))["outcome"]
    deadline = outcome["deadlines"][1]
    assert (deadline["id"], deadline["provisional"]) == ("acknowledge", True)
    assert deadline["provisional_says"] == "Holidays are known until 31 December 2028."


def test_what_bears_on_a_date_is_told() -> None:
    """Hours, who must meet a time, its condition and its extension, and every way on, are told as data."""
    longer = Extension(24, source(), only_if="complex", who="worker", told=("worker",), says="In writing.")
    limit = timescale("limit", 48, Unit.HOURS, who="worker", unless="complex", extension=longer)
    ways = {"then": Next("It ends.", ends=True), "if_unresolved": None}
    back = Next("Again.", stage="stage-1", back=True, only_if="complex")
    only = stage("stage-1", limit, steps=(step(by="limit"),), other_ways=(back,), **ways)
    there = library(policy(only, conditions=(condition(),)))
    given = {"sent": datetime(2026, 11, 20, 16)}  # noqa: DTZ001 - the hour on the spot
    answers = {"topic": "issue", "if-complex": "unsure"}
    outcome = report(advance(there, answers, given, TODAY))["outcome"]
    (deadline,) = outcome["deadlines"]
    told_of = {key: deadline[key] for key in ("date", "time", "who", "kind", "condition", "before")}
    assert told_of == {
        "date": "2026-11-22", "time": "16:00", "who": "worker", "kind": "duty",
        "condition": "Unless it is complex.", "before": None,
    }  # fmt: skip
    extension = deadline["extension"]
    told_of = {key: extension[key] for key in ("date", "time", "who", "told", "condition", "says", "applies")}
    assert told_of == {
        "date": "2026-11-23", "time": "16:00", "who": "worker", "told": ["worker"],
        "condition": "Only if it is complex.", "says": "In writing.", "applies": False,
    }  # fmt: skip
    assert (outcome["steps"][0]["by"], outcome["next"], outcome["then"]["ends"]) == ("limit", None, True)
    (other,) = outcome["other_ways"]
    assert (other["stage"], other["back"], other["condition"]) == ("stage-1", True, "Only if it is complex.")
    assert (outcome["asks"][0]["wants_time"], outcome["asks"][0]["given_at"]) == (True, "16:00")
    assert deadline["receipt"][0]["time"] == "16:00"


def test_ignored_answers_are_told() -> None:
    """Answers to questions that are not passed are named."""
    assert told({"danger": "now", "topic": "issue"})["ignored"] == ["topic"]
    assert told({"danger": "no"})["ignored"] == []


KEYS = {
    "outcome": {
        "route", "service", "policy", "stage", "level", "steps", "deadlines", "next", "warnings", "also",
        "why", "sources",
    },
    "steps": {"who", "does", "to", "cc", "record"},
    "deadlines": {
        "id", "date", "rule", "from", "receipt", "readings", "firmness", "provisional", "source",
    },
    "readings": {"rule", "date"},
    "receipt": {"date", "time", "counted", "why"},
}  # fmt: skip


@pytest.mark.parametrize(
    "answers", [answers for answers, _ in paths(LIBRARY)], ids=lambda answers: "-".join(answers.values())
)
def test_every_outcome_has_the_keys_others_rely_on(answers: dict[str, str]) -> None:
    """Every complete way ends in an outcome with all the keys, with dates and without."""
    dates = {event.id: "2026-11-02" for event in LIBRARY.events}
    for given in ({}, dates):
        outcome = told(answers, given)["outcome"]
        assert outcome.keys() >= KEYS["outcome"]
        clocks = [clock for item in outcome["also"] for clock in item["deadlines"]]
        assert all(step.keys() >= KEYS["steps"] for step in outcome["steps"])
        for deadline in outcome["deadlines"] + clocks:
            assert deadline.keys() >= KEYS["deadlines"]
            assert all(reading.keys() >= KEYS["readings"] for reading in deadline["readings"])
            assert all(line.keys() == KEYS["receipt"] for line in deadline["receipt"])
            assert (deadline["date"] is None) == (deadline["receipt"] == [])
