"""Run the tools that make the browser's files."""

import hashlib
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path

from navigator.core.errors import NavigatorError

LAST_LINES = 10


class RuntimeMissing(NavigatorError):
    """The browser's files cannot be had here; `str()` of it says why and what to do.

    The site can still be built without them, from static pages only.
    """


def run(command: Sequence[str], *, cwd: Path, purpose: str, env: Mapping[str, str] | None = None) -> None:
    """Run `command` in `cwd`, with `env` added to the environment.

    Raises RuntimeMissing, beginning with `purpose` and ending with the tool's last lines, when it fails.
    """
    try:
        ended = subprocess.run(
            command,
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise RuntimeMissing(f"{purpose} failed: {command[0]} cannot be started ({error})") from error
    if ended.returncode != 0:
        shown = [line for line in ended.stdout.splitlines() if line.strip()][-LAST_LINES:]
        raise RuntimeMissing("\n  ".join([f"{purpose} failed with code {ended.returncode}:", *shown]))


def tool(name: str) -> str:
    """Return a command of Node.js: the one on PATH, else the one of this Python environment.

    Raises RuntimeMissing where there is neither.
    """
    command = shutil.which(name) or shutil.which(name, path=sysconfig.get_path("scripts"))
    if command is None:
        raise RuntimeMissing(
            f"{name} is missing: install Node.js 18 or newer, or run scripts/serve.py, which brings it"
        )
    return command


def cache_key(*parts: bytes) -> str:
    """Return a short name for what is made from these parts."""
    return hashlib.sha256(b"".join(parts)).hexdigest()[:16]


def checksum(path: Path) -> str:
    """Return a file's SHA-256, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
