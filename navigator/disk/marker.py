"""The file that tells a folder written by this program from any other, and lists what was written into it."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

MARKER: Final = ".navigator-output"
"""Hidden, as MkDocs empties a folder but for hidden files, and as most hosts leave such a file out."""
HEAD: Final = """\
# This folder was written by navigator, which replaces it as a whole. Keep nothing of your own in it.
# sha256sum --check --quiet .navigator-output   tells whether its files are as they were written.
"""
LITTER: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave behind in any folder that somebody looks at."""


def mark(folder: Path) -> None:
    """Mark a folder that is still being written."""
    (folder / MARKER).write_text(HEAD, encoding="utf-8")


def seal(folder: Path) -> None:
    """Mark a folder that is complete, with the checksum of each of its files."""
    lines = (f"{_checksum(folder / name)}  {name}\n" for name in sorted(_files(folder)))
    text = HEAD + "".join(lines)
    (folder / MARKER).write_text(text, encoding="utf-8", errors="surrogateescape")


def is_marked(folder: Path) -> bool:
    """Say whether a folder carries the marker, complete or not."""
    return (folder / MARKER).is_file()


def is_whole(folder: Path) -> bool:
    """Say whether a folder is complete, and every file in it as it was written."""
    listed = _listed(folder)
    return bool(listed) and listed == {name: _checksum(folder / name) for name in _files(folder)}


def strangers(folder: Path) -> list[str]:
    """Return the files of a marked folder that were not written by this program, or changed since."""
    listed = _listed(folder)
    return sorted(
        name
        for name in _files(folder)
        if Path(name).name not in LITTER and listed.get(name) != _checksum(folder / name)
    )


def _listed(folder: Path) -> dict[str, str]:
    """Return the checksum of each file that the marker lists, by its name below the folder."""
    try:
        text = (folder / MARKER).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return {}
    lines = (line.split("  ", 1) for line in text.splitlines() if not line.startswith("#"))
    return {line[1]: line[0] for line in lines if len(line) == 2}


def _files(folder: Path) -> Iterator[str]:
    """Yield the names of all files below a folder, links included and the marker left out."""
    for within, folders, names in os.walk(folder, onerror=_raised):
        links = (name for name in folders if Path(within, name).is_symlink())
        for name in (*names, *links):
            path = Path(within, name).relative_to(folder).as_posix()
            if path != MARKER:
                yield path


def _raised(problem: OSError) -> None:
    """Let a folder that cannot be read be an error: nobody knows what is in it."""
    raise problem


def _checksum(path: Path) -> str:
    if path.is_symlink():
        return ""  # this program writes none
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
