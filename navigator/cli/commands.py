"""Every command: its name, what it takes, and the module that carries it out.

A command's module is imported only when it runs, so that each starts fast.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Command:
    """One command of the navigator."""

    name: str
    """The word after `navigator`."""
    explains: str
    """What it does, for `--help`."""
    takes: Callable[[ArgumentParser], None]
    """Declares its arguments."""
    run: Callable[[Namespace], int]
    """Carries it out and returns the exit status."""


def _takes_check(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--strict", action="store_true", help="exit 1 on findings too")


def _check(options: Namespace) -> int:
    from navigator.cli import check

    return check.run(options.data, options.format, options.strict)


def _takes_findings(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    parser.add_argument("--policy", metavar="ID", help="only those of this policy")


def _findings(options: Namespace) -> int:
    from navigator.cli import findings

    return findings.run(options.data, options.format, options.policy)


def _takes_ask(parser: ArgumentParser) -> None:
    parser.add_argument("--answer", action="append", default=[], metavar="QUESTION=OPTION")
    parser.add_argument("--date", action="append", default=[], metavar="EVENT=YYYY-MM-DD")
    parser.add_argument(
        "--today", metavar="YYYY-MM-DD", help="the day to reckon from (default: today in London)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--batch", action="store_true", help="one JSON object a line on standard input, one a line out"
    )


def _ask(options: Namespace) -> int:
    from navigator.cli import ask

    if options.batch:
        return ask.run_batch(options.data, options.answer, options.date, options.today)
    return ask.run(options.data, options.answer, options.date, options.today, options.format)


def _takes_due(parser: ArgumentParser) -> None:
    parser.add_argument("period", help="such as '3 working days', '28 days', '12 months'")
    parser.add_argument(
        "--from", dest="start", required=True, metavar="YYYY-MM-DD", help="the first day; - reads days"
    )
    parser.add_argument("--inclusive", action="store_true", help="the first day counts: 'beginning with'")
    parser.add_argument("--service", help="count by this service's calendar and closure days")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _due(options: Namespace) -> int:
    from navigator.cli import due

    return due.run(
        options.data, options.period, options.start, options.inclusive, options.service, options.format
    )


def _takes_timescales(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=("csv", "json"), default="csv")


def _timescales(options: Namespace) -> int:
    from navigator.cli import timescales

    return timescales.run(options.data, options.format)


def _takes_paths(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=("json", "text"), default="text")


def _paths(options: Namespace) -> int:
    from navigator.cli import paths

    return paths.run(options.data, options.format)


def _takes_transcript(parser: ArgumentParser) -> None:
    parser.add_argument("policy", metavar="POLICY")


def _transcript(options: Namespace) -> int:
    from navigator.cli import transcript

    return transcript.run(options.data, options.policy)


def _takes_diff(parser: ArgumentParser) -> None:
    parser.add_argument("old", metavar="POLICY")
    parser.add_argument("new", metavar="POLICY")


def _diff(options: Namespace) -> int:
    from navigator.cli import diff

    return diff.run(options.data, options.old, options.new)


def _takes_schema(parser: ArgumentParser) -> None:
    parser.add_argument("--docs", type=Path, default=Path("docs/site"), metavar="DIR")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if they are out of date")


def _schema(options: Namespace) -> int:
    from navigator.cli import schema

    return schema.run(options.data, options.docs, options.check)


def _takes_new(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=("policy",), help="what to write")
    parser.add_argument("--answers", type=Path, metavar="FILE", help="answers in YAML, instead of questions")


def _new(options: Namespace) -> int:
    from navigator.cli import new

    return new.run(options.data, options.answers)


def _takes_build(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, default=Path("site"), metavar="DIR")


def _build(options: Namespace) -> int:
    from navigator.cli import build

    return build.run(options.out)


def _takes_serve(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")


def _serve(options: Namespace) -> int:
    from navigator.cli import serve

    return serve.run(options.host, options.port)


def _takes_export(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR")


def _export(options: Namespace) -> int:
    from navigator.cli import export

    return export.run(options.data, options.folder)


COMMANDS = (
    Command("check", "check every policy; errors exit 1", _takes_check, _check),
    Command("findings", "what each policy leaves open, for its owner", _takes_findings, _findings),
    Command("ask", "ask the next question, or give the outcome", _takes_ask, _ask),
    Command("due", "count a period and show how", _takes_due, _due),
    Command("timescales", "list every timescale of every policy", _takes_timescales, _timescales),
    Command("paths", "list every complete path through the questions", _takes_paths, _paths),
    Command(
        "transcript", "every way into a policy, for its owner to sign off", _takes_transcript, _transcript
    ),
    Command("diff", "what differs between two versions of a policy", _takes_diff, _diff),
    Command("new", "write a new policy from answers", _takes_new, _new),
    Command("schema", "write the editors' schema and the authors' reference", _takes_schema, _schema),
    Command("build", "build the site", _takes_build, _build),
    Command("serve", "build and serve the site, again at each change", _takes_serve, _serve),
    Command("export", "write the pages as a folder of Markdown", _takes_export, _export),
)
