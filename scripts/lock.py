"""Write requirements.lock and requirements-node.lock anew from pyproject.toml.

    .venv/bin/python -m pip install uv      (once; uv resolves for every platform at a time)
    .venv/bin/python scripts/lock.py        (keeps what still fits)
    .venv/bin/python scripts/lock.py --upgrade

The locks hold versions and checksums and no download addresses, so they work with any package index.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent

# Each lock and what is resolved for it.
LOCKS = {
    "requirements.lock": ["pyproject.toml", "--group", "test"],
    "requirements-node.lock": ["--group", "node"],
}


def find_uv() -> str | None:
    """Return the uv command of this environment, else the one on PATH, else None."""
    beside = shutil.which("uv", path=str(Path(sys.executable).parent))
    return beside or shutil.which("uv")


def compile_command(uv: str, lock: str, sources: list[str], *, upgrade: bool) -> list[str]:
    """Return the uv command line that writes `lock`."""
    command = [uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.12"]
    command += ["--generate-hashes", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]
    if upgrade:
        command.append("--upgrade")
    return [*command, *sources, "--output-file", lock]


def main() -> int:
    """Write the locks and return the exit code."""
    parser = argparse.ArgumentParser(description="Write the lock files anew from pyproject.toml.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    options = parser.parse_args()
    uv = find_uv()
    if uv is None:
        print("uv is missing. Install it with: .venv/bin/python -m pip install uv")
        return 1
    for lock, sources in LOCKS.items():
        command = compile_command(uv, lock, sources, upgrade=options.upgrade)
        subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
        print(f"{lock} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
