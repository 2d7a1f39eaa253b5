"""A folder that holds anything else than what this program wrote is never written."""

from pathlib import Path

import pytest

from navigator.disk.errors import FolderRefused
from navigator.disk.folders import replaced
from tests.disk_state import held


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a home folder with a project in it that somebody works in."""
    for folder in ("home/project/policy_data", "home/project/empty", "home/photos"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "home/photos/one.jpg").write_text("photo", encoding="utf-8")
    (tmp_path / "home/project/policy_data/roles.yaml").write_text("roles", encoding="utf-8")
    (tmp_path / "home/project/file").write_text("file", encoding="utf-8")
    (tmp_path / "home/project/to-home").symlink_to(tmp_path / "home")
    (tmp_path / "home/project/loop").symlink_to(tmp_path / "home/project/loop")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path / "home/project")
    return tmp_path


def write(out: Path) -> None:
    with replaced(out, {"the folder of policies": Path("policy_data")}) as folder:
        (folder / "page").write_text("new", encoding="utf-8")


@pytest.mark.parametrize(
    ("out", "told"),
    [
        ("policy_data", "policy_data is the folder of policies, and nothing is written over it."),
        ("policy_data/site", "policy_data/site lies in the folder of policies"),
        (".", ". is the current folder"),
        ("..", ".. holds the current folder"),
        ("~", " holds the current folder"),
        ("to-home", "to-home holds the current folder"),
        ("../photos", "../photos is not an empty folder, and was not written by this program: one.jpg."),
        ("file", "file is a file, and no folder."),
        ("file/site", "file is a file, and no folder."),
        ("loop", "leads to itself"),
        ("/", "/ holds the current folder"),
        ("/proc", "/proc is a disk of its own"),
    ],
)
def test_a_place_that_is_not_for_writing_is_refused(world: Path, out: str, told: str) -> None:
    """The message says why and what to do, and every file is as it was."""
    before = held(world / "home/photos"), held(world / "home/project/policy_data")
    with pytest.raises(FolderRefused) as refused:
        write(Path(out).expanduser())
    assert told in str(refused.value)
    assert "Name a" in str(refused.value)
    assert (held(world / "home/photos"), held(world / "home/project/policy_data")) == before
    assert (world / "home/project/file").read_text(encoding="utf-8") == "file"


def test_an_empty_home_folder_is_refused(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is replaced by nothing, empty or not."""
    monkeypatch.setenv("HOME", str(world / "home/project/empty"))
    with pytest.raises(FolderRefused, match="empty is the home folder"):
        write(Path("empty"))


@pytest.mark.parametrize("out", ["empty", "new", "a/b/new", "../site"])
def test_an_empty_folder_or_none_is_written(world: Path, out: str) -> None:
    """And what was written is replaced the next time."""
    for _ in range(2):
        write(Path(out))
        assert held(Path(out)) == {"page": "new"}


@pytest.mark.parametrize("name", ["mine.txt", ".git/config", "deep/er/.hidden"])
def test_a_file_that_somebody_put_into_our_folder_is_kept(world: Path, name: str) -> None:
    """The folder is refused, and the file is named."""
    write(Path("site"))
    mine = Path("site", name)
    mine.parent.mkdir(parents=True, exist_ok=True)
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(FolderRefused, match=f"or that changed since: {name}"):
        write(Path("site"))
    assert held(Path("site")) == {"page": "new", name: "mine"}


def test_a_link_that_somebody_put_into_our_folder_is_kept(world: Path) -> None:
    """What it leads to is never looked at nor removed."""
    write(Path("site"))
    Path("site/photos").symlink_to(world / "home/photos")
    with pytest.raises(FolderRefused, match="or that changed since: photos"):
        write(Path("site"))
    assert held(world / "home/photos") == {"one.jpg": "photo"}


def test_a_page_that_somebody_changed_by_hand_is_kept(world: Path) -> None:
    """Work on it would be lost without a word."""
    write(Path("site"))
    Path("site/page").write_text("mended by hand", encoding="utf-8")
    with pytest.raises(FolderRefused, match="or that changed since: page"):
        write(Path("site"))
    assert held(Path("site")) == {"page": "mended by hand"}


def test_what_a_file_manager_leaves_is_nobodys(world: Path) -> None:
    """Looking at a folder does not make it somebody's own."""
    write(Path("site"))
    Path("site/.DS_Store").touch()
    write(Path("site"))
    assert held(Path("site")) == {"page": "new"}


def test_a_site_of_an_earlier_version_is_told_as_one(world: Path) -> None:
    """It has no marker, so it is refused, with what to do once."""
    for name in ("assets/navigator", "find"):
        Path("site", name).mkdir(parents=True)
    Path("site/sw.js").touch()
    with pytest.raises(FolderRefused, match="looks like a site of an earlier version"):
        write(Path("site"))
