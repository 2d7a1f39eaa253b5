"""Whole cases through the shipped policies, worked out by hand from the sources."""

from datetime import date
from typing import Any

import pytest

from navigator.core.engine import advance
from navigator.core.journey import paths
from navigator.core.model import Library
from navigator.core.report import report
from tests.truth.conftest import OF_SERVICES, is_there

CARER = {"danger": "none", "who": "carer"}
LATE_TASK = {**CARER, "carer-topic": "task", "task": "childs-team", "service": "four-stage"}
COMPLAINT = {**CARER, "carer-topic": "unhappy", "unhappy": "talked"}
NORFOLK = {**COMPLAINT, "service": "norfolk"}
OFFICER = {
    "danger": "none",
    "who": "worker",
    "work": "reviewing-officer",
    "reviewing-officer-topic": "quality",
    "service": "somerset",
}
APPROVAL = {**CARER, "carer-topic": "approval"}


def outcome(
    library: Library, answers: dict[str, str], dates: dict[str, str] | None = None, today: str = "2026-11-21"
) -> dict[str, Any]:
    given = {event: date.fromisoformat(text) for event, text in (dates or {}).items()}
    plain = report(advance(library, answers, given, date.fromisoformat(today)))
    assert plain["status"] == "outcome", plain
    assert plain["ignored"] == []
    found: dict[str, Any] = plain["outcome"]
    return found


def deadline(found: dict[str, Any], name: str) -> dict[str, Any]:
    (item,) = (each for each in found["deadlines"] if each["id"] == name)
    return dict(item)


@pytest.mark.of("four-stage")
def test_a_late_task_begins_with_the_supervising_social_worker(library: Library) -> None:
    """A task is late, raised on Tuesday 6 October 2026: stage 1, and resolved by Friday the 9th."""
    found = outcome(library, {**LATE_TASK, "progress": "stage-1"}, {"raised_with_ssw": "2026-10-06"})
    assert (found["route"], found["policy"], found["stage"]) == (
        "escalation",
        "escalation-four-stage",
        "stage-1",
    )
    first = found["steps"][0]
    assert (first["who"], first["to"]) == ("foster-carer", ["supervising-social-worker"])
    resolved = deadline(found, "stage-1-resolved")
    assert (resolved["date"], resolved["firmness"]) == ("2026-10-09", "should")
    assert deadline(found, "within-a-week")["date"] == "2026-10-13"
    assert [reading["date"] for reading in deadline(found, "within-a-week")["readings"]] == ["2026-10-13"]
    assert deadline(found, "within-ten-working-days")["date"] == "2026-10-20"
    assert (found["next"]["stage"], found["footing"]) == ("stage-2", "own")


@pytest.mark.of("four-stage")
def test_four_stages_in_turn_take_ten_working_days(library: Library) -> None:
    """3, 3, 2 and 2 working days from 6 October end on the 9th, 14th, 16th and 20th, the limit itself."""
    found = outcome(library, {**LATE_TASK, "progress": "stage-1"}, {"raised_with_ssw": "2026-10-06"})
    assert [leg["ends"] for leg in found["timeline"]] == [
        "2026-10-09",
        "2026-10-14",
        "2026-10-16",
        "2026-10-20",
    ]


@pytest.mark.of("four-stage")
def test_a_week_and_five_working_days_can_differ(library: Library) -> None:
    """Raised on 22 December 2026, a week ends on the 29th, and five working days on the 31st: that leads."""
    found = outcome(
        library, {**LATE_TASK, "progress": "stage-1"}, {"raised_with_ssw": "2026-12-22"}, "2026-12-22"
    )
    week = deadline(found, "within-a-week")
    assert (week["date"], [reading["date"] for reading in week["readings"]]) == ("2026-12-31", ["2026-12-29"])
    assert deadline(found, "stage-1-resolved")["date"] == "2026-12-29"


