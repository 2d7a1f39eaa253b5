"""The pages as a folder of Markdown."""

from pathlib import Path

import pytest

from navigator.cli import main
from navigator.site.build.export import export
from tests.site.built import Site
from tests.site.conftest import project


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("to-export"))
    assert export(folder / "out", config=folder / "mkdocs.yml") > 0
    return folder / "out"


def test_an_export_holds_the_pages_of_the_site(exported: Path, site: Site) -> None:
    """Each page of the site is a Markdown file, and there is no other."""
    stems = {path.relative_to(exported).with_suffix("").as_posix() for path in exported.rglob("*.md")}
    addresses = {"" if stem == "index" else f"{stem.removesuffix('/index')}/" for stem in stems}
    assert addresses == set(site.pages) - {"404.html"}


def test_an_export_holds_the_files_that_pages_need(exported: Path, site: Site) -> None:
    """Styles, scripts and the library are the same as in the site, where they lie in a release's folder."""
    for name in ("site.css", "wizard.css", "wizard.mjs", "worker.mjs", "library.json"):
        (path,) = (site.folder / "assets" / "navigator").glob(f"*/{name}")
        assert (exported / "assets" / "navigator" / name).read_bytes() == path.read_bytes()


def test_an_export_writes_into_no_folder_that_is_in_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody's own files are never mixed with exported ones."""
    (tmp_path / "mine.md").write_text("Mine.", encoding="utf-8")
    assert main(["export", str(tmp_path)]) == 1
    assert "not an empty folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.md"]
