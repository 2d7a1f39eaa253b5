"""A folder is written as a whole, or the one that is there stays."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from navigator.disk import folders
from navigator.disk.errors import CannotWrite, FolderRefused
from navigator.disk.folders import made_at_once, replaced
from navigator.disk.marker import MARKER, is_whole
from navigator.disk.stopping import Ended, Interrupted
from tests.disk_state import held, room_for


def put(out: Path, **texts: str) -> None:
    """Write a folder with these files."""
    with replaced(out, {}) as folder:
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(params=["in one act", "by two renames"])
def out(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a folder, on a system that lets two folders change places and on one that does not."""
    if request.param == "by two renames":
        monkeypatch.setattr(folders, "exchange", lambda *_: False)
    put(tmp_path / "site", page="old", gone="old")
    return tmp_path / "site"


def test_a_new_folder_takes_the_place_of_the_old_one(out: Path) -> None:
    """Nothing of the old one is left in it, nor beside it."""
    put(out, page="new")
    assert held(out) == {"page": "new"}
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.parametrize(
    "ends", [ValueError("a fault"), KeyboardInterrupt(), SystemExit(1), Ended(signal.SIGTERM)], ids=repr
)
def test_whatever_ends_the_work_leaves_the_old_folder(out: Path, ends: BaseException) -> None:
    """It is there all the time, and what was begun is gone."""

    def broken_off() -> None:
        with replaced(out, {}) as folder:
            (folder / "page").write_text("half", encoding="utf-8")
            assert held(out) == {"page": "old", "gone": "old"}
            raise ends

    with pytest.raises(Interrupted if isinstance(ends, KeyboardInterrupt) else type(ends)):
        broken_off()
    assert held(out) == {"page": "old", "gone": "old"}
    assert list(out.parent.iterdir()) == [out]


def test_a_full_disk_leaves_the_old_folder(out: Path) -> None:
    """The message names the file and the reason, and says that nothing is lost."""

    def fill() -> None:
        with room_for(5000), replaced(out, {}) as folder:
            (folder / "page").write_text("x" * 6000, encoding="utf-8")

    with pytest.raises(CannotWrite, match=r"File too large\. .*site is as it was\.$"):
        fill()
    assert held(out) == {"page": "old", "gone": "old"}
    assert list(out.parent.iterdir()) == [out]


def test_where_there_was_no_folder_none_is_left(tmp_path: Path) -> None:
    """Neither are the folders that were made for it to lie in."""

    def fail() -> None:
        with replaced(tmp_path / "a" / "b" / "site", {}):
            raise OSError(28, "No space left on device")

    with pytest.raises(CannotWrite, match=r"No space left on device\. .*site was not made"):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_signal_to_end_clears_away_what_was_begun(out: Path) -> None:
    """A service manager's SIGTERM is heard as Ctrl+C is, and later ones are as before."""
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(Interrupted, match=r"Stopped\. .*site is as it was") as stopped, replaced(out, {}):
        signal.raise_signal(signal.SIGTERM)
    assert stopped.value.exit_code == 128 + 15
    assert signal.getsignal(signal.SIGTERM) == before
    assert list(out.parent.iterdir()) == [out]
    assert held(out)["page"] == "old"


def test_the_last_of_two_to_end_wins_whole(out: Path) -> None:
    """Each writes into a folder of its own, and files of the two never mix."""
    with replaced(out, {}) as late:
        (late / "late").write_text("late", encoding="utf-8")
        put(out, early="early")
        assert held(out) == {"early": "early"}
    assert held(out) == {"late": "late"}
    assert list(out.parent.iterdir()) == [out]


KILLED = """\
import os, signal, sys
from pathlib import Path
from navigator.disk import folders
if sys.argv[2] != "begun":
    folders.exchange = lambda *_: False
if sys.argv[2] == "between":
    put = Path.rename
    def rename(self, target):
        put(self, target)
        if ".old-" in str(target):
            os.kill(os.getpid(), signal.SIGKILL)
    Path.rename = rename
with folders.replaced(Path(sys.argv[1]), {}) as folder:
    (folder / "page").write_text("half")
    if sys.argv[2] == "begun":
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("moment", ["begun", "between"])
def test_what_a_killed_program_left_is_cleared_away(tmp_path: Path, moment: str) -> None:
    """Also where it was killed between two renames, with nothing in the folder's place."""
    out = tmp_path / "site"
    put(out, page="old")
    ended = subprocess.run([sys.executable, "-c", KILLED, str(out), moment], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) == 2
    with suppress(ValueError), replaced(out, {}):
        assert held(out) in ({"page": "old"}, {"page": "half"})  # one of the two, whole
        raise ValueError
    assert is_whole(out)
    put(out, page="new")
    assert held(tmp_path) == {"site/page": "new"}


