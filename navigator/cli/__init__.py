"""The command line: one parser, and one module for each command."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from navigator import __version__
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
    data = argparse.ArgumentParser(add_help=False)
    data.add_argument(
        "--data",
        type=Path,
        default=HERE if HERE.is_dir() else PROJECT,
        metavar="DIR",
        help="the folder of policies (default: policy_data here, or the project's own)",
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    check = commands.add_parser("check", parents=[data], help="check every policy; errors exit 1")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument("--strict", action="store_true", help="exit 1 on findings too")
    check.set_defaults(run=_check)

    ask = commands.add_parser("ask", parents=[data], help="ask the next question, or give the outcome")
    ask.add_argument("--answer", action="append", default=[], metavar="QUESTION=OPTION")
    ask.add_argument("--date", action="append", default=[], metavar="EVENT=YYYY-MM-DD")
    ask.add_argument(
        "--today", metavar="YYYY-MM-DD", help="the day to reckon from (default: today in London)"
    )
    ask.add_argument("--format", choices=("text", "json"), default="text")
    ask.add_argument(
        "--batch", action="store_true", help="one JSON object a line on standard input, one a line out"
    )
    ask.set_defaults(run=_ask)

    due = commands.add_parser("due", parents=[data], help="count a period and show how")
    due.add_argument("period", help="such as '3 working days', '28 days', '12 months'")
    due.add_argument(
        "--from", dest="start", required=True, metavar="YYYY-MM-DD", help="the first day; - reads days"
    )
    due.add_argument("--inclusive", action="store_true", help="the first day counts: 'beginning with'")
    due.add_argument("--service", help="count by this service's calendar and closure days")
    due.add_argument("--format", choices=("text", "json"), default="text")
    due.set_defaults(run=_due)

    timescales = commands.add_parser(
        "timescales", parents=[data], help="list every timescale of every policy"
    )
    timescales.add_argument("--format", choices=("csv", "json"), default="csv")
    timescales.set_defaults(run=_timescales)

    paths = commands.add_parser(
        "paths", parents=[data], help="list every complete path through the questions"
    )
    paths.add_argument("--format", choices=("json", "text"), default="text")
    paths.set_defaults(run=_paths)

    schema = commands.add_parser(
        "schema", parents=[data], help="write the editors' schema and the authors' reference"
    )
    schema.add_argument("--docs", type=Path, default=Path("docs"), metavar="DIR")
    schema.add_argument("--check", action="store_true", help="write nothing; exit 1 if they are out of date")
    schema.set_defaults(run=_schema)

    build = commands.add_parser("build", help="build the site")
    build.add_argument("--out", type=Path, default=Path("site"), metavar="DIR")
    build.set_defaults(run=_build)

    serve = commands.add_parser("serve", help="build and serve the site, again at each change")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--host", default="127.0.0.1")
    serve.set_defaults(run=_serve)

    export = commands.add_parser("export", parents=[data], help="write the pages as a folder of Markdown")
    export.add_argument("folder", type=Path, metavar="DIR")
    export.set_defaults(run=_export)
    return top


def _check(options: argparse.Namespace) -> int:
    from navigator.cli import check

    return check.run(options.data, options.format, options.strict)


def _ask(options: argparse.Namespace) -> int:
    from navigator.cli import ask

    if options.batch:
        return ask.run_batch(options.data)
    return ask.run(options.data, options.answer, options.date, options.today, options.format)


def _due(options: argparse.Namespace) -> int:
    from navigator.cli import due

    return due.run(
        options.data, options.period, options.start, options.inclusive, options.service, options.format
    )


def _timescales(options: argparse.Namespace) -> int:
    from navigator.cli import timescales

    return timescales.run(options.data, options.format)


def _paths(options: argparse.Namespace) -> int:
    from navigator.cli import paths

    return paths.run(options.data, options.format)


def _schema(options: argparse.Namespace) -> int:
    from navigator.cli import schema

    return schema.run(options.data, options.docs, options.check)


def _build(options: argparse.Namespace) -> int:
    from navigator.cli import build

    return build.run(options.out)


def _serve(options: argparse.Namespace) -> int:
    from navigator.cli import serve

    return serve.run(options.host, options.port)


def _export(options: argparse.Namespace) -> int:
    from navigator.cli import export

    return export.run(options.data, options.folder)
