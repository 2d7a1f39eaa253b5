"""What `navigator check` finds: each test breaks one thing and reads what is told."""

import json
import shutil
from pathlib import Path

import pytest

from navigator.check.graph import circle
from navigator.cli import check as command
from navigator.load.generated import write
from navigator.load.library import load
from tests.mini import Mini

SHIPPED = Path(__file__).parents[2] / "policy_data"
NATIONAL = "policies/national.yaml"
TOWN = "policies/town-complaint.yaml"


def test_nothing_is_wrong_with_data_in_order(mini: Mini) -> None:
    """A folder in order has no errors; what its author found in a document is listed for the owner."""
    assert mini.errors() == []
    assert mini.findings() == [
        "policies/town-complaint.yaml:43:5: finding: findings[0]: g1, no_timescale: "
        "No time is given at level 1. Ask: How long may level 1 take?"
    ]


BROKEN = [
    # references
    (NATIONAL, "who: carer", "who: carrer", "14:14: error: stages[0].steps[0].who: 'carrer' is not among the roles. Did you mean carer?"),
    (NATIONAL, "to: [team]", "to: [zzz]", "14:41: error: stages[0].steps[0].to[0]: 'zzz' is not among the roles. Add it to roles.yaml"),
    (TOWN, "ends_with: answered", "ends_with: answer", "26:20: error: stages[0].timescales[0].ends_with: 'answer' is not among the events. Did you mean answered?"),
    (TOWN, "stage: stage-2/level-1", "stage: stage-2", "29:47: error: stages[0].if_unresolved.stage: town-complaint has no stage 'stage-2'. Did you mean stage-1?"),
    ("triage.yaml", "next: topic}", "next: topik}", "18:41: error: questions[0].options[1].next: 'topik' is not among the questions. Did you mean topic?"),
    ("triage.yaml", "start: danger", "start: anger", "1:8: error: start: 'anger' is not among the questions. Did you mean danger?"),
    ("triage.yaml", "stage: stage-1", "stage: stage-9", "16:16: error: questions[0].options[0].stage: town-complaint has no stage 'stage-9'. Did you mean stage-1?"),
    ("triage.yaml", "        service: town\n        stage: stage-1", "        stage: stage-2/level-1", "15:16: error: questions[0].options[0].stage: national has no stage 'stage-2/level-1'. Did you mean stage-1?"),
    ("routes.yaml", "fallback: national", "fallback: nation", "5:13: error: [0].fallback: 'nation' is not among the policies. Did you mean national?"),
    ("services/town.yaml", "calendar: england", "calendar: wales", "5:11: error: calendar: 'wales' is not among the calendars. Add it to calendars.yaml"),
    # duplicates
    ("roles.yaml", "id: team,", "id: carer,", "2:8: error: [1].id: carer is used already, on line 1. Write another id."),
    ("triage.yaml", "id: topic\n", "id: danger\n", "20:9: error: questions[1].id: danger is used already, on line 8."),
    (TOWN, "{id: again,", "{id: answer,", "39:18: error: stages[1].levels[0].timescales[0].id: answer is used already, on line 20."),
    (TOWN, "id: stage-2\n", "id: stage-1\n", "30:9: error: stages[1].id: stage-1 is used already, on line 12."),
    # timescales
    (TOWN, "        amount: 10\n", "", "20:9: error: stages[0].timescales[0].amount: is missing. Write how many working_days, such as 10."),
    (TOWN, "amount: 10", "amount: 0", "22:17: error: stages[0].timescales[0].amount: cannot be 0. Write a number from 1 to 1000."),
    (TOWN, "amount: 10", "amount: 100000", "22:17: error: stages[0].timescales[0].amount: cannot be 100000."),
    (TOWN, "        from: sent\n", "", "20:9: error: stages[0].timescales[0].from: is missing."),
    (TOWN, "        firmness: must\n", "", "20:9: error: stages[0].timescales[0].firmness: is missing. Write one of: must,"),
    (NATIONAL, "unit: none_stated", "unit: none_stated, amount: 3", "16:71: error: stages[0].timescales[0].amount: does not go with the unit none_stated."),
    (NATIONAL, "unit: none_stated", "unit: none_stated, firmness: must", "16:73: error: stages[0].timescales[0].firmness: does not go with the unit none_stated."),
    (NATIONAL, "unit: none_stated", "unit: immediately", "16:9: error: stages[0].timescales[0].firmness: is missing."),
    (TOWN, "        firmness: must\n", "        firmness: must\n        readings: [{why: Unclear.}]\n", "26:20: error: stages[0].timescales[0].readings[0]: does not differ from the timescale."),
    (TOWN, "        firmness: must\n", "        firmness: must\n        readings: [{why: Unclear., unit: none_stated}]\n", "26:42: error: stages[0].timescales[0].readings[0].unit: gives no date."),
    # stages
    (NATIONAL, "    steps:\n      - {who: carer, does: complains, to: [team]}\n", "", "11:5: error: stages[0].steps: is missing. Write who does what."),
    (NATIONAL, "    timescales:\n      - {id: none, does: No time is given., unit: none_stated, source: Section 1}\n", "", "11:5: error: stages[0].timescales: is missing."),
    (NATIONAL, "    if_unresolved: {says: Nothing is stated., none_stated: true}\n", "", "11:5: error: stages[0].if_unresolved: is missing."),
    (NATIONAL, ", none_stated: true}", "}", "17:20: error: stages[0].if_unresolved: names no way on."),
    (NATIONAL, ", none_stated: true}", ", none_stated: true, route: complaint}", "17:20: error: stages[0].if_unresolved: names more than one way on."),
    (TOWN, "    source: Section 2\n    levels:", "    source: Section 2\n    begins_with: sent\n    levels:", "33:5: error: stages[1].begins_with: stands beside levels."),
    (TOWN, "        asks: It is at level 1\n", "", "34:9: error: stages[1].levels[0].asks: is missing."),
    (TOWN, "unsure: {stage: stage-1, says: Ask the team.}\n", "", "1:1: error: unsure: is missing."),
    (TOWN, "checked_on: 2026-11-10\n", "checked_on: 2026-11-10\neffective_from: 2026-02-01\neffective_until: 2026-01-01\n", "10:18: error: effective_until: lies before effective_from."),
    # questions
    ("triage.yaml", "next: topic}", "hint: Nothing}", "18:9: error: questions[0].options[1]: leads nowhere. Write exactly one of: next, route."),
    ("triage.yaml", "next: topic}", "next: topic, route: complaint, because: x}", "18:9: error: questions[0].options[1]: leads to two places."),
    ("triage.yaml", "next: topic}", "next: topic, service: town}", "18:48: error: questions[0].options[1].service: is for answers with a route."),
    ("triage.yaml", ", because: It is a complaint.}", "}", "23:9: error: questions[1].options[0].because: is missing."),
    ("triage.yaml", "next: topic, unsure: true", "next: topic", "11:5: error: questions[0].options: have no answer for somebody who is not sure."),
    ("triage.yaml", "next: topic}", "next: topic, unsure: true}", "19:61: error: questions[0].options[2].unsure: stands twice in this question."),
    ("services/other.yaml", "unsure: true\n", "", "services/other.yaml:1:1: error: the file: no service is for somebody who is not sure."),
    ("services/town.yaml", "order: 1", "order: 1\nunsure: true", "services/town.yaml:5:9: error: unsure: is true already in services/other.yaml."),
    # sources, services, calendars
    ("contacts.yaml", "{section: Page, document: law}", "Page", "4:11: error: [0].source.document: is missing."),
    ("routes.yaml", "fallback: national", "fallback: national\n- {id: other, name: x, purpose: x, who_starts: x, fallback: national}", "6:60: error: [1].fallback: national is a policy for the route complaint."),
    ("services/town.yaml", "[town-complaint]", "[town-complaint, national]", "6:28: error: policies[1]: national is for the route complaint, and so is town-complaint."),
    ("calendars.yaml", "known_until: 2028-12-31", "known_until: 2031-12-31", "6:16: error: [0].known_until: lies outside first to last."),
    # circles
    ("triage.yaml", "route: complaint, because: It may be one., unsure: true", "next: danger, unsure: true", "questions[0]: leads in a circle: danger, topic, danger."),
    (TOWN, "{says: Nothing is stated., none_stated: true}", "{says: Again., stage: stage-1}", "error: stages[0].if_unresolved.stage: leads in a circle: stage-1, stage-2/level-1, stage-1."),
    (TOWN, "unit: none_stated, source: Section 2}", "amount: 1, unit: weeks, from: answered, ends_with: sent, firmness: aim, source: Section 2}", "leads in a circle: "),
    (TOWN, "ends_with: answered", "ends_with: sent", "26:20: error: stages[0].timescales[0].ends_with: leads in a circle: sent, sent."),
    # wording
    ("wording.yaml", "own_policy: Some words.", "own_policy: See {servise}.", "1:13: error: own_policy: has a placeholder that is not filled in: {servise}. Did you mean {service}?"),
    ("wording.yaml", "immediately: Some words.", "immediately: At {once}.", "error: immediately: has a placeholder that is not filled in: {once}. Take it out."),
    ("wording.yaml", "within: Some words.", "within: Within {amount!r}.", "error: within: has a placeholder that is not filled in: {amount}."),
    ("wording.yaml", "within: Some words.", "within: Within {amount.", "error: within: has a brace without its partner."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "told"), BROKEN)
