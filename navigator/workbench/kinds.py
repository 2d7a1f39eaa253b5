"""What can be asked of a desk: each kind of message, and the function that answers it."""

from collections.abc import Callable
from time import perf_counter
from typing import Any, Final

from navigator.load import gc_pause
from navigator.workbench import begun, taken
from navigator.workbench.changes import changes
from navigator.workbench.desk import Answer, Desk, Steps, milliseconds
from navigator.workbench.library import files, library
from navigator.workbench.made_case import case
from navigator.workbench.places import spots
from navigator.workbench.schema_form import schema
from navigator.workbench.seen_answers import messages, wizard
from navigator.workbench.seen_page import ladder, page
from navigator.workbench.tried import tried
from navigator.workbench.verdict import verdict, whole


def put(desk: Desk, asked: Answer) -> Answer:
    """Write files, and take away those whose text is none."""
    desk.put(asked["files"])
    return {}


KINDS: Final[dict[str, Callable[[Desk, Answer], Answer | Steps]]] = {
    "put": put,
    "verdict": verdict,
    "whole": whole,
    "library": library,
    "files": files,
    "schema": schema,
    "begin": begun.begin,
    "answers": begun.kept,
    "patch": taken.patch,
    "report": taken.report,
    "spots": spots,
    "page": page,
    "ladder": ladder,
    "wizard": wizard,
    "messages": messages,
    "changes": changes,
    "try": tried,
    "case": case,
}
"""The function for each kind. One that takes long yields now and then, and returns its answer at the end."""


def answer(desk: Desk, kind: str, asked: dict[str, Any]) -> Answer:
    """Return the answer to a message. Raises KeyError for a kind that there is not."""
    run = Run(desk, kind, asked)
    while (said := run.on()) is None:
        pass
    return said


class Run:
    """A message that is being answered, which may take several steps."""

    def __init__(self, desk: Desk, kind: str, asked: dict[str, Any]) -> None:
        """Begin. Raises KeyError for a kind that there is not."""
        self._desk = desk
        self._asked = asked
        self._function = KINDS[kind]
        self._steps: Steps | None = None

    @gc_pause.paused()
    def on(self, most: int = 0) -> Answer | None:
        """Take a step, or as many as fit into some milliseconds; return the answer once it is there."""
        began = perf_counter()
        if self._steps is None:
            made = self._function(self._desk, self._asked)
            if isinstance(made, dict):
                return made
            self._steps = made
        while True:
            try:
                next(self._steps)
            except StopIteration as end:
                said: Answer = end.value
                return said
            if milliseconds(began) >= most:
                return None
