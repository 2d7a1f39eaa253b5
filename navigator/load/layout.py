"""Which file holds what: the one place that knows the folder's layout."""

from dataclasses import dataclass
from typing import Final

from navigator.core import model


@dataclass(frozen=True)
class DataFile:
    """Where a part of the library is written."""

    name: str
    """The library's field; also the name of the file or the folder."""
    cls: type
    """What one item is."""
    holds: str
    """What an author finds there, as a phrase."""
    optional: bool = False
    """True where there need not be any."""

    @property
    def schema(self) -> str:
        """The name of its schema for editors."""
        return f"{self.cls.__name__.lower() if self in FOLDERS else self.name}{SCHEMAS}"

    @property
    def pattern(self) -> str:
        """The name of its file, or what the names of its files have in common."""
        return f"{self.name}/*.yaml" if self in FOLDERS else f"{self.name}.yaml"


MAPPINGS: Final = (DataFile("triage", model.Triage, "the questions that lead to a route"),)
"""Files that hold one thing."""

LISTS: Final = (
    DataFile("routes", model.Route, "the kinds of process"),
    DataFile("roles", model.Role, "who acts"),
    DataFile("events", model.Event, "the days that time is counted from"),
    DataFile("contacts", model.Contact, "how to reach people and bodies"),
    DataFile("documents", model.Document, "the texts that rules are taken from"),
    DataFile("glossary", model.Term, "the words explained"),
    DataFile("calendars", model.Calendar, "the bank holidays"),
)
"""Files that hold a list."""

FOLDERS: Final = (
    DataFile("services", model.Service, "whom a carer fosters for, or where somebody works: a file each"),
    DataFile("policies", model.Policy, "the policies: a file each"),
    DataFile("scenarios", model.Scenario, "named cases with their outcome: a file each", optional=True),
    DataFile("packs", model.Pack, "cases put together for a training session: a file each", optional=True),
)
"""Folders with a file for each item, named after its id."""

SCHEMAS: Final = ".schema.json"
"""How the names of the schemas for editors end."""

OTHER_FOLDERS: Final = ("schema", "words")
"""Folders that hold no part of the library: what is generated for editors, and the words of a language."""

ALL: Final = (*MAPPINGS, *FOLDERS, *LISTS)
"""Every part of the library that authors write."""
