"""Give the navigator broken and hostile inputs: files, messages and typed dates.

    .venv/bin/python scripts/fuzz.py --inputs 100000 --seed 1

Four inputs in ten are files of policy_data with something changed in them, five are messages to the
engine, one is a pair of typed dates. Ends with 1 where anything crashed, hung or was answered wrongly.
Needs the set-up that scripts/test.py makes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.fuzz.running import HEADING, Totals, parts, run_part


def main() -> int:
    """Run the inputs in parts, tell how far it is, and print the totals."""
    options = argparse.ArgumentParser(description="Give the navigator broken and hostile inputs.")
    options.add_argument("--inputs", type=int, default=10_000, metavar="N", help="how many (default: 10000)")
    options.add_argument("--seed", type=int, default=1, metavar="S", help="decides the inputs (default: 1)")
    options.add_argument("--jobs", type=int, default=1, metavar="J", help="processes (default: 1)")
    given = options.parse_args()
    begun = time.monotonic()
    kinds: dict[str, Totals] = {}
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder, ProcessPoolExecutor(given.jobs) as pool:
        todo = parts(given.inputs, given.seed)
        running = [pool.submit(run_part, Path(folder), part) for part in todo]
        for number, done in enumerate(as_completed(running), 1):
            found = done.result()
            kinds.setdefault(found.kind, Totals(found.kind)).add(found)
            wrong = sum(each.crashes + each.hangs for each in kinds.values())
            print(f"\r{number} of {len(todo)} parts, {wrong} wrong", end="", file=sys.stderr, flush=True)
            for what in found.told:
                print(f"\n{found.kind}: {what}", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return report(kinds, time.monotonic() - begun)


def report(kinds: dict[str, Totals], seconds: float) -> int:
    """Print the totals and what went wrong; return the exit code."""
    total = Totals("in all")
    print(HEADING)
    for kind in ("files", "messages", "fields"):
        if kind in kinds:
            print(kinds[kind].line())
            total.add(kinds[kind])
    print(total.line())
    print(f"{seconds:.0f} seconds")
    for found in kinds.values():
        for what, told in found.told.items():
            print(f"\n{found.kind}: {what}\n{told}")
    return 1 if total.crashes or total.hangs else 0


if __name__ == "__main__":
    sys.exit(main())
