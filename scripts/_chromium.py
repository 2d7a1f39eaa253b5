"""Find a Chromium for the browser tests, or install one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from _steps import SetupFailed, ToolFailed, tool_environment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _environment import Environment
    from _steps import Steps

VARIABLE = "NAVIGATOR_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
START_SECONDS = 60

WHERE_PLAYWRIGHT_HAS_IT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)

MISSING = """\
the browser tests need Chromium, and none could be installed. Install it yourself, then start again:
  Debian:           sudo apt-get install chromium
  any other system: Google Chrome or Chromium, or
                    {playwright} install --with-deps chromium
If it is somewhere unusual, set NAVIGATOR_CHROMIUM to the path of its program."""


def places(search_path: str, named: str | None) -> list[Path]:
    """Return the programs to try: only the one the person `named`, or else those on PATH and on a Mac."""
    if named:
        return [Path(named)]
    on_path = [shutil.which(name, path=search_path) for name in NAMES]
    return [Path(one) for one in [*on_path, *MAC_PLACES] if one]


def starts(program: Path) -> bool:
    """Return whether `program` is a Chromium that can tell its version.

    A stub that stands for a missing package cannot, nor can a browser whose libraries are missing.
    """
    if not program.is_file():
        return False
    if os.name == "nt":
        return True  # there, asking for the version opens a window
    try:
        ended = subprocess.run(
            [str(program), "--version"],
            env=tool_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=START_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0 and "Chrom" in ended.stdout


def first_that_starts(programs: Iterable[Path]) -> Path | None:
    """Return the first program that starts."""
    return next((program for program in programs if starts(program)), None)


def set_up(project: Path, environment: Environment, steps: Steps) -> Path:
    """Return the path of a Chromium that starts, installing one if need be; shows a step.

    Raises SetupFailed, with what to run, when there is none and none can be installed.
    """
    with steps.step("Chromium for the browser tests") as notes:
        named = os.environ.get(VARIABLE)
        found = first_that_starts(places(os.environ.get("PATH", os.defpath), named))
        if found is None and named:
            raise SetupFailed(f"{VARIABLE} names {named}, which does not start as a Chromium")
        if found is None:
            found = _playwrights_own(environment) or _install(project, environment, steps)
        notes.append(str(found))
        return found


def _install(project: Path, environment: Environment, steps: Steps) -> Path:
    """Try the system's packages, then Playwright's download."""
    failure: ToolFailed | None = None
    for log, commands in _ways(environment):
        try:
            for command in commands:
                steps.run(
                    log, command, cwd=project, env={**tool_environment(), "DEBIAN_FRONTEND": "noninteractive"}
                )
        except ToolFailed as error:
            failure = error
        found = first_that_starts(places(os.environ.get("PATH", os.defpath), None)) or _playwrights_own(
            environment
        )
        if found is not None:
            return found
    raise SetupFailed(MISSING.format(playwright=environment.command("playwright"))) from failure


def _ways(environment: Environment) -> list[tuple[str, list[list[str]]]]:
    """Return the ways to install Chromium here, each with the name of its log and its commands."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    ways: list[tuple[str, list[list[str]]]] = []
    if is_root and shutil.which("apt-get"):
        install = ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]
        ways.append(("chromium-apt", [["apt-get", "update"], install]))
    download = [str(environment.command("playwright")), "install"]
    if is_root:
        download.append("--with-deps")
    ways.append(("chromium-playwright", [[*download, "chromium"]]))
    return ways


def _playwrights_own(environment: Environment) -> Path | None:
    """Return the Chromium that Playwright downloaded earlier, if it starts."""
    ended = subprocess.run(
        [str(environment.python), "-c", WHERE_PLAYWRIGHT_HAS_IT],
        env=tool_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    path = ended.stdout.strip()
    return first_that_starts([Path(path)]) if path else None
