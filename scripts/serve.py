"""Set up the project if need be, then show the site at http://127.0.0.1:8000/ and keep it up to date.

    python3 scripts/serve.py [--port 8000] [--host 127.0.0.1]

Needs Python 3.12 or newer somewhere on the machine, and git. Stop it with Ctrl+C.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

import _setup
from _steps import PROJECT, start


def main(arguments: Sequence[str]) -> int:
    """Set up, then become `navigator serve` with these arguments."""
    variables = _setup.environment(steps=2)
    command = [_setup.program("navigator"), "serve", *arguments]
    os.chdir(PROJECT)
    if os.name == "posix":
        os.execve(command[0], command, variables)  # so that signals reach the server itself
    return subprocess.run(command, env=variables, check=False).returncode


if __name__ == "__main__":
    start(main)
