"""Set up the project if need be, then check everything: style, types, policies and tests.

    python3 scripts/test.py                      everything, as CI does
    python3 scripts/test.py tests/test_setup.py  pytest alone, with these arguments

Needs Python 3.12 or newer somewhere on the machine, and git.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import _checks
import _setup
from _steps import SetupFailed, stop

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Set up, run the checks and return the exit code: 0 when all is well."""
    try:
        environment, variables = _setup.for_testing()
    except SetupFailed as error:
        return stop(error)
    results = []
    if not arguments:
        for name, (program, *rest) in _checks.CHECKS:
            command = [str(environment.command(program)), *rest]
            results.append(_checks.check(name, command, project=_setup.PROJECT, variables=variables))
    pytest = [str(environment.command("pytest")), *(arguments or _checks.whole_suite())]
    results.append(_checks.tests(pytest, project=_setup.PROJECT, variables=variables))
    print()
    for result in results:
        print(result.line())
    return 1 if any(result.problem for result in results) else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
