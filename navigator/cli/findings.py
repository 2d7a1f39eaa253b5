"""`navigator findings`: what each policy leaves open, with a question for its owner; or what is due."""

import json
from itertools import groupby
from pathlib import Path
from textwrap import fill
from typing import Any

import click

from navigator.check.checked import load_checked
from navigator.check.gaps import By, OpenPoint, is_published, open_points, problem
from navigator.check.located import LocatedParts
from navigator.check.stale import due as all_due
from navigator.cli.common import WIDTH, data_option, find, format_option, read_day
from navigator.cli.strict import StrictCommand
from navigator.cli.upkeep import print_due
from navigator.core.addressing import speaking_to
from navigator.core.citations import Cited, cite
from navigator.core.phrases import place_in_words
from navigator.load.clock import today_in_london
from navigator.load.library import load
from navigator.load.problem import Problem


@click.command(cls=StrictCommand)
@data_option
@format_option("text", "json", "markdown")
@click.option("--policy", "policy_id", metavar="ID", help="only those of this policy")
@click.option("--due", is_flag=True, help="what must be looked at next and why, soonest first")
@click.option("--on", "day", metavar="DAY", help="with --due: as on this day, YYYY-MM-DD")
def command(data: Path, output: str, policy_id: str | None, due: bool, day: str | None) -> None:
    """Print every open point, or those of one policy; or what must be looked at next."""
    if policy_id and due:
        raise click.UsageError("--policy goes without --due.")
    if day and not due:
        raise click.UsageError("--on goes with --due.")
    today = read_day(day) if day else today_in_london()
    if due:
        print_due(all_due(LocatedParts(load(data), today)), today, output)
        return
    written, loaded = load_checked(data, today)
    library = speaking_to(written, None)
    chosen = find(library.policy, policy_id, "policy").id if policy_id else None
    found = [
        (
            point,
            cite(library, point.source, library.policy[point.policy].document),
            problem(loaded, point),
            is_published(library, point),
        )
        for point in open_points(library, today)
        if chosen in (None, point.policy)
    ]
    if output == "json":
        print(json.dumps([_as_data(*each) for each in found], indent=2))
        return
    markdown = output == "markdown"
    for name, points in groupby(found, lambda each: each[0].policy):
        policy = library.policy[name]
        heading = [f"## {policy.title}", ""] if markdown else [policy.title, "-" * len(policy.title)]
        print(*heading, f"{name}. Publisher: {policy.publisher}", "", sep="\n")
        for point, cited, place, shown in points:
            source, where = place_in_words(library.words, cited), f"{place.file}:{place.line}:{place.column}"
            print((_markdown if markdown else _text)(point, source, _sort(point, shown), where))
    if not markdown:
        print(f"{len(found)} open points")


def _as_data(point: OpenPoint, source: Cited, place: Problem, published: bool) -> dict[str, Any]:
    return {
        "policy": point.policy,
        "id": point.id,
        "kind": point.kind,
        "by": point.by,
        "published": published,
        "stages": point.stages,
        "says": point.says,
        "ask_owner": point.ask_owner,
        "document": source.document.id,
        "title": source.document.title,
        "section": source.section,
        "file": place.file,
        "line": place.line,
        "column": place.column,
    }


def _text(point: OpenPoint, source: str, sort: str, where: str) -> str:
    said = (point.says, f"Ask: {point.ask_owner}", source)
    indented = [fill(each, WIDTH, initial_indent="  ", subsequent_indent="  ") for each in said]
    return "\n".join(["- " + "\n".join(indented)[2:], f"  {sort}", f"  {where}", ""])


def _markdown(point: OpenPoint, source: str, sort: str, where: str) -> str:
    return (
        f"- {point.says}\n"
        f"    - **Question for the owner:** {point.ask_owner}\n"
        f"    - Source: {source}\n"
        f"    - {sort}; `{where}`\n"
    )


def _sort(point: OpenPoint, published: bool) -> str:
    named = f"{point.id}, " if point.by is By.HAND else ""
    where = f", at {', '.join(point.stages)}" if point.stages else ""
    return f"{named}{point.kind}{where}, found by {point.by}, {'published' if published else 'draft'}"
