"""`navigator new site`: a folder for one service's own site."""

import re
from pathlib import Path

import click

from navigator.author.site import DATA, FORM, new_site, short_name
from navigator.cli.common import PATH
from navigator.cli.strict import StrictCommand
from navigator.core.errors import NavigatorError
from navigator.disk.files import write_together


@click.command(cls=StrictCommand)
@click.argument("folder", type=PATH, metavar="DIR")
@click.option("--service", required=True, metavar="NAME", help="the service, such as 'Sefton Council'")
@click.option("--id", "identity", metavar="NAME", help="its short name (default: made of the name)")
def command(folder: Path, service: str, identity: str | None) -> None:
    """Write the folder, and print what to do next."""
    name = " ".join(service.split())
    short = identity or short_name(name)
    if not re.fullmatch(FORM.regex, short):
        raise NavigatorError(f"{short or name}: no short name. Give one with --id: {FORM.says}.")
    files = new_site(folder, name, short)
    write_together(files)
    for path in files:
        print(f"{path.as_posix()}: written")
    print(f"Go there: cd {folder.as_posix()}")
    print(f"Write your first policy: navigator new policy, for the service {short}")
    print(f"See what you have: navigator serve. All that is yours is in {DATA}/services/{short}")
