"""A signal to end, taken as Ctrl+C is: what was begun is cleared away first."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from navigator.core.errors import NavigatorError

ENDING: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Ended(KeyboardInterrupt):
    """The system asked this program to end."""

    def __init__(self, number: int) -> None:
        """Keep the signal's number."""
        super().__init__()
        self.number = number


class Interrupted(NavigatorError, KeyboardInterrupt):
    """Somebody stopped this program. `str()` of it says how things are now."""

    def __init__(self, after: str, stopped: KeyboardInterrupt) -> None:
        """Take the exit code from what stopped it."""
        super().__init__(f"Stopped. {after}")
        self.exit_code = exit_code(stopped)


def exit_code(stopped: KeyboardInterrupt) -> int:
    """Return the exit code of a program that was stopped, as shells tell it."""
    return 128 + (stopped.number if isinstance(stopped, Ended) else signal.SIGINT)


@contextmanager
def stoppable() -> Iterator[None]:
    """Let a signal to end raise Ended in the body. Only the main thread hears signals."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _end) for number in ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _: FrameType | None) -> None:
    raise Ended(number)
