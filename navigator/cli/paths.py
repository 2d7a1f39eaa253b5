"""`navigator paths`: every complete path through the questions, and the outcome it reaches."""

import json
from pathlib import Path

import click

from navigator.cli.common import data_option, format_option, open_library
from navigator.cli.strict import StrictCommand
from navigator.core.journey import destination, paths
from navigator.core.questions.service import ID as SERVICE


@click.command(cls=StrictCommand)
@data_option
@format_option("text", "json")
def command(data: Path, output: str) -> None:
    """Print every path as JSON, or one a line with a count."""
    library = open_library(data)
    found = [(answers, node, destination(library, node)) for answers, node in paths(library)]
    if output == "json":
        rows = [
            {
                "answers": answers,
                "route": end.route,
                "service": answers.get(SERVICE, end.service),
                "policy": end.policy.id,
                "stage": end.position.key,
                "begun": end.begun,
                "footing": end.policy_basis,
                "address": node.address,
            }
            for answers, node, end in found
        ]
        outcomes = len({node.address for _, node, _ in found})
        print(json.dumps({"count": len(rows), "outcomes": outcomes, "paths": rows}, indent=2))
        return
    for answers, node, end in found:
        given = " ".join(f"{question}={option}" for question, option in answers.items())
        print(f"{given} -> {end.route}, {end.policy.id}, {end.position.key}: {node.address}")
    print(f"{len(found)} paths")
