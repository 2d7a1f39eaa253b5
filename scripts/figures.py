"""Measure the figures that the README shows, and write them there: `.venv/bin/python scripts/figures.py`."""

import sys
import time
from pathlib import Path

from navigator.check import check
from navigator.core.journey import nodes, paths
from navigator.load.clock import today_in_london
from navigator.load.library import load
from navigator.load.problem import Severity

PROJECT = Path(__file__).resolve().parent.parent
README = PROJECT / "README.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"


def figures() -> list[tuple[str, str]]:
    """Count what the policies hold, and time how long it takes to walk every path and to check everything."""
    loaded = load(PROJECT / "policy_data")
    library = loaded.library
    if library is None:
        sys.exit("The policies have errors. Run: navigator check")
    begun = time.perf_counter()
    walked = list(paths(library))
    walking = time.perf_counter() - begun
    begun = time.perf_counter()
    problems = check(load(PROJECT / "policy_data"), today_in_london())
    checking = time.perf_counter() - begun
    timescales = sum(len(list(policy.timescales())) for policy in library.policies)
    open_points = sum(problem.severity is Severity.FINDING for problem in problems)
    return [
        ("policies", str(len(library.policies))),
        ("timescales", str(timescales)),
        ("open points told", str(open_points)),
        ("scenarios", str(len(library.scenarios))),
        ("complete paths through the questions", str(len(walked))),
        ("pages of the wizard", str(sum(1 for _ in nodes(library)))),
        ("walking every path", f"{walking * 1000:.0f} ms"),
        ("loading and checking everything", f"{checking:.2f} s"),
    ]


def main() -> None:
    """Write the figures into the README, and print them."""
    rows = [f"| {name} | {value} |" for name, value in figures()]
    table = "\n".join(["| what | figure |", "|---|---|", *rows]) + "\n"
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}{table}{END}{after}", encoding="utf-8")
    print(table, end="")


if __name__ == "__main__":
    main()
