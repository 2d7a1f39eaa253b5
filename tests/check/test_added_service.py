"""An owner adds a service with its policies and cases: `navigator check` is all that it needs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from navigator.cli import main
from tests.check.test_coverage import CASE
from tests.shipped import DATA, PROJECT

BOUND = (
    "tests/truth/test_policy_truth.py",
    "tests/truth/test_timescale_truth.py",
    "tests/truth/test_cases_truth.py",
    "tests/check/test_command.py",
    "tests/cli/test_findings.py",
    "tests/cli/test_cli_lists.py::test_every_timescale_has_one_row",
    "tests/takeaway/test_messages.py",
)
"""Tests that say something of every document there is, or of all that a command lists."""
SERVICE = """\
id: riverbank
name: Riverbank Council
label: Riverbank Council
order: 9
calendar: england
"""
DOCUMENT = """\
- id: procedures
  title: Riverbank's procedures
  publisher: Riverbank Council
  kind: policy
  checked_on: 2026-01-15
  confidence: A
"""
POLICY = """\
id: {name}
title: "Riverbank: {route}"
route: {route}
publisher: Riverbank Council
document: procedures
applies_to: Foster carers of Riverbank.
summary: It says what is done at Riverbank.
checked_on: 2026-01-15
stages:
  - id: only
    title: The only stage
    source: Section 15.10
    begins_with: {event}
    steps:
      - {{who: childs-social-worker, does: answers within two weeks, to: [foster-carer]}}
    timescales:
      - id: answer
        does: You have an answer.
        amount: 2
        unit: weeks
        from: {event}
        firmness: must
        counting: beginning_with
        source: Section 15.10
    if_unresolved: {{says: Nothing is stated., none_stated: true}}
"""
POLICIES = (
    ("complaint", "complaint_sent"),
    ("escalation", "issue_talked_over"),
    ("fostering-review", "last_review"),
)


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the shipped policies with one service more: three policies and two cases."""
    folder = tmp_path_factory.mktemp("added") / "policy_data"
    shutil.copytree(DATA, folder)
    own = folder / "services" / "riverbank"
    texts = {"service.yaml": SERVICE, "documents.yaml": DOCUMENT}
    for route, event in POLICIES:
        name = f"riverbank-{route}"
        texts[f"policies/{name}.yaml"] = POLICY.format(name=name, route=route, event=event)
    for name, date in (("first", "2026-11-02"), ("second", "2026-12-21")):
        due = {"2026-11-02": "2026-11-15", "2026-12-21": "2027-01-03"}[date]
        case = CASE.format(
            name=f"riverbank-{name}",
            answers=(
                "{question: danger, option: none}, {question: who, option: carer}, "
                "{question: carer-topic, option: unhappy}, {question: unhappy, option: talked}, "
                "{question: service, option: riverbank}"
            ),
            policy="riverbank-complaint",
            expect=f"service: riverbank, stage: only, deadlines: [{{id: answer, due: {due}}}]",
            shows="",
        )
        dates = f"dates: [{{event: complaint_sent, day: {date}}}]\n"
        texts[f"scenarios/riverbank-{name}.yaml"] = case.replace("guide", "procedures") + dates
    for path, text in texts.items():
        target = own / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


def test_the_check_takes_it(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two weeks that begin with 2 November end on the 15th, over Christmas on 3 January: no error at all."""
    assert main(["check", "--data", str(added)]) == 0
    assert "\n0 errors, " in capsys.readouterr().out


def test_no_test_of_the_shipped_documents_minds_it(added: Path) -> None:
    """Tests that say something of every document hold the shipped ones, whatever else is in the folder."""
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--no-header", "-n0", "-p", "no:cacheprovider", *BOUND],
        cwd=PROJECT,
        env={**os.environ, "NAVIGATOR_TEST_DATA": str(added)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout[-3000:]
