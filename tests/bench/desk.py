"""How long the workbench takes from an edit to what is wrong with it, and to start.

    python -m tests.bench.desk [POLICIES ...]

It runs in Node, with the same Pyodide as in a browser. The clock and the processor are told apart, as the
machine may be busy.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from navigator.load.library import load
from navigator.runtime.assemble import assemble
from navigator.runtime.npm import fetch_runtime
from navigator.runtime.start_archive import build_start
from navigator.runtime.subprocesses import tool
from navigator.runtime.wheel import build_engine_wheel
from navigator.site.build.workbench_files import WorkbenchFiles
from tests.bench.growing import grow
from tests.bench.measure import Measure, share

PROJECT: Final = Path(__file__).parents[2]
CACHE: Final = PROJECT / ".cache" / "navigator"
DATA: Final = PROJECT / "policy_data"
SCRIPT: Final = Path(__file__).with_suffix(".mjs")
POLICY: Final = "norfolk-complaint"
ROUNDS: Final = 50
BUDGET: Final = 0.1
"""The largest part of the time for reading all that an edit may take until it is judged."""
STARTING: Final = ("python", "unpack", "import", "open", "verdict")
EDITS: Final = (
    ("unit: working_days", "unit: workin_days"),
    ("amount: 10\n", "amount: ten\n"),
    ("who: ", "who: x"),
    ("summary: ", "summary: Now "),
)
"""What is written in turn: three errors, and new words."""


@dataclass
class Desk:
    """What was measured in a library of some size, in milliseconds by the clock and by the processor."""

    policies: int
    rows: list[tuple[str, dict[str, float]]]
    """The steps in order: the name of each, and what it took."""

    def edits(self, by: str) -> list[float]:
        """Return how long each edit took: writing it, and telling what is wrong with its file."""
        puts = [at for at, (name, _) in enumerate(self.rows) if name == "put"]
        return [self.rows[at][1][by] + self.rows[at + 1][1][by] for at in puts]

    def of(self, name: str, by: str) -> list[float]:
        """Return how long each step of a name took."""
        return [row[by] for each, row in self.rows if each == name]

    def start(self, by: str) -> float:
        """Return how long it takes from nothing until the first edit may come."""
        return sum(self.of(name, by)[0] for name in STARTING)

    def measure(self) -> Measure:
        """Return the edits against reading all of the folder."""
        name = f"An edit on the workbench, {self.policies} policies"
        found = Measure(name, "reading all of them", BUDGET, "ms")
        for took in self.edits("cpu"):
            found.add(took, self.of("afresh", "cpu")[0])
        return found

    def told(self) -> Iterator[str]:
        """Yield what was found, line by line."""
        yield f"{self.policies} policies"
        for by in ("wall", "cpu"):
            edits, wholes = self.edits(by), self.of("whole", by)
            yield (
                f"  {by}: edit to verdict {median(edits):.0f} ms (9 of 10 within {share(edits, 0.9):.0f}, "
                f"most {max(edits):.0f}); whole after an edit {median(wholes[1:]):.0f} ms, first "
                f"{wholes[0]:.0f}; start {self.start(by):.0f} ms; reading all afresh "
                f"{self.of('afresh', by)[0]:.0f} ms"
            )
        yield f"  longest step of a whole verdict: {max(self.of('whole', 'longest')):.0f} ms by the clock"


def measured(folder: Path, policies: int, rounds: int = ROUNDS) -> Desk:
    """Start the workbench with a library of so many policies, and edit one of them."""
    data = DATA
    if policies > len(list(DATA.rglob("policies/*.yaml"))):
        data = folder / f"data-{policies}"
        grow(DATA, data, policies)
    loaded, runtime, package = load(data), assemble(CACHE / "runtime", CACHE), fetch_runtime(CACHE)
    packed = folder / f"packed-{policies}"
    packed.write_bytes(WorkbenchFiles(loaded, runtime, CACHE).contents())
    asked = folder / f"messages-{policies}.json"
    asked.write_text(json.dumps(list(_messages(data, rounds))), encoding="utf-8")
    start = build_start(package, build_engine_wheel(CACHE))
    command = [tool("node"), str(SCRIPT), *map(str, (package, start, runtime.workbench, packed, asked))]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = [(row.pop("name"), row) for row in json.loads(said)]
    return Desk(len(loaded.of("policies")), rows)


def _messages(data: Path, rounds: int) -> Iterator[dict[str, object]]:
    path = next(data.rglob(f"services/*/policies/{POLICY}.yaml"))
    name, text = path.relative_to(data).as_posix(), path.read_text(encoding="utf-8")
    yield {"kind": "verdict"}
    yield {"kind": "whole"}
    for number in range(rounds):
        old, new = EDITS[number % len(EDITS)]
        yield {"kind": "put", "files": {name: text.replace(old, new, 1)}}
        yield {"kind": "verdict"}
        if number % 10 == len(EDITS) - 1:
            yield {"kind": "whole"}


def main() -> int:
    """Measure, print, and return 0."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        for policies in map(int, sys.argv[1:] or ("1", "105")):
            print("\n".join(measured(Path(name), policies).told()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
