"""Set up the project if need be, then measure how quick the site is.

    python3 scripts/bench.py --quick     under two minutes, few rounds
    python3 scripts/bench.py --write     all of it, and docs/development/performance.md with its picture

Each figure is held against something plain that was measured in the same run. `--help` tells the other
options. Leave the machine alone meanwhile.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

import _setup
from _steps import PROJECT, start


def main(arguments: Sequence[str]) -> int:
    """Set up, measure, and return the exit code: 0 whether or not a budget is met."""
    variables = _setup.for_testing()
    command = [_setup.program("python"), "-m", "tests.bench", *arguments]
    return subprocess.run(command, cwd=PROJECT, env=variables, check=False).returncode


if __name__ == "__main__":
    start(main)
