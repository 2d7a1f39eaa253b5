"""The policies as they are shipped, read once for each process, and the day that the tests are set in."""

from functools import cache
from pathlib import Path

from navigator.core.model import Library
from navigator.load.library import load

PROJECT = Path(__file__).parents[1]
DATA = PROJECT / "policy_data"
TODAY = "2026-11-21"
NOON = f"{TODAY}T12:00:00Z"


@cache
def library() -> Library:
    """Return the shipped policies, which must be without an error."""
    loaded = load(DATA)
    assert loaded.library is not None, "\n".join(map(str, loaded.problems))
    return loaded.library
