"""The built wheel, installed into an environment without a checkout."""

import ast
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest

from tests.mini import Mini

PROJECT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it into a new environment, and return its command.

    What the wheel depends on is lent by this environment, so that nothing is downloaded.
    """
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=PROJECT, check=True
    )
    (wheel,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = [
        str(python),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
    ]
    subprocess.run([*pip, str(wheel)], check=True)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run(
        [python, "-c", where], capture_output=True, text=True, check=True
    ).stdout.strip()
    (Path(packages) / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python.with_name("navigator")


def run(command: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "XDG_CACHE_HOME": str(PROJECT / ".cache")}
    return subprocess.run(
        [command, *arguments], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_policies_anywhere_are_checked_and_asked(installed: Path, tmp_path: Path) -> None:
    """With --data, check and ask work in any folder."""
    shutil.copytree(PROJECT / "policy_data", tmp_path / "mine")
    checked = run(installed, "check", "--data", "mine", folder=tmp_path)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "\n0 errors, " in checked.stdout
    asked = run(installed, "ask", "--data", "mine", "--answer", "danger=now", folder=tmp_path)
    assert (asked.returncode, asked.stderr) == (0, "")
    assert "999" in asked.stdout


@pytest.mark.slow
def test_a_site_is_built_of_policies_anywhere(installed: Path, tmp_path: Path) -> None:
    """Without a mkdocs.yml, build makes the whole site of the folder that --data names, with its look."""
    Mini(tmp_path / "mine")
    built = run(installed, "build", "--data", "mine", "--out", "out/site", folder=tmp_path)
    assert built.returncode == 0, built.stderr
    site = tmp_path / "out" / "site"
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "nav-" in home
    assert "Town's complaints" in (site / "policies" / "town-complaint" / "index.html").read_text(
        encoding="utf-8"
    )
    assert (site / "privacy" / "index.html").is_file()
    assert list(site.glob("assets/navigator/**/site.css"))
    assert list(site.rglob("*.pdf"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "out"]


@pytest.mark.slow
def test_a_site_for_one_service_needs_nothing_else(installed: Path, tmp_path: Path) -> None:
    """In an empty folder: begin it, check it, ask it and build it, with the national part of the wheel."""
    begun = run(installed, "new", "site", "ours", "--service", "Sefton Council", folder=tmp_path)
    assert (begun.returncode, begun.stderr) == (0, "")
    site = tmp_path / "ours"
    checked = run(installed, "check", folder=site)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.startswith("0 errors, 0 findings in ")
    answers = ("danger=none", "who=carer", "carer-topic=approval", "approval=letter")
    asked = run(installed, "ask", *(f"--answer={each}" for each in answers), folder=site)
    assert (asked.returncode, asked.stderr) == (0, "")
    assert "Independent Review Mechanism" in asked.stdout
    built = run(installed, "build", folder=site)
    assert built.returncode == 0, built.stderr
    assert built.stderr == ""
    home = (site / "site" / "index.html").read_text(encoding="utf-8")
    assert "Sefton Council: fostering policies" in home
    assert (site / "site" / "services" / "sefton-council" / "index.html").is_file()
    assert sorted(path.name for path in site.iterdir()) == ["README.md", "mkdocs.yml", "policy_data", "site"]


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [["check"], ["ask"], ["build"], ["serve"], ["export", "out"]])
def test_without_policies_it_is_told_what_to_do(
    installed: Path, tmp_path: Path, arguments: list[str]
) -> None:
    """Where no folder is named and none is here, the command says so, exits 2 and writes nothing."""
    ended = run(installed, *arguments, folder=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        "There is no folder policy_data here. Name the folder that holds your policies with --data DIR.\n"
    )
    assert not any(tmp_path.iterdir())


def imported_packages() -> set[str]:
    """Return the packages, by the names they are imported by, that the navigator's modules need."""
    found = set()
    for path in (PROJECT / "navigator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add(node.module or "")
    tops = {name.partition(".")[0] for name in found}
    return (
        tops - sys.stdlib_module_names - {"navigator", "jinja2"}
    )  # MkDocs calls the plugin with Jinja's types


def test_what_is_imported_is_declared() -> None:
    """Each package that the navigator imports is one that its wheel asks for."""
    declared = {
        re.split(r"[^\w.-]", name)[0].lower() for name in requires("fostering-policy-navigator") or ()
    }
    owners = packages_distributions()
    owned = {package: {name.lower() for name in owners[package]} for package in imported_packages()}
    assert {package for package, names in owned.items() if not names & declared} == set()
