"""Run the checks and the tests, and say in a line each how they ended."""

from __future__ import annotations

import os
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

PYTEST_RAN_NO_TEST = 5
MOST_WORKERS = 4

CHECKS = (
    ("style", ["ruff", "check"]),
    ("layout", ["ruff", "format", "--check"]),
    ("types", ["mypy"]),
    ("policies", ["navigator", "check"]),
)


class Result(NamedTuple):
    """How one check ended."""

    name: str
    problem: str
    """Empty when all is well."""
    seconds: float

    def line(self) -> str:
        """Return the result as one line."""
        verdict = f"FAILED: {self.problem}" if self.problem else "ok"
        return f"{self.name:9} {verdict} ({self.seconds:.1f} s)"


def check(name: str, command: Sequence[str], *, project: Path, variables: Mapping[str, str]) -> Result:
    """Run a check, printing a line, and its output when it fails."""
    begun = time.monotonic()
    ended = subprocess.run(
        command,
        cwd=project,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    problem = f"it ended with code {ended.returncode}" if ended.returncode else ""
    result = Result(name, problem, time.monotonic() - begun)
    print(result.line(), flush=True)
    if problem:
        print(ended.stdout, flush=True)
    return result


def tests(command: Sequence[str], *, project: Path, variables: Mapping[str, str]) -> Result:
    """Run pytest, whose output is shown as it comes."""
    begun = time.monotonic()
    ended = subprocess.run(command, cwd=project, env=variables, stdin=subprocess.DEVNULL, check=False)
    return Result("tests", pytest_problem(ended.returncode), time.monotonic() - begun)


def pytest_problem(code: int) -> str:
    """Return what pytest's exit code means, empty when all is well; a run without a test is a failure."""
    if code == PYTEST_RAN_NO_TEST:
        return "no test ran"
    return f"pytest ended with code {code}" if code else ""


def whole_suite() -> list[str]:
    """Return pytest's arguments for every test, in parallel; the tests of a file share what they built."""
    workers = min(MOST_WORKERS, os.cpu_count() or 1)
    return ["-n", str(workers), "--dist", "loadfile"]
