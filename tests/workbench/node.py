"""A script of the workbench, run in Node with what it imports bundled: plain data in, plain data out."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from navigator.runtime.npm import fetch_runtime
from navigator.runtime.subprocesses import tool

HERE: Final = Path(__file__).parent
CACHE: Final = HERE.parents[1] / ".cache" / "navigator"

type Run = Callable[[Any], Any]
"""Hands data to a script, and returns what it writes."""


def bundled(script: str, folder: Path) -> Run:
    """Bundle a script that stands beside this one into a folder, and return what runs it."""
    packages = fetch_runtime(CACHE).parent
    made = folder / script
    program = next(packages.glob("@esbuild/*/**/esbuild*"))
    command = [str(program), "--bundle", "--external:node:fs", "--format=esm", f"--outfile={made}"]
    environment = {**os.environ, "NODE_PATH": str(packages)}
    subprocess.run([*command, "--log-level=error", script], cwd=HERE, env=environment, check=True)

    def run(given: Any) -> Any:  # noqa: ANN401 - plain data has no narrower type
        command = [tool("node"), str(made)]
        ran = subprocess.run(command, input=json.dumps(given).encode(), stdout=subprocess.PIPE, check=True)
        return json.loads(ran.stdout)

    return run
