"""`navigator check`."""

import json
import shutil
from pathlib import Path

import pytest

from navigator.cli import check as command
from navigator.cli import main
from navigator.load.generated import write
from navigator.load.library import load
from tests.mini import TODAY, Mini

SHIPPED = Path(__file__).parents[2] / "policy_data"


def run(folder: Path, *options: str) -> int:
    return main(["check", "--data", str(folder), *options])


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

    doubled = edit("national/policies/irm.yaml", "\nroute: irm\n", "\nroute: irm\nroute: irm\n")
    norfolk = edit("services/norfolk/policies/norfolk-complaint.yaml", "        unit: working_days\n", "")
    edit("services/norfolk/policies/norfolk-complaint.yaml", "who: complaints-team", "who: complaints-taem")
    triage = edit("national/triage.yaml", "next: carer-topic", "next: carer-topics")
    assert run(data) == 1
    *_, first, second, third, fourth, last = capsys.readouterr().out.splitlines()
    route = line_of(doubled, "route: irm") + 1
    assert first.startswith(
        f"{doubled}:{route}:1: error: route: is written twice: first on line {route - 1}."
    )
    step = line_of(triage, "carer-topics")
    assert second.startswith(f"{triage}:{step}:15: error: questions[1].options[0].next: ")
    role = line_of(norfolk, "complaints-taem")
    assert third.startswith(f"{norfolk}:{role}:14: error: stages[0].steps[1].who: ")
    assert third.endswith("Did you mean complaints-team?")
    unit = line_of(norfolk, "- id: acknowledge")
    assert fourth.startswith(
        f"{norfolk}:{unit}:9: error: stages[0].timescales[0].unit: is missing. Write one of: work"
    )
    assert last.startswith("4 errors, ")


def test_the_shipped_data_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    """The policies in the repository have findings for their owners and no errors."""
    assert run(SHIPPED) == 0
    assert "\n0 errors, " in capsys.readouterr().out


def test_the_exit_code_says_how_bad_it_is(
    mini: Mini, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Findings alone exit 0, and 1 when the check is strict; the last line counts."""
    write(load(mini.folder), None)
    monkeypatch.setattr(command, "today_in_london", lambda: TODAY)
    assert run(mini.folder) == 0
    assert capsys.readouterr().out.endswith("\n0 errors, 10 findings in 12 files\n")
    assert run(mini.folder, "--strict") == 1


def test_stale_editor_help_is_a_finding(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """Schemas that no longer fit the data are a finding that says what to run."""
    run(mini.folder)
    assert "the schemas for editors are out of date. Run: navigator schema" in capsys.readouterr().out


def test_json_has_every_part_of_a_problem(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON each problem has its parts by name, for other programs."""
    mini.edit("services/town/service.yaml", "order: 1", "order: first")
    assert run(mini.folder, "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert told["errors"] == 1
    error = next(each for each in told["problems"] if each["severity"] == "error")
    assert error == {
        "file": f"{mini.folder.as_posix()}/services/town/service.yaml",
        "line": 4,
        "column": 8,
        "path": "order",
        "what": "is not a whole number",
        "hint": "Write a whole number, without quotes.",
        "severity": "error",
    }
