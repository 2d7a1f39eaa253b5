"""Run the tools of the set-up one after another and say, in a line each, how it went."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
CACHE = PROJECT / ".cache"
LAST_LINES = 15
SECONDS_TO_ANSWER = 60


class SetupFailed(Exception):
    """The set-up cannot go on; `str()` of it says what is missing and what to try."""

    def __init__(self, message: str, log: Path | None = None) -> None:
        """`log` holds the whole output of the tool that failed, if one did."""
        super().__init__(message)
        self.log = log


def tool_environment() -> dict[str, str]:
    """Return this process's environment without what would mislead another Python."""
    misleading = {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    return {name: value for name, value in os.environ.items() if name not in misleading}


def answer(*command: str | Path, env: Mapping[str, str] | None = None) -> str | None:
    """Return what a quick command prints, or None when it does not start or ends with an error."""
    try:
        return subprocess.run(
            command,
            cwd=PROJECT,
            env=env or tool_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS_TO_ANSWER,
            check=True,
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return None


def run(
    name: str,
    command: Sequence[str | Path],
    failure: str,
    *,
    env: Mapping[str, str] | None = None,
    given: str = "",
) -> None:
    """Run `command` with `given` as its input and its output in the log `name`.

    Raises SetupFailed, with `failure` as its message, when it ends with an error or cannot be started.
    """
    log = CACHE / "logs" / f"{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w", encoding="utf-8") as output:
        print("$", *command, file=output, flush=True)
        try:
            subprocess.run(
                command,
                cwd=PROJECT,
                env=env or tool_environment(),
                input=given,
                stdout=output,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as error:
            if isinstance(error, OSError):
                print(error, file=output)
            raise SetupFailed(failure, log) from error


@contextmanager
def step(title: str) -> Iterator[list[str]]:
    """Print `title`, then how its body ended; words added to the list are shown in that line."""
    print(title, "...", end=" ", flush=True)
    notes: list[str] = []
    begun = time.monotonic()
    try:
        yield notes
    except BaseException:
        print("failed")
        raise
    seconds = time.monotonic() - begun
    print(", ".join([*notes, f"done ({seconds:.0f} s)" if seconds >= 1 else "ready"]), flush=True)


def explain(error: SetupFailed) -> str:
    """Return what to print when the set-up failed: what, the tool's last lines, and where the rest is."""
    lines = [f"The set-up failed: {error}"]
    if error.log:
        output = error.log.read_text(encoding="utf-8", errors="replace")
        last = [line for line in output.splitlines() if line.strip()][-LAST_LINES:]
        lines += ["", "The last lines of what failed:", *last, "", f"The whole output is in {error.log}"]
    return "\n".join(lines)


def start(main: Callable[[Sequence[str]], int]) -> None:
    """Run a script's `main` with the command line's arguments, and end with its exit code."""
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupFailed as error:
        sys.stdout.flush()
        sys.exit(explain(error))
    except KeyboardInterrupt:
        sys.exit(130)
