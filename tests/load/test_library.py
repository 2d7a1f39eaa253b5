"""A folder of files as a library."""

import gc
import shutil
from datetime import date

import pytest

from navigator.core.codec import decode, encode
from navigator.core.model import Library
from navigator.load.library import load
from tests.mini import Mini

EVENTS = "national/events.yaml"
TOWN = "services/town/service.yaml"


def test_reads_a_folder_that_is_in_order(mini: Mini) -> None:
    """Every file becomes its part of the library, and bank holidays are filled in."""
    assert mini.loading() == []
    library = load(mini.folder).library
    assert library is not None
    assert sorted(library.policy) == ["national", "town-complaint"]
    assert library.policy["town-complaint"].position("stage-2/level-1").title == "Second stage, First level"
    assert library.calendar["england"].closures[0].date == date(2020, 1, 1)


def test_a_library_survives_the_way_to_the_browser(mini: Mini) -> None:
    """Encoded and decoded, the library is the same."""
    library = load(mini.folder).library
    assert library is not None
    assert decode(Library, encode(library)) == library


def test_services_come_in_their_order(mini: Mini) -> None:
    """Services are sorted by their order, not by the names of their files."""
    library = load(mini.folder).library
    assert library is not None
    assert [service.id for service in library.services] == ["town", "other"]


def test_tells_the_faults_of_all_files_at_once(mini: Mini) -> None:
    """One run tells faults of form, of type and of key in different files, each with line and column."""
    mini.write("national/roles.yaml", "- id: carer\n  name: 'foster carer\n")
    mini.edit("national/events.yaml", "ask: When did you send it?", "asks: When did you send it?")
    mini.edit("services/town/service.yaml", "order: 1", "order: first")
    mini.edit("national/policies/national.yaml", "unit: none_stated, ", "")
    unit = "stages[0].timescales[0].unit"
    unclosed = "found unexpected end of stream"
    counted = "working_days, calendar_days, weeks, months, years, hours"
    units = f"{counted}, immediately, as_agreed, in_words, none_stated"
    assert mini.loading() == [
        f"{EVENTS}:1:3: error: [0].ask: is missing. Write some words, with no space at either end.",
        f"{EVENTS}:1:41: error: [0].asks: is not a key known here. Did you mean ask?",
        f"national/policies/national.yaml:17:9: error: {unit}: is missing. Write one of: {units}.",
        f"national/roles.yaml:3:1: error: the file: cannot be read: {unclosed}. Close what begins on line 2.",
        f"{TOWN}:4:8: error: order: is not a whole number. Write a whole number, without quotes.",
    ]
    assert load(mini.folder).library is None


def test_a_file_is_named_after_its_id(mini: Mini) -> None:
    """A policy whose id is not its file's name is an error at the id."""
    mini.edit("national/policies/national.yaml", "id: national\n", "id: nation\n")
    (error,) = mini.loading()
    assert error.startswith(
        "national/policies/national.yaml:1:5: error: id: is 'nation', but the file is national.yaml."
    )


def test_tells_what_is_missing(mini: Mini) -> None:
    """A file or folder that is missing is told by its name."""
    (mini.folder / "national/roles.yaml").unlink()
    shutil.rmtree(mini.folder / "services")
    assert mini.loading() == [
        "national/roles.yaml:1:1: error: the file: is missing. Write a file that holds who acts.",
        "services:1:1: error: the folder: is missing. Make it, with a folder for each service.",
    ]
    shutil.rmtree(mini.folder)
    assert "the folder: is not there" in mini.loading()[0]


def test_tells_what_nobody_would_read(mini: Mini) -> None:
    """A misspelt file is not passed over in silence; schemas and other kinds of file are let be."""
    mini.write("national/role.yaml", "[]")
    mini.write("national/policys/x.yaml", "[]")
    mini.write("services/town/policies/more.yml", "[]")
    mini.write("services/town/policies/deep/x.yaml", "[]")
    for harmless in ("schema/x.json", "README.md", ".hidden/x"):
        mini.write(harmless, "x")
    assert mini.loading() == [
        "national/policys:1:1: error: the folder: has no meaning here. Did you mean policies?",
        "national/role.yaml:1:1: error: the file: has no meaning here. Did you mean roles.yaml?",
        "services/town/policies/deep:1:1: error: the folder: is not read. Put its files one level up.",
        "services/town/policies/more.yml:1:1: error: the file: is not read. Name it more.yaml.",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [("national/roles.yaml", "id: x"), ("national/triage.yaml", "- x"), ("national/roles.yaml", "x")],
)
def test_tells_a_list_from_keys(mini: Mini, name: str, text: str) -> None:
    """A file with keys in place of a list, or the other way round, is one error."""
    mini.write(name, text)
    (problem,) = mini.loading()
    assert problem.startswith(f"{name}:1:1: error: the file: is ")


def test_a_hopeless_file_is_told_briefly(mini: Mini) -> None:
    """Of a file with thousands of faults the first hundred are told, and how many there are besides."""
    mini.write("national/roles.yaml", "- x\n" * 5000)
    told = mini.loading()
    assert len(told) == 101
    assert any("has 4900 more problems" in each for each in told)


def test_tells_a_country_without_holidays(mini: Mini) -> None:
    """A calendar for a place whose holidays are not known is an error at its country."""
    mini.edit("national/calendars.yaml", "country: GB", "country: ZZ")
    (problem,) = mini.loading()
    assert problem.startswith("national/calendars.yaml:3:12: error: [0].country: ")


def test_leaves_the_collector_as_it_was(mini: Mini) -> None:
    """Garbage collection runs again once a folder is read."""
    load(mini.folder)
    assert gc.isenabled()
