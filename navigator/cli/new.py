"""`navigator new policy`: asks what a policy needs, and writes its files."""

from pathlib import Path

from navigator.author.additions import changed_files
from navigator.author.asking import Asker, FromFile, FromTerminal, Stopped
from navigator.author.interview import interview
from navigator.author.saving import save
from navigator.cli.common import open_library, today_in_london
from navigator.cli.failure import Failure
from navigator.load.strict_yaml import read

WELCOME = """\
This writes a new policy. Have its document at hand, and answer in words of your own.
Nothing is written until the last question is answered. Ctrl+C stops."""


def run(data: Path, answers: Path | None) -> int:
    """Ask at the terminal, or take a file of answers; print what was written."""
    library = open_library(data)
    today = today_in_london()
    asker: Asker = FromTerminal() if answers is None else FromFile(_answers(answers))
    if answers is None:
        print(WELCOME)
    try:
        draft = interview(library, asker)
        files = changed_files(data, library, draft, today)
        save(data, files, today)
    except Stopped as problem:
        raise Failure(str(problem)) from None
    except KeyboardInterrupt:
        raise Failure("\nStopped. Nothing was written.") from None
    for path in files:
        print(f"{path.as_posix()}: written")
    print("Look at it: navigator check, then navigator serve")
    return 0


def _answers(path: Path) -> object:
    """Read a file of answers. Raises Failure."""
    try:
        tree, problems = read(path.as_posix(), path.read_bytes())
    except OSError as error:
        raise Failure(f"{path}: {error.strerror}") from None
    if problems:
        raise Failure("\n".join(map(str, problems)))
    return tree
