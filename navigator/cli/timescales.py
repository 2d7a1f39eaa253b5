"""`navigator timescales`: every timescale of every policy, one a line."""

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from navigator.cli.common import data_option, format_option, open_library
from navigator.core.citations import cite
from navigator.core.model import Library, Policy, Timescale

COLUMNS = ("policy", "stage", "id", "amount", "unit", "from", "firmness", "source")


def rows(library: Library) -> Iterator[dict[str, str | int | None]]:
    """Yield each timescale, by policy and stage; the stage `overall` is the whole policy."""
    for policy in library.policies:
        for timescale, position, _ in policy.timescales():
            yield _row(library, policy, position.key if position else "overall", timescale)


def _row(library: Library, policy: Policy, stage: str, timescale: Timescale) -> dict[str, str | int | None]:
    source = cite(library, timescale.source, policy.document)
    return {
        "policy": policy.id,
        "stage": stage,
        "id": timescale.id,
        "amount": timescale.amount,
        "unit": timescale.unit.value,
        "from": timescale.counted_from,
        "firmness": timescale.firmness.value if timescale.firmness else None,
        "source": f"{source.title}, {source.section}",
    }


@click.command
@data_option
@format_option("csv", "json")
def command(data: Path, output: str) -> None:
    """Print all timescales as CSV or JSON."""
    found = list(rows(open_library(data)))
    if output == "json":
        print(json.dumps(found, indent=2))
        return
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(found)
