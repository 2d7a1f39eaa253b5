"""One file of a data folder as plain data: what it holds, and whose it is."""

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from navigator.load import strict_yaml
from navigator.load.content import Missing, Unreadable, content
from navigator.load.file_names import shown
from navigator.load.folder import Named
from navigator.load.fonts import ODD
from navigator.load.kept import Kept
from navigator.load.layout import FOLDERS, DataFile
from navigator.load.national import placed
from navigator.load.problem import Problem
from navigator.load.tree import SourceFile


@dataclass(frozen=True)
class PlacedFile(SourceFile):
    """One file of the library, read as far as possible."""

    name: str
    """The name within the data folder: `services/norfolk/policies/norfolk-complaint.yaml`."""
    place: DataFile
    """What it holds."""
    service: str
    """The service in whose folder it is; nothing for the national one."""
    wrong: tuple[Problem, ...]
    """What is wrong with it as YAML."""
    digest: bytes
    """Stands for all that is in it."""
    is_unusual: bool
    """False where every character is a Latin letter or common punctuation."""


def parse(folder: Path, to_read: Named, problems: list[Problem], kept: Kept[PlacedFile]) -> PlacedFile | None:
    """Read one file as plain data; None where it cannot be read, which is then among the problems."""
    name, place, service = to_read
    path = placed(folder, name)
    named = shown(path)
    try:
        held = content(path, strict_yaml.MAX_BYTES)
    except Unreadable as fault:
        what, hint = fault.what, fault.hint
        if isinstance(fault, Missing) and place not in FOLDERS:
            what, hint = "is missing", f"Write a file that holds {place.holds}."
        problems.append(Problem(named, 1, 1, "the file", what, hint))
        return None
    digest = blake2b(held).digest()

    def read() -> PlacedFile:
        tree, wrong = strict_yaml.read(named, held)
        unusual = b"\\" in held or (not held.isascii() and bool(ODD.search(held.decode(errors="replace"))))
        return PlacedFile(named, tree, name, place, service, tuple(wrong), digest, unusual)

    return kept.of(path, digest, read)
