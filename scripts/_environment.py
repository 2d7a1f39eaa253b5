"""Make the project's own Python environment, `.venv`, and know when it is ready."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from typing import TYPE_CHECKING, NamedTuple

import _pythons
from _steps import SetupFailed, ToolFailed

if TYPE_CHECKING:
    from pathlib import Path

    from _steps import Steps

STAMP = "navigator-setup.json"
# What decides which libraries are installed and how.
INPUTS = ("requirements.lock", "pyproject.toml")


class Environment(NamedTuple):
    """Where the environment's commands are."""

    venv: Path

    @property
    def bin(self) -> Path:
        """The folder of the environment's commands."""
        return self.venv / ("Scripts" if os.name == "nt" else "bin")

    def command(self, name: str) -> Path:
        """Return the path of the environment's command `name`, whether it is there or not."""
        return self.bin / (f"{name}.exe" if os.name == "nt" else name)

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.command("python")


class Plan(NamedTuple):
    """What to do about the environment."""

    action: str
    """`keep`, `install`, `build` or `rebuild`."""
    reason: str = ""
    """Why an environment that was there is rebuilt, for a person to read."""


def stamp_for(project: Path, version: tuple[int, ...]) -> dict[str, str]:
    """Return what identifies a finished environment of `project` with a Python of `version`."""
    digest = hashlib.sha256()
    for name in INPUTS:
        digest.update(name.encode() + b"\0" + (project / name).read_bytes() + b"\0")
    return {
        # The commands in an environment hold its path, so a moved folder needs a new one.
        "project": str(project),
        "python": ".".join(map(str, version)),
        "inputs": digest.hexdigest(),
    }


def read_stamp(venv: Path) -> dict[str, str]:
    """Return the stamp of the last finished set-up in `venv`, empty when there is none to read."""
    try:
        stamp = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def plan(project: Path, environment: Environment) -> Plan:
    """Return what to do about `environment`, by running its Python and reading its stamp."""
    if not os.path.lexists(environment.venv):
        return Plan("build")
    python = _pythons.probe(environment.python)
    if isinstance(python, _pythons.Unusable):
        return Plan("rebuild", "the one that was there does not run")
    if python.minor < _pythons.MINIMUM:
        return Plan("rebuild", f"the one that was there is Python {python.minor[0]}.{python.minor[1]}")
    stamp = read_stamp(environment.venv)
    wanted = stamp_for(project, python.version)
    if stamp and stamp.get("project") != wanted["project"]:
        return Plan("rebuild", "the project folder was moved")
    if stamp == wanted and environment.command("navigator").exists():
        return Plan("keep")
    return Plan("install")


def set_up(project: Path, steps: Steps) -> Environment:
    """Make `.venv` in `project` with every library of requirements.lock, and return it; shows two steps.

    Raises SetupFailed when no suitable Python is found or a library cannot be installed.
    """
    environment = Environment(project / ".venv")
    with steps.step("Python environment") as notes:
        decided = plan(project, environment)
        if decided.reason:
            notes.append(f"rebuilt, because {decided.reason}")
        if decided.action in ("build", "rebuild"):
            _create(project, environment, steps)
        python = _pythons.probe(environment.python)
        if isinstance(python, _pythons.Unusable):
            raise SetupFailed(f"{python.path} {python.reason}; remove the folder .venv and start again")
        notes.append(f"Python {'.'.join(map(str, python.version))}")
    with steps.step("Libraries"):
        if decided.action != "keep":
            _install(project, environment, steps)
            stamp = stamp_for(project, python.version)
            (environment.venv / STAMP).write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")
    return environment


def pip_install(environment: Environment, *arguments: str) -> list[str]:
    """Return the command that installs with the environment's own pip."""
    return [
        str(environment.python),
        "-m",
        "pip",
        "install",
        "--no-input",
        "--disable-pip-version-check",
        *arguments,
    ]


def _create(project: Path, environment: Environment, steps: Steps) -> None:
    python = _pythons.find(environment.venv)
    if environment.venv.is_symlink() or environment.venv.is_file():
        environment.venv.unlink()
    elif environment.venv.is_dir():
        shutil.rmtree(environment.venv)
    steps.run("venv", [str(python.path), "-m", "venv", str(environment.venv)], cwd=project)


def _install(project: Path, environment: Environment, steps: Steps) -> None:
    (environment.venv / STAMP).unlink(missing_ok=True)
    locked = pip_install(environment, "--require-hashes", "-r", "requirements.lock")
    itself = pip_install(environment, "--no-deps", "--no-build-isolation", "--editable", ".")
    try:
        steps.run("libraries", locked, cwd=project)
        steps.run("navigator", itself, cwd=project)
    except ToolFailed as error:
        raise SetupFailed(
            "the Python libraries could not be installed. Check that this machine reaches a Python "
            "package index, then start again; if it still fails, remove the folder .venv first"
        ) from error
