"""Run the tools of the set-up one after another and say, in a line each, how it went."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

LAST_LINES = 15


class SetupFailed(Exception):
    """The set-up cannot go on; `str()` of it says what is missing and what to try."""


class ToolFailed(SetupFailed):
    """A tool ended with an error, which its log shows."""

    def __init__(self, command: Sequence[str], code: int, log: Path) -> None:
        """Keep what is needed to tell the story; `log` holds the tool's whole output."""
        super().__init__(f"this command ended with code {code}: {' '.join(command)}")
        self.log = log


def last_lines(text: str, count: int = LAST_LINES) -> str:
    """Return the last `count` lines of `text` that are not empty."""
    return "\n".join([line for line in text.splitlines() if line.strip()][-count:])


def tool_environment() -> dict[str, str]:
    """Return this process's environment without what would mislead another Python."""
    misleading = {"PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"}
    return {name: value for name, value in os.environ.items() if name not in misleading}


class Steps:
    """The numbered steps of one set-up, printed as they go."""

    def __init__(self, total: int, logs: Path) -> None:
        """`total` steps will be shown; each tool's output goes to a file in `logs`."""
        self._total = total
        self._logs = logs
        self._number = 0

    @contextmanager
    def step(self, title: str) -> Iterator[list[str]]:
        """Print `title`, then how its body ended; words added to the list are shown in that line."""
        self._number += 1
        print(f"{self._number}/{self._total} {title} ...", end=" ", flush=True)
        notes: list[str] = []
        begun = time.monotonic()
        try:
            yield notes
        except BaseException:
            print("failed")
            raise
        seconds = time.monotonic() - begun
        ending = f"done ({seconds:.0f} s)" if seconds >= 1 else "ready"
        print(", ".join([*notes, ending]))

    def run(
        self, log_name: str, command: Sequence[str], *, cwd: Path, env: Mapping[str, str] | None = None
    ) -> None:
        """Run `command` with its output in a log.

        Raises ToolFailed when it ends with an error or cannot be started.
        """
        self._logs.mkdir(parents=True, exist_ok=True)
        log = self._logs / f"{log_name}.log"
        with log.open("w", encoding="utf-8") as output:
            output.write(f"$ {' '.join(command)}\n")
            output.flush()
            try:
                ended = subprocess.run(
                    command,
                    cwd=cwd,
                    env=dict(env) if env is not None else tool_environment(),
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    check=False,
                )
            except OSError as error:
                output.write(f"{error}\n")
                raise ToolFailed(command, 127, log) from error
        if ended.returncode != 0:
            raise ToolFailed(command, ended.returncode, log)


def explain(error: SetupFailed) -> str:
    """Return what to print when the set-up failed: what, the tool's last lines, and where the rest is."""
    lines = [f"The set-up failed: {error}"]
    tool = error if isinstance(error, ToolFailed) else error.__cause__
    if isinstance(tool, ToolFailed):
        shown = last_lines(tool.log.read_text(encoding="utf-8", errors="replace"))
        lines += ["", "The last lines of what failed:", shown, "", f"The whole output is in {tool.log}"]
    return "\n".join(lines)


def stop(error: SetupFailed) -> int:
    """Print why the set-up failed and return the exit code."""
    sys.stdout.flush()
    print(explain(error), file=sys.stderr)
    return 1
