"""What keeps a folder from being used is found without looking for anything else, and is the same."""

import pytest

from navigator.check import check, errors
from navigator.load.library import load
from navigator.load.problem import Severity
from tests.mini import TODAY, Mini

POLICY = "services/town/policies/town-complaint.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (POLICY, "amount: 10", "amount: ten"),
        (POLICY, "begins_with: sent", "begins_with: nothing"),
        (POLICY, "title: First stage", "title: First stage\n    then: {says: Go on., stage: nowhere}"),
        ("national/triage.yaml", "next: topic}\n      - {id: unsure", "next: danger}\n      - {id: unsure"),
        ("national/routes.yaml", "fallback: national", "fallback: nothing"),
    ],
)
def test_the_same_errors_are_found(mini: Mini, file: str, old: str, new: str) -> None:
    """Errors of one file, of many together, and of ways through the questions."""
    mini.edit(file, old, new)
    loaded = load(mini.folder)
    found = errors(loaded, TODAY)
    assert found
    assert found == tuple(each for each in check(loaded, TODAY) if each.severity is Severity.ERROR)


def test_findings_are_left_out(mini: Mini) -> None:
    """A sentence that is too long is a finding, and keeps nothing from being used."""
    mini.edit(POLICY, "summary: Says how", f"summary: {'Long ' * 30}says how")
    loaded = load(mini.folder)
    assert any("has a sentence of" in each.what for each in check(loaded, TODAY))
    assert errors(loaded, TODAY) == ()
