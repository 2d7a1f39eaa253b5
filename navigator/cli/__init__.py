"""The command line: each command is a module of its own, imported only when it is asked for."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Final

import click

from navigator import __version__
from navigator.core.errors import NavigatorError
from navigator.disk.stopping import exit_code

COMMANDS: Final = {
    "check": "check every policy; errors exit 1",
    "findings": "what each policy leaves open, for its owner",
    "ask": "ask the next question, or give the outcome",
    "match": "find places to begin for somebody's own words",
    "due": "count a period and show how",
    "names": "list the short names of roles, events and the like",
    "timescales": "list every timescale of every policy",
    "paths": "list every complete path through the questions",
    "transcript": "every way into a policy, for its owner to sign off",
    "diff": "what differs between two policies, or what has changed nationally",
    "new": "write a new policy from answers",
    "new site": "begin a site for one service's own policies",
    "schema": "write the editors' schema and the authors' reference",
    "build": "build the site",
    "serve": "build and serve the site, again at each change",
    "export": "write the pages as a folder of Markdown",
}
"""Every command and what it does: its module has the same name, and declares its options."""


class _Commands(click.Group):
    """A group whose commands are imported when they run, so that each starts fast."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant: its name may be of two words."""
        two = " ".join(args[:2])
        return super().resolve_command(ctx, [two, *args[2:]] if two in COMMANDS and len(args) > 1 else args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"navigator.cli.{cmd_name.replace(' ', '_')}").command
        command.help = COMMANDS[cmd_name]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def navigator() -> None:
    """Which process fits, what happens next, who does it, by which date, and why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0, or 1 for errors in the data, or 2 for a call that cannot be taken."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    _escape_what_cannot_be_shown()
    try:
        with navigator.make_context("navigator", given) as context:
            status: int | None = navigator.invoke(context)
        print(end="", flush=True)  # what cannot be written is told below, and not by Python at its end
    except click.exceptions.Exit as asked:  # --help and --version
        return asked.exit_code
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except NavigatorError as problem:
        print(problem, file=sys.stderr)
        return problem.exit_code
    except KeyboardInterrupt as ended:
        return exit_code(ended)
    except OSError as problem:
        stopped = isinstance(problem, BrokenPipeError)  # whoever read the output; that is no error
        if not stopped:
            print(*filter(None, (problem.filename, problem.strerror)), sep=": ", file=sys.stderr)
        _let_go_of_output()
        return 0 if stopped else 1
    return status or 0


def _escape_what_cannot_be_shown() -> None:
    """Let no output end because the encoding of a terminal or a file lacks a letter, such as the Welsh ŵ."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _let_go_of_output() -> None:
    """Let what is still to be written go nowhere, where it can go nowhere else."""
    try:
        print(end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
