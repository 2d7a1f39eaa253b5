"""What is wrong with a data folder as a whole: each test breaks one thing and reads what is told."""

import pytest

from navigator.check.graph import circle
from tests.mini import Mini

NATIONAL = "policies/national.yaml"
TOWN = "policies/town-complaint.yaml"
TRIAGE = "triage.yaml"
ROUTES = "routes.yaml"
WORDING = "wording.yaml"
SPARE = "id: spare, name: x, purpose: x, who_starts: x}\n"
SECOND = """\
        source: Section 1
      - id: second
        does: It is answered.
        amount: 10
        unit: weeks
        from: sent
        firmness: must
        closes_stage: true
"""


def test_nothing_is_wrong_with_data_in_order(mini: Mini) -> None:
    """A folder in order has no errors; what its author found in a document is listed for the owner."""
    assert mini.errors() == []
    (finding,) = (each for each in mini.findings() if "findings[" in each)
    assert finding.startswith("policies/town-complaint.yaml:43:5: finding: findings[0]: g1, no_timescale: ")
    assert finding.endswith(": No time is given at level 1. Ask: How long may level 1 take?")


BROKEN = [
    # references
    (NATIONAL, "who: carer", "who: carrer", "15:15",
     "who: 'carrer' is not among the roles. Did you mean carer?"),
    (NATIONAL, "[team]", "[zzz]", "15:44", "to[0]: 'zzz' is not among the roles. Add it to roles.yaml"),
    (TOWN, "ends_with: answered", "ends_with: answer", "25:20", "'answer' is not among the events"),
    (TOWN, "stage: stage-2/level-1", "stage: stage-2", "28:47", "town-complaint has no stage 'stage-2'"),
    (TRIAGE, "next: topic}", "next: topik}", "18:44", "'topik' is not among the questions"),
    (TRIAGE, "start: danger", "start: anger", "1:8", "'anger' is not among the questions"),
    (TRIAGE, "stage: stage-1", "stage: stage-9", "16:16", "town-complaint has no stage 'stage-9'"),
    (TRIAGE, "service: town\n        stage: stage-1", "stage: stage-2/level-1", "15:16",
     "national has no stage 'stage-2/level-1'"),
    (ROUTES, "fallback: national", "fallback: nation", "5:13", "'nation' is not among the policies"),
    ("services/town.yaml", "calendar: england", "calendar: wales", "5:11",
     "'wales' is not among the calendars"),
    # duplicates
    ("roles.yaml", "- {id: team,", "- {id: carer, name: x, explains: x}\n- {id: team,", "2:8",
     "[1].id: carer is used already, on line 1. Write another id."),
    (TRIAGE, "- {id: complaint,", "- {id: unsure,", "24:14",
     "options[1].id: unsure is used already, on line 23."),
    (TOWN, "{id: again,", "{id: answer,", "40:18", "answer is used already, on line 19."),
    # timescales
    (TOWN, "        amount: 10\n", "", "19:9",
     "amount: is missing. Write how many working_days, such as 10."),
    (TOWN, "amount: 10", "amount: 0", "21:17", "amount: cannot be 0. Write a number from 1 to 1000."),
    (TOWN, "amount: 10", "amount: 100000", "21:17", "amount: cannot be 100000."),
    (TOWN, "        from: sent\n", "", "19:9", "timescales[0].from: is missing."),
    (TOWN, "        firmness: must\n", "", "19:9", "firmness: is missing. Write one of: must, should,"),
    (TOWN, "firmness: must", "firmness: must\n        readings: [{why: x}]", "25:20",
     "readings[0]: does not differ from the timescale."),
    (TOWN, "firmness: must", "firmness: must\n        readings: [{why: x, unit: none_stated}]", "25:35",
     "readings[0].unit: gives no date."),
    (NATIONAL, "none_stated, source", "none_stated, amount: 3, source", "17:72",
     "amount: does not go with the unit none_stated."),
    (NATIONAL, "none_stated, source", "none_stated, firmness: must, source", "17:74",
     "firmness: does not go with the unit none_stated."),
    (NATIONAL, "none_stated, source", "none_stated, readings: [{why: x, amount: 1}], source", "17:74",
     "readings: does not go with the unit none_stated."),
    (NATIONAL, "none_stated, source", "none_stated, assumed_start: x, source", "17:9",
     "from: is missing. Write the event that assumed_start speaks of."),
    (NATIONAL, "unit: none_stated", "unit: immediately", "17:9", "firmness: is missing."),
    # stages
    (NATIONAL, "    steps:\n      - {who: carer, does: complains, to: [team]}\n", "", "11:5",
     "stages[0].steps: is missing. Write who does what."),
    (NATIONAL, "    if_unresolved: {says: Nothing is stated., none_stated: true}\n", "", "11:5",
     "stages[0].if_unresolved: is missing."),
    (NATIONAL, ", none_stated: true}", "}", "18:20", "if_unresolved: names no way on."),
    (NATIONAL, "none_stated: true}", "none_stated: true, route: complaint}", "18:20",
     "if_unresolved: names more than one way on."),
    (TOWN, "    levels:", "    begins_with: sent\n    levels:", "32:5", "begins_with: stands beside levels."),
    (TOWN, "        asks: It is at level 1\n", "", "33:9", "stages[1].levels[0].asks: is missing."),
    (TOWN, "unsure: {stage: stage-1, says: Ask the team.}\n", "", "1:1", "unsure: is missing."),
    (TOWN, "unsure:", "effective_from: 2026-02-01\neffective_until: 2026-01-01\nunsure:", "10:18",
     "effective_until: lies before effective_from."),
    (TOWN, "        closes_stage: true\n", "        closes_stage: true\n" + SECOND, "34:23",
     "timescales[1].closes_stage: stands twice in this stage. Keep one."),
    # questions
    (TRIAGE, "next: topic}", "hint: Nothing}", "18:9", "options[1]: leads nowhere."),
    (TRIAGE, "next: topic}", "next: topic, route: complaint, because: x}", "18:9", "leads to two places."),
    (TRIAGE, "next: topic}", "next: topic, service: town}", "18:51", "service: is for answers with a route."),
    (TRIAGE, ", because: It is a complaint.}", "}", "23:9", "questions[1].options[0].because: is missing."),
    (TRIAGE, "next: topic, unsure: true", "next: topic", "11:5",
     "questions[0].options: have no answer for somebody who is not sure."),
    (TRIAGE, "next: topic}", "next: topic, unsure: true}", "19:64",
     "questions[0].options[2].unsure: stands twice in this question."),
    ("services/other.yaml", "unsure: true\n", "", "1:1", "no service is for somebody who is not sure."),
    ("services/town.yaml", "order: 1", "order: 1\nunsure: true", "5:9",
     "unsure: is true already in services/other.yaml."),
    # sources, services, calendars
    ("contacts.yaml", "{section: Page, document: law}", "Page", "4:11", "[0].source.document: is missing."),
    (ROUTES, "fallback: national", "fallback: national\n- {fallback: national, " + SPARE, "6:14",
     "[1].fallback: national is a policy for the route complaint."),
    ("services/town.yaml", "[town-complaint]", "[town-complaint, national]", "6:28",
     "policies[1]: national is for the route complaint, and so is town-complaint."),
    ("calendars.yaml", "known_until: 2028", "known_until: 2031", "6:16",
     "[0].known_until: lies outside first to last."),
    # circles
    (TRIAGE, "route: complaint, because: It may be one.,", "next: danger,", "9:5",
     "questions[0]: leads in a circle: danger, topic, danger."),
    (TOWN, "Nothing is stated., none_stated: true}", "Again., stage: stage-1}", "28:47",
     "if_unresolved.stage: leads in a circle: stage-1, stage-2/level-1, stage-1."),
    (TOWN, "unit: none_stated", "amount: 1, unit: weeks, from: answered, ends_with: sent, firmness: aim",
     "25:20", "ends_with: leads in a circle: sent, answered, sent."),
    (TOWN, "ends_with: answered", "ends_with: sent", "25:20", "ends_with: leads in a circle: sent, sent."),
    # wording
    (WORDING, "own_policy: Some words.", "own_policy: See {servise}.", "1:13",
     "own_policy: has a placeholder that is not filled in: {servise}. Did you mean {service}?"),
    (WORDING, "immediately: Some words.", "immediately: At {once}.", "6:14",
     "immediately: has a placeholder that is not filled in: {once}. Take it out."),
    (WORDING, "within: Some words.", "within: Within {amount!r}.", "7:9",
     "within: has a placeholder that is not filled in: {amount}. Write one of: {amount}, {event}."),
    (WORDING, "within: Some words.", "within: Within {amount.", "7:9",
     "within: has a brace without its partner."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "place", "told"), BROKEN)
