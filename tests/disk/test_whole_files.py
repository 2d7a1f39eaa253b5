"""A file is written as a whole, or the one that is there stays; several are, all or none."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from navigator.disk.errors import CannotWrite
from navigator.disk.files import write_file, write_together
from tests.disk_state import held, room_for


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_together({tmp_path / "one": "old one", tmp_path / "two": "old two"})
    return tmp_path


def test_all_are_written(folder: Path) -> None:
    """Folders are made for those that need them, and nothing else is left."""
    write_together({folder / "one": "new", folder / "deep" / "er": b"bytes"})
    assert held(folder) == {"one": "new", "two": "old two", "deep/er": "bytes"}


def test_a_full_disk_leaves_every_file(folder: Path) -> None:
    """Also those that there was room for."""
    with pytest.raises(CannotWrite, match=r"File too large\. Nothing was changed\."), room_for(5000):
        write_together({folder / "one": "new", folder / "deep" / "er": "x" * 6000})
    assert held(folder) == {"one": "old one", "two": "old two"}
    assert not (folder / "deep").exists()


@pytest.mark.parametrize("problem", [OSError(5, "Input/output error"), KeyboardInterrupt()], ids=repr)
def test_a_fault_at_the_last_moment_takes_all_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, problem: BaseException
) -> None:
    """A file that has been replaced already gets its old text again, and a new one goes."""
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "two":
            raise problem
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises((CannotWrite, KeyboardInterrupt)):
        write_together({folder / "one": "new", folder / "three": "new", folder / "two": "new"})
    assert held(folder) == {"one": "old one", "two": "old two"}


def test_a_folder_in_the_place_of_a_file_is_an_error(folder: Path) -> None:
    """It is named, and nothing else is changed."""
    (folder / "place").mkdir()
    with pytest.raises(CannotWrite, match="place: Is a directory"):
        write_together({folder / "one": "new", folder / "place": "new"})
    assert held(folder) == {"one": "old one", "two": "old two"}


def test_a_link_stays_a_link(folder: Path) -> None:
    """The file that it leads to is written."""
    (folder / "link").symlink_to(folder / "one")
    write_file(folder / "link", "new")
    assert (folder / "link").is_symlink()
    assert (folder / "one").read_text(encoding="utf-8") == "new"


def test_the_rights_of_a_file_stay(folder: Path) -> None:
    """Whoever could read it still can."""
    (folder / "one").chmod(0o664)
    write_file(folder / "one", "new")
    assert (folder / "one").stat().st_mode & 0o777 == 0o664


def test_what_a_killed_program_left_is_cleared_away(folder: Path) -> None:
    """The next one that writes there removes it."""
    program = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom navigator.disk import files\n"
        "files.os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "files.write_file(Path(sys.argv[1]), 'half')\n"
    )
    subprocess.run([sys.executable, "-c", program, str(folder / "one")], check=False)
    assert len(list(folder.iterdir())) == 3
    write_file(folder / "two", "new")
    assert held(folder) == {"one": "old one", "two": "new"}
    assert len(list(folder.iterdir())) == 2


def test_many_write_into_one_folder_at_a_time(tmp_path: Path) -> None:
    """None takes for left behind what another one has only just begun."""
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: write_file(tmp_path / str(number % 40), "text"), range(400)))
    assert held(tmp_path) == {str(number): "text" for number in range(40)}
    assert len(list(tmp_path.iterdir())) == 40
