"""The files of a new policy are written together: all of them, or none.

What does not pass the check in a copy of the folder is not written at all.
"""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from navigator.author.person import Stopped
from navigator.check import check
from navigator.disk.errors import told
from navigator.disk.files import write_together
from navigator.load.file_names import left_alone
from navigator.load.generated import write
from navigator.load.layout import ENDING
from navigator.load.library import Loaded, load
from navigator.load.problem import Problem, Severity


class WouldNotPass(Stopped):
    """What was answered does not fit together. `problems` are told with their places in the files to be."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Take what is wrong."""
        self.problems = tuple(problems)
        super().__init__("\n".join([*map(str, self.problems), "Nothing was written."]))


def save(folder: Path, files: dict[Path, str], today: date) -> tuple[Loaded, list[Problem]]:
    """Write the files, all or none, and bring the editors' schemas up to date.

    Returns what the folder then holds, and what the check finds in it.

    Raises WouldNotPass where the folder would then have an error, which a copy of it tells; CannotWrite.
    """
    with told(folder, "Nothing was written."), tempfile.TemporaryDirectory() as copied:
        copy = Path(copied) / folder.name
        _copy(folder, copy)
        for path, text in files.items():
            target = copy / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        loaded = replace(load(copy), folder=folder)
        found = [
            replace(each, file=each.file.replace(str(copy), str(folder), 1)) for each in check(loaded, today)
        ]
    if wrong := [each for each in found if each.severity is Severity.ERROR]:
        raise WouldNotPass(wrong)
    write_together(files)
    if (folder / "schema").is_dir():
        write(loaded, None)
    return loaded, found


def _copy(folder: Path, copy: Path) -> None:
    """Copy what is read of a data folder. Raises OSError."""
    copy.mkdir()
    for path in folder.iterdir():
        if left_alone(path.name):
            continue
        if path.is_dir():
            _copy(path, copy / path.name)
        elif path.suffix == ENDING:
            (copy / path.name).write_bytes(path.read_bytes())
