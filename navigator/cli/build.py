"""`navigator build`: the whole site as files for any static host."""

from pathlib import Path

import click

from navigator.cli.common import PATH, language_option, site_data_option
from navigator.cli.strict import StrictCommand
from navigator.site.build import run_mkdocs


@click.command(cls=StrictCommand)
@site_data_option
@language_option
@click.option("--out", type=PATH, default=Path("site"), metavar="DIR", help="where to write it")
def command(data: Path | None, language: str | None, out: Path) -> None:
    """Build the site into a folder."""
    run_mkdocs.build(out, data, language=language)
    print(f"The site is in {out}")
