"""Measure how quick the site is, each figure against something plain that was measured in the same run.

    .venv/bin/python scripts/bench.py --quick     under two minutes, few rounds
    .venv/bin/python scripts/bench.py --write     all of it, and docs/performance.md with its picture

Needs the set-up that scripts/test.py makes. Leave the machine alone meanwhile.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.bench.run import publish, run


def main() -> int:
    """Measure, print the table, and return the exit code: 0 whether or not a budget is met."""
    options = argparse.ArgumentParser(description="Measure how quick the site is.")
    options.add_argument("--quick", action="store_true", help="few rounds, one link, few policies")
    options.add_argument("--rounds", type=int, default=5, metavar="N", help="of each figure (default: 5)")
    options.add_argument("--policies", type=int, default=1000, metavar="N", help="to build (default: 1000)")
    options.add_argument("--write", action="store_true", help="write docs/performance.md and its picture")
    options.add_argument("--json", type=Path, metavar="FILE", help="write all figures to a file")
    given = options.parse_args()
    report = run(quick=given.quick, rounds=given.rounds, policies=given.policies)
    print(report.markdown())
    if given.json:
        given.json.write_text(report.data(), encoding="utf-8")
    if given.write:
        publish(report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
