"""Data with errors never becomes a site."""

from pathlib import Path

import pytest

from navigator.cli import main
from tests.site.conftest import project


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Break a project: one time limit is counted in a unit that does not exist. Return the place."""
    folder = project(tmp_path / "project")
    file = next((folder / "policy_data").rglob("norfolk-complaint.yaml"))
    lines = file.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if "unit: working_days" in line)
    lines[at] = lines[at].replace("working_days", "fortnights")
    file.write_text("\n".join([*lines, ""]), encoding="utf-8")
    monkeypatch.chdir(folder)
    return Path(f"policy_data/services/norfolk/policies/norfolk-complaint.yaml:{at + 1}")


def test_a_build_fails_with_the_place_of_the_error(
    broken: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """The message names the file as seen from here, the line, and what to write."""
    assert main(["build", "--out", "built"]) == 1
    said = "".join(capfd.readouterr()) + caplog.text
    assert f"{broken.as_posix()}:" in said
    assert "working_days" in said
    assert not Path("built").exists() or not any(Path("built").rglob("*.html"))


def test_an_export_fails_with_the_place_of_the_error(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is exported from data that a build would refuse."""
    assert main(["export", "out"]) == 1
    assert f"{broken.as_posix()}:" in capsys.readouterr().err
    assert not Path("out").exists()