def test_tells_what_is_wrong_and_where(
    mini: Mini, name: str, old: str, new: str, place: str, told: str
) -> None:
    """One thing broken gives exactly one error, with file, line, column, value and advice."""
    mini.edit(name, old, new)
    (error,) = mini.errors()
    assert error.startswith(f"{name}:{place}: error: ")
    assert told in error


def test_a_question_that_nobody_meets_is_told(mini: Mini) -> None:
    """A question that no answer leads to is an error."""
    mini.write(TRIAGE, mini.read(TRIAGE).replace("next: topic", "route: complaint, because: x"))
    (error,) = mini.errors()
    assert error.startswith("triage.yaml:20:5: error: questions[1]: no answer leads here.")


def test_a_built_in_name_cannot_be_used(mini: Mini) -> None:
    """A question called like a built-in one, and an entry called like a stage, are errors."""
    mini.write(TRIAGE, mini.read(TRIAGE).replace("topic", "service"))
    entry = "{id: stage-1, asks: x, stage: stage-1, says: x, source: x}"
    mini.edit(TOWN, "stages:\n", f"entries:\n  - {entry}\nstages:\n")
    in_policy, in_triage = mini.errors()
    assert in_policy.startswith(f"{TOWN}:11:10: error: entries[0].id: stage-1 is a stage already")
    assert in_triage.startswith(f"{TRIAGE}:20:9: error: questions[1].id: service is the name of a built-in")


