"""`navigator new policy`: asks what a policy needs, and writes its files."""

from pathlib import Path

import click

from navigator.author.person import Stopped
from navigator.author.session import from_file, from_terminal
from navigator.check.checked import load_checked
from navigator.cli.common import PATH, data_option
from navigator.cli.strict import StrictCommand
from navigator.load.clock import today_in_london


@click.command(cls=StrictCommand)
@data_option
@click.argument("what", type=click.Choice(["policy"]))
@click.option("--answers", type=PATH, metavar="FILE", help="answers in YAML, instead of questions")
@click.option("--resume", type=PATH, metavar="FILE", help="go on with the answers of an earlier time")
@click.option("--from", "source", type=PATH, metavar="FILE", help="the document as text (.md, .txt)")
def command(
    data: Path,
    what: str,  # noqa: ARG001 - there is one thing to write
    answers: Path | None,
    resume: Path | None,
    source: Path | None,
) -> None:
    """Ask at the terminal, or take a file of answers; print what was written and what to do next."""
    if answers and (resume or source):
        raise Stopped("--answers asks nothing, so it goes with neither --resume nor --from.")
    today = today_in_london()
    library, loaded = load_checked(data, today)
    if answers:
        told = from_file(library, loaded, answers, today)
    else:
        told = from_terminal(library, loaded, today, resume=resume, document=source)
    print(told)
