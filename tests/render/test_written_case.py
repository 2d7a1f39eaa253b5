"""A case that a trainer writes: the wizard asks and answers, and the file is one that the check takes."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from navigator.cli import main
from navigator.core.codec import encode
from navigator.core.model import Library, Scenario
from navigator.render.session import Session
from navigator.render.written_case import LONGEST_ID, identity
from tests.shipped import DATA

# Their outcomes are worked out by hand in policy_data: one has a date alone, one a service and two dates.
CASES = ("an-allegation-at-the-review", "acknowledged-before-christmas")
FOLDERS = dict(zip(CASES, ("national/scenarios", "services/norfolk/scenarios"), strict=True))
STORY = 'It said: "Wait", # and no more.\nThen: nothing.'


@pytest.fixture(scope="module")
def session(library: Library) -> Session:
    return Session(library)


def ask(session: Session, **asked: object) -> dict[str, Any]:
    writes = {"answers": {}, "typed": {}, "today": "2026-11-26", **asked}
    answered: dict[str, Any] = json.loads(session.answer(json.dumps({"writes": writes})))
    return answered


def as_asked(case: Scenario) -> dict[str, Any]:
    """Return what a trainer gives who writes a shipped case once more."""
    dates = {given.event: given.day for given in case.dates}
    return {
        "answers": {given.question: given.option for given in case.answers},
        "typed": {event: {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
                  for event, day in dates.items()},
        "today": case.today.isoformat(),
    }  # fmt: skip


def draft(**other: object) -> dict[str, object]:
    turn = {"route": "transfer", "why": "You do not want: to leave."}
    return {"title": "A case", "story": STORY, "worked_out": "By hand.", "wrong_turns": [turn], **other}


def test_the_check_takes_the_files(
    session: Session, library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two shipped cases, written once more, expect what was worked out by hand; the check has no error."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    shipped = {case.id: case for case in library.scenarios}
    for name in CASES:
        case = shipped[name]
        made = ask(session, **as_asked(case), case=draft(title=f"Once more: {case.title}"))
        held = yaml.safe_load(made["taken"])
        by_hand = encode(case.expect)
        assert json.loads(json.dumps(held["expect"], default=date.isoformat)) == by_hand
        assert held["story"] == STORY
        assert made["file"] == f"{held['id']}.yaml"
        assert FOLDERS[name] in made["taken"].splitlines()[1]
        (folder / FOLDERS[name] / made["file"]).write_text(made["taken"], encoding="utf-8")
    assert main(["check", "--data", str(folder)]) == 0
    assert "\n0 errors, " in capsys.readouterr().out


def test_questions_come_one_after_the_other(session: Session) -> None:
    """The first question is asked; an answer leads on and can be changed; at the end there is an outcome."""
    first = ask(session)
    assert (first["kind"], first["answers"]) == ("question", {})
    assert 'data-question="danger" data-option="none"' in first["html"]
    second = ask(session, answer={"question": "danger", "option": "none"})
    assert second["answers"] == {"danger": "none"}
    assert 'data-question="who"' in second["html"]
    assert 'data-show="danger"' in second["html"]
    again = ask(session, answers=second["answers"], show="danger")
    assert 'data-question="danger"' in again["html"]


def test_an_outcome_shows_its_dates_with_receipts(session: Session, library: Library) -> None:
    """Both dates of the case are there with how they are counted, and its dates are asked for."""
    case = next(case for case in library.scenarios if case.id == CASES[1])
    found = ask(session, **as_asked(case))
    assert found["kind"] == "outcome"
    for part in ("2026-12-24", "2027-01-15", "nav-receipt", "date-complaint_sent-day"):
        assert part in found["html"]


def test_what_a_link_holds(session: Session, library: Library) -> None:
    """It holds the right route, the wrong turn with its reason, and the day among others near it."""
    case = next(case for case in library.scenarios if case.id == CASES[1])
    held = ask(session, **as_asked(case), case=draft())["quiz"]
    asks = {name: choices for name, _, choices in held["asks"]}
    right = {name: [says for says, is_right, _ in choices if is_right] for name, choices in asks.items()}
    assert right["route"] == [library.route["complaint"].name]
    assert [library.route["transfer"].name, False, "You do not want: to leave."] in asks["route"]
    assert right["when"] == ["Thursday 24 December 2026"]  # told on 23 December, it is the next of both days
    days = [says for says, _, _ in asks["when"]]
    assert {"Wednesday 23 December 2026", "Friday 25 December 2026", "Friday 15 January 2027"} <= set(days)
    assert held["known"][0] == ["The day the complaint was sent", "Thursday 17 December 2026"]
    assert (held["title"], held["today"]) == ("A case", "Wednesday 23 December 2026")


@pytest.mark.parametrize("lacking", [{"worked_out": ""}, {"wrong_turns": []}], ids=["reasons", "wrong turns"])
def test_a_file_needs_more_than_a_link(
    session: Session, library: Library, lacking: dict[str, object]
) -> None:
    """Without reasons or a wrong turn there is a link, and no file, which the check would refuse."""
    case = next(case for case in library.scenarios if case.id == CASES[0])
    made = ask(session, **as_asked(case), case=draft(**lacking))
    assert made["taken"] == ""
    assert made["quiz"]["asks"]


@pytest.mark.parametrize("story", ["A {child} waits.", "x" * 7000], ids=["brackets", "length"])
def test_a_text_that_no_file_can_hold_is_refused(session: Session, library: Library, story: str) -> None:
    """Brackets would be taken for a role; a text without end for an attack. The page says so."""
    case = next(case for case in library.scenarios if case.id == CASES[0])
    refused = ask(session, **as_asked(case), case=draft(story=story))
    assert refused == {"unknown": True, "says": library.words["own_case.no_brackets"]}


def test_answers_that_lead_to_no_process_are_told(session: Session) -> None:
    """A page of short advice is no outcome that a case can have here."""
    answers = {"danger": "none", "who": "carer", "carer-topic": "more", "more": "resigning"}
    assert ask(session, answers=answers)["kind"] == "elsewhere"


def test_nonsense_is_answered_in_words(session: Session) -> None:
    """A message that is none, or an answer that no question has, raises nothing."""
    assert json.loads(session.answer('{"writes": 3}'))["unknown"] is True
    assert ask(session, answers={"danger": "zzz"})["unknown"] is True


def test_an_id_is_made_of_the_title() -> None:
    """Letters and digits with hyphens, no accents, and an end at a whole word."""
    assert identity("A carer's \u201cfirst\u201d caf\u00e9: #1") == "a-carers-first-cafe-1"
    assert identity("\u0427\u0430\u0439") == "a-case"
    assert len(identity("many words " * 20)) <= LONGEST_ID
    assert identity("many words " * 20).endswith(("many", "words"))
