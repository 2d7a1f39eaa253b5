"""Fetch Pyodide's own npm package, in the version and with the checksums that this folder pins.

Only what a browser needs to start Python is taken from it.
To move to another version, run scripts/pin_runtime.py.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from navigator.disk.folders import made_at_once
from navigator.disk.marker import is_marked, is_whole
from navigator.runtime.subprocesses import RuntimeMissing, cache_key, checksum, run, tool

HERE = Path(__file__).parent
NPM_FILES = ("package.json", "package-lock.json")
PINNED = HERE / "pinned-files.json"
LOCK = "pyodide-lock.json"
LOADER = "pyodide.mjs"


@dataclass(frozen=True)
class ServedFile:
    """A file that the site serves to the browser."""

    name: str
    """Its name inside the runtime's folder."""
    size: int
    """In bytes."""
    gzipped: int
    """In bytes, compressed as most servers send it."""
    sha256: str
    """In hexadecimal."""


def pinned_files() -> tuple[ServedFile, ...]:
    """Return the files of the pinned Pyodide version that a browser needs, its lock file included."""
    return tuple(ServedFile(**one) for one in json.loads(PINNED.read_text(encoding="utf-8")))


def pinned_version() -> str:
    """Return the pinned version of Pyodide, such as `0.29.5`."""
    package = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
    version: str = package["dependencies"]["pyodide"]
    return version


def fetch_runtime(cache: Path) -> Path:
    """Return the folder of the pinned Pyodide package, fetching it into `cache` the first time.

    Raises RuntimeMissing when npm is missing or fails, or when a file is not the one that was pinned.
    """
    # npm ends with strange errors where its folder is not an absolute path.
    installed = cache.resolve() / f"npm-{cache_key(*((HERE / name).read_bytes() for name in NPM_FILES))}"
    package = installed / "node_modules" / "pyodide"
    # A folder that an earlier version fetched has no marker, but it has the files that are pinned.
    if _problems(package) or (is_marked(installed) and not is_whole(installed)):
        _install(installed)
    problems = _problems(package)
    if problems:
        raise RuntimeMissing(
            f"the files of Pyodide {pinned_version()} are not the ones that were pinned "
            f"({'; '.join(problems)}). Find out where this machine's npm packages come from"
        )
    return package


def _problems(package: Path) -> list[str]:
    """Return what is wrong with the files in `package`, nothing when they are all as pinned."""
    problems = []
    for pinned in pinned_files():
        path = package / pinned.name
        if not path.is_file():
            problems.append(f"{pinned.name} is missing")
        elif checksum(path) != pinned.sha256:
            problems.append(f"{pinned.name} has another checksum")
    return problems


def _install(installed: Path) -> None:
    npm = tool("npm")
    with made_at_once(installed) as folder:
        for name in NPM_FILES:
            shutil.copyfile(HERE / name, folder / name)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        run(command, cwd=folder, purpose=f"fetching Pyodide {pinned_version()} by npm")
