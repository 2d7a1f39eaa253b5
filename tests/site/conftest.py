"""The site of the project's own policies, built once for each process of a test run."""

import os
import shutil
from pathlib import Path

import pytest

from navigator.cli import main
from navigator.core.model import Library
from navigator.load.library import load
from tests.site.built import Site

PROJECT = Path(__file__).parents[2]


def project(folder: Path) -> Path:
    """Copy what a build reads into a folder, with the engine left out, and return the folder."""
    for name in ("docs", "policy_data"):
        shutil.copytree(PROJECT / name, folder / name)
    inherited = (PROJECT / "mkdocs.yml").as_posix()
    without_engine = f"INHERIT: {inherited}\nplugins: {{navigator: {{runtime: false}}}}\n"
    (folder / "mkdocs.yml").write_text(without_engine, encoding="utf-8")
    return folder


def build_in(folder: Path) -> int:
    """Build a copied project from within its own folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        return main(["build", "--out", "built"])
    finally:
        os.chdir(before)


@pytest.fixture(scope="session")
def library() -> Library:
    loaded = load(PROJECT / "policy_data")
    assert loaded.library, "\n".join(map(str, loaded.problems))
    return loaded.library


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = project(tmp_path_factory.mktemp("project"))
    assert build_in(folder) == 0
    return Site(folder / "built")
