"""`navigator paths`: every complete path through the questions, and the outcome it reaches."""

import json
from pathlib import Path

from navigator.cli.common import open_library
from navigator.core.journey import destination, paths


def run(data: Path, output: str) -> int:
    """Print every path as JSON, or one a line with a count."""
    library = open_library(data)
    found = []
    for answers, node in paths(library):
        end = destination(library, node)
        found.append(
            {
                "answers": answers,
                "route": end.route,
                "service": end.service,
                "policy": end.policy.id,
                "stage": end.position.key,
                "begun": end.begun,
                "footing": end.footing,
                "address": node.address,
            }
        )
    if output == "json":
        outcomes = len({path["address"] for path in found})
        print(json.dumps({"count": len(found), "outcomes": outcomes, "paths": found}, indent=2))
        return 0
    for path in found:
        answers = " ".join(f"{question}={option}" for question, option in path["answers"].items())
        print(f"{answers} -> {path['route']}, {path['policy']}, {path['stage']}: {path['address']}")
    print(f"{len(found)} paths")
    return 0