@pytest.mark.of("four-stage")
@pytest.mark.parametrize("service", ["norfolk", "somerset", "kent", "other"])
def test_another_service_is_shown_what_holds_everywhere_and_the_escalation_policy_as_an_example(
    library: Library, service: str
) -> None:
    """Nobody else's deadlines are passed off as a service's own: they are an example, without a date."""
    found = outcome(library, {**LATE_TASK, "service": service}, {"raised_with_ssw": "2026-10-06"})
    assert (found["policy"], found["footing"]) == ("raise-an-issue", "national_fallback")
    assert [item["date"] for item in found["deadlines"]] == [None]
    assert [example["policy"] for example in found["examples"]] == ["escalation-four-stage"]


@pytest.mark.of("norfolk")
def test_norfolks_stage_2_is_read_both_ways(library: Library) -> None:
    """From 2 November 2026, 25 days end on the 27th, and 25 working days on 7 December."""
    found = outcome(library, {**NORFOLK, "progress": "stage-2"}, {"stage_2_started": "2026-11-02"})
    answer = deadline(found, "stage-2-answer")
    assert answer["date"] == "2026-12-07"
    assert [reading["date"] for reading in answer["readings"]] == ["2026-11-27"]
    assert deadline(found, "ask-for-stage-2")["date"] is None
    assert "superseded" in [warning["kind"] for warning in found["warnings"]]
    assert "g1" in [finding["id"] for finding in found["findings"]]


@pytest.mark.of("norfolk")
def test_norfolks_stage_1_counts_from_the_acknowledgement(library: Library) -> None:
    """Sent on 2 November 2026: acknowledged by the 9th, resolved 15 working days later, by the 30th."""
    found = outcome(library, {**NORFOLK, "progress": "stage-1"}, {"complaint_sent": "2026-11-02"})
    acknowledge, answer = deadline(found, "acknowledge"), deadline(found, "stage-1-answer")
    assert (acknowledge["date"], acknowledge["projected"]) == ("2026-11-09", False)
    assert (answer["date"], answer["projected"], answer["firmness"]) == ("2026-11-30", True, "aim")


@pytest.mark.of("norfolk")
def test_a_complaint_after_an_allegation_is_at_stage_2(library: Library) -> None:
    """Norfolk's entry rule shows stage 2, not begun yet, with the rule."""
    answers = {**CARER, "carer-topic": "allegation", "allegation": "over", "service": "norfolk"}
    found = outcome(library, {**answers, "progress": "after-allegation"})
    assert (found["policy"], found["stage"], found["begun"]) == ("norfolk-complaint", "stage-2", False)
    assert "entry" in [rule["kind"] for rule in found["rules"]]


@pytest.mark.of("norfolk")
def test_the_ombudsman_runs_alongside_norfolks_procedure(library: Library) -> None:
    """First noticed on 1 May 2026, the Ombudsman's twelve months end on 30 April 2027 beside stage 1."""
    dates = {"complaint_sent": "2026-11-02", "first_noticed": "2026-05-01"}
    found = outcome(library, {**NORFOLK, "progress": "stage-1"}, dates)
    (parallel,) = (item for item in found["also"] if item["route"] == "ombudsman")
    assert {clock["id"]: clock["date"] for clock in parallel["deadlines"]}["complain-in-time"] == "2027-04-30"
    assert found["next"]["stage"] == "stage-2"
    assert any(item["route"] is None and "ediation" in item["says"] for item in found["also"])


@pytest.mark.of("norfolk")
def test_norfolks_last_stage_leads_to_the_ombudsman(library: Library) -> None:
    """After stage 3 the Ombudsman follows; 25 working days from 2 November 2026 end on 7 December."""
    found = outcome(library, {**NORFOLK, "progress": "stage-3"}, {"stage_3_started": "2026-11-02"})
    assert deadline(found, "stage-3-answer")["date"] == "2026-12-07"
    assert found["next"]["route"] == "ombudsman"


