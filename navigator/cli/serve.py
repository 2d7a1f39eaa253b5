"""`navigator serve`: the site on this machine, each page made when asked for, and anew at each change."""

from pathlib import Path

import click

from navigator.cli.common import language_option, site_data_option
from navigator.cli.strict import StrictCommand
from navigator.site.build.serving import serve


@click.command(cls=StrictCommand)
@site_data_option
@language_option
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True)
def command(data: Path | None, language: str | None, port: int, host: str) -> None:
    """Serve the site until it is stopped."""
    serve(host, port, data, language=language)
