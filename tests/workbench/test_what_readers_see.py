"""What an owner sees of a draft: its page, its questions and answers, and its messages."""

import pytest

from navigator.workbench.desk import Desk
from tests.mini import TODAY, Mini
from tests.workbench.desks import POLICY, ask, desk_of, edited

NOW = {"today": TODAY.isoformat()}


@pytest.fixture
def desk(mini: Mini) -> Desk:
    return desk_of(mini)


def test_the_page_is_that_of_the_draft_with_headings_that_can_be_linked(desk: Desk) -> None:
    edited(desk, ("title: Town's complaints", 'title: "Town\'s *new* complaints"'))
    told = ask(desk, "page", policy="town-complaint")
    assert "<h1>Town's *new* complaints</h1>" in told["html"]
    assert '<h2 id="ladder">Who acts, and by when</h2>' in told["html"]
    assert told["current"]


def test_a_draft_with_errors_shows_its_last_state_without_any_and_says_so(desk: Desk) -> None:
    ask(desk, "page", policy="town-complaint")
    edited(desk, ("title: Town's complaints", "titel: Town's complaints"))
    told = ask(desk, "page", policy="town-complaint")
    assert "<h1>Town's complaints</h1>" in told["html"]
    assert not told["current"]


def test_a_policy_that_is_gone_has_no_page(desk: Desk) -> None:
    assert ask(desk, "page", policy="nowhere")["html"] == ""
    assert ask(desk, "ladder", policy="nowhere")["html"] == ""


def test_the_ladder_has_a_rung_for_each_stage_and_level(desk: Desk) -> None:
    html = ask(desk, "ladder", policy="town-complaint")["html"]
    assert html.count("nav-rung-title") == 2
    assert "First stage" in html
    assert "First level" in html


def test_places_to_jump_to_are_the_answers_on_progress(desk: Desk) -> None:
    told = ask(desk, "spots", policy="town-complaint")
    assert [each["name"] for each in told["places"]] == ["I have sent it", "It is at level 1", "I'm not sure"]
    assert told["readers"] == [{"id": "carer", "name": "a foster carer"}]
    assert told["services"] == [{"id": "town", "name": "Town"}]


def test_a_national_policy_is_looked_at_for_a_service_that_has_none_of_its_own(desk: Desk) -> None:
    told = ask(desk, "spots", policy="national")
    assert [each["id"] for each in told["services"]] == ["", "other"]


def test_a_jump_shows_the_answer_as_its_reader_will_see_it_with_the_dates_given(desk: Desk) -> None:
    spot = {"policy": "town-complaint", "reader": "carer", "place": "stage-1"}
    typed = {"sent": {"day": "2", "month": "11", "year": "2026"}}
    told = ask(desk, "wizard", **NOW, spot=spot, typed=typed)
    assert told["kind"] == "outcome"
    assert 'datetime="2026-11-16"' in told["html"]  # ten working days after Monday 2 November
    assert "Tuesday 3 November 2026" in told["html"]  # the first day of the receipt


def test_answers_lead_on_from_the_first_question(desk: Desk) -> None:
    answers = {"danger": "calm", "topic": "complaint", "service": "town"}
    told = ask(desk, "wizard", **NOW, answers=answers)
    assert "Where has it got to?" in told["html"]
    told = ask(desk, "wizard", **NOW, answers=answers, answer={"question": "progress", "option": "stage-1"})
    assert told["answers"]["progress"] == "stage-1"
    assert told["kind"] == "outcome"


def test_a_place_that_an_edit_takes_away_is_told_in_words(desk: Desk) -> None:
    told = ask(desk, "wizard", **NOW, spot={"policy": "town-complaint", "place": "stage-9"})
    assert told["gone"]
    told = ask(desk, "wizard", **NOW, answers={"danger": "perhaps"})
    assert told["gone"]
    assert "no longer has this place" in told["says"]


def test_a_link_to_another_page_of_the_wizard_is_followed(desk: Desk) -> None:
    spot = {"policy": "town-complaint", "place": "stage-2/level-1"}
    there = ask(desk, "wizard", **NOW, spot=spot)["slug"]
    desk.held.clear()
    assert ask(desk, "wizard", **NOW, page=there)["slug"] == there


def test_every_message_of_a_reader_stands_once_at_its_place(desk: Desk) -> None:
    steps = "    steps:\n      - {who: carer, does: sends it, act: send it, to: [team]}\n"
    message = (
        "    message:\n      who: carer\n      to: [team]\n      subject: My complaint\n"
        '      body: "I sent it on {date:sent}."\n'
    )
    edited(
        desk,
        (
            "    steps:\n      - {who: team, does: answers, to",
            f"{steps}      - {{who: team, does: answers, to",
        ),
        ("    if_unresolved: {says: It goes on.", f"{message}    if_unresolved: {{says: It goes on."),
    )
    spot = {"policy": "town-complaint", "reader": "carer"}
    typed = {"sent": {"day": "2", "month": "11", "year": "2026"}}
    html = ask(desk, "messages", **NOW, spot=spot, typed=typed)["html"]
    assert html.count("Subject: My complaint") == 1
    assert "I sent it on Monday 2 November 2026." in html


def test_who_has_nothing_to_send_is_told_so(desk: Desk) -> None:
    html = ask(desk, "messages", **NOW, spot={"policy": "town-complaint"})["html"]
    assert "Nothing is written for this reader to send." in html


def test_nothing_can_be_shown_before_any_state_was_without_errors(mini: Mini) -> None:
    mini.edit(POLICY, "title: Town's complaints", "titel: Town's complaints")
    with pytest.raises(Exception, match="without errors"):
        ask(Desk(mini.folder, TODAY), "page", policy="town-complaint")
