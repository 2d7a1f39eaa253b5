"""The scripts against their types and the rules of ESLint: `python -m tests.browser.check_scripts`."""

import shutil
import subprocess
import sys

from navigator.runtime.esbuild import WEB
from navigator.runtime.subprocesses import tool
from tests.browser.npm import HERE, packages

RULES = "eslint.config.mjs"


def main() -> int:
    """Print what is wrong and return the exit code: 0 where nothing is."""
    modules = packages()
    # The rules import packages, which are found from where the rules lie.
    rules = shutil.copyfile(HERE / RULES, modules / RULES)
    commands = (
        ["typescript/bin/tsc", "-p", "tsconfig.json"],
        ["typescript/bin/tsc", "-p", "tsconfig.worker.json"],
        ["eslint/bin/eslint.js", "--config", str(rules), "--max-warnings", "0", "."],
    )
    ended = [
        subprocess.run([tool("node"), str(modules / program), *rest], cwd=WEB, check=False).returncode
        for program, *rest in commands
    ]
    return 1 if any(ended) else 0


if __name__ == "__main__":
    sys.exit(main())
