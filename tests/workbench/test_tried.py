"""Cases run against a draft, and a case made of what its preview shows."""

from typing import Any, Final

import pytest

from navigator.load.problem import Severity
from navigator.workbench.desk import Desk
from tests.mini import Mini
from tests.workbench.desks import POLICY, ask, desk_of, edited

CASE: Final = "services/town/scenarios/sent.yaml"
SENT: Final = """\
id: sent
title: It has been sent
story: You sent it on Monday 2 November.
answers:
  - {question: danger, option: calm}
  - {question: topic, option: complaint}
  - {question: service, option: town}
  - {question: progress, option: stage-1}
today: 2026-11-05
expect:
  route: complaint
  policy: town-complaint
  stage: stage-1
  service: town
  deadlines:
    - {id: answer, due: 2026-11-16}
  next: stage-2/level-1
worked_out: Days 1 to 5 are the 3rd to the 9th, and days 6 to 10 the 10th to the 16th, without the weekends.
source: {section: Section 1, document: guide}
wrong_turns:
  - {route: complaint, why: There is no other., source: {section: Section 1, document: guide}}
dates:
  - {event: sent, day: 2026-11-02}
"""
DISPUTE: Final = """\
- id: dispute
  name: A dispute
  purpose: For disputes.
  who_starts: Anybody.
  fallback: dispute
"""
"""Another route, which could be taken for the right one."""
LOOKS: Final[dict[str, Any]] = {
    "today": "2026-11-05",
    "spot": {"policy": "town-complaint", "reader": "carer", "place": "stage-1"},
    "answers": {"phase": "waiting"},
    "typed": {"sent": {"day": "2", "month": "11", "year": "2026"}},
}
"""What the preview shows: the first stage in town, for a foster carer, who sent it on Monday 2 November."""
WRITTEN: Final = {
    "title": "It has been sent",
    "story": "You sent it on Monday.",
    "worked_out": "Counted by hand.",
    "wrong_turns": [{"route": "dispute", "why": "Nobody disputes anything."}],
}
PARTS: Final = ["route", "policy", "stage", "service", "begun", "deadlines/answer", "next"]


@pytest.fixture
def desk(mini: Mini) -> Desk:
    """Return a desk with one case, and with a second route."""
    mini.write(CASE, SENT)
    mini.add("national/routes.yaml", DISPUTE)
    of_complaints = mini.read("national/policies/national.yaml").replace(
        "does: complains,", "does: asks, act: ask,"
    )
    of_disputes = of_complaints.replace("id: national\n", "id: dispute\n").replace(
        "route: complaint", "route: dispute"
    )
    mini.write("national/policies/dispute.yaml", of_disputes)
    return desk_of(mini)


def test_a_case_passes_while_the_draft_gives_what_was_worked_out(desk: Desk) -> None:
    told = ask(desk, "try", policy="town-complaint")
    assert (told["passed"], told["failed"]) == (1, 0)
    assert "Passed" in told["html"]
    assert "It has been sent" in told["html"]


def test_a_case_that_fails_shows_what_was_expected_beside_what_came(desk: Desk) -> None:
    edited(desk, ("amount: 10", "amount: 5"))
    told = ask(desk, "try", policy="town-complaint")
    assert (told["passed"], told["failed"]) == (0, 1)
    assert "Monday 16 November 2026" in told["html"]
    assert "<strong>Monday 9 November 2026</strong>" in told["html"]
    assert told["html"].count("(differs)") == 1


def test_a_case_whose_stage_is_gone_is_told_with_the_reason(desk: Desk) -> None:
    edited(desk, ("option: stage-1", "option: stage-2/level-1"), path=CASE)
    desk.put({POLICY: (desk.text(POLICY) or "").replace("level-1", "level-2")})
    told = ask(desk, "try", policy="town-complaint")
    assert (told["failed"], told["current"]) == (1, True)
    assert "The answers lead nowhere: progress=stage-2/level-1" in told["html"]


def test_cases_of_other_policies_are_left_out_unless_all_are_asked_for(desk: Desk) -> None:
    assert ask(desk, "try", policy="national")["cases"] == {}
    assert ask(desk, "try")["cases"].keys() == {"sent"}


def test_a_case_can_be_looked_at_in_the_preview(desk: Desk) -> None:
    look = ask(desk, "try", policy="town-complaint")["cases"]["sent"]
    assert look["today"] == "2026-11-05"
    told = ask(desk, "wizard", **look)
    assert 'datetime="2026-11-16"' in told["html"]


def test_each_part_of_a_new_case_is_to_be_confirmed(desk: Desk) -> None:
    html = ask(desk, "case", **LOOKS)["html"]
    assert [key for key in PARTS if f'value="{key}"' in html] == PARTS
    assert html.count('type="checkbox"') == len(PARTS)
    assert "Monday 16 November 2026" in html


@pytest.mark.parametrize(
    ("lacks", "changed", "confirmed"),
    [
        (["parts"], {}, PARTS[:-1]),
        (["title"], {"title": " "}, PARTS),
        (["wrong_turn"], {"wrong_turns": [{"route": "complaint", "why": "It is the right one."}]}, PARTS),
        (["brackets"], {"story": "You {sent} it."}, PARTS),
    ],
)
def test_no_file_is_made_while_something_is_missing(
    desk: Desk, lacks: list[str], changed: dict[str, object], confirmed: list[str]
) -> None:
    told = ask(desk, "case", **LOOKS, draft={**WRITTEN, **changed}, confirmed=confirmed)
    assert told["lacking"] == lacks
    assert "text" not in told


def test_a_confirmed_case_becomes_a_file_that_passes_the_check(desk: Desk) -> None:
    told = ask(desk, "case", **LOOKS, draft=WRITTEN, confirmed=PARTS)
    assert told["path"] == "services/town/scenarios/it-has-been-sent.yaml"
    assert "due: 2026-11-16" in told["text"]
    assert "question: danger\n    option: calm" in told["text"]  # it begins at the first question
    desk.put({told["path"]: told["text"]})
    wrong = [each for each in ask(desk, "whole")["problems"] if each["severity"] == Severity.ERROR]
    assert [each for each in wrong if each["file"] == told["path"]] == []
    assert ask(desk, "try", policy="town-complaint")["passed"] == 2


def test_a_second_case_of_one_title_gets_a_name_of_its_own(desk: Desk) -> None:
    told = ask(desk, "case", **LOOKS, draft={**WRITTEN, "title": "Sent"}, confirmed=PARTS)
    assert told["path"].endswith("/sent-2.yaml")


def test_no_case_is_made_of_a_question(desk: Desk) -> None:
    told = ask(desk, "case", today="2026-11-05", answers={"danger": "calm"})
    assert "Go on until an answer is shown" in told["says"]


def test_no_case_is_made_with_a_date_that_is_none(desk: Desk) -> None:
    told = ask(desk, "case", **{**LOOKS, "typed": {"sent": {"day": "31", "month": "2", "year": "2026"}}})
    assert "February" in told["says"]
