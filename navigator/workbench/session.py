"""A desk as a page's script sees it: messages and answers as JSON, and no error that ends it."""

import json
import traceback
from datetime import date
from pathlib import Path
from typing import Final

from navigator.load.travelling import unpacked
from navigator.workbench.desk import Desk
from navigator.workbench.kinds import Run

READ: Final = "read"
"""The file beside the data folder with what was read of it."""


class Session:
    """A desk with the data folder that its page brought."""

    def __init__(self, folder: str, today: str) -> None:
        """Take a folder on the disk in memory, and the day, as YYYY-MM-DD. Beside it is what was read."""
        home = Path(folder)
        kept = unpacked(home.with_name(READ).read_bytes(), home)
        self._desk = Desk(home, date.fromisoformat(today), kept)

    def begin(self, message: str) -> "Asked":
        """Begin to answer a message: JSON with its `kind` and whatever else it needs."""
        asked = json.loads(message)
        return Asked(self._desk, asked.pop("kind"), asked)


class Asked:
    """A message that is being answered."""

    def __init__(self, desk: Desk, kind: str, asked: dict[str, object]) -> None:
        """Take the message; nothing is done before `on`."""
        self._desk, self._kind, self._asked = desk, kind, asked
        self._run: Run | None = None

    def on(self, most: int) -> str | None:
        """Go on for some milliseconds; return the answer as JSON once it is there, or what went wrong."""
        try:
            self._run = self._run or Run(self._desk, self._kind, self._asked)
            answer = self._run.on(most)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one message, the next may be answered
            traceback.print_exc()
            answer = {"error": f"{type(error).__name__}: {error}"}
        return None if answer is None else json.dumps(answer, ensure_ascii=False)
