"""`navigator names`: the short names there are, of roles, events and all else that a policy can name."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import click

from navigator.cli.common import data_option, format_option, open_library
from navigator.cli.strict import StrictCommand
from navigator.core.model import Library

KINDS: Final[dict[str, Callable[[Library], Sequence[Any]]]] = {
    "roles": lambda library: library.roles,
    "events": lambda library: library.events,
    "contacts": lambda library: library.contacts,
    "documents": lambda library: library.documents,
    "routes": lambda library: library.routes,
    "services": lambda library: library.services,
    "policies": lambda library: library.policies,
    "calendars": lambda library: library.calendars,
    "questions": lambda library: library.triage.questions,
}
"""What has short names that a file can name, by what the files call it."""
_SHOWN: Final = ("name", "title", "ask")
"""The fields that say what something is called, the first that there is."""


def rows(library: Library, kind: str, like: str = "") -> Iterator[dict[str, str]]:
    """Yield each short name with what it stands for, those alone that hold some words in either."""
    words = like.casefold().split()
    for item in KINDS[kind](library):
        stands_for = next(getattr(item, field) for field in _SHOWN if hasattr(item, field))
        searched = " ".join((item.id, stands_for, *getattr(item, "also_called", ()))).casefold()
        if all(word in searched for word in words):
            yield {"id": item.id, "stands_for": stands_for}


@click.command(cls=StrictCommand)
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.option("--like", default="", metavar="WORDS", help="only those with these words in their names")
@data_option
@format_option("text", "json")
def command(kind: str, like: str, data: Path, output: str) -> None:
    """Print each short name and what it stands for."""
    found = list(rows(open_library(data), kind, like))
    if output == "json":
        print(json.dumps(found, indent=2))
        return
    width = max((len(row["id"]) for row in found), default=0)
    for row in found:
        print(f"{row['id']:<{width}}  {row['stands_for']}")
