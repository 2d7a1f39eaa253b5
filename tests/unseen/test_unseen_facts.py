"""Every fact of documents that nobody here had seen is shown by an answer, none of them bent."""

from pathlib import Path

import pytest

from navigator.check import check
from navigator.core.model import Library
from navigator.load.library import Loaded, load
from navigator.load.problem import Severity
from tests.unseen.overlay import SERVICES, TODAY, facts, laid_over, outcome_at
from tests.unseen.rows import ROWS, Row


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return load(laid_over(tmp_path_factory.mktemp("unseen") / "data"))


@pytest.fixture(scope="module")
def unseen(loaded: Loaded) -> Library:
    """Return the shipped library with the unseen services beside its own."""
    assert loaded.library is not None, "\n".join(map(str, loaded.problems))
    return loaded.library


def test_the_check_takes_all_of_them(loaded: Loaded) -> None:
    """Twelve real policies stand beside the shipped ones without a single error."""
    wrong = [str(each) for each in check(loaded, TODAY) if each.severity is Severity.ERROR]
    assert wrong == []


@pytest.mark.parametrize(
    "row", ROWS, ids=[f"{row.fact} {type(row.shows).__name__} {at}" for at, row in enumerate(ROWS)]
)
def test_an_answer_shows_the_fact(unseen: Library, row: Row) -> None:
    """Date, words, person and what follows are as the document says."""
    row.shows.hold(outcome_at(unseen, row.place, row.dates, row.conditions))


def test_no_fact_is_without_a_row() -> None:
    """Each fact of each document is held by a row at that document's policy, and no row has no fact."""
    held = {(row.place.partition("/")[0], row.fact) for row in ROWS}
    assert held == set(facts())


def test_each_service_keeps_its_own_words(unseen: Library) -> None:
    """Two services call an event by one name and mean different words: each reads its own."""
    no_case = {"placement-needed": "no", "kinship-carers": "no"}
    timetable = outcome_at(unseen, "hertfordshire-review-timetable/timetable", {}, no_case)
    assessment = outcome_at(unseen, "medway-health-assessment/assessment", {}, {"voluntary": "no"})
    rules = [timetable.deadlines[1].rule, assessment.deadlines[0].rule]
    assert "from the time the child was placed" in rules[0]
    assert "after the day the child was placed" in rules[1]


def test_each_service_is_one_folder() -> None:
    """Whatever a policy needs stands beside it: no file of another service, and none of the nation's."""
    for service in SERVICES.iterdir():
        files = {path.relative_to(service).parts[0] for path in service.rglob("*.yaml")}
        assert {"service.yaml", "policies", "documents.yaml"} <= files
    assert not [path for path in SERVICES.rglob("*") if path.is_file() and path.suffix != ".yaml"]


def test_a_service_is_taken_out_again_without_a_trace(tmp_path: Path) -> None:
    """With one unseen service gone, nothing that is left has an error."""
    folder = laid_over(tmp_path / "data")
    for path in sorted((folder / "services" / "sefton").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (folder / "services" / "sefton").rmdir()
    wrong = [str(each) for each in check(load(folder), TODAY) if each.severity is Severity.ERROR]
    assert wrong == []
