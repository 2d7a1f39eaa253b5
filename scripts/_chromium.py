"""Find a Chromium for the browser tests, or install one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from _steps import SetupFailed, answer, run, tool_environment

VARIABLE = "NAVIGATOR_CHROMIUM"
# Chromium without a window comes first: it does the same with less work.
PROGRAMS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
WHERE_PLAYWRIGHT_HAS_IT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)
MISSING = """\
the browser tests need Chromium, and none could be installed. Install it yourself, then start again:
  Debian:           sudo apt-get install chromium-headless-shell
  any other system: Google Chrome or Chromium, or
                    {python} -m playwright install --with-deps chromium
If it is somewhere unusual, set NAVIGATOR_CHROMIUM to the path of its program."""


def starts(program: str) -> bool:
    """Return whether `program` is a Chromium that can tell its version.

    A stub that stands for a missing package cannot, nor can a browser whose libraries are missing.
    """
    if os.name == "nt":
        return Path(program).is_file()  # there, asking for the version opens a window
    return "Chrom" in (answer(program, "--version") or "")


def find() -> str | None:
    """Return the path of the Chromium that the person named, or else of the first that starts.

    Raises SetupFailed when the named one does not start: it is not silently replaced by another.
    """
    if named := os.environ.get(VARIABLE):
        if not starts(named):
            raise SetupFailed(f"{VARIABLE} names {named}, which does not start as a Chromium")
        return named
    return next((path for path in map(shutil.which, PROGRAMS) if path and starts(path)), None)


def find_or_install(python: Path) -> str:
    """Return the path of a Chromium that starts, which is installed if need be.

    `python` is the one that has Playwright. Raises SetupFailed, with what to run, when none can be installed.
    """
    log = None
    for name, command in ways(python):
        if found := find() or playwrights_own(python):
            return found
        try:
            run(name, command, "", env={**tool_environment(), "DEBIAN_FRONTEND": "noninteractive"})
        except SetupFailed as error:
            log = error.log
    if found := find() or playwrights_own(python):
        return found
    raise SetupFailed(MISSING.format(python=python), log)


def ways(python: Path) -> Iterator[tuple[str, list[str | Path]]]:
    """Yield what to run to install Chromium, each with its log's name: Debian's packages, then a download."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        yield "chromium-update", ["apt-get", "update"]
        for package in ("chromium-headless-shell", "chromium"):
            yield package, ["apt-get", "install", "-y", "--no-install-recommends", package]
    dependencies = ["--with-deps"] if is_root else []
    yield "chromium-playwright", [python, "-m", "playwright", "install", *dependencies, "chromium"]


def playwrights_own(python: Path) -> str | None:
    """Return the path of the Chromium that Playwright downloaded earlier, if it starts."""
    path = answer(python, "-c", WHERE_PLAYWRIGHT_HAS_IT)
    return path if path and starts(path) else None
