"""Find a Python on this machine that the project can use."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from _steps import SetupFailed, tool_environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MINIMUM = (3, 12)
# The browser's Python is 3.13, so the same one here compiles and behaves the same.
PREFERRED = (3, 13)
NEWEST_LOOKED_FOR = 19

PROBE = "import sys, json, venv, ensurepip; print(json.dumps(list(sys.version_info[:3])))"
PROBE_SECONDS = 20


class Interpreter(NamedTuple):
    """A Python that ran when asked for its version."""

    path: Path
    version: tuple[int, int, int]

    @property
    def minor(self) -> tuple[int, int]:
        """The version without its patch number, such as (3, 13)."""
        return self.version[:2]


class Unusable(NamedTuple):
    """A Python that is there and cannot be used, and why."""

    path: Path
    reason: str


def probe(path: Path) -> Interpreter | Unusable:
    """Run the Python at `path` and return what it is.

    A shim whose version is not switched on is unusable, and so is a Python without `venv`.
    """
    try:
        ended = subprocess.run(
            [str(path), "-c", PROBE],
            env=tool_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PROBE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Unusable(path, f"does not start ({error})")
    if ended.returncode != 0:
        if "ensurepip" in ended.stderr or "venv" in ended.stderr:
            return Unusable(path, "has no venv module (on Debian and Ubuntu: apt-get install python3-venv)")
        return Unusable(path, "does not run")
    try:
        major, minor, patch = json.loads(ended.stdout)
    except ValueError:
        return Unusable(path, "does not answer like a Python")
    return Interpreter(path, (major, minor, patch))


def rank(version: tuple[int, ...]) -> int:
    """Return how welcome a version is, 0 the most: 3.13, then 3.12, then the next newer ones."""
    minor = tuple(version[:2])
    if minor == PREFERRED:
        return 0
    if minor == MINIMUM:
        return 1
    return 2 + abs(minor[1] - PREFERRED[1]) + 100 * abs(minor[0] - PREFERRED[0])


def choose(found: Iterable[Interpreter | Unusable]) -> Interpreter | None:
    """Return the most welcome Python of those found, the first among equals, or None if none is new enough.

    Stops looking at the first of the preferred version, so `found` may probe as it goes.
    """
    best: Interpreter | None = None
    for one in found:
        if isinstance(one, Unusable) or one.minor < MINIMUM:
            continue
        if best is None or rank(one.version) < rank(best.version):
            best = one
        if rank(best.version) == 0:
            break
    return best


def command_names() -> list[str]:
    """Return the names a suitable Python goes by, the most welcome first."""
    minors = sorted(range(MINIMUM[1], NEWEST_LOOKED_FOR + 1), key=lambda minor: rank((3, minor)))
    return [f"python3.{minor}" for minor in minors]


def candidates(*, running: Path, search_path: str, home: Path, root: Path) -> Iterator[Path]:
    """Yield the places where a Python may be, each once.

    First `running`, then those on PATH, then where the tools that install Pythons put them.
    `root` is the file system's root, and `home` the person's own folder.
    """
    names = command_names()
    seen: set[Path] = set()
    for path in _places(running, search_path, home, root, names):
        if path not in seen:
            seen.add(path)
            yield path


def _places(running: Path, search_path: str, home: Path, root: Path, names: list[str]) -> Iterator[Path]:
    yield running
    for name in [*names, "python3", "python"]:
        on_path = shutil.which(name, path=search_path)
        if on_path:
            yield Path(on_path)
    folders = [
        *sorted((home / ".pyenv" / "versions").glob("3.*/bin"), reverse=True),
        *sorted((home / ".local" / "share" / "uv" / "python").glob("*/bin"), reverse=True),
        root / "usr" / "local" / "bin",
        root / "usr" / "bin",
        *sorted((root / "opt").glob("*/bin")),
        *sorted((root / "Library/Frameworks/Python.framework/Versions").glob("3.*/bin")),
    ]
    for name in names:
        for folder in folders:
            path = folder / name
            if path.is_file():
                yield path


def running_python(venv: Path) -> Path:
    """Return the Python that runs this script.

    If that is the one in `venv`, return what it was made from: an environment cannot rebuild itself.
    """
    inside = Path(sys.prefix).resolve() == venv.resolve()
    base: str = getattr(sys, "_base_executable", sys.executable)
    return Path(base if inside else sys.executable)


def find(venv: Path) -> Interpreter:
    """Return the Python to make the environment `venv` with.

    Raises SetupFailed, with the Pythons that were looked at, when none is new enough.
    """
    looked_at: list[Interpreter | Unusable] = []

    def probed() -> Iterator[Interpreter | Unusable]:
        places = candidates(
            running=running_python(venv),
            search_path=os.environ.get("PATH", os.defpath),
            home=Path.home(),
            root=Path(venv.anchor),
        )
        for path in places:
            looked_at.append(probe(path))
            yield looked_at[-1]

    chosen = choose(probed())
    if chosen is None:
        raise SetupFailed(none_found(looked_at))
    return chosen


def none_found(looked_at: Iterable[Interpreter | Unusable]) -> str:
    """Return what to say when no Python is new enough."""
    lines = [f"Python {MINIMUM[0]}.{MINIMUM[1]} or newer is needed, and none was found. Looked at:"]
    for one in looked_at:
        what = one.reason if isinstance(one, Unusable) else f"is Python {'.'.join(map(str, one.version))}"
        lines.append(f"  {one.path} {what}")
    lines.append(
        "Install Python 3.13, for example from python.org or with your system's packages, and start again."
    )
    return "\n".join(lines)
