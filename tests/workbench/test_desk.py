"""A data folder on a desk: what is put there is read, and what takes long lets a newer edit go first."""

import json
import shutil
from pathlib import Path

import pytest

from navigator.load import national
from navigator.load.library import load
from navigator.load.travelling import travelling
from navigator.workbench.desk import Desk
from navigator.workbench.kinds import Run, answer
from navigator.workbench.session import READ, Session
from tests.mini import TODAY, Mini

POLICY = "services/town/policies/town-complaint.yaml"
WRONG = ("amount: 10", "amount: ten")


@pytest.fixture
def desk(mini: Mini) -> Desk:
    return Desk(mini.folder, TODAY)


def test_an_edit_is_judged_at_its_line_and_mended(desk: Desk) -> None:
    """The error is told with its place, its key and what stands there; once it is mended there is none."""
    text = desk.text(POLICY) or ""
    answer(desk, "put", {"files": {POLICY: text.replace(*WRONG)}})
    (told,) = answer(desk, "verdict", {})["problems"]
    assert (told["file"], told["line"], told["path"]) == (POLICY, 21, "stages[0].timescales[0].amount")
    assert (told["value"], told["severity"]) == ("ten", "error")
    assert not desk.is_sound
    answer(desk, "put", {"files": {POLICY: text}})
    assert answer(desk, "verdict", {})["problems"] == []
    assert desk.is_sound


def test_a_whole_verdict_gives_way_to_an_edit(desk: Desk) -> None:
    """What was begun before an edit says that it is out of date, and tells no problems."""
    run = Run(desk, "whole", {})
    assert run.on() is None
    desk.put({POLICY: (desk.text(POLICY) or "").replace(*WRONG)})
    said = run.on()
    assert said is not None
    assert (said["stale"], said["problems"]) == (True, [])


@pytest.mark.parametrize("path", ["../out.yaml", "/etc/out.yaml", "services\\town.yaml", ""])
def test_nothing_is_written_beyond_the_folder(desk: Desk, path: str) -> None:
    """A path that leads out of the folder is refused, and so is all that comes with it."""
    before = desk.text(POLICY)
    with pytest.raises(ValueError, match="no file of this folder"):
        desk.put({POLICY: "x", path: "x"})
    assert desk.text(POLICY) == before


def test_what_comes_with_the_package_is_read_and_not_changed(
    mini: Mini, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service's own site has the national part of the package: its files are listed as fixed."""
    package = tmp_path / "package"
    (mini.folder / "national").rename(package)
    monkeypatch.setattr(national, "_PLACES", (package,))
    desk = Desk(mini.folder, TODAY)
    said = answer(desk, "library", {})
    assert "national/triage.yaml" in said["fixed"]
    assert POLICY not in said["fixed"]
    assert answer(desk, "files", {})["files"]["national/triage.yaml"].startswith("start: danger")
    with pytest.raises(ValueError, match=r"national/triage\.yaml"):
        desk.put({"national/triage.yaml": "start: x"})


def test_an_error_of_one_message_ends_nothing(mini: Mini, tmp_path: Path) -> None:
    """Whatever goes wrong with a message is its answer, and the next one is answered."""
    folder = tmp_path / "home" / "data"
    shutil.copytree(mini.folder, folder)
    folder.with_name(READ).write_bytes(travelling(load(mini.folder)))
    session = Session(folder.as_posix(), TODAY.isoformat())
    said = session.begin(json.dumps({"kind": "put", "files": {"../x": ""}})).on(0)
    assert json.loads(said or "")["error"].startswith("ValueError: no file of this folder")
    said = session.begin(json.dumps({"kind": "verdict"})).on(0)
    assert json.loads(said or "")["problems"] == []
