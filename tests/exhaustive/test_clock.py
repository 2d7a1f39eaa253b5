"""Dates depend on neither the machine's clock nor its time zone, and today is England's."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from navigator.load.clock import build_day, today_in_london
from tests.shipped import DATA

ZONES = ("UTC", "Europe/London", "Pacific/Kiritimati", "America/Anchorage")
CLOCKS = ("1999-12-31T23:59:59+00:00", "2026-06-30T23:30:00+00:00", "2045-02-28T12:00:00+00:00")
ANSWERS = {
    "danger": "none",
    "who": "carer",
    "carer-topic": "unhappy",
    "unhappy": "talked",
    "service": "norfolk",
    "progress": "stage-1",
}

WITH_A_CLOCK = """
import sys
from datetime import datetime

import navigator.load.clock as clock

class Frozen(datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.fromisoformat(sys.argv[1]).astimezone(tz)

clock.datetime = Frozen
from navigator.cli import main
sys.exit(main(sys.argv[2:]))
"""
"""The command line, with a clock that stands still at the moment named by the first argument."""


def ask(zone: str, clock: str, *arguments: str) -> str:
    command = [sys.executable, "-c", WITH_A_CLOCK, clock, "ask", "--data", str(DATA), *arguments]
    done = subprocess.run(
        command,
        env={**os.environ, "TZ": zone},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize("output", ["text", "json"])
def test_an_answer_depends_on_no_clock_and_no_zone(output: str) -> None:
    """With --today, the command prints the same whatever the machine's clock and time zone say."""
    arguments = [f"--answer={question}={option}" for question, option in ANSWERS.items()]
    arguments += ["--date=complaint_sent=2026-12-22", "--today=2027-01-02", f"--format={output}"]
    told = {ask(zone, clock, *arguments) for zone, clock in zip(ZONES, (*CLOCKS, CLOCKS[1]), strict=True)}
    assert len(told) == 1
    assert "2027" in told.pop()


@pytest.mark.parametrize("zone", ZONES)
def test_today_is_englands_in_every_zone(zone: str) -> None:
    """Without --today, half past eleven at night by universal time on 30 June is 1 July, wherever it runs."""
    arguments = [f"--answer={question}={option}" for question, option in ANSWERS.items()]
    told = json.loads(ask(zone, CLOCKS[1], *arguments, "--format=json"))
    assert told["outcome"]["today"] == "2026-07-01"


@pytest.mark.parametrize(
    ("moment", "today"),
    [
        ("2026-06-30T22:59:59", "2026-06-30"),
        ("2026-06-30T23:00:00", "2026-07-01"),
        ("2026-06-30T23:30:00", "2026-07-01"),
        ("2026-12-31T23:30:00", "2026-12-31"),
        ("2027-01-01T00:00:00", "2027-01-01"),
        ("2026-03-29T00:59:59", "2026-03-29"),  # clocks go forward an hour later
        ("2026-03-28T23:30:00", "2026-03-28"),
        ("2026-03-29T23:30:00", "2026-03-30"),
        ("2026-10-24T23:30:00", "2026-10-25"),
        ("2026-10-25T23:30:00", "2026-10-25"),  # they have gone back
    ],
)
def test_today_near_midnight(moment: str, today: str) -> None:
    """In summer the day begins an hour before midnight by universal time, in winter at midnight."""
    assert str(today_in_london(datetime.fromisoformat(moment).replace(tzinfo=UTC))) == today


def test_a_moment_may_have_any_zone() -> None:
    """A moment told in another zone is the same day in England."""
    assert str(today_in_london(datetime.fromisoformat("2026-07-01T13:30:00+14:00"))) == "2026-07-01"
    assert str(today_in_london(datetime.fromisoformat("2026-06-30T14:30:00-09:00"))) == "2026-07-01"


@pytest.mark.parametrize(
    ("moment", "day"), [("2026-06-30T23:30:00", "2026-07-01"), ("2026-12-31T23:30:00", "2026-12-31")]
)
def test_a_build_carries_the_date_in_england(monkeypatch: pytest.MonkeyPatch, moment: str, day: str) -> None:
    """A build of a moment just after midnight in summer has the new day's date."""
    seconds = int(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))
    assert str(build_day()) == day


def test_a_build_without_a_fixed_moment_is_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SOURCE_DATE_EPOCH is not set, a build carries today's date."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = today_in_london()
    assert before <= build_day() <= today_in_london()


def test_without_a_moment_it_is_now() -> None:
    """Asked for nothing in particular, the date is that of the clock."""
    before = today_in_london(datetime.now(UTC))
    assert before <= today_in_london() <= today_in_london(datetime.now(UTC))
