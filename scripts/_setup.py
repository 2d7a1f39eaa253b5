"""Set up everything the project needs on a fresh machine; shared by serve.py and test.py.

It runs on the machine's own `python3`, however old (3.9 and newer), to find a suitable one.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NamedTuple

import _chromium
import _environment
from _steps import SetupFailed, Steps, ToolFailed, tool_environment

PROJECT = Path(__file__).resolve().parent.parent
CACHE = PROJECT / ".cache"

FETCH_RUNTIME = """\
import sys
from pathlib import Path
from navigator.runtime.assemble import RuntimeMissing, fetch_runtime
try:
    fetch_runtime(Path(sys.argv[1]))
except RuntimeMissing as error:
    sys.exit(str(error))
"""


class Ready(NamedTuple):
    """What the set-up leaves for the commands that follow."""

    environment: _environment.Environment
    variables: dict[str, str]
    """The environment variables to run them with."""


def for_serving() -> Ready:
    """Set up what building and serving the site needs; without the browser's Python the site still works.

    Raises SetupFailed when there is no suitable Python or its libraries cannot be installed.
    """
    steps = Steps(3, CACHE / "logs")
    environment = _environment.set_up(PROJECT, steps)
    try:
        _runtime(environment, steps)
    except SetupFailed as error:
        print(f"The site will have static pages only, and no in-browser engine: {error}")
        print(f"What the tools said is in {CACHE / 'logs'}")
    return Ready(environment, _variables(environment))


def for_testing() -> Ready:
    """Set up what the whole test suite needs, a browser included.

    Raises SetupFailed when anything is missing: no test is skipped for want of a tool.
    """
    steps = Steps(4, CACHE / "logs")
    environment = _environment.set_up(PROJECT, steps)
    _runtime(environment, steps)
    chromium = _chromium.set_up(PROJECT, environment, steps)
    return Ready(environment, {**_variables(environment), _chromium.VARIABLE: str(chromium)})


def _variables(environment: _environment.Environment) -> dict[str, str]:
    variables = tool_environment()
    variables["PATH"] = os.pathsep.join([str(environment.bin), variables.get("PATH", os.defpath)])
    return variables


def _runtime(environment: _environment.Environment, steps: Steps) -> None:
    """Fetch the browser's Python by npm; shows a step."""
    with steps.step("Python for the browser (Pyodide)"):
        if not (shutil.which("npm") or environment.command("npm").exists()):
            locked = _environment.pip_install(environment, "--require-hashes", "-r", "requirements-node.lock")
            try:
                steps.run("node", locked, cwd=PROJECT)
            except ToolFailed as error:
                raise SetupFailed(
                    "npm is missing, and could not be installed. Install Node.js 18 or newer"
                ) from error
        try:
            command = [str(environment.python), "-c", FETCH_RUNTIME, str(CACHE)]
            steps.run("runtime", command, cwd=PROJECT)
        except ToolFailed as error:
            raise SetupFailed(
                "the browser's Python could not be fetched. Check that this machine reaches an npm registry"
            ) from error
