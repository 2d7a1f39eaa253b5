"""Set up the project if need be, then measure how quick the site is.

    python3 scripts/bench.py --quick     under two minutes, few rounds
    python3 scripts/bench.py --write     all of it, and docs/development/performance.md with its picture

Each figure is held against something plain that was measured in the same run. `--help` tells the other
options. Leave the machine alone meanwhile.
"""

from __future__ import annotations

import subprocess
import sys

import _setup
from _steps import SetupFailed, stop


def main() -> int:
    """Set up, measure, and return the exit code: 0 whether or not a budget is met."""
    try:
        environment, variables = _setup.for_testing()
    except SetupFailed as error:
        return stop(error)
    command = [str(environment.python), "-m", "tests.bench", *sys.argv[1:]]
    return subprocess.run(command, cwd=_setup.PROJECT, env=variables, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
