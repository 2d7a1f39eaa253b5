"""What systems and editors put beside pages written by hand is not published."""

from pathlib import Path

import pytest

from navigator.cli import main
from tests.site.conftest import build_in, small_project

BESIDE = (
    "draft.md~", "#draft.md#", "~$draft.md", "draft.md.swp", "Thumbs.db", "desktop.ini", ".DS_Store",
    "._draft.md",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a project with such files beside its pages, at two levels, and a lock that leads nowhere."""
    folder = small_project(tmp_path / "project")
    for place in (folder / "docs" / "site", folder / "docs" / "site" / "authors"):
        for name in BESIDE:
            (place / name).write_bytes(b"\x00 not for readers")
        (place / ".#draft.md").symlink_to("somebody@machine.4242")
        (place / "leaflet.txt").write_text("for readers", encoding="utf-8")
    return folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*")}


def test_a_built_site_has_none_of_it(folder: Path) -> None:
    """The site has the other files that lie beside its pages."""
    assert build_in(folder) == 0
    assert not names(folder / "built") & {*BESIDE, ".#draft.md"}
    assert "leaflet.txt" in names(folder / "built")


def test_an_export_has_none_of_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export leaves out the same files, whatever is in them."""
    monkeypatch.chdir(folder)
    assert main(["export", "pages"]) == 0
    assert not names(folder / "pages") & {*BESIDE, ".#draft.md"}
    assert "leaflet.txt" in names(folder / "pages")
