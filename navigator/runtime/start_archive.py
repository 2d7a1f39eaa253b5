"""Build the archive of a quick start: what is needed of the standard library, and the engine, compiled."""

import hashlib
import shutil
import sysconfig
import tempfile
from pathlib import Path
from typing import Final

from navigator.runtime.npm import pinned_version
from navigator.runtime.subprocesses import RuntimeMissing, run

SCRIPTS: Final = Path(__file__).parent / "start"
INSIDE: Final = SCRIPTS / "pack_in_pyodide.py"
MAKE: Final = SCRIPTS / "make.mjs"
NAME: Final = "start.zip"


def build_start(package: Path, wheel: Path) -> Path:
    """Return the archive for a Pyodide package and an engine's wheel, kept beside the wheel.

    Raises RuntimeMissing when it cannot be built.
    """
    digest = hashlib.sha256(pinned_version().encode())
    for path in (wheel, INSIDE, MAKE):
        digest.update(path.read_bytes())
    archive = wheel.parent / f"start-{digest.hexdigest()[:16]}" / NAME
    if archive.is_file():
        return archive
    node = find_node()
    if node is None:
        raise RuntimeMissing("node is missing: install Node.js 18 or newer, or run scripts/serve.py")
    archive.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=wheel.parent) as folder:
        made = Path(folder) / NAME
        command = [node, str(MAKE), str(package), str(wheel), str(INSIDE), str(made)]
        run(command, cwd=wheel.parent, purpose="packing the engine for a quick start")
        made.replace(archive)
    return archive


def find_node() -> str | None:
    """Return the node command on PATH, else the one of this Python environment, else None."""
    return shutil.which("node") or shutil.which("node", path=sysconfig.get_path("scripts"))
