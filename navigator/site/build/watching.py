"""What somebody may change while the site is served, watched also while it is not there."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mkdocs.exceptions import MkDocsException
from watchdog.observers.polling import PollingObserverVFS

from navigator.site.build.run_mkdocs import as_written

SECONDS: Final = 0.25
NOTHING: Final = os.stat_result([0] * 10)


def observer() -> PollingObserverVFS:
    """Return what looks for changes four times a second.

    MkDocs' own stops for good where a folder or file is gone for a moment, as it is while somebody changes
    to another branch, or while an editor puts a new file in the old one's place.
    """
    return PollingObserverVFS(_stat, _entries, polling_interval=SECONDS)


def _stat(path: str) -> os.stat_result:
    try:
        return Path(path).stat()
    except OSError:
        return NOTHING


def _entries(path: str | None) -> Iterator["os.DirEntry[str]"]:
    try:
        return os.scandir(path)
    except OSError:
        return iter(())


def written_by_hand(config: Path, data: Path | None) -> set[Path]:
    """Return the settings, and the folders that they name, as far as they can be read."""
    found = {config, data or config.with_name("policy_data")}
    try:
        written = as_written(config)
        found.add(config.parent / written.get("docs_dir", "docs"))
        found |= {config.parent / written["INHERIT"]} if "INHERIT" in written else set()
    except (MkDocsException, OSError, ValueError, AttributeError, TypeError):
        return found  # building tells what is wrong with them
    return found
