"""The policies as they are shipped, read once for each process, and the day that the tests are set in.

An owner who adds a service to the folder adds none to these: the tests hold what is said of these documents.
"""

import atexit
import os
import shutil
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from navigator.core import journey
from navigator.core.model import Library
from navigator.core.nodes import Node
from navigator.load.library import load
from navigator.own_words.model import Model
from navigator.own_words.training import trained

PROJECT = Path(__file__).parents[1]
HELD: Final = Path(os.environ.get("NAVIGATOR_TEST_DATA", PROJECT / "policy_data"))
"""The folder as it is, with all that anybody has added."""
SERVICES: Final = ("childrens-home", "four-stage", "kent", "norfolk", "other", "somerset")
"""The services that are shipped."""
CHECKED: Final = date(2026, 11, 26)
"""The day on which a shipped policy was last checked: from then on nothing of it is said to lie ahead."""
TODAY: Final = CHECKED.isoformat()
"""The day that the tests are set in: the first on which no shipped policy lies ahead."""
NOON = f"{TODAY}T12:00:00Z"


def _without_added() -> Path:
    """Return the folder, or a copy of it without the services that somebody has added."""
    added = {folder.name for folder in (HELD / "services").iterdir()} - {*SERVICES}
    if not added:
        return HELD
    home = Path(tempfile.mkdtemp(prefix="shipped-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    shutil.copytree(HELD, home / HELD.name, ignore=shutil.ignore_patterns(*added))
    return home / HELD.name


DATA: Final = _without_added()


@cache
def library() -> Library:
    """Return the shipped policies, which must be without an error."""
    loaded = load(DATA)
    assert loaded.library is not None, "\n".join(map(str, loaded.problems))
    return loaded.library


@cache
def learned() -> Model:
    """Return what the shipped phrases and cases teach the matcher: it takes some seconds."""
    return trained(library())


@cache
def nodes() -> tuple[Node, ...]:
    """Return every question and every outcome of the shipped policies."""
    return tuple(journey.nodes(library()))


@cache
def paths() -> tuple[tuple[dict[str, str], Node], ...]:
    """Return every way to answer, with where it leads."""
    return tuple(journey.paths(library()))
