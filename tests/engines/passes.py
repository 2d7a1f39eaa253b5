"""What passed where: tables that the test run itself makes, shown at its end and kept in `.cache`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import _engines
import pytest

from tests.engines import engines
from tests.hosts import servers
from tests.shipped import PROJECT

KEPT: Final = PROJECT / ".cache" / "passes.md"
PROPERTY: Final = "in the table of passes"
NOT_TRIED: Final = "not tried: not installed"
NOT_RUN: Final = "not run"
PASSED: Final = "pass"
FAILED: Final = "FAILED"
SERVERS: Final = "The journey on each server"
KINDS: Final = "Each engine, as people set it"


@dataclass(frozen=True)
class Place:
    """A place in a table."""

    table: str
    row: str
    column: str


def enter(item: pytest.Item, table: str, row: str, column: str) -> None:
    """Have what becomes of a test entered into a table; this travels with its report to whoever sums up."""
    item.user_properties.append((PROPERTY, [table, row, column]))


def summary(reporter: pytest.TerminalReporter) -> None:
    """Show the tables of a run that tried engines or servers; say what was not tried, and how to try it."""
    everything = (each for kind in reporter.stats.values() for each in kind)
    found = results(each for each in everything if isinstance(each, pytest.TestReport))
    if not found:
        return
    text = "\n".join(written(found))
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(text, encoding="utf-8")
    reporter.section("passes in engines and on servers")
    reporter.write(text)
    if lacking := [*engines.missing(), *servers.missing()]:
        reporter.write_line(
            f"Not tried, as not installed here: {', '.join(lacking)}. To try everything there is,"
        )
        reporter.write_line(f"run this as root on Debian: {_engines.VARIABLE}=1 python3 scripts/test.py")
        reporter.write_line(f"or first install: {' '.join(_engines.PACKAGES)}")


def results(reports: Iterable[pytest.TestReport]) -> dict[Place, str]:
    """Return what became of each test that has a place in a table. A test passed if nothing of it failed."""
    found: dict[Place, str] = {}
    for report in reports:
        for name, value in report.user_properties:
            if name == PROPERTY and isinstance(value, list):
                place = Place(*value)
                failed = report.failed or found.get(place) == FAILED
                found[place] = FAILED if failed else PASSED
    return found


def written(found: dict[Place, str]) -> list[str]:
    """Return the tables in Markdown, line by line: a column for each engine, tried or not."""
    lines = []
    for table in dict.fromkeys(place.table for place in found):
        rows = dict.fromkeys(place.row for place in found if place.table == table)
        if table == SERVERS:
            rows |= dict.fromkeys(servers.SERVERS)
        lines += [
            f"## {table}",
            "",
            _line(["", *engines.ENGINES]),
            _line(["---"] * (len(engines.ENGINES) + 1)),
        ]
        lines += [_line([row, *(_told(found, table, row, name) for name in engines.ENGINES)]) for row in rows]
        lines.append("")
    return lines


def _told(found: dict[Place, str], table: str, row: str, engine: str) -> str:
    if result := found.get(Place(table, row, engine)):
        return result
    lacks = engine in engines.missing() or (table == SERVERS and row in servers.missing())
    return NOT_TRIED if lacks else NOT_RUN


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
