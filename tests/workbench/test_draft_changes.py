"""What a draft changes for readers, held against what was saved."""

from pathlib import Path

import pytest

from navigator.workbench.desk import Desk
from navigator.workbench.kinds import Run
from tests.mini import Mini
from tests.workbench.desks import POLICY, UNSURE, ask, desk_of, edited

NOTHING = dict.fromkeys(("elsewhere", "asked_more", "gone", "new", "dates", "words", "moved", "links"), 0)


@pytest.fixture
def desk(mini: Mini) -> Desk:
    return desk_of(mini)


def counts(told: dict[str, object]) -> dict[str, int]:
    """Return what there is of each kind, without what there is nothing of."""
    held = told["counts"]
    assert isinstance(held, dict)
    return {name: number for name, number in held.items() if number}


def test_a_draft_that_is_as_saved_changes_nothing(desk: Desk) -> None:
    told = ask(desk, "changes", saved={POLICY: desk.text(POLICY)})
    assert told["counts"] == NOTHING
    assert "Readers will notice nothing" in told["html"]


def test_a_shorter_limit_is_told_with_both_rules_and_both_days(desk: Desk) -> None:
    told = ask(desk, "changes", **edited(desk, ("amount: 10", "amount: 5")))
    assert counts(told)["dates"] == 1
    assert "Within 10 working days" in told["html"]
    assert "Within 5 working days" in told["html"]
    # What is sent on Saturday 21 November 2026 counts from Monday: the 24th is the first working day.
    assert "Monday 30 November 2026" in told["html"]
    assert "Monday 7 December 2026" in told["html"]


def test_an_answer_that_leads_to_another_stage_is_counted_for_every_way_to_it(desk: Desk) -> None:
    # Two answers on danger, two on the topic, and then one who is not sure how far it has got.
    told = ask(desk, "changes", **edited(desk, (UNSURE, UNSURE.replace("stage-1", "stage-2/level-1"))))
    assert counts(told)["elsewhere"] == 2 * 2
    assert (
        "Town&#x27;s complaints" in told["html"]
        or "Town's complaints: First stage, not begun" in told["html"]
    )
    assert "First level, not begun" in told["html"]


def test_a_stage_under_another_id_takes_its_answers_and_its_links_with_it(desk: Desk) -> None:
    text = desk.text(POLICY) or ""
    desk.put({POLICY: text.replace("level-1", "level-2")})
    told = ask(desk, "changes", saved={POLICY: text})
    found = counts(told)
    assert (found["gone"], found["new"]) == (4, 4)
    # Its page for the carer, that for nobody in particular, and its part of the policy's page.
    assert found["links"] == 3
    assert "policies/town-complaint/#at-stage-2-level-1" in told["html"]


OLD = """\
  - id: old
    ask: Is it old?
    options:
      - {id: old, label: It is, route: complaint, because: It is a complaint.}
      - {id: unsure, label: I'm not sure, route: complaint, because: It may be one., unsure: true}
  - id: topic
"""


def test_one_more_question_on_the_way_is_told_as_that(desk: Desk) -> None:
    asked = (
        "label: A complaint, route: complaint, because: It is a complaint.",
        "label: A complaint, next: old",
    )
    saved = edited(desk, asked, ("  - id: topic\n", OLD), path="national/triage.yaml")
    told = ask(desk, "changes", **saved)
    # Two answers on danger; then Town's three places and the other service's one.
    assert counts(told)["asked_more"] == 2 * (3 + 1)
    assert "Is it old?" in told["html"]
    assert "new" not in counts(told)


def test_what_reads_otherwise_is_shown_line_by_line_with_its_readers(desk: Desk) -> None:
    told = ask(
        desk, "changes", **edited(desk, ("does: answers, to: [carer]", "does: rings back, to: [carer]"))
    )
    assert counts(told) == {"words": 1}
    assert "<del><p>" in told["html"]
    assert "rings back" in told["html"]
    assert "For: a foster carer." in told["html"]


def test_links_with_dates_are_told_to_say_that_the_limits_have_changed(desk: Desk) -> None:
    told = ask(desk, "changes", **edited(desk, ("amount: 10", "amount: 5")))
    assert "time limits" in told["html"]
    assert "still open" in told["html"]


def test_a_role_that_changes_its_name_touches_what_names_it_and_nothing_else(desk: Desk) -> None:
    saved = edited(desk, ("complaints team, explains", "answers team, explains"), path="national/roles.yaml")
    told = ask(desk, "changes", **saved)
    assert counts(told).keys() == {"words"}
    assert "answers team" in told["html"].lower()


def test_a_saved_state_with_errors_is_told_and_not_compared(desk: Desk) -> None:
    told = ask(desk, "changes", saved={POLICY: "id: [\n"})
    assert told["counts"] == {}
    assert "have errors" in told["html"]
    assert desk.text(POLICY) != "id: [\n"


def test_a_file_that_is_new_in_the_draft_was_not_there_before(desk: Desk) -> None:
    shutil_name = "services/town/policies/town-complaint.yaml"
    text = desk.text(shutil_name)
    assert text is not None
    told = ask(desk, "changes", saved={shutil_name: None})
    assert "Town's complaints" in told["html"]
    assert desk.text(shutil_name) == text


def test_a_first_policy_of_a_service_says_why_readers_are_asked_for_their_service(desk: Desk) -> None:
    """Others come to where they came; what had one address for all has none now, and that is told."""
    told = ask(desk, "changes", saved={POLICY: None})
    # Two answers on danger, two on the topic; each of them then leads Town's readers to three places.
    # One who is in danger comes to Town's first stage at once. The law had a page for a carer and for nobody.
    assert counts(told) == {"asked_more": 2 * 2, "new": 2 * 2 * 3, "elsewhere": 1, "moved": 2}
    assert "The policy: <strong>Town's complaints</strong>" in told["html"]
    assert "Town now has a policy of its own for this route: A complaint." in told["html"]
    assert "Whoever answers “I'm not sure” comes to the same place as before." in told["html"]
    assert told["html"].index("What is new") < told["html"].index("What is gone")


def test_a_newer_edit_ends_the_comparison(desk: Desk) -> None:
    run = Run(desk, "changes", edited(desk, ("amount: 10", "amount: 5")))
    assert run.on() is None
    desk.put({POLICY: desk.text(POLICY)})
    assert run.on() == {"stale": True}


def test_no_file_outside_the_folder_is_touched(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no file of this folder"):
        ask(desk, "changes", saved={"../outside.yaml": "text"})
    assert not (tmp_path / "outside.yaml").exists()
