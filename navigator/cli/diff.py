"""`navigator diff`: what differs between two versions of a policy, or of what holds nationally."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from navigator import __version__
from navigator.author.snapshot import FILE, Change, Kind, as_file, changes, differences, read_snapshot, taken
from navigator.cli.common import data_option, find, open_library
from navigator.cli.strict import StrictCommand
from navigator.core.codec import encode
from navigator.core.errors import NavigatorError
from navigator.core.model import Library, Policy
from navigator.disk.files import write_file
from navigator.load.file_names import shown
from navigator.load.library import load
from navigator.load.national import is_own


@click.command(cls=StrictCommand)
@data_option
@click.argument("old", metavar="POLICY", required=False)
@click.argument("new", metavar="POLICY", required=False)
@click.option("--accept", is_flag=True, help="remember what holds nationally now as read")
def command(data: Path, old: str | None, new: str | None, accept: bool) -> None:
    """Print the differences, one a line.

    Without policies, print what has changed nationally since the service last looked.
    """
    if old is None:
        _national(data, accept)
        return
    if new is None or accept:
        raise NavigatorError("Name two policies; or none, for what has changed nationally.")
    library = open_library(data)
    found = list(differences(*(encode(find(library.policy, name, "policy")) for name in (old, new))))
    for _, line in found:
        print(line)
    print(f"{len(found)} differences between {old} and {new}")


def _national(data: Path, accept: bool) -> None:
    """Tell what has changed in the national part that comes with the package, or take it as read."""
    if is_own(data):
        raise NavigatorError(f"{shown(data)} has a national part of its own. Name two policies to compare.")
    loaded = load(data)
    now = taken(loaded)
    if accept:
        write_file(data / FILE, as_file(now))
        print(f"{(data / FILE).as_posix()}: written, as of version {now.version}")
        return
    before = read_snapshot(data)
    order = list(Kind)
    found = sorted(changes(before, now), key=lambda each: (order.index(each.kind), each.part))
    for kind, group in groupby(found, key=lambda each: each.kind):
        print(f"{kind}:")
        for each in group:
            print(f"  {_said(loaded.library, each)}")
    print(f"{len(found)} changes between version {before.version} and version {__version__}")
    if found:
        print("Once you have read them: navigator diff --accept")


def _said(library: Library | None, change: Change) -> str:
    """Return a change on one line, and whether a service here has a policy of its own in that place."""
    _, _, name = change.part.partition("/")
    policy = library.policy.get(name) if library and change.part.startswith("policies/") else None
    own = next(_in_its_place(library, policy), None) if library and policy else None
    note = f" (your {own} stands in its place: does it need the same?)" if own else ""
    return " ".join(f"{change.part}: {change.what}{note}".split())


def _in_its_place(library: Library, policy: Policy) -> Iterator[str]:
    """Yield the policies of services that stand in the place of a national one."""
    for service in library.services:
        own = (library.policy[name] for name in service.policies)
        yield from (each.id for each in own if each.route == policy.route and each.id != policy.id)
