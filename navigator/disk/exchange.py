"""Two paths that change places in one act of the system, so that neither is missing for a moment."""

import ctypes
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

RENAME_EXCHANGE: Final = 2
AT_FDCWD: Final = -100


def exchange(one: Path, other: Path) -> bool:
    """Let two paths change places; False where this system or this disk cannot."""
    rename = _renameat2()
    return (
        rename is not None
        and rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0
    )


@cache
def _renameat2() -> Callable[..., int] | None:
    """Return the call of Linux that does it, which Python has no name for."""
    if sys.platform != "linux":
        return None
    return getattr(ctypes.CDLL(None), "renameat2", None)
