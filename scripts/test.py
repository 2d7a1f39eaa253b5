"""Set up the project if need be, then check everything: style, types, policies and tests.

    python3 scripts/test.py                      everything, as CI does
    python3 scripts/test.py --fast               every check, and the tests that are quick: a minute
    python3 scripts/test.py tests/test_setup.py  pytest alone, with these arguments

With NAVIGATOR_EVERYTHING=1, every browser and web server that has tests is tried. What is missing of them is
installed, by root on Debian. Without it, those that are there are tried; the end of the run names the others.

Needs Python 3.12 or newer somewhere on the machine, and git.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import _setup
from _steps import PROJECT, start

CHECKS = {
    "style": ["ruff", "check"],
    "layout": ["ruff", "format", "--check"],
    "types": ["mypy"],
    "policies": ["navigator", "check"],
    "scripts": ["python", "-m", "tests.browser.check_scripts"],
}
"""What is run beside the tests: programs of the environment or on PATH, with their arguments."""
SLOW = (
    "author",
    "browser",
    "engines",
    "exhaustive",
    "fuzz",
    "hosts",
    "site",
    "test_packing.py",
    "test_runtime.py",
)
"""What `--fast` leaves out of tests/: what needs a browser or a built site, or tries everything there is."""
# In parallel, one more than there are processors, as browsers make tests wait. The tests of a file share what
# they built, and tests/conftest.py says which file comes first.
EVERY_TEST = ["-n", str(min(4, 1 + (os.cpu_count() or 1))), "--dist", "loadfile", "--no-loadscope-reorder"]
FAST_TESTS = [*EVERY_TEST, *(f"--ignore=tests/{name}" for name in SLOW)]
PYTEST_RAN_NO_TEST = 5


def check(
    name: str, command: Sequence[str], *, variables: Mapping[str, str], quiet: bool = True
) -> tuple[bool, str]:
    """Run a command; return whether it went well, and a line that says so.

    A quiet one prints that line, and its output only when it failed. A pytest that ran no test has failed.
    """
    begun = time.monotonic()
    program = shutil.which(command[0], path=variables["PATH"]) or command[0]
    ended = subprocess.run(
        [program, *command[1:]],
        cwd=PROJECT,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    verdict = f"FAILED: {command[0]} ended with code {ended.returncode}" if ended.returncode else "ok"
    if command[0] == "pytest" and ended.returncode == PYTEST_RAN_NO_TEST:
        verdict = "FAILED: no test ran"
    line = f"{name:9} {verdict} ({time.monotonic() - begun:.1f} s)"
    if quiet:
        print(line, *([ended.stdout] if ended.returncode else []), sep="\n", flush=True)
    return ended.returncode == 0, line


def main(arguments: Sequence[str]) -> int:
    """Set up, run the checks and return the exit code: 0 when all is well."""
    fast = list(arguments) == ["--fast"]
    variables = _setup.environment(steps=2) if fast else _setup.for_testing()
    checks = CHECKS if fast or not arguments else {}
    tests = FAST_TESTS if fast else arguments or EVERY_TEST
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        checking = pool.map(lambda each: check(*each, variables=variables), checks.items())
        # Tests wait for browsers and one another, and the checks fill that time.
        tested = check("tests", ["pytest", *tests], variables=variables, quiet=False)
    results = [*checking, tested]
    print("", *(line for _, line in results), sep="\n")
    return 0 if all(passed for passed, _ in results) else 1


if __name__ == "__main__":
    start(main)
