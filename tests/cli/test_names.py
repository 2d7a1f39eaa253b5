"""`navigator names`: which short names there are to use."""

import json

import pytest

from navigator.cli import main, names
from navigator.core.model import Library


@pytest.fixture(autouse=True)
def loaded(monkeypatch: pytest.MonkeyPatch, library: Library) -> None:
    monkeypatch.setattr(names, "open_library", lambda data: library)


@pytest.mark.parametrize(
    ("kind", "like", "line"),
    [
        ("roles", "designated officer", "designated-officer  designated officer"),
        ("roles", "LADO", "designated-officer  designated officer"),
        ("events", "carer approved", "carer_approved  the day you were approved as a foster carer"),
        ("contacts", "fosterline", "fosterline  Fosterline"),
        ("routes", "irm", "irm  A decision about a foster carer's approval"),
        ("questions", "child-matter", "child-matter  What is it about for the child?"),
        ("calendars", "england", "england  Bank holidays in England"),
    ],
)
def test_a_name_is_found_by_what_it_stands_for(
    capsys: pytest.CaptureFixture[str], kind: str, like: str, line: str
) -> None:
    """The line has the short name first, as a file wants it; other names for the same are searched."""
    assert main(["names", kind, "--like", like]) == 0
    assert [" ".join(each.split()) for each in capsys.readouterr().out.splitlines()] == [
        " ".join(line.split())
    ]


def test_all_names_are_listed_where_none_is_sought(
    capsys: pytest.CaptureFixture[str], library: Library
) -> None:
    """Each role of the library has its line, and with JSON its entry."""
    assert main(["names", "roles", "--format", "json"]) == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)] == [role.id for role in library.roles]


def test_a_kind_that_there_is_not_is_told_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody has to guess what the kinds are called."""
    assert main(["names", "people"]) == 2
    assert "'roles', 'events'" in capsys.readouterr().err
