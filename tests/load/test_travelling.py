"""What was read of a data folder travels to where the same files are opened: nothing is read again there."""

import shutil
from pathlib import Path

import pytest

from navigator.load import strict_yaml
from navigator.load.library import KeptFiles, load
from navigator.load.travelling import travelling, unpacked
from tests.mini import Mini

POLICY = "services/town/policies/town-complaint.yaml"


@pytest.fixture
def there(mini: Mini, tmp_path: Path) -> tuple[Path, KeptFiles]:
    """Return a copy of the folder elsewhere, and what was read of the folder itself."""
    folder = tmp_path / "elsewhere"
    shutil.copytree(mini.folder, folder)
    return folder, unpacked(travelling(load(mini.folder)), folder)


def test_nothing_is_read_again(
    mini: Mini, there: tuple[Path, KeptFiles], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library is the same as if its files had been read there."""
    folder, kept = there
    library = load(mini.folder).library
    monkeypatch.setattr(strict_yaml, "read", lambda *_: pytest.fail("read again"))
    assert load(folder, kept=kept).library == library


def test_an_edit_is_told_at_its_place(there: tuple[Path, KeptFiles]) -> None:
    """A reference from a file that travelled, to what was there when it left, is told at its line."""
    folder, kept = there
    path = folder / POLICY
    path.write_text(path.read_text().replace("amount: 10", "amount: ten"))
    assert load(folder, kept=kept).problems == load(folder).problems != ()


def test_a_policy_that_is_taken_away_is_gone(there: tuple[Path, KeptFiles]) -> None:
    """A service has the policies of its folder as it is now, and not as it was."""
    folder, kept = there
    (folder / POLICY).unlink()
    assert load(folder, kept=kept).library == load(folder).library


def test_the_same_files_give_the_same_bytes(mini: Mini) -> None:
    """A site that is built again of the same files is the same site."""
    assert travelling(load(mini.folder)) == travelling(load(mini.folder))
