"""Fetch Pyodide's own npm package, in the version and with the checksums that this folder pins.

Only what a browser needs to start Python is taken from it.
To move to another version, run scripts/pin_runtime.py.
"""

import hashlib
import json
import shutil
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from navigator.runtime.subprocesses import RuntimeMissing, made_at_once, run

HERE = Path(__file__).parent
NPM_FILES = ("package.json", "package-lock.json")
PINNED = HERE / "pinned-files.json"
LOCK = "pyodide-lock.json"


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
    installed = cache.resolve() / f"npm-{_pin_digest()}"
    package = installed / "node_modules" / "pyodide"
    if installed.is_dir() and _problems(package):
        shutil.rmtree(installed)
    if not installed.is_dir():
        _install(installed)
    problems = _problems(package)
    if problems:
        raise RuntimeMissing(
            f"the files of Pyodide {pinned_version()} are not the ones that were pinned "
            f"({'; '.join(problems)}). Find out where this machine's npm packages come from"
        )
    return package


def _pin_digest() -> str:
    digest = hashlib.sha256()
    for name in NPM_FILES:
        digest.update((HERE / name).read_bytes())
    return digest.hexdigest()[:16]


def _problems(package: Path) -> list[str]:
    """Return what is wrong with the files in `package`, nothing when they are all as pinned."""
    problems = []
    for pinned in pinned_files():
        path = package / pinned.name
        if not path.is_file():
            problems.append(f"{pinned.name} is missing")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != pinned.sha256:
            problems.append(f"{pinned.name} has another checksum")
    return problems


def _install(installed: Path) -> None:
    npm = find_npm()
    if npm is None:
        raise RuntimeMissing(
            "npm is missing: install Node.js 18 or newer, or run scripts/serve.py, which brings it"
        )
    with made_at_once(installed) as folder:
        for name in NPM_FILES:
            shutil.copyfile(HERE / name, folder / name)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        run(command, cwd=folder, purpose=f"fetching Pyodide {pinned_version()} by npm")


def find_npm() -> str | None:
    """Return the npm command on PATH, else the one installed into this Python environment, else None."""
    return shutil.which("npm") or shutil.which("npm", path=sysconfig.get_path("scripts"))
