"""The files of a new policy: lines are put into those that are there, and nothing else is touched.

All of them are written, or none: what does not pass the check in a copy of the folder is not written at all.
"""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from navigator.author.person import Stopped
from navigator.author.reading import NewPolicy
from navigator.author.yaml_text import lines
from navigator.check import check
from navigator.core.model import Contact, Document, Event, Library, Role, Route
from navigator.disk.errors import told
from navigator.disk.files import write_together
from navigator.load.file_names import left_alone
from navigator.load.generated import write
from navigator.load.layout import ENDING
from navigator.load.library import Loaded, load
from navigator.load.problem import Problem, Severity

LINE: Final = "# yaml-language-server: $schema={}/schema/{}.schema.json"
POLICY: Final = f"""\
{LINE.format("../../..", "policy")}
# Everything this site says of the policy stands in this file. An editor that knows YAML schemas explains
# each key as you type. After a change run: navigator check
{{}}
"""
SERVICE: Final = f"{LINE.format('../..', 'service')}\n{{}}\n"
LISTS: Final = {
    Document: "documents",
    Role: "roles",
    Event: "events",
    Contact: "contacts",
    Route: "routes",
}


class WouldNotPass(Stopped):
    """What was answered does not fit together. `problems` are told with their places in the files to be."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Take what is wrong."""
        self.problems = tuple(problems)
        super().__init__("\n".join([*map(str, self.problems), "Nothing was written."]))


def changed_files(folder: Path, library: Library, new: NewPolicy) -> dict[Path, str]:
    """Return every file to write and what it should hold, all of them in the folder of the service.

    What is referred to comes before what refers to it.
    """
    policy, service = new.policy, new.service
    home = folder / "services" / service.id
    made: dict[Path, str] = {}
    if service.id not in library.service:
        made[home / "service.yaml"] = SERVICE.format("\n".join(lines(replace(service, policies=()))))
    for kind, name in LISTS.items():
        added = [line for each in new.added if isinstance(each, kind) for line in lines(each, "  ", "- ")]
        if added:
            path = home / f"{name}.yaml"
            held = _held(path).rstrip("\n") if path.is_file() else LINE.format("../..", name)
            made[path] = "\n".join([held, *added, ""])
    made[home / "policies" / f"{policy.id}.yaml"] = POLICY.format("\n".join(lines(policy)))
    return made


def _held(path: Path) -> str:
    return path.read_text(encoding="utf-8")


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