def test_another_program_at_work_is_left_alone(tmp_path: Path) -> None:
    """What it has begun is not taken for something that was left behind."""
    with replaced(tmp_path / "site", {}) as late:
        put(tmp_path / "site", page="early")
        assert late.is_dir()
        put(tmp_path / "other", page="other")
        assert late.is_dir()


def test_a_folder_of_the_same_look_that_is_not_ours_stays(tmp_path: Path) -> None:
    """Only what carries our marker is cleared away, whatever its name."""
    theirs = tmp_path / ".site.new-0123abcd"
    theirs.mkdir()
    (theirs / "mine").write_text("mine", encoding="utf-8")
    put(tmp_path / "site", page="new")
    assert held(theirs) == {"mine": "mine"}


def test_others_may_read_the_folder(tmp_path: Path) -> None:
    """A web server that runs as somebody else serves it; rights that were given to the old one stay."""
    before = os.umask(0o022)
    try:
        put(tmp_path / "site", page="old")
        assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755
        (tmp_path / "site").chmod(0o2775)
        put(tmp_path / "site", page="new")
        assert (tmp_path / "site").stat().st_mode & 0o7777 == 0o2775
    finally:
        os.umask(before)


def test_a_link_leads_to_the_new_folder(tmp_path: Path) -> None:
    """The folder that it leads to is replaced, and the link stays a link."""
    put(tmp_path / "releases" / "one", page="old")
    (tmp_path / "site").symlink_to(tmp_path / "releases" / "one")
    put(tmp_path / "site", page="new")
    assert (tmp_path / "site").is_symlink()
    assert held(tmp_path / "releases" / "one") == {"page": "new"}


def test_a_file_that_came_while_the_new_folder_was_written_is_kept(out: Path) -> None:
    """The folder is looked at again before it is replaced."""

    def late() -> None:
        with replaced(out, {}):
            (out / "mine").write_text("mine", encoding="utf-8")

    with pytest.raises(FolderRefused, match="mine"):
        late()
    assert held(out) == {"page": "old", "gone": "old", "mine": "mine"}


def test_the_marker_is_a_list_of_checksums(tmp_path: Path) -> None:
    """The usual tool tells whether an upload arrived as it was written."""
    put(tmp_path / "site", page="text\n", other="other")
    tool = shutil.which("sha256sum")
    assert tool
    command = [tool, "--check", "--quiet", MARKER]
    assert subprocess.run(command, cwd=tmp_path / "site", check=False).returncode == 0
    (tmp_path / "site" / "page").write_text("text\r\n", encoding="utf-8", newline="")
    told = subprocess.run(command, cwd=tmp_path / "site", check=False, capture_output=True, text=True)
    assert (told.returncode, told.stdout) == (1, "page: FAILED\n")


# What is kept in the cache


def test_half_made_folder_is_never_seen(tmp_path: Path) -> None:
    """When making a folder fails, neither it nor the attempt stays."""

    def badly() -> None:
        with made_at_once(tmp_path / "x") as folder:
            (folder / "file").touch()
            raise OSError(28, "No space left on device")

    with pytest.raises(CannotWrite, match="No space left"):
        badly()
    assert list(tmp_path.iterdir()) == []


def test_first_of_two_makers_wins(tmp_path: Path) -> None:
    """Of two processes that make the same folder the first one's is kept, and the second one's is removed."""
    with made_at_once(tmp_path / "x") as late:
        with made_at_once(tmp_path / "x") as early:
            (early / "early").touch()
        (late / "late").touch()
    assert held(tmp_path) == {"x/early": ""}


@pytest.mark.parametrize("damage", ["emptied", "cut short", "removed", "unmarked"])
def test_a_damaged_folder_is_made_again(tmp_path: Path, damage: str) -> None:
    """A power cut may leave a folder with files that are not what was written."""
    kept = tmp_path / "kept"
    with made_at_once(kept) as folder:
        (folder / "file").write_text("whole", encoding="utf-8")
    assert is_whole(kept)
    file = kept / "file"
    match damage:
        case "emptied":
            file.write_bytes(b"")
        case "cut short":
            file.write_bytes(b"who")
        case "removed":
            file.unlink()
        case _:
            (kept / MARKER).unlink()
    assert not is_whole(kept)
    with made_at_once(kept) as folder:
        (folder / "file").write_text("whole", encoding="utf-8")
    assert is_whole(kept)
    assert list(tmp_path.iterdir()) == [kept]
