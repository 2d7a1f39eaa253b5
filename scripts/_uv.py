"""Find uv, or install it into `.cache/uv-tool`, and find a Python for it to use."""

from __future__ import annotations

import os
import re
import shutil
import ssl
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from _steps import CACHE, PROJECT, SetupFailed, answer, run, tool_environment

OWN = CACHE / "uv-tool"
# The best first: the browser's Python is 3.13, and the same one here compiles and behaves the same.
PYTHONS = ("3.13", "3.12", ">=3.12")

NO_PIP = """\
uv is missing, and no Python here has pip or ensurepip to install it with. Install one, then start again:
  Debian, Ubuntu:   apt-get install python3-pip
  any other system: uv itself, with the system's packages"""
NO_UV = """\
uv could not be installed. Check that this machine reaches a Python package index, or install uv yourself,
then start again"""
NO_PYTHON = """\
Python 3.12 or newer is needed, none was found, and uv could not download one. Found were only:
{found}
Install Python 3.13, for example from python.org or with your system's packages, and start again"""


def search_path() -> str:
    """Return PATH, then the folders that Pythons are installed into."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    folders = [
        *sorted(pyenv.glob("versions/3.*/bin"), reverse=True),
        *(Path(name) for name in ("/usr/local/bin", "/opt/homebrew/bin", "/usr/bin")),
        *sorted(Path("/opt").glob("*/bin")),
        *sorted(Path("/Library/Frameworks/Python.framework/Versions").glob("3.*/bin")),
    ]
    return os.pathsep.join([os.environ.get("PATH", os.defpath), *map(str, folders)])


@cache
def variables() -> Mapping[str, str]:
    """Return the environment for uv; what the person set for it stays."""
    found = {"UV_PYTHON_SEARCH_PATH": search_path(), **tool_environment()}
    # As pip does: uv alone trusts only the certificates that it brings.
    if ssl.create_default_context().cert_store_stats()["x509_ca"]:
        found.setdefault("UV_SYSTEM_CERTS", "1")
    # Whoever told pip of a mirror need not tell uv as well.
    if not found.get("UV_DEFAULT_INDEX"):
        listed = answer(sys.executable, "-m", "pip", "config", "list") or ""
        if mirrors := re.findall(r"\.index-url='(.+)'$", listed, re.MULTILINE):
            found["UV_DEFAULT_INDEX"] = mirrors[-1]
    return found


def find_or_install(notes: list[str]) -> str:
    """Return the path of a uv, which is installed if need be; the notes then say so.

    One whose version does not fit pyproject.toml is passed over. Raises SetupFailed when none can be had.
    """
    settings = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    versions = re.findall(r'^required-version = "([^"]+)"', settings, re.MULTILINE)[0]
    own = os.pathsep.join(str(OWN / name) for name in ("bin", "Scripts"))
    if uv := fitting(os.environ.get("PATH", os.defpath), versions) or fitting(own, versions):
        return uv
    shutil.rmtree(OWN, ignore_errors=True)
    command = next(installers(), None)
    if command is None:
        raise SetupFailed(NO_PIP)
    # A person's wish to install into their own folder, or into an environment only, is not meant for this.
    env = {**tool_environment(), "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}
    run("uv", [*command, f"uv{versions}"], NO_UV, env=env)
    notes.append("uv installed into .cache")
    if uv := fitting(own, versions):
        return uv
    raise SetupFailed(NO_UV)


def fitting(path: str, versions: str) -> str | None:
    """Return the first uv in the folders of `path`, if it is one of `versions`, such as `>=0.12,<0.14`."""
    uv = shutil.which("uv", path=path)
    told = re.match(r"uv (\d+\.\d+)", (answer(uv, "--version") if uv else None) or "")
    if not told:
        return None
    since, before = re.findall(r"\d+\.\d+", versions)
    low, found, high = ([int(number) for number in each.split(".")] for each in (since, told[1], before))
    return uv if low <= found < high else None


def installers() -> Iterator[list[str | Path]]:
    """Yield the commands that install into `.cache/uv-tool` without touching any Python's own packages."""
    pip = ["-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--only-binary", ":all:"]
    names = ("python3.13", "python3.12", "python3")
    for python in (sys.executable, *(shutil.which(name, path=search_path()) for name in names)):
        if python and answer(python, "-m", "pip", "--version") is not None:
            yield [python, *pip, "--target", OWN]
        elif python and answer(python, "-m", "venv", "--clear", OWN) is not None:
            yield [OWN / ("Scripts" if os.name == "nt" else "bin") / "python", *pip]


def make_environment(uv: str, venv: Path) -> None:
    """Make a Python environment in `venv`, in place of what is there, with the best Python of this machine.

    Raises SetupFailed when there is none and none can be downloaded.
    """
    env = variables()
    find = (uv, "python", "find", "--no-project", "--system", "--no-python-downloads")
    found = (answer(*find, version, env=env) for version in PYTHONS)
    python = next((each for each in found if each), None)
    failure = "the Python environment could not be made"
    if not python:
        listed = answer(uv, "python", "list", "--only-installed", env=env)
        failure = NO_PYTHON.format(found=listed or "none")
        env = {**env, "UV_PYTHON_INSTALL_DIR": str(CACHE / "python")}
    if venv.is_dir() and not venv.is_symlink():
        shutil.rmtree(venv)
    else:
        venv.unlink(missing_ok=True)
    run("venv", [uv, "venv", "--no-project", "--python", python or PYTHONS[0], venv], failure, env=env)