def test_tells_what_is_wrong_and_where(mini: Mini, name: str, old: str, new: str, told: str) -> None:
    """One thing broken gives exactly one error, with file, line, column, value and advice."""
    mini.edit(name, old, new)
    (error,) = mini.errors()
    assert error.startswith(f"{name}:")
    assert told in error


def test_a_question_that_nobody_meets_is_told(mini: Mini) -> None:
    """A question that no answer leads to is an error."""
    text = (mini.folder / "triage.yaml").read_text(encoding="utf-8")
    mini.write("triage.yaml", text.replace("next: topic", "route: complaint, because: x"))
    assert mini.errors() == [
        "triage.yaml:20:5: error: questions[1]: no answer leads here. Let an answer lead to it, or take it out."
    ]


def test_a_built_in_name_cannot_be_used(mini: Mini) -> None:
    """A question called like a built-in one, and an entry called like a stage, are errors."""
    text = (mini.folder / "triage.yaml").read_text(encoding="utf-8")
    mini.write("triage.yaml", text.replace("topic", "service"))
    mini.edit(
        TOWN,
        "stages:\n",
        "entries:\n  - {id: stage-1, asks: x, stage: stage-1, says: x, source: x}\nstages:\n",
    )
    assert [error.partition(". ")[0] for error in mini.errors()] == [
        "policies/town-complaint.yaml:11:10: error: entries[0].id: stage-1 is a stage already "
        "or has a meaning of its own here",
        "triage.yaml:20:9: error: questions[1].id: service is the name of a built-in question",
    ]


