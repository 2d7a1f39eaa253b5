"""`navigator names`: the short names there are, of roles, events and all else that a policy can name."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from navigator.cli.common import data_option, format_option
from navigator.cli.strict import StrictCommand
from navigator.core.model.words import ENGLISH
from navigator.load.layout import ITEMS, QUESTIONS, TRIAGE, own_id
from navigator.load.library import Loaded, load
from navigator.load.placed import PlacedFile

KINDS: Final = (
    "roles", "events", "contacts", "documents", "routes", "services", "policies", "calendars", "questions",
)  # fmt: skip
"""What has short names that a file can name, by what the files call it."""
_SHOWN: Final = ("name", "title", "ask")
"""The keys that say what something is called, the first that there is."""


def rows(loaded: Loaded, kind: str, service: str = "", like: str = "") -> Iterator[dict[str, str]]:
    """Yield each short name with what it stands for, as a file of a service can write it.

    The national ones come first, then those of the service. Files with errors are read as far as they can be.
    """
    words = like.casefold().split()
    for file in loaded.files.values():
        if kind != "services" and file.service not in {"", service}:
            continue
        for name, item in _named(file, kind):
            stands_for = next((_text(item[key]) for key in _SHOWN if item.get(key)), "")
            also = item.get("also_called")
            called = map(_text, also) if isinstance(also, list) else ()
            searched = " ".join((name, stands_for, *called)).casefold()
            if all(word in searched for word in words):
                yield {"id": name, "stands_for": stands_for}


def _named(file: PlacedFile, kind: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the items of a kind that a file holds, by their names."""
    tree = file.tree
    if file.place in ITEMS:
        if file.place.name == kind and isinstance(tree, dict):
            yield own_id(file.name), tree
        return
    if kind == "questions" and file.place is TRIAGE and isinstance(tree, dict):
        tree = tree.get("questions")
    elif file.place.name != (QUESTIONS.name if kind == "questions" else kind):
        return
    for item in tree if isinstance(tree, list) else ():
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            yield item["id"], item


def _text(held: object) -> str:
    """Return a text, the English one where it is there in several languages."""
    return str(held.get(ENGLISH, "")) if isinstance(held, dict) else str(held)


@click.command(cls=StrictCommand)
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--like", default="", metavar="WORDS", help="only those with these words in their names")
@click.option("--service", default="", metavar="ID", help="those of a service's own folder too")
@data_option
@format_option("text", "json")
def command(kind: str, like: str, service: str, data: Path, output: str) -> None:
    """Print each short name and what it stands for."""
    found = list(rows(load(data), kind, service, like))
    if output == "json":
        print(json.dumps(found, indent=2))
        return
    width = max((len(row["id"]) for row in found), default=0)
    for row in found:
        print(f"{row['id']:<{width}}  {row['stands_for']}")
