"""`navigator timescales` and `navigator paths`, and what holds for every command."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import navigator.cli
from navigator.cli import COMMANDS, main, paths, timescales
from navigator.core.engine import advance
from navigator.core.model import Library
from navigator.core.report import report
from tests import shipped

PROJECT = Path(__file__).parents[2]
DATA = str(shipped.DATA)


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch, library: Library) -> Library:
    """Have the commands use policies that are loaded already."""
    for command in (paths, timescales):
        monkeypatch.setattr(command, "open_library", lambda data: library)
    return library


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    assert main(["timescales", "--data", DATA]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def test_timescales_have_a_header(loaded: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """The first line names the columns, and no line ends in a carriage return."""
    assert main(["timescales", "--data", DATA]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0] == (
        "policy,stage,id,amount,unit,from,firmness,source,up_to,before,kind,who,only_if,unless"
    )
    assert "\r" not in out


@pytest.mark.parametrize(
    ("policy", "stage", "amount", "unit", "event", "firmness"),
    [
        ("escalation-four-stage", "stage-1", "3", "working_days", "raised_with_ssw", "should"),
        ("escalation-four-stage", "overall", "1", "weeks", "raised_with_ssw", "usual"),
        ("norfolk-complaint", "stage-2", "25", "calendar_days", "stage_2_started", "usual"),
        ("norfolk-complaint", "stage-1", "15", "working_days", "complaint_acknowledged", "aim"),
        ("somerset-qa-dispute", "stage-3/level-4", "", "none_stated", "", ""),
        ("kent-allocation", "experienced", "34", "months", "worker_allocated", "promise"),
        ("ombudsman", "complain", "12", "months", "first_noticed", "must"),
        ("safeguarding", "immediate", "", "immediately", "", "must"),
    ],
)
def test_timescales_have_their_rows(
    loaded: Library,
    capsys: pytest.CaptureFixture[str],
    policy: str,
    stage: str,
    amount: str,
    unit: str,
    event: str,
    firmness: str,
) -> None:
    """Each timescale has a row with its stage, amount, unit, event, firmness and source."""
    found = [
        row
        for row in rows(capsys)
        if (row["policy"], row["stage"], row["amount"], row["unit"]) == (policy, stage, amount, unit)
    ]
    assert [(row["from"], row["firmness"]) for row in found] == [(event, firmness)]
    assert found[0]["source"]


def test_every_timescale_has_one_row(loaded: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """No row stands twice, and every policy has at least one."""
    found = [(row["policy"], row["id"]) for row in rows(capsys)]
    assert len(found) == len(set(found))
    assert {policy for policy, _ in found} == {policy.id for policy in loaded.policies}


def test_timescales_as_json_say_the_same(loaded: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON the rows are the same, with numbers as numbers and nothing where there is nothing."""
    lines = rows(capsys)
    assert main(["timescales", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [
        {key: "" if value is None else str(value) for key, value in row.items()} for row in found
    ] == lines
    assert {type(row["amount"]) for row in found} == {int, type(None)}


def test_paths_as_json(loaded: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """All complete paths are listed once, with a count, and each leads where the engine leads."""
    assert main(["paths", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["count"] == len(found["paths"])
    assert len({json.dumps(path["answers"], sort_keys=True) for path in found["paths"]}) == found["count"]
    assert found["outcomes"] == len({path["address"] for path in found["paths"]})
    for path in found["paths"][::7]:
        told = report(advance(loaded, path["answers"], {}, loaded.policies[0].checked_on))
        assert path["address"] == told["address"]
        if "signpost" in path:
            assert path["signpost"] == told["signpost"]["id"]
            continue
        outcome = told["outcome"]
        place = "/".join(filter(None, (outcome["stage"], outcome["level"])))
        assert (path["route"], path["service"], path["policy"], path["stage"], path["footing"]) == (
            outcome["route"],
            outcome["service"],
            outcome["policy"],
            place,
            outcome["footing"],
        )


def test_paths_name_danger_first(loaded: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """Every path begins with the question about danger, and some end with it."""
    assert main(["paths", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["paths"]
    assert all(next(iter(path["answers"])) == "danger" for path in found)
    assert {path["answers"]["danger"] for path in found if len(path["answers"]) == 1} == {
        "now",
        "not-safe",
        "worried",
        "missing",
        "unsure",
    }


def test_paths_as_text(loaded: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """As text there is a line for each path and a count at the end."""
    assert main(["paths", "--data", DATA]) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    assert last == f"{len(lines)} paths"
    assert any(
        line.startswith("danger=now -> safeguarding, safeguarding, immediate: find/") for line in lines
    )


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["advise"],
        ["ask", "--format", "xml"],
        ["timescales", "--format", "text"],
        ["paths", "extra"],
    ],
)
def test_an_unknown_call_exits_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """A command, an option or a format that there is not exits 2 with the usage."""
    assert main(arguments) == 2
    assert "Usage: navigator" in capsys.readouterr().err


def test_an_option_without_its_value_exits_2(capsys: pytest.CaptureFixture[str]) -> None:
    """The message names the option, and nothing is printed."""
    assert main(["ask", "--answer"]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "Error: Option '--answer' requires an argument.\n")


HEAVY = {"mkdocs", "yaml", "holidays", "typst", "segno", "navigator.check", "navigator.core.model"}


@pytest.mark.parametrize("arguments", ["--version", "--help"])
def test_what_needs_no_policies_imports_nothing_heavy(arguments: str) -> None:
    """The version and the list of commands are there at once: no command is imported for them."""
    code = f"import sys; from navigator.cli import main; main(['{arguments}']); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    imported = set(run.stdout.splitlines()[-1].split())
    assert "navigator.cli" in imported
    assert not imported & HEAVY


def test_a_command_that_makes_no_site_imports_no_mkdocs() -> None:
    """Each command imports its own module only."""
    code = "import sys; from navigator.cli import main; main(['due', '--help']); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(run.stdout.splitlines()[-1].split()) & {"mkdocs", "navigator.cli.build", "typst"}


def test_every_command_is_listed_with_its_module() -> None:
    """A module with a command is in the list that `--help` shows, and each name there is a module."""
    folder = Path(navigator.cli.__file__).parent
    modules = {path.stem for path in folder.glob("*.py") if "@click.command" in path.read_text("utf-8")}
    assert modules == {name.replace(" ", "_") for name in COMMANDS}


def test_every_command_is_in_the_readme() -> None:
    """Somebody who reads the README learns of each command."""
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`navigator {name}" not in readme] == []


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """The version is printed, and nothing else is done."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"navigator {navigator.__version__}\n"


@pytest.mark.parametrize("command", ["ask", "due", "timescales", "paths"])
def test_help(capsys: pytest.CaptureFixture[str], command: str) -> None:
    """Each command explains itself and its options."""
    assert main([command, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"Usage: navigator {command}" in out
    assert "--data DIR" in out


@pytest.mark.parametrize("command", ["ask", "timescales", "paths"])
def test_policies_that_cannot_be_loaded_exit_1(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str
) -> None:
    """Without policies every command exits 1, says what is missing, and prints nothing."""
    assert main([command, "--data", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "services:1:1: error: the folder: is missing." in printed.err


def test_a_reader_that_stops_early_is_no_error() -> None:
    """When the program that reads the output stops, the command ends in silence."""
    run = subprocess.Popen(
        [sys.executable, "-m", "navigator", "paths", "--data", DATA],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=PROJECT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert run.stdout is not None
    assert run.stderr is not None
    assert run.stdout.readline()
    run.stdout.close()
    complaint = run.stderr.read()
    run.stderr.close()
    assert (run.wait(timeout=120), complaint) == (0, b"")
