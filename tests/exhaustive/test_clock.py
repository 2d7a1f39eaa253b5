"""Dates depend on neither the machine's clock nor its time zone, and today is England's."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from functools import cache

import pytest

from navigator.load.clock import build_day, today_in_london
from tests.shipped import DATA, PROJECT

ZONES = ("Europe/London", "Pacific/Kiritimati", "America/Anchorage")
CLOCKS = ("1999-12-31T23:59:59+00:00", "2026-06-30T23:30:00+00:00", "2045-02-28T12:00:00+00:00")
ANSWERS = {
    "danger": "none",
    "who": "carer",
    "carer-topic": "unhappy",
    "unhappy": "talked",
    "service": "norfolk",
    "progress": "stage-1",
}

ASK = ["ask", "--data", str(DATA), *(f"--answer={question}={option}" for question, option in ANSWERS.items())]
DATED = [*ASK, "--date=complaint_sent=2026-12-22", "--today=2027-01-02"]

WITH_A_CLOCK = """
import io
import json
import sys
from contextlib import redirect_stdout
from datetime import datetime

import navigator.load.clock as clock
from navigator.cli import main

class Frozen(datetime):
    @classmethod
    def now(cls, tz=None):
        return moment.astimezone(tz)

clock.datetime = Frozen
told = []
for when, arguments in json.load(sys.stdin):
    moment = datetime.fromisoformat(when)
    with redirect_stdout(io.StringIO()) as out:
        assert main(arguments) == 0
    told.append(out.getvalue())
json.dump(told, sys.stdout)
"""
"""Commands one after the other, each with a clock that stands still at a moment."""


@cache
def told(zone: str) -> list[str]:
    """Return what commands print in a time zone: an answer as text and as JSON, and one without --today."""
    clock = dict(zip(ZONES, CLOCKS, strict=True))[zone]
    commands = [
        (clock, [*DATED, "--format=text"]),
        (clock, [*DATED, "--format=json"]),
        (CLOCKS[1], [*ASK, "--format=json"]),
    ]
    done = subprocess.run(
        [sys.executable, "-c", WITH_A_CLOCK],
        input=json.dumps(commands),
        env={**os.environ, "TZ": zone},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    printed: list[str] = json.loads(done.stdout)
    return printed


@pytest.mark.parametrize("output", [0, 1], ids=["text", "json"])
def test_an_answer_depends_on_no_clock_and_no_zone(output: int) -> None:
    """With --today, the command prints the same whatever the machine's clock and time zone say."""
    different = {told(zone)[output] for zone in ZONES}
    assert len(different) == 1
    assert "2027" in different.pop()


@pytest.mark.parametrize("zone", ZONES)
def test_today_is_englands_in_every_zone(zone: str) -> None:
    """Without --today, half past eleven at night by universal time on 30 June is 1 July, wherever it runs."""
    assert json.loads(told(zone)[2])["outcome"]["today"] == "2026-07-01"


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
