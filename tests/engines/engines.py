"""The three engines that the site is tried in, by their names."""

import os
from collections.abc import Callable, Mapping
from typing import Final

import _engines

from tests.engines.chromium import chromium
from tests.engines.firefox import firefox
from tests.engines.tab import Browser
from tests.engines.webkit import webkit

ENGINES: Final[Mapping[str, Browser]] = {"Chromium": chromium, "Firefox": firefox, "WebKit": webkit}
FINDS: Final[Mapping[str, Callable[[], object]]] = {"Firefox": _engines.firefox, "WebKit": _engines.webkit}
"""What looks for an engine. Chromium is not looked for: every test run installs it, and fails without."""

ALL: Final = os.environ.get("NAVIGATOR_SERVERS") == "all"
"""True where every engine is to be tried on every server, and on the workbench: that takes minutes."""


def missing() -> list[str]:
    """Return the names of the engines that this machine lacks."""
    return [name for name, find in FINDS.items() if not find()]


def tried() -> list[str]:
    """Return the names of the engines to try: those that are there, or all where everything is asked for."""
    lacking = [] if _engines.everything_is_asked_for() else missing()
    return [name for name in ENGINES if name not in lacking]
