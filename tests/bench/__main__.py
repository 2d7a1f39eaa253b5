"""The benchmark's command line; scripts/bench.py sets up and runs it."""

import argparse
import sys
from pathlib import Path

from tests.bench.run import publish, run


def main() -> int:
    """Measure, print the table, and return the exit code: 0 whether or not a budget is met."""
    options = argparse.ArgumentParser(prog="bench.py", description="Measure how quick the site is.")
    options.add_argument("--quick", action="store_true", help="few rounds, one link, few policies")
    options.add_argument("--rounds", type=int, default=5, metavar="N", help="of each figure (default: 5)")
    options.add_argument("--policies", type=int, default=1000, metavar="N", help="to build (default: 1000)")
    options.add_argument(
        "--write", action="store_true", help="write docs/development/performance.md and its picture"
    )
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