def test_what_comes_round_again_is_no_circle(mini: Mini) -> None:
    """A timescale that repeats may end with the event it starts from."""
    mini.edit(TOWN, "ends_with: answered", "ends_with: sent\n        repeats: true")
    assert mini.errors() == []


def test_leftovers_are_findings(mini: Mini) -> None:
    """What nothing names is a finding, for it may be misspelt elsewhere; it is no error."""
    mini.write(
        "roles.yaml",
        (mini.folder / "roles.yaml").read_text("utf-8") + "- {id: spare, name: x, explains: x}\n",
    )
    mini.write("routes.yaml", (mini.folder / "routes.yaml").read_text("utf-8")
               + "- {id: spare, name: x, purpose: x, who_starts: x, fallback: spare}\n")  # fmt: skip
    spare = (mini.folder / NATIONAL).read_text("utf-8").replace("id: national", "id: spare")
    mini.write("policies/spare.yaml", spare.replace("route: complaint", "route: spare"))
    mini.edit("services/town.yaml", "policies: [town-complaint]", "policies: []")
    assert mini.errors() == []
    assert [finding.partition(". ")[0] for finding in mini.findings() if "findings[" not in finding] == [
        "policies/town-complaint.yaml:1:5: finding: id: town-complaint is not used: "
        "no service and no route names it",
        "roles.yaml:3:8: finding: [2].id: spare is not used: no step, rule or word of the glossary names it",
        "routes.yaml:6:8: finding: [1].id: no answer in triage.yaml leads to spare",
    ]


