"""Pin another version of Pyodide for the browser.

    .venv/bin/python scripts/pin_runtime.py 0.29.5

Writes package.json, package-lock.json and pinned-files.json in navigator/runtime. Then run the whole test
suite: the names of the files that a browser needs can change with the version.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from navigator.runtime.assemble import describe
from navigator.runtime.npm import HERE, LOADER, LOCK, NPM_FILES, PINNED
from navigator.runtime.subprocesses import tool

# What a module worker asks for to start Python.
NEEDED = (LOADER, "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", LOCK)


def npm(arguments: list[str], folder: Path) -> None:
    """Run npm in `folder`, without running any package's own scripts."""
    command = [tool("npm"), *arguments, "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(command, cwd=folder, check=True)


def main() -> int:
    """Write the three files and return the exit code."""
    parser = argparse.ArgumentParser(description="Pin another version of Pyodide for the browser.")
    parser.add_argument("version", help="such as 0.29.5")
    options = parser.parse_args()
    package = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
    package["dependencies"]["pyodide"] = options.version
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "package.json").write_text(json.dumps(package, indent=2) + "\n", encoding="utf-8")
        # Without download addresses, the lock works with any npm registry; the checksums stay.
        npm(["install", "--omit-lockfile-registry-resolved"], folder)
        fetched = folder / "node_modules" / "pyodide"
        pinned = [dataclasses.asdict(describe(fetched / one)) for one in NEEDED]
        for one in NPM_FILES:
            shutil.copyfile(folder / one, HERE / one)
    PINNED.write_text(json.dumps(pinned, indent=2) + "\n", encoding="utf-8")
    print(f"Pyodide {options.version} pinned. Now run: python3 scripts/test.py")
    return 0


if __name__ == "__main__":
    sys.exit(main())
