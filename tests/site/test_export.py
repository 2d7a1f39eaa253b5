"""The pages as a folder of Markdown."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from navigator.cli import main
from navigator.site.build.export import export
from tests.shipped import PROJECT
from tests.site.built import Site, leaves_the_web
from tests.site.conftest import build_in, small_project
from tests.site.rich import rich, written


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build and export a project with the engine, and small policies with most keys there are."""
    folder = small_project(tmp_path_factory.mktemp("project"))
    for name, tree in rich().items():
        path = folder / "policy_data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(tree), encoding="utf-8")
    settings = {
        "INHERIT": str(PROJECT / "mkdocs.yml"),
        "plugins": {"navigator": {"cache": str(PROJECT / ".cache" / "navigator")}},
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    assert build_in(folder) == 0
    assert export(folder / "out", config=folder / "mkdocs.yml") > 0
    return folder


def test_an_export_holds_the_pages_of_the_site(folder: Path) -> None:
    """Each page of the site is a Markdown file, and there is no other."""
    pages, site = folder / "out" / "docs", folder / "built"
    addresses = {path.relative_to(pages).with_suffix("").as_posix() for path in pages.rglob("*.md")}
    built = {path.relative_to(site).with_suffix("").as_posix() for path in site.rglob("*.html")}
    assert {address.removesuffix("/index") for address in addresses} == {
        address.removesuffix("/index") for address in built - {"404"}
    }


def test_an_export_holds_the_files_that_pages_need(folder: Path) -> None:
    """Styles, scripts and the library are the same as in the site, where they lie in a release's folder."""
    exported, built = (folder / each / "assets" / "navigator" for each in ("out/docs", "built"))
    for name in ("site.css", "wizard.css", "wizard.js", "worker.js", "library.json"):
        (path,) = built.glob(f"*/{name}")
        assert (exported / name).read_bytes() == path.read_bytes()


def test_an_export_writes_into_no_folder_that_is_in_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody's own files are never mixed with exported ones."""
    (tmp_path / "mine.md").write_text("Mine.", encoding="utf-8")
    assert main(["export", str(tmp_path)]) == 1
    assert "not an empty folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.md"]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Export the site of a few small policies."""
    folder = small_project(tmp_path_factory.mktemp("small"))
    export(folder / "out", config=folder / "mkdocs.yml")
    return folder / "out"


@pytest.mark.slow
@pytest.mark.parametrize("generator", ["zensical", "properdocs"])
def test_another_generator_builds_an_export_as_it_lies(small: Path, tmp_path: Path, generator: str) -> None:
    """Without a change, each page is built with its styles and its menu, and every link leads somewhere."""
    folder = Path(shutil.copytree(small, tmp_path / "export"))
    # Warnings about the environment are the generators' own matter.
    subprocess.run([sys.executable, "-m", generator, "build", "--strict"], cwd=folder, check=True)
    site = Site(folder / "site")
    pages = {address: page for address, page in site.pages.items() if not address.endswith("404.html")}
    indices = (path.parent.relative_to(folder / "docs") for path in (folder / "docs").rglob("index.md"))
    assert set(pages) == {f"{path.as_posix()}/" if path.name else "" for path in indices}
    dead = [
        (address, link)
        for address, page in pages.items()
        for link in (*page.links, *page.fetched)
        if not leaves_the_web(link) and not leads_somewhere(site, address, link)
    ]
    assert dead == []
    # Styles in layers would else lose to the theme's own.
    assert all(
        "layer(theme)" in (site.folder / address / "index.html").read_text("utf-8") for address in pages
    )
    question = pages["find/danger/"]
    assert {"../../assets/navigator/site.css", "../../assets/navigator/wizard.css"} <= set(question.fetched)
    assert walk(site, "find/danger/") == {page for page in pages if page.startswith("find/")}


def leads_somewhere(site: Site, page: str, link: str) -> bool:
    led = site.resolve(page, link)
    if led is None:
        return bool(urlsplit(link).netloc)  # and not by a way that leaves the site's own folder
    return site.is_there(led[0]) and (not led[1] or led[1] in site.pages[led[0]].anchors)


def walk(site: Site, start: str) -> set[str]:
    """Return every question and outcome that is reached by links alone."""
    reached, open_pages = {start}, [start]
    while open_pages:
        page = open_pages.pop()
        for link in site.pages[page].links:
            led = site.resolve(page, link)
            if led and led[0].startswith("find/") and led[0] not in reached:
                reached.add(led[0])
                open_pages.append(led[0])
    return reached
