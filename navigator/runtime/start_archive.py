"""Build the archive of a quick start: what is needed of the standard library, and the engine, compiled."""

from pathlib import Path
from typing import Final

from navigator.disk.folders import made_at_once
from navigator.disk.marker import is_whole
from navigator.runtime.npm import pinned_version
from navigator.runtime.subprocesses import cache_key, run, tool

SCRIPTS: Final = Path(__file__).parent / "start"
INSIDE: Final = SCRIPTS / "pack_in_pyodide.py"
MAKE: Final = SCRIPTS / "make.mjs"
NAME: Final = "start.zip"


def build_start(package: Path, wheel: Path) -> Path:
    """Return the archive for a Pyodide package and an engine's wheel, kept beside the wheel's folder.

    Raises RuntimeMissing when it cannot be built.
    """
    key = cache_key(pinned_version().encode(), *(path.read_bytes() for path in (wheel, INSIDE, MAKE)))
    built = wheel.parent.with_name(f"start-{key}")
    if not is_whole(built):
        node = tool("node")
        with made_at_once(built) as folder:
            command = [node, str(MAKE), str(package), str(wheel), str(INSIDE), str(folder / NAME)]
            run(command, cwd=wheel.parent, purpose="packing the engine for a quick start")
    return built / NAME
