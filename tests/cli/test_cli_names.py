"""`navigator names`: which short names there are to use."""

import json

import pytest

from navigator.cli import main
from tests.mini import Mini
from tests.shipped import DATA, library


@pytest.mark.parametrize(
    ("kind", "like", "line"),
    [
        ("roles", "designated officer", "designated-officer  designated officer"),
        ("roles", "LADO", "designated-officer  designated officer"),
        ("events", "carer approved", "carer_approved  the day of {foster-carer's} approval"),
        ("contacts", "Coram Voice", "coram-voice  Coram Voice"),
        ("routes", "irm", "irm  A decision about a foster carer's approval"),
        ("questions", "child-matter", "child-matter  What is it about for the child?"),
        ("calendars", "england", "england  Bank holidays in England"),
    ],
)
def test_a_name_is_found_by_what_it_stands_for(
    capsys: pytest.CaptureFixture[str], kind: str, like: str, line: str
) -> None:
    """The line has the short name first, as a file wants it; other names for the same are searched."""
    assert main(["names", kind, "--like", like, "--data", str(DATA)]) == 0
    assert [" ".join(each.split()) for each in capsys.readouterr().out.splitlines()] == [
        " ".join(line.split())
    ]


def test_a_services_own_names_are_listed_for_it_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """Another service's names cannot be used, so they are not shown; one's own are, as one writes them."""
    assert main(["names", "events", "--like", "stage 2", "--data", str(DATA)]) == 0
    assert "\nstage_2_started " not in f"\n{capsys.readouterr().out}"
    assert main(["names", "events", "--like", "stage 2", "--service", "norfolk", "--data", str(DATA)]) == 0
    assert "\nstage_2_started " in f"\n{capsys.readouterr().out}"


def test_all_services_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each service of the library has its entry."""
    assert main(["names", "services", "--format", "json", "--data", str(DATA)]) == 0
    listed = {row["id"] for row in json.loads(capsys.readouterr().out)}
    assert listed == {service.id for service in library().services}


def test_names_are_listed_while_a_file_has_errors(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever is in the midst of writing can look a name up."""
    mini.add("national/roles.yaml", "- {id: helper}\n")
    assert main(["names", "roles", "--data", str(mini.folder)]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["carer", "team", "helper"]


def test_a_kind_that_there_is_not_is_told_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody has to guess what the kinds are called."""
    assert main(["names", "people"]) == 2
    assert "'roles', 'events'" in capsys.readouterr().err
