"""`navigator new policy`: asks what a policy needs, and writes its files."""

from pathlib import Path

import click

from navigator.author.asking import FromFile, FromTerminal, Stopped
from navigator.author.files import changed_files, save
from navigator.author.interview import interview
from navigator.check.checked import load_checked
from navigator.cli.common import PATH, data_option
from navigator.cli.strict import StrictCommand
from navigator.load.clock import today_in_london
from navigator.load.strict_yaml import read

WELCOME = """\
This writes a new policy. Have its document at hand, and answer in words of your own.
Nothing is written until the last question is answered. Ctrl+C stops."""


@click.command(cls=StrictCommand)
@data_option
@click.argument("what", type=click.Choice(["policy"]))
@click.option("--answers", type=PATH, metavar="FILE", help="answers in YAML, instead of questions")
def command(data: Path, what: str, answers: Path | None) -> None:  # noqa: ARG001 - there is one thing to write
    """Ask at the terminal, or take a file of answers; print what was written."""
    today = today_in_london()
    library, _ = load_checked(data, today)
    if answers is None:
        print(WELCOME)
    try:
        asker = FromFile(_read(answers)) if answers else FromTerminal()
        given = interview(library, asker, today)
        if isinstance(asker, FromFile):
            asker.refuse_the_rest()
        files = changed_files(data, library, given)
        save(data, files, today)
    except KeyboardInterrupt:
        raise Stopped("\nStopped. Nothing was written.") from None
    for path in files:
        print(f"{path.as_posix()}: written")
    print("Look at it: navigator check, then navigator serve")


def _read(path: Path) -> object:
    """Return what a file of answers holds. Raises Stopped."""
    try:
        tree, problems = read(path.as_posix(), path.read_bytes())
    except OSError as error:
        raise Stopped(f"{path}: {error.strerror}") from None
    if problems:
        raise Stopped("\n".join(map(str, problems)))
    return tree
