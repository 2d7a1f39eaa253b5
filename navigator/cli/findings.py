"""`navigator findings`: what each policy leaves open, with a question for its owner."""

import json
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import Any

import click

from navigator.check.checked import load_checked
from navigator.check.gaps import By, OpenPoint, open_points, problem
from navigator.cli.common import WIDTH, data_option, find, format_option
from navigator.core.citations import Cited, cite
from navigator.core.model import Library
from navigator.load.clock import today_in_london
from navigator.load.library import Loaded


@click.command
@data_option
@format_option("text", "json", "markdown")
@click.option("--policy", "policy_id", metavar="ID", help="only those of this policy")
def command(data: Path, output: str, policy_id: str | None) -> None:
    """Print every open point, or those of one policy."""
    today = today_in_london()
    library, loaded = load_checked(data, today)
    chosen = find(library.policy, policy_id, "policy") if policy_id else None
    points = [point for point in open_points(library, today) if chosen is None or point.policy == chosen.id]
    if output == "json":
        print(json.dumps([as_data(library, loaded, point) for point in points], indent=2))
        return
    lines = _markdown if output == "markdown" else _text
    policy = None
    for point in points:
        if point.policy != policy:
            policy = point.policy
            print("\n".join(_heading(library, policy, "## " if output == "markdown" else "")))
        print("\n".join(lines(library, loaded, point)))
    if output == "text":
        print(f"{len(points)} open points")


def as_data(library: Library, loaded: Loaded, point: OpenPoint) -> dict[str, Any]:
    """Return a point as plain data."""
    source = _source(library, point)
    place = problem(loaded, point)
    return {
        "policy": point.policy,
        "id": point.name,
        "kind": point.kind.value,
        "by": point.by.value,
        "stages": list(point.stages),
        "says": point.says,
        "ask_owner": point.ask_owner,
        "document": source.document,
        "title": source.title,
        "section": source.section,
        "file": place.file,
        "line": place.line,
        "column": place.column,
    }


def _source(library: Library, point: OpenPoint) -> Cited:
    return cite(library, point.source, library.policy[point.policy].document)


def _heading(library: Library, policy_id: str, mark: str) -> Iterator[str]:
    policy = library.policy[policy_id]
    yield f"{mark}{policy.title}"
    yield "" if mark else "-" * len(policy.title)
    yield f"{policy.id}. Publisher: {policy.publisher}"
    yield ""


def _text(library: Library, loaded: Loaded, point: OpenPoint) -> Iterator[str]:
    source, place = _source(library, point), problem(loaded, point)
    yield fill(point.says, WIDTH, initial_indent="- ", subsequent_indent="  ")
    yield fill(f"Ask: {point.ask_owner}", WIDTH, initial_indent="  ", subsequent_indent="  ")
    yield fill(f"{source.title}, {source.section}", WIDTH, initial_indent="  ", subsequent_indent="  ")
    yield f"  {_sort(point)}"
    yield f"  {place.file}:{place.line}:{place.column}"
    yield ""


def _markdown(library: Library, loaded: Loaded, point: OpenPoint) -> Iterator[str]:
    source, place = _source(library, point), problem(loaded, point)
    yield f"- {point.says}"
    yield f"    - **Question for the owner:** {point.ask_owner}"
    yield f"    - Source: {source.title}, {source.section}"
    yield f"    - {_sort(point)}; `{place.file}:{place.line}:{place.column}`"
    yield ""


def _sort(point: OpenPoint) -> str:
    named = f"{point.name}, " if point.by is By.HAND else ""
    where = f", at {', '.join(point.stages)}" if point.stages else ""
    return f"{named}{point.kind}{where}, found by {point.by}"
