"""`navigator export`: the site's pages as a folder of Markdown, for any other generator."""

from pathlib import Path

import click

from navigator.cli.common import PATH, language_option, site_data_option
from navigator.cli.strict import StrictCommand
from navigator.site.build.export import export


@click.command(cls=StrictCommand)
@site_data_option
@language_option
@click.argument("folder", type=PATH, metavar="DIR")
def command(data: Path | None, language: str | None, folder: Path) -> None:
    """Write every page with its front matter, and every asset, into an empty folder."""
    print(f"{export(folder, data, language=language)} pages are in {folder}")