@pytest.mark.of("somerset")
def test_somersets_last_level_has_no_date(library: Library) -> None:
    """Level 4 has no timescale: there is no date, a rule that says so, and the briefing note to write."""
    answers = {**OFFICER, "progress": "stage-3/level-4"}
    found = outcome(library, answers, {"dispute_level_4_started": "2026-11-02"})
    assert (found["stage"], found["level"], found["footing"]) == ("stage-3", "level-4", "own")
    resolved = deadline(found, "level-4-resolved")
    assert (resolved["date"], resolved["receipt"], resolved["readings"]) == (None, [], [])
    assert "no timescale" in resolved["rule"].lower()
    assert any("briefing note" in (step["record"] or "") for step in found["steps"])
    assert found["steps"][0]["to"] == ["director-of-childrens-services"]
    assert (found["next"]["none_stated"], found["next"]["address"]) == (True, None)


@pytest.mark.of("somerset")
@pytest.mark.parametrize(
    ("place", "event", "name", "due"),
    [
        ("stage-1", "informal_issue_discussed", "informal-resolved", "2026-11-16"),
        ("stage-2", "formal_issue_raised", "formal-resolved", "2026-11-09"),
        ("stage-3/level-1", "dispute_level_1_started", "level-1-resolved", "2026-11-09"),
        ("stage-3/level-3", "dispute_level_3_started", "level-3-resolved", "2026-11-09"),
    ],
)
def test_somersets_other_levels_have_theirs(
    library: Library, place: str, event: str, name: str, due: str
) -> None:
    """From Monday 2 November 2026, ten working days end on the 16th and five on the 9th."""
    found = outcome(library, {**OFFICER, "progress": place}, {event: "2026-11-02"})
    assert (deadline(found, name)["date"], deadline(found, name)["firmness"]) == (due, "maximum")
    assert "bypass" in [rule["kind"] for rule in found["rules"]]


@pytest.mark.of("kent")
def test_kents_specialist_team_has_no_routine_change(library: Library) -> None:
    """Carers for disabled children have no change of worker by date, and an extra visit each year."""
    answers = {**APPROVAL, "approval": "social-worker", "service": "kent", "progress": "specialist"}
    found = outcome(
        library, answers, {"worker_allocated": "2024-04-30", "last_additional_visit": "2026-03-01"}
    )
    change = deadline(found, "no-routine-change")
    assert (change["date"], change["unit"]) == (None, "none_stated")
    assert "no set date for a change" in change["does"]
    assert not any(item["from"] == "worker_allocated" for item in found["deadlines"])
    assert deadline(found, "additional-unannounced-visit")["date"] == "2027-03-01"


@pytest.mark.of("kent")
def test_kents_34_months_end_with_a_short_february(library: Library) -> None:
    """Allocated on 30 April 2024: the next worker by 28 February 2027, the end on 30 April 2027."""
    answers = {**APPROVAL, "approval": "social-worker", "service": "kent", "progress": "experienced"}
    found = outcome(library, answers, {"worker_allocated": "2024-04-30"})
    assert deadline(found, "next-worker-identified")["date"] == "2027-02-28"
    assert deadline(found, "longest-allocation")["date"] == "2027-04-30"


def test_the_ombudsmans_year_counts_its_first_day(library: Library) -> None:
    """Twelve months beginning with 1 May 2026 end on 30 April 2027."""
    answers = {**CARER, "carer-topic": "unhappy", "unhappy": "final-answer"}
    found = outcome(library, answers, {"first_noticed": "2026-05-01"})
    limit = deadline(found, "complain-in-time")
    assert (limit["date"], limit["readings"], limit["firmness"]) == ("2027-04-30", [], "must")


def test_an_irm_letter_has_a_limit_and_a_safe_date(library: Library) -> None:
    """A letter of 2 November 2026: the safe date, the 29th, leads; if that day does not count, the 30th."""
    found = outcome(library, {**APPROVAL, "approval": "letter"}, {"determination_letter": "2026-11-02"})
    limit = deadline(found, "apply-in-time")
    assert (limit["date"], [reading["date"] for reading in limit["readings"]]) == (
        "2026-11-29",
        ["2026-11-30"],
    )
    assert limit["unit"] == "calendar_days"
    assert found["footing"] == "national"


