"""A build or an export that cannot be finished, or that is asked for in the wrong place, harms nothing."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from navigator.cli import main
from navigator.disk.marker import MARKER, is_whole
from tests.disk_state import content, room_for
from tests.site.conftest import small_project

POLICY = Path("policy_data/services/town/policies/town-complaint.yaml")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a project with a built site, to be copied."""
    folder = small_project(tmp_path_factory.mktemp("kept") / "project")
    with chdir(folder):
        assert main(["build"]) == 0
    return folder


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Iterator[Path]:
    """Work in a project with a built site, whose policy has changed since."""
    folder = Path(shutil.copytree(built, tmp_path / "project"))
    with chdir(folder):
        change("amount: 10\n", "amount: 7\n")
        yield folder


def change(old: str, new: str) -> None:
    text = POLICY.read_text(encoding="utf-8")
    assert old in text
    POLICY.write_text(text.replace(old, new), encoding="utf-8")


def kept(folder: Path) -> dict[str, bytes]:
    """Return every file of a project but for those in its cache."""
    return {name: held for name, held in content(folder).items() if not name.startswith(".cache/")}


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if ".new-" in path.name or ".old-" in path.name]


def test_a_second_build_replaces_the_first(project: Path) -> None:
    """Nothing of the first is left, and the folder can be told again."""
    assert "Within 7 working days" not in page()
    assert main(["build"]) == 0
    assert "Within 7 working days" in page()
    assert is_whole(Path("site"))
    assert leftovers(project) == []


def page() -> str:
    return Path("site/policies/town-complaint/index.html").read_text(encoding="utf-8")


def test_a_browser_keeps_nothing_of_the_marker(project: Path) -> None:
    """The service worker's list has no hidden file: a host may leave them out."""
    listed = Path("site/sw.js").read_text(encoding="utf-8").partition("\n")[0]
    held = json.loads(listed.removeprefix("const RELEASE = ").removesuffix(";"))
    assert len(held["files"]) > 3
    assert not [file["path"] for file in held["files"] if "/." in f"/{file['path']}"]


@pytest.mark.parametrize("command", [["build", "--out"], ["export"]], ids=["build", "export"])
@pytest.mark.parametrize(
    "out",
    [
        "policy_data",
        "policy_data/site",
        "docs/site",
        "docs/site/new",
        "docs",
        ".",
        "..",
        "mkdocs.yml",
        "link",
        ".cache/navigator",
        ".cache/navigator/site",
    ],
)
def test_a_folder_with_anything_of_somebodys_is_refused(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    command: list[str],
    out: str,
) -> None:
    """Every file is as it was, and one message says what to do."""
    Path("link").symlink_to("policy_data")
    Path(".cache/navigator").mkdir(parents=True, exist_ok=True)
    before = kept(project)
    assert main([*command, out]) == 1
    said = caplog.text + capsys.readouterr().err
    assert "Name a folder" in said or "Name another" in said
    assert kept(project) == before


@pytest.mark.parametrize("command", [["build", "--out"], ["export"]], ids=["build", "export"])
def test_a_strangers_file_is_kept(
    project: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, command: list[str]
) -> None:
    """In a folder of somebody's own, and in one that was written here and that somebody put a file into."""
    Path("photos").mkdir()
    Path("photos/one.jpg").write_bytes(b"photo")
    assert main([*command, "photos"]) == 1
    assert main([*command, "out"]) == 0
    Path("out/mine.txt").write_bytes(b"mine")
    assert main([*command, "out"]) == 1
    said = caplog.text + capsys.readouterr().err
    assert "one.jpg" in said
    assert "mine.txt" in said
    assert content(Path("photos")) == {"one.jpg": b"photo"}
    assert Path("out/mine.txt").read_bytes() == b"mine"


def spoil_policy() -> None:
    change("amount: 7\n", "amount: six\n")


def spoil_page() -> None:
    Path("docs/site/new.md").write_bytes(b"# New\n\xff")


def link_to_nothing() -> None:
    """Under strict, which these settings are, a warning ends the build when all is written."""
    Path("docs/site/new.md").write_text("[x](nothing.md)\n", encoding="utf-8")


def vanish() -> None:
    Path("docs/site/new.md").symlink_to("nothing")


def spoil_settings() -> None:
    Path("mkdocs.yml").write_text("plugins: [: {", encoding="utf-8")


@pytest.mark.parametrize("spoil", [spoil_policy, spoil_page, link_to_nothing, vanish, spoil_settings])
@pytest.mark.parametrize("there_is_one", [True, False], ids=["a site", "none"])
def test_a_build_that_fails_leaves_what_there_was(
    project: Path, capfd: pytest.CaptureFixture[str], spoil: object, there_is_one: bool
) -> None:
    """The site stays, byte for byte; where there was none, none is left."""
    assert callable(spoil)
    spoil()
    if not there_is_one:
        shutil.rmtree("site")
    before = kept(project)
    assert main(["build"]) == 1
    assert kept(project) == before
    said = "".join(capfd.readouterr())
    assert ("site is as it was." if there_is_one else "site was not made.") in said
    assert "Traceback" not in said


@pytest.mark.parametrize("size", [0, 1000, 30_000], ids="{} bytes".format)
@pytest.mark.parametrize(
    "command", [["build", "--out", "site"], ["export", "pages"]], ids=["build", "export"]
)
def test_a_full_disk_leaves_what_there_was(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    command: list[str],
    size: int,
) -> None:
    """Wherever the disk is full: at the first file, at a page, or at a PDF. The message says so."""
    before = kept(project)
    shutil.rmtree(".cache", ignore_errors=True)
    with room_for(size):
        assert main(command) == 1
    assert kept(project) == before
    said = caplog.text + capsys.readouterr().err
    assert "File too large" in said
    assert "Traceback" not in said


MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--quiet"]


def test_mkdocs_run_by_itself_harms_nothing_either(project: Path) -> None:
    """Its own command writes beside the site too, and refuses a folder with a stranger's file."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    assert subprocess.run(MKDOCS, check=False, env=env).returncode == 0
    assert "Within 7 working days" in page()
    assert is_whole(Path("site"))
    assert leftovers(project) == []
    Path("site/mine").write_bytes(b"mine")
    ended = subprocess.run(MKDOCS, check=False, env=env, capture_output=True, text=True)
    assert ended.returncode == 1
    assert "mine" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert Path("site/mine").read_bytes() == b"mine"


@pytest.mark.parametrize("damage", [MARKER, "sw.js"])
def test_a_site_that_is_not_as_it_was_written_is_refused(project: Path, damage: str) -> None:
    """Without the list of what was written, or with a file that changed, nobody can tell whose it is."""
    Path("site", damage).unlink()
    Path("site", damage).write_text("changed", encoding="utf-8")
    before = content(Path("site"))
    assert main(["build"]) == 1
    assert content(Path("site")) == before
