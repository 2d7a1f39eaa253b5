"""`navigator due`: the last day of a period, and how it was counted."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navigator.cli import due, main
from navigator.core.model import Closure, Library
from tests import shipped

PROJECT = Path(__file__).parents[2]
DATA = str(shipped.DATA)

type Due = Callable[..., tuple[int, str, str]]


@pytest.fixture
def counted(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, library: Library) -> Due:
    """Run the command in this process, on policies that are loaded already."""
    kent = replace(library.service["kent"], closures=(Closure(date(2026, 12, 29), "Offices closed"),))
    services = tuple(kent if service.id == "kent" else service for service in library.services)
    closed = replace(library, services=services)

    def run(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        status = main(["due", *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    monkeypatch.setattr(due, "open_library", lambda data: closed)
    return run


@pytest.mark.parametrize(
    ("period", "start", "expected"),
    [
        ("3 working days", "2026-12-22", "2026-12-29"),
        ("1 working day", "2026-12-24", "2026-12-29"),
        ("3 business days", "2026-02-07", "2026-02-11"),
        ("28 days", "2026-11-02", "2026-11-30"),
        ("28 calendar days", "2026-11-02", "2026-11-30"),
        ("1 week", "2026-10-06", "2026-10-13"),
        ("12 weeks", "2026-10-06", "2026-12-29"),
        ("34 months", "2024-04-30", "2027-02-28"),
        ("1 year", "2024-02-29", "2025-02-28"),
        ("3 years", "2024-04-30", "2027-04-30"),
        ("  3   Working  Days ", "2026-12-22", "2026-12-29"),
        ("3 working_days", "2026-12-22", "2026-12-29"),
    ],
)
def test_periods(counted: Due, period: str, start: str, expected: str) -> None:
    """Working days, days, weeks, months and years are counted from the day after the start."""
    status, out, err = counted(period, "--from", start)
    assert (status, err) == (0, "")
    assert out.split()[0] == expected


@pytest.mark.parametrize(
    ("period", "start", "expected"),
    [
        ("12 months", "2026-05-01", "2027-04-30"),
        ("28 days", "2026-11-02", "2026-11-29"),
        ("3 working days", "2026-12-22", "2026-12-24"),
        ("1 week", "2026-10-06", "2026-10-12"),
    ],
)
def test_inclusive_counts_the_first_day(counted: Due, period: str, start: str, expected: str) -> None:
    """With --inclusive the first day is the first that counts."""
    _, out, _ = counted(period, "--from", start, "--inclusive")
    assert out.split()[0] == expected


def test_the_receipt_is_printed(counted: Due) -> None:
    """Below the date stands each day with its weekday, and why it counts or does not."""
    _, out, _ = counted("3 working days", "--from", "2026-12-22")
    first, *rest = out.splitlines()
    assert first == "2026-12-29  Tuesday 29 December 2026"
    assert [line.split()[0] for line in rest] == [f"2026-12-{day}" for day in range(22, 30)]
    assert rest[3].endswith("not counted: Christmas Day")
    assert rest[-1].endswith("working day 3")


def test_json(counted: Due) -> None:
    """As JSON there are the start, the date, whether it is provisional, and the receipt."""
    _, out, _ = counted("3 working days", "--from", "2026-12-22", "--format", "json")
    found = json.loads(out)
    assert (found["from"], found["date"], found["provisional"]) == ("2026-12-22", "2026-12-29", False)
    assert [line["date"] for line in found["receipt"] if line["counted"]] == [
        "2026-12-23",
        "2026-12-24",
        "2026-12-29",
    ]
    assert {line["why"] for line in found["receipt"] if not line["counted"]} >= {"Christmas Day", "Saturday"}


def test_many_starts_from_standard_input(counted: Due) -> None:
    """With `--from -` each line of input gets a line with its date and the days left out."""
    status, out, _ = counted("3 working days", "--from", "-", stdin="2026-12-22\n\n 2026-10-06 \n")
    first, second = out.splitlines()
    assert status == 0
    assert first.startswith("2026-12-29  Tuesday 29 December 2026  from 2026-12-22; left out: 2026-12-22 ")
    assert "2026-12-25 Christmas Day" in first
    assert second.startswith("2026-10-09  Friday 9 October 2026  from 2026-10-06")


def test_many_starts_as_json(counted: Due) -> None:
    """As JSON each start gets one line, too."""
    _, out, _ = counted("1 week", "--from", "-", "--format", "json", stdin="2026-12-22\n2026-10-06\n")
    assert [json.loads(line)["date"] for line in out.splitlines()] == ["2026-12-29", "2026-10-13"]


def test_no_starts_are_no_error(counted: Due) -> None:
    """With `--from -` and nothing on the input there is nothing to print."""
    assert counted("1 week", "--from", "-") == (0, "", "")


def test_a_services_closure_days_count(counted: Due) -> None:
    """With --service the days on which it is closed are left out and named, for that service alone."""
    _, kent, _ = counted("3 working days", "--from", "2026-12-22", "--service", "kent")
    assert kent.split()[0] == "2026-12-30"
    assert "not counted: Offices closed" in kent
    _, norfolk, _ = counted("3 working days", "--from", "2026-12-22", "--service", "norfolk")
    assert norfolk.split()[0] == "2026-12-29"


def test_a_provisional_date_says_so(counted: Due) -> None:
    """Past the published bank holidays a line says until when they are known; before, there is none."""
    _, late, _ = counted("5 working days", "--from", "2028-12-28")
    assert late.splitlines()[-1].startswith("Provisional: ")
    assert "2028-12-31" in late.splitlines()[-1]
    _, early, _ = counted("1 working day", "--from", "2028-12-28")
    assert "Provisional" not in early


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["three days", "--from", "2026-12-22"], "is not a period"),
        (["3", "--from", "2026-12-22"], "is not a period"),
        (["days", "--from", "2026-12-22"], "is not a period"),
        (["3 fortnights", "--from", "2026-12-22"], "is not a period"),
        (["3.5 days", "--from", "2026-12-22"], "is not a period"),
        (["3 days and a bit", "--from", "2026-12-22"], "is not a period"),
        (["", "--from", "2026-12-22"], "PERIOD is empty"),
        (["0 days", "--from", "2026-12-22"], "from 1 to 4000"),
        (["4001 days", "--from", "2026-12-22"], "from 1 to 4000"),
        (["999999 days", "--from", "2026-12-22"], "from 1 to 4000"),
        (["9999999 days", "--from", "2026-12-22"], "is not a period"),
        (["3 days", "--from", "22 December"], "YYYY-MM-DD"),
        (["3 days", "--from", "2026-02-30"], "February 2026 has no day 30"),
        (["3 days", "--from", ""], "--from is empty"),
        (["3 days", "--from", "2026-12-22", "--service", "narnia"], "narnia: there is no such service"),
        (["3 working days", "--from", "2011-06-01"], "outside the calendar"),
        (["5 working days", "--from", "2040-12-30"], "outside the calendar"),
        (["12 months", "--from", "9999-12-01"], "outside the calendar"),
        (["4000 years", "--from", "9000-12-01"], "outside the calendar"),
        (["4000 weeks", "--from", "9999-12-01"], "outside the calendar"),
    ],
)
def test_a_call_that_cannot_be_taken_exits_2(counted: Due, arguments: list[str], says: str) -> None:
    """A bad period, date or service, or a count past the calendar, exits 2 and says what to write."""
    status, out, err = counted(*arguments)
    assert (status, out) == (2, "")
    assert says in err
    assert "Traceback" not in err


def test_a_bad_line_stops_and_says_which(counted: Due) -> None:
    """A line of input that is no date exits 2 and is named; the lines before it are answered."""
    status, out, err = counted("1 week", "--from", "-", stdin="2026-10-06\nsoon\n2026-10-07\n")
    assert status == 2
    assert out.startswith("2026-10-13")
    assert len(out.splitlines()) == 1
    assert "soon" in err


def test_a_period_and_a_start_are_needed(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a period or a start the call is refused with its usage, and exit status 2."""
    for arguments in (["due"], ["due", "3 days"], ["due", "--from", "2026-12-22"]):
        assert main(arguments) == 2
        assert "Usage: " in capsys.readouterr().err


