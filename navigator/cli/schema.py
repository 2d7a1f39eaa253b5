"""`navigator schema`: write what editors and authors get from the model."""

from pathlib import Path

from navigator.load.generated import stale, write
from navigator.load.library import load


def run(data: Path, docs: Path, check_only: bool = False) -> int:
    """Write the schemas and the author reference, and print which files changed.

    With `check_only` write nothing, and return 1 where a file is out of date.
    """
    loaded = load(data)
    paths = stale(loaded, docs) if check_only else write(loaded, docs)
    for path in paths:
        print(f"{path.as_posix()}: {'is out of date. Run: navigator schema' if check_only else 'written'}")
    return 1 if check_only and paths else 0
