"""Which file holds what: the one place that knows the folder's layout."""

import re
from dataclasses import dataclass
from typing import Final

from navigator.core import model

NATIONAL: Final = "national"
"""The folder of what holds for every service."""
SERVICES: Final = "services"
"""The folder with a folder for each service, named after its id."""
ENDING: Final = ".yaml"
"""How the name of every file ends that holds a part of the library."""


@dataclass(frozen=True)
class DataFile:
    """Where a part of the library is written."""

    name: str
    """The library's field; also the name of the file or the folder."""
    cls: type
    """What one item is."""
    holds: str
    """What an author finds there, as a phrase."""

    @property
    def schema(self) -> str:
        """The name of its schema for editors."""
        return f"{_in_snake_case(self.cls.__name__) if self in ITEMS else self.name}{SCHEMAS}"

    @property
    def pattern(self) -> str:
        """The name of its file, or what the names of its files have in common."""
        return f"{self.name}/*{ENDING}" if self in FOLDERS else f"{self.file}"

    @property
    def file(self) -> str:
        """The name of its file, where it has one of its own in each folder."""
        return f"{'service' if self is SERVICE else self.name}{ENDING}"


TRIAGE: Final = DataFile("triage", model.Triage, "the questions that lead to a route")
"""The one file that only the national folder has."""

SERVICE: Final = DataFile("services", model.Service, "whom a carer fosters for, or where somebody works")
"""The file that each service's folder has, and the national one has not."""

QUESTIONS: Final = DataFile("questions", model.Question, "questions for readers of this service")
"""A list that only a service's folder may have: the national questions stand in the triage."""

SHARED_LISTS: Final = (
    DataFile("routes", model.Route, "the kinds of process"),
    DataFile("roles", model.Role, "who acts"),
    DataFile("events", model.Event, "the days that time is counted from"),
    DataFile("contacts", model.Contact, "how to reach people and bodies"),
    DataFile("documents", model.Document, "the texts that rules are taken from"),
    DataFile("glossary", model.Term, "the words explained"),
    DataFile("calendars", model.Calendar, "the bank holidays"),
)
"""Files that hold a list: all of them in the national folder, in a service's folder those it needs."""

FREE_LISTS: Final = (
    DataFile("jobs", model.Job, "the jobs that people have, whatever policies call them"),
    DataFile("everyday_words", model.EverydayWords, "what people say for words of the pages"),
    DataFile(
        "danger_words", model.DangerWords, "what points to danger when somebody writes in their own words"
    ),
    DataFile("words_alike", model.WordsAlike, "words of one kind, for what points to danger"),
    DataFile("changes", model.Change, "what has changed for readers, in a dated entry each"),
)
"""Files that hold a list, which any folder may have and none must."""

LISTS: Final = (*SHARED_LISTS, *FREE_LISTS, QUESTIONS)
"""Every file that holds a list."""

FOLDERS: Final = (
    DataFile("policies", model.Policy, "the policies: a file each"),
    DataFile("signposts", model.Signpost, "short answers to needs without a process: a file each"),
    DataFile("scenarios", model.Scenario, "named cases with their outcome: a file each"),
    DataFile("first_hour", model.FirstHourCard, "cards for a worker's first hour: a file each"),
    DataFile("packs", model.Pack, "cases put together for a training session: a file each"),
    DataFile("own_words", model.OwnWords, "how people say what they need: a file for each place to begin"),
)
"""Folders with a file for each item, named after its id: in the national folder and in those of services."""

ITEMS: Final = (SERVICE, *FOLDERS)
"""What has a file for each item."""

TOPICS: Final = "topics.yaml"
"""The file beside them with other names of topics: lists of texts to try the matcher with use them."""

SCHEMAS: Final = ".schema.json"
"""How the names of the schemas for editors end."""

GENERATED: Final = "schema"
"""The folder of what is generated for editors."""

WORDS: Final = "words"
"""The folder of the words of a language."""

ALL: Final = (TRIAGE, SERVICE, *FOLDERS, *LISTS)
"""Every part of the library that authors write."""


def own_id(name: str) -> str:
    """Return the id that the item of a file has by the file's name: a service has that of its folder."""
    folder, _, file = name.rpartition("/")
    return folder.rpartition("/")[2] if file == SERVICE.file else file.removesuffix(ENDING)


def _in_snake_case(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
