"""`navigator paths`: every complete path through the questions, and the outcome it reaches."""

import json
from pathlib import Path
from typing import Any

import click

from navigator.cli.common import data_option, format_option, open_library
from navigator.cli.strict import StrictCommand
from navigator.core.journey import destination, paths
from navigator.core.model import Library
from navigator.core.nodes import Node
from navigator.core.questions.service import ID as SERVICE


@click.command(cls=StrictCommand)
@data_option
@format_option("text", "json")
def command(data: Path, output: str) -> None:
    """Print every path as JSON, or one a line with a count."""
    library = open_library(data)
    found = list(paths(library))
    if output == "json":
        rows = [
            {"answers": answers, **_end(library, answers, node), "address": node.address}
            for answers, node in found
        ]
        outcomes = len({node.address for _, node in found})
        print(json.dumps({"count": len(rows), "outcomes": outcomes, "paths": rows}, indent=2))
        return
    for answers, node in found:
        given = " ".join(f"{question}={option}" for question, option in answers.items())
        end = _end(library, answers, node)
        names = [end["signpost"]] if node.signpost else [end["route"], end["policy"], end["stage"]]
        print(f"{given} -> {', '.join(names)}: {node.address}")
    print(f"{len(found)} paths")


def _end(library: Library, answers: dict[str, str], node: Node) -> dict[str, Any]:
    """Return where a path ends, as plain data: at a place in a policy, or at a signpost."""
    if node.signpost:
        return {"signpost": node.signpost}
    end = destination(library, node)
    return {
        "route": end.route,
        "service": answers.get(SERVICE, end.service),
        "policy": end.policy.id,
        "stage": end.position.key,
        "begun": end.begun,
        "footing": end.policy_basis,
    }
