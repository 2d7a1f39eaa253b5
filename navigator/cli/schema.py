"""`navigator schema`: write what editors and authors get from the model."""

from pathlib import Path

import click

from navigator.author.questions_page import NAME, stale_page, write_page
from navigator.cli.common import PATH, data_option
from navigator.cli.strict import StrictCommand
from navigator.load.generated import stale, write
from navigator.load.library import load


@click.command(cls=StrictCommand)
@data_option
@click.option(
    "--docs", type=PATH, default=Path("docs/site"), metavar="DIR", help="where the reference is written"
)
@click.option("--check", "check_only", is_flag=True, help="write nothing; exit 1 if they are out of date")
def command(data: Path, docs: Path, check_only: bool) -> int:
    """Write the schemas and the author reference, and print which files changed.

    With `check_only` write nothing, and return 1 where a file is out of date.
    """
    loaded = load(data)
    paths = stale(loaded, docs) if check_only else write(loaded, docs)
    if stale_page(docs):
        paths = [*paths, docs / NAME]
        if not check_only:
            write_page(docs)
    for path in paths:
        print(f"{path.as_posix()}: {'is out of date. Run: navigator schema' if check_only else 'written'}")
    return 1 if check_only and paths else 0