def test_as_a_module_it_counts_too() -> None:
    """`python -m navigator due` loads the policies and counts."""
    run = subprocess.run(
        [sys.executable, "-m", "navigator", "due", "3 working days", "--from", "2026-12-22", "--data", DATA],
        capture_output=True,
        text=True,
        cwd=PROJECT,
        timeout=120,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("2026-12-29  Tuesday 29 December 2026\n")


@pytest.mark.parametrize(
    ("period", "start", "expected"),
    [
        ("48 hours", "2026-12-24T16:00", "2026-12-26 16:00  Saturday 26 December 2026, 16:00"),
        ("24 hours", "2026-03-28T16:00", "2026-03-29 17:00  Sunday 29 March 2026, 17:00"),
        ("24 hours", "2026-12-24", "2026-12-25  Friday 25 December 2026"),
        ("10 days before", "2026-12-18", "2026-12-08  Tuesday 8 December 2026"),
        ("10 working days before", "2026-12-18", "2026-12-04  Friday 4 December 2026"),
        (
            "5 to 10 days before",
            "2026-12-18",
            "2026-12-08 to 2026-12-13  Tuesday 8 December 2026 to Sunday 13 December 2026",
        ),
        (
            "5 to 10 working days",
            "2026-12-18",
            "2026-12-29 to 2027-01-06  Tuesday 29 December 2026 to Wednesday 6 January 2027",
        ),
        ("2 weeks before", "2026-12-18", "2026-12-04  Friday 4 December 2026"),
        ("1 month before", "2026-03-31", "2026-02-28  Saturday 28 February 2026"),
    ],
)
def test_hours_ranges_and_counting_back(counted: Due, period: str, start: str, expected: str) -> None:
    """Hours end at an hour, a range has two ends, and what is counted back ends before the day."""
    status, out, err = counted(period, "--from", start)
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == expected


def test_hours_and_ranges_as_json(counted: Due) -> None:
    """The hour and the first day of a range have keys of their own, and the receipt reaches both ends."""
    hours = json.loads(counted("48 hours", "--from", "2026-12-24T16:00", "--format", "json")[1])
    assert (hours["from"], hours["date"], hours["time"]) == ("2026-12-24T16:00", "2026-12-26", "16:00")
    assert [line["time"] for line in hours["receipt"]] == ["16:00", "16:00", "16:00"]
    span = json.loads(counted("5 to 10 days before", "--from", "2026-12-18", "--format", "json")[1])
    assert (span["earliest"], span["date"]) == ("2026-12-08", "2026-12-13")
    assert [line["date"] for line in span["receipt"]][::10] == ["2026-12-18", "2026-12-08"]


@pytest.mark.parametrize("period", ["10 to 5 days", "5 to days", "before 10 days", "5 to 10", "0 to 5 days"])
def test_no_range(counted: Due, period: str) -> None:
    """A range with an end missing or in the wrong order is refused."""
    status, out, err = counted(period, "--from", "2026-12-18")
    assert (status, out) == (2, "")
    assert period in err
