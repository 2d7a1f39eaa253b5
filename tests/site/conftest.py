"""The built site, and copies of the project to change and build."""

import os
import shutil
from pathlib import Path

import pytest

from navigator.cli import main
from tests.mini import Mini
from tests.shipped import DATA, PROJECT
from tests.site.built import Site

HAND_WRITTEN = ("new-staff.md", "trainers.md", "authors/index.md", "hosting.md")
"""The pages written by hand that pages of the library lead to."""


def project(folder: Path) -> Path:
    """Copy what a build reads into a folder, with the engine left out, and return the folder."""
    shutil.copytree(PROJECT / "docs", folder / "docs")
    shutil.copytree(DATA, folder / "policy_data")
    return _settings(folder)


def small_project(folder: Path) -> Path:
    """Write a project with a few small policies, with the engine left out, and return the folder."""
    Mini(folder / "policy_data")
    for name in HAND_WRITTEN:
        page = folder / "docs" / "site" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("# By hand\n\n## Frames\n", encoding="utf-8")  # a link leads to this heading
    return _settings(folder)


def _settings(folder: Path) -> Path:
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
def site(built_site: Path) -> Site:
    return Site(built_site)
