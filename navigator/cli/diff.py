"""`navigator diff`: what differs between two versions of a policy."""

from collections.abc import Iterator
from pathlib import Path

import click

from navigator.cli.common import data_option, find, open_library
from navigator.cli.strict import StrictCommand
from navigator.core.codec import encode
from navigator.core.faults import show


@click.command(cls=StrictCommand)
@data_option
@click.argument("old", metavar="POLICY")
@click.argument("new", metavar="POLICY")
def command(data: Path, old: str, new: str) -> None:
    """Print the differences, one a line."""
    library = open_library(data)
    found = list(differences(*(encode(find(library.policy, name, "policy")) for name in (old, new))))
    for line in found:
        print(line)
    print(f"{len(found)} differences between {old} and {new}")


def differences(old: object, new: object, path: tuple[str | int, ...] = ()) -> Iterator[str]:
    """Yield what was taken out, put in or changed, each with its path; list items are matched by id."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            if key not in new:
                yield f"- {show((*path, key))}: {old[key]}"
            elif key not in old:
                yield f"+ {show((*path, key))}: {new[key]}"
            else:
                yield from differences(old[key], new[key], (*path, key))
    elif isinstance(old, list) and isinstance(new, list):
        yield from differences(_by_id(old), _by_id(new), path)
    elif old != new:
        yield f"~ {show(path)}: {old} -> {new}"


def _by_id(items: list[object]) -> dict[object, object]:
    return {
        item["id"] if isinstance(item, dict) and "id" in item else n: item for n, item in enumerate(items)
    }