def test_a_file_that_cannot_be_read_does_not_set_off_others(mini: Mini) -> None:
    """Without roles.yaml no role is called unknown; what is wrong elsewhere is told all the same."""
    mini.write("roles.yaml", "- [")
    mini.edit("triage.yaml", "next: topic}", "next: topik}")
    assert [error.partition(" error")[0] for error in mini.errors()] == [
        "roles.yaml:2:1:",
        "triage.yaml:18:41:",
    ]


def test_finds_the_way_round() -> None:
    """A circle is given in the order it is walked, and nothing where there is none."""
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) in (list("abca"), list("bcab"), list("cabc"))
    assert circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_four_faults_in_the_shipped_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A doubled key, a missing unit, a misspelt role and a dangling next are four errors with their lines."""
    data = tmp_path / "policy_data"
    shutil.copytree(SHIPPED, data)

    def edit(name: str, old: str, new: str) -> Path:
        path = data / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        return path

    doubled = edit("policies/irm.yaml", "\nroute: irm\n", "\nroute: irm\nroute: irm\n")
    norfolk = edit("policies/norfolk-complaint.yaml", "        unit: working_days\n", "")
    edit("policies/norfolk-complaint.yaml", "who: complaints-team", "who: complaints-taem")
    triage = edit("triage.yaml", "next: carer-topic", "next: carer-topics")
    assert command.run(data) == 1
    *_, first, second, third, fourth, last = capsys.readouterr().out.splitlines()
    route = line_of(doubled, "route: irm") + 1
    assert first.startswith(
        f"{doubled}:{route}:1: error: route: is written twice: first on line {route - 1}."
    )
    role = line_of(norfolk, "complaints-taem")
    assert second.startswith(f"{norfolk}:{role}:14: error: stages[0].steps[1].who: ")
    assert second.endswith("Did you mean complaints-team?")
    unit = line_of(norfolk, "- id: acknowledge")
    assert third.startswith(
        f"{norfolk}:{unit}:9: error: stages[0].timescales[0].unit: is missing. Write one of: work"
    )
    step = line_of(triage, "carer-topics")
    assert fourth.startswith(f"{triage}:{step}:15: error: questions[1].options[0].next: ")
    assert last.startswith("4 errors, ")


def test_the_shipped_data_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    """The policies in the repository have findings for their owners and no errors."""
    assert command.run(SHIPPED) == 0
    assert "\n0 errors, " in capsys.readouterr().out


def test_the_exit_code_says_how_bad_it_is(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """Findings alone exit 0, and 1 when the check is strict; the last line counts."""
    write(load(mini.folder), None)
    assert command.run(mini.folder) == 0
    assert capsys.readouterr().out.endswith("\n0 errors, 1 finding in 13 files\n")
    assert command.run(mini.folder, strict=True) == 1


def test_stale_editor_help_is_a_finding(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """Schemas that no longer fit the data are a finding that says what to run."""
    command.run(mini.folder)
    assert "the schemas for editors are out of date. Run: navigator schema" in capsys.readouterr().out


def test_json_has_every_part_of_a_problem(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON each problem has its parts by name, for other programs."""
    mini.edit("services/town.yaml", "order: 1", "order: first")
    assert command.run(mini.folder, "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert told["errors"] == 1
    error = next(each for each in told["problems"] if each["severity"] == "error")
    assert error == {
        "file": f"{mini.folder.as_posix()}/services/town.yaml",
        "line": 4,
        "column": 8,
        "path": "order",
        "what": "is not a whole number",
        "hint": "Write a whole number, without quotes.",
        "severity": "error",
    }