def test_what_comes_round_again_is_no_circle(mini: Mini) -> None:
    """A timescale that repeats may end with the event it starts from."""
    mini.edit(TOWN, "ends_with: answered", "ends_with: sent\n        repeats: true")
    assert mini.errors() == []


def test_leftovers_are_findings(mini: Mini) -> None:
    """What nothing names is a finding, for it may be misspelt elsewhere; it is no error."""
    mini.add("roles.yaml", "- {id: spare, name: x, explains: x}\n")
    mini.add(ROUTES, f"- {{fallback: spare, {SPARE}")
    spare = mini.read(NATIONAL).replace("id: national", "id: spare")
    mini.write("policies/spare.yaml", spare.replace("route: complaint", "route: spare"))
    mini.edit("services/town.yaml", "policies: [town-complaint]", "policies: []")
    assert mini.errors() == []
    policy, role, route = mini.leftovers()
    assert policy.startswith(f"{TOWN}:1:5: finding: id: town-complaint is not used: no service and no route")
    assert role.startswith("roles.yaml:3:8: finding: [2].id: spare is not used: no step, rule or word")
    assert route.startswith("routes.yaml:6:25: finding: [1].id: no answer in triage.yaml leads to spare.")


def test_a_file_that_cannot_be_read_does_not_set_off_others(mini: Mini) -> None:
    """Without roles.yaml no role is called unknown; what is wrong elsewhere is told all the same."""
    mini.write("roles.yaml", "- [")
    mini.edit(TRIAGE, "next: topic}", "next: topik}")
    assert [error.partition(" error")[0] for error in mini.errors()] == [
        "roles.yaml:2:1:",
        "triage.yaml:18:44:",
    ]


def test_finds_the_way_round() -> None:
    """A circle is given in the order it is walked, and nothing where there is none."""
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) in (list("abca"), list("bcab"), list("cabc"))
    assert circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []
