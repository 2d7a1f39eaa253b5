"""The built site, and copies of the project to change and build."""

import os
import shutil
from pathlib import Path

import pytest

from navigator.cli import main
from tests.shipped import PROJECT
from tests.site.built import Site


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
def site(built_site: Path) -> Site:
    return Site(built_site)