def test_a_designated_officer_is_told_within_one_working_day(library: Library) -> None:
    """Learned on Friday 6 November 2026: by Monday the 9th. That some areas ask sooner is a warning."""
    answers = {**CARER, "carer-topic": "allegation", "allegation": "about-another"}
    found = outcome(library, answers, {"allegation_learned": "2026-11-06"})
    told = deadline(found, "tell-lado")
    assert (told["date"], told["readings"]) == ("2026-11-09", [])
    assert any("24 hours" in warning["says"] for warning in found["warnings"])


@pytest.mark.parametrize("answer", ["now", "worried", "unsure"])
def test_danger_needs_no_further_question(library: Library, answer: str) -> None:
    """Danger, a worry and doubt lead to safeguarding at once, and no other route's clock is shown there."""
    found = outcome(library, {"danger": answer})
    assert found["route"] == "safeguarding"
    assert all(item["unit"] == "immediately" for item in found["deadlines"])
    assert all(item["deadlines"] == [] for item in found["also"])
    assert "emergency-999" in found["contacts"]


@pytest.mark.of("childrens-home")
def test_a_home_writes_to_the_director(library: Library) -> None:
    """A safety concern without a good response goes to the placing authority's director, with no date."""
    answers = {
        "danger": "none",
        "who": "worker",
        "work": "home-manager",
        "home-topic": "other-agency",
        "challenge-topic": "safety-response",
    }
    found = outcome(library, answers)
    assert (found["policy"], found["stage"], found["service"]) == (
        "childrens-home-challenge",
        "safety-dcs",
        "childrens-home",
    )
    assert found["steps"][0]["to"] == ["director-of-childrens-services"]
    assert [item["date"] for item in found["deadlines"]] == [None]


def test_every_way_ends_in_a_whole_outcome(library: Library) -> None:
    """Every combination of answers that ends in an outcome has a step in it, a word on time and a source."""
    ways = [(answers, node) for answers, node in paths(library) if not node.signpost]
    assert len(ways) > (500 if all(map(is_there, OF_SERVICES.values())) else 100)
    lacking = []
    for answers, node in ways:
        found = advance(library, answers, {}, date(2026, 11, 21)).outcome
        if not (
            found and found.steps and found.deadlines and found.sources and found.next and found.node == node
        ):
            lacking.append(answers)
    assert lacking == []


def test_every_signpost_is_reached_and_leads_on(library: Library) -> None:
    """The questions end at each signpost, and there is a way on from it or somebody to ring."""
    ends = {node.signpost: answers for answers, node in paths(library) if node.signpost}
    reached = {
        name: advance(library, answers, {}, date(2026, 11, 21)).signpost for name, answers in ends.items()
    }
    assert [name for name, found in reached.items() if not found or found.id != name] == []
    assert {signpost.id for signpost in library.signposts} == reached.keys()
    assert [each.id for each in library.signposts if not (each.leads_to or each.contacts)] == []


def test_every_route_and_policy_is_reached(library: Library) -> None:
    """No route and no stage of any policy is out of reach of the questions."""
    reached = set()
    for answers, node in paths(library):
        if node.signpost:
            continue
        found = advance(library, answers, {}, date(2026, 11, 21)).outcome
        assert found is not None
        reached.add((found.policy.id, found.position.key))
    wanted = {
        (policy.id, position.key)
        for policy in library.policies
        if policy.version_of is None
        for position in policy.leaf_stages()
    }
    assert wanted - reached == set()


def test_no_date_is_given_where_none_is_known(library: Library) -> None:
    """Without any date from the reader, no outcome shows any date."""
    dated = []
    for answers, node in paths(library):
        if node.signpost:
            continue
        found = advance(library, answers, {}, date(2026, 11, 21)).outcome
        assert found is not None
        clocks = found.all_deadlines + found.alongside_deadlines
        counted = (clock for clock in clocks if clock.due or any(reading.due for reading in clock.readings))
        dated += [clock.timescale.id for clock in counted]
    assert dated == []
