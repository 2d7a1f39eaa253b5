"""`navigator timescales`: every timescale of every policy, one a line."""

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from navigator.cli.common import data_option, format_option, open_library
from navigator.cli.strict import StrictCommand
from navigator.core.citations import cite
from navigator.core.model import Library
from navigator.core.phrases import place_in_words
from navigator.core.time.rule_wording import who_must

COLUMNS = (
    "policy", "stage", "id", "amount", "unit", "from", "firmness", "source", "up_to", "before", "kind", "who",
    "only_if", "unless",
)  # fmt: skip


def rows(library: Library) -> Iterator[dict[str, str | int | None]]:
    """Yield each timescale, by policy and stage; the stage `overall` is the whole policy."""
    for policy in library.policies:
        for timescale, position, _ in policy.timescales():
            yield {
                "policy": policy.id,
                "stage": position.key if position else "overall",
                "id": timescale.id,
                "amount": timescale.amount,
                "up_to": timescale.up_to,
                "unit": timescale.unit,
                "from": timescale.counted_from,
                "before": timescale.counted_before,
                "firmness": timescale.firmness,
                "kind": timescale.kind,
                "who": who.id if (who := who_must(library, policy, timescale)) else None,
                "only_if": timescale.only_if,
                "unless": timescale.unless,
                "source": place_in_words(library.words, cite(library, timescale.source, policy.document)),
            }


@click.command(cls=StrictCommand)
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
