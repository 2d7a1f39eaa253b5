"""The command line: one parser, and one module for each command."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from navigator import __version__
from navigator.cli.commands import COMMANDS
from navigator.cli.failure import Failure

HERE = Path("policy_data")
PROJECT = Path(__file__).resolve().parents[2] / "policy_data"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0, or 1 for errors in the data, or 2 for a call that cannot be taken."""
    options = parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except Failure as problem:
        print(problem, file=sys.stderr)
        return problem.status
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return status


def parser() -> argparse.ArgumentParser:
    """Build the parser with every command."""
    top = argparse.ArgumentParser(
        prog="navigator",
        description="Which process fits, what happens next, who does it, by which date, and why.",
    )
    top.add_argument("--version", action="version", version=f"navigator {__version__}")
    chosen = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        taken = chosen.add_parser(command.name, help=command.explains, description=command.explains)
        taken.add_argument(
            "--data",
            type=Path,
            default=HERE if HERE.is_dir() else PROJECT,
            metavar="DIR",
            help="the folder of policies (default: policy_data here, or the project's own)",
        )
        command.takes(taken)
        taken.set_defaults(run=command.run)
    return top
