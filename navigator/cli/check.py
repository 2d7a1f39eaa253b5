"""`navigator check`: say everything that is wrong or open in a data folder."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from navigator.check import check
from navigator.cli.common import data_option, format_option
from navigator.cli.strict import StrictCommand
from navigator.load import gc_pause
from navigator.load.clock import today_in_london
from navigator.load.generated import stale
from navigator.load.layout import GENERATED
from navigator.load.library import Loaded, load
from navigator.load.national import is_own
from navigator.load.problem import Problem, Severity


@click.command(cls=StrictCommand)
@data_option
@format_option("text", "json")
@click.option("--strict", is_flag=True, help="exit 1 on findings too")
@gc_pause.paused()
def command(data: Path, output: str, strict: bool) -> int:
    """Print all problems of a data folder. Return 1 where there is an error, or with `strict` a finding."""
    loaded = load(data)
    problems = [*check(loaded, today_in_london()), *_editor_help(loaded)]
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    findings = len(problems) - errors
    files = _count(len(loaded.files), "file")
    if output == "json":
        listed = [asdict(problem) for problem in problems]
        print(json.dumps({"errors": errors, "findings": findings, "problems": listed}, indent=2))
    else:
        told = sorted(problems, key=lambda problem: problem.severity is Severity.ERROR)
        last = f"{_count(errors, 'error')}, {_count(findings, 'finding')} in {files}"
        print("\n".join([*map(str, told), last]))  # errors last, where they are seen
    return 1 if errors or (strict and findings) else 0


def _editor_help(loaded: Loaded) -> list[Problem]:
    """Return a finding where the schemas for editors no longer fit; only then can the data be in order."""
    wanted = is_own(loaded.folder) or (loaded.folder / GENERATED).is_dir()
    if loaded.library is None or not wanted or not stale(loaded, None):
        return []
    folder = loaded.folder / "schema"
    what = "the schemas for editors are out of date"
    return [Problem(folder.as_posix(), 1, 1, "the folder", what, "Run: navigator schema", Severity.FINDING)]


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
