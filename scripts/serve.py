"""Set up the project if need be, then show the site at http://127.0.0.1:8000/ and keep it up to date.

    python3 scripts/serve.py [--port 8000] [--host 127.0.0.1]

Needs Python 3.12 or newer somewhere on the machine, and git. Stop it with Ctrl+C.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import _setup
from _steps import SetupFailed, stop

if TYPE_CHECKING:
    from collections.abc import Sequence


def serve_command(options: argparse.Namespace, navigator: str) -> list[str]:
    """Return the command line of `navigator serve` for what was asked."""
    command = [navigator, "serve", "--port", str(options.port)]
    if options.host:
        command += ["--host", options.host]
    return command


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options that `arguments` ask for."""
    parser = argparse.ArgumentParser(description="Show the site, and rebuild it when a policy changes.")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: 8000)")
    parser.add_argument("--host", help="address to listen on (default: this machine only)")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Set up, then become `navigator serve`; return the exit code where that is not possible."""
    options = options_of(arguments)
    try:
        ready = _setup.for_serving()
    except SetupFailed as error:
        return stop(error)
    command = serve_command(options, str(ready.environment.command("navigator")))
    sys.stdout.flush()
    os.chdir(_setup.PROJECT)
    if os.name == "posix":
        os.execve(command[0], command, ready.variables)  # so that signals reach the server itself
    return subprocess.run(command, env=ready.variables, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
