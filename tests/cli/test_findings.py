"""`navigator findings`."""

import json
from typing import Any

import pytest

from navigator.cli import findings, main
from navigator.core.model import Library
from tests.mini import TODAY, Mini
from tests.shipped import DATA

TOWN = "services/town/policies/town-complaint.yaml"


@pytest.fixture(autouse=True)
def _on_a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "today_in_london", lambda: TODAY)


def run(mini: Mini, output: str, policy: str | None = None) -> int:
    named = ["--policy", policy] if policy else []
    return main(["findings", "--data", str(mini.folder), "--format", output, *named])


def as_json(
    capsys: pytest.CaptureFixture[str], mini: Mini, policy: str | None = None
) -> list[dict[str, Any]]:
    assert run(mini, "json", policy) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_each_point_has_its_places_its_finder_and_its_question(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    """A point tells its place in the document and in the file, its kind, who found it and what to ask."""
    by_hand, by_rule = as_json(capsys, mini, "town-complaint")
    assert by_hand == {
        "policy": "town-complaint",
        "id": "g1",
        "kind": "no_timescale",
        "by": "hand",
        "published": False,
        "stages": [],
        "says": "No time is given at level 1.",
        "ask_owner": "How long may level 1 take?",
        "document": "guide",
        "title": "The guide",
        "section": "Section 2",
        "file": f"{mini.folder.as_posix()}/{TOWN}",
        "line": 43,
        "column": 5,
    }
    assert by_rule["by"] == "rule"
    assert by_rule["id"] == by_rule["kind"] == "no_next_step"
    assert by_rule["stages"] == ["stage-2/level-1"]
    assert (by_rule["section"], by_rule["line"]) == ("Section 2", 41)


def test_points_come_policy_by_policy(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """All policies are listed, each with its own points, unless one is named."""
    assert [point["policy"] for point in as_json(capsys, mini)] == [
        "national",
        "national",
        "town-complaint",
        "town-complaint",
    ]
    assert {point["policy"] for point in as_json(capsys, mini, "national")} == {"national"}


def test_text(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """As text each policy has a heading, each point its question and places, and the end counts them."""
    assert run(mini, "text") == 0
    out = capsys.readouterr().out
    assert out.count("\nnational. Publisher: Parliament\n") == 1
    assert (
        "- No time is given at level 1.\n"
        "  Ask: How long may level 1 take?\n"
        "  The guide, Section 2\n"
        "  g1, no_timescale, found by hand, draft\n"
        f"  {mini.folder.as_posix()}/{TOWN}:43:5\n"
    ) in out
    assert "  no_next_step, at stage-2/level-1, found by rule, draft\n" in out
    assert out.endswith("\n4 open points\n")


def test_markdown(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """As Markdown there is a heading for each policy, and a list that can be sent to its owner."""
    assert run(mini, "markdown", "town-complaint") == 0
    out = capsys.readouterr().out
    assert out.startswith("## Town's complaints\n\ntown-complaint. Publisher: Town\n\n- No time is given")
    assert "    - **Question for the owner:** How long may level 1 take?\n" in out
    assert "    - Source: The guide, Section 2\n" in out
    assert f"    - g1, no_timescale, found by hand, draft; `{mini.folder.as_posix()}/{TOWN}:43:5`\n" in out


@pytest.mark.parametrize(
    ("output", "printed"), [("text", "0 open points\n"), ("json", "[]\n"), ("markdown", "")]
)
def test_a_policy_with_nothing_open(
    mini: Mini,
    output: str,
    printed: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing open is an empty list, and no failure."""
    mini.edit("national/policies/national.yaml", "unit: none_stated", "unit: immediately, firmness: must")
    mini.edit("national/policies/national.yaml", "none_stated: true}", "route: complaint}")
    assert run(mini, output, "national") == 0
    assert capsys.readouterr().out == printed


def test_an_unknown_policy_is_refused(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """The message names the policies there are."""
    assert run(mini, "text", "town") == 2
    assert "town: there is no such policy; there are national, town-complaint" in capsys.readouterr().err


def test_data_with_errors_is_refused(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """What is open is not told of policies that do not pass the check."""
    mini.edit(TOWN, "who: team, does: answers, to", "who: taem, does: answers, to")
    assert run(mini, "text") == 1
    assert "Did you mean team" in capsys.readouterr().err


def test_every_finding_of_the_shipped_policies_is_listed(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command lists each finding written by hand, with its section, and points found by rule as well."""
    assert main(["findings", "--data", str(DATA), "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    by_hand = {(point["policy"], point["id"], point["section"]) for point in listed if point["by"] == "hand"}
    assert by_hand == {
        (policy.id, found.id, found.source.section)
        for policy in library.policies
        for found in policy.findings
    }
    assert {point["by"] for point in listed} == {"hand", "rule"}


def test_a_service_lets_what_was_found_by_hand_be_published(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the switch of its service a finding is published; what a rule found there stays a draft."""
    mini.edit("services/town/service.yaml", "calendar: england", "calendar: england\npublish_findings: true")
    assert {point["by"]: point["published"] for point in as_json(capsys, mini, "town-complaint")} == {
        "hand": True,
        "rule": False,
    }
    assert [point["published"] for point in as_json(capsys, mini, "national")] == [True, True]


def due(mini: Mini, output: str, *arguments: str) -> int:
    return main(["findings", "--due", "--data", str(mini.folder), "--format", output, *arguments])


def change_days(mini: Mini) -> None:
    """Give the parts of the folder days of their own, and one of them a reason."""
    mini.edit(
        "national/contacts.yaml",
        "review_by: 2027-11-10",
        "review_by: 2026-11-20\n  review_why: The number moves.",
    )
    mini.edit(TOWN, "unsure:", "review_by: 2026-12-01\neffective_until: 2027-01-31\nunsure:")


def test_what_is_due_comes_soonest_first(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """A national part is due on its own day; a service's a year after its check and as its publisher says."""
    change_days(mini)
    assert due(mini, "json") == 0
    found = json.loads(capsys.readouterr().out)
    year, reviewed = "It is checked once a year; no change is announced.", "Its publisher reviews it by then."
    assert [(each["due"], each["kind"], each["id"], each["key"], each["why"]) for each in found] == [
        ("2026-11-20", "contacts", "emergency", "review_by", "The number moves."),
        ("2026-12-01", "policies", "town-complaint", "review_by", reviewed),
        ("2027-01-31", "policies", "town-complaint", "effective_until", "It is in force until then."),
        ("2027-11-10", "documents", "law", "review_by", year),
        ("2027-11-10", "documents", "guide", "review_by", year),
        ("2027-11-10", "policies", "national", "review_by", year),
        ("2027-11-10", "policies", "town-complaint", "checked_on", year),
        ("2028-12-31", "calendars", "england", "known_until", "Bank holidays after it are not published."),
    ]
    assert (found[0]["days"], found[1]["days"]) == (-1, 10)
    assert (found[0]["file"], found[0]["line"]) == (f"{mini.folder.as_posix()}/national/contacts.yaml", 6)


def test_closure_days_are_due_when_they_are_known_no_further(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    """The day until which a service's closure days are known is one by which somebody must look."""
    mini.add("services/town/service.yaml", "closures_until: 2027-03-31\n")
    assert due(mini, "json") == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert (first["due"], first["id"], first["why"]) == (
        "2027-03-31", "town", "Closure days after it are not known.",
    )  # fmt: skip


def test_a_version_that_is_over_is_not_looked_at(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """A policy whose last day is past is not due for anything."""
    mini.edit(TOWN, "unsure:", "effective_until: 2026-11-20\nunsure:")
    assert due(mini, "json") == 0
    assert "town-complaint" not in {each["id"] for each in json.loads(capsys.readouterr().out)}


def test_what_is_due_as_text_and_markdown(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """What has one day and one reason stands together below both; the end counts what is overdue on a day."""
    change_days(mini)
    assert due(mini, "text", "--on", "2026-12-01") == 0
    out = capsys.readouterr().out
    place = f"{mini.folder.as_posix()}/national"
    assert out.startswith(
        "20 November 2026, 11 days overdue\n"
        "  The number moves.\n"
        f"  - contacts/emergency  {place}/contacts.yaml:6:14\n\n"
        "1 December 2026, today\n"
    )
    assert out.count("10 November 2027, in 344 days\n") == 1
    assert out.endswith("8 to look at, 1 overdue\n")
    assert due(mini, "markdown", "--on", "2026-12-02") == 0
    assert capsys.readouterr().out.startswith(
        "## 20 November 2026, 12 days overdue\n\n"
        "The number moves.\n\n"
        f"- contacts/emergency (`{place}/contacts.yaml:6:14`)\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--on", "2027-01-01"], "--on goes with --due."),
        (["--due", "--policy", "national"], "--policy goes without --due."),
    ],
)
def test_options_that_do_not_fit_are_refused(
    mini: Mini, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    """A day is for what is due, and what is due is not listed by policy."""
    assert main(["findings", "--data", str(mini.folder), *arguments]) == 2
    assert told in capsys.readouterr().err
