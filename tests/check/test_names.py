"""Ids that name files and pages, where one takes a place that is taken or that no system has."""

import shutil
from pathlib import Path

import pytest

from navigator.load.library import load
from tests.mini import Mini

LONG = "a" * 61


def rename_town(mini: Mini, name: str) -> None:
    """Give the service of the mini another id, wherever it is named."""
    (mini.folder / "services/town").rename(mini.folder / "services" / name)
    mini.edit(f"services/{name}/service.yaml", "id: town", f"id: {name}")
    mini.edit("national/triage.yaml", "service: town", f"service: {name}")
    shutil.rmtree(mini.folder / "services" / name / "policies")  # which would be named after it


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("index", "index is the page that lists them all. Write another id."),
        ("readme", "readme is the page that lists them all. Write another id."),
        ("con", "con can be no file on Windows. Write another id."),
        ("lpt1", "lpt1 can be no file on Windows. Write another id."),
        (LONG, "is longer than 60 characters. Shorten it: it names a file and an address."),
    ],
)
def test_a_service_that_can_have_no_page(mini: Mini, name: str, told: str) -> None:
    """An id names a file and a page, so it may be neither another page's name nor a device's."""
    rename_town(mini, name)
    assert mini.errors() == [f"services/{name}/service.yaml:1:5: error: id: {told}"]


@pytest.mark.parametrize("name", ["town-index", "console", "com", "a" * 60])
def test_a_service_with_an_unusual_name(mini: Mini, name: str) -> None:
    """Names that are only like those are taken."""
    rename_town(mini, name)
    assert mini.errors() == []


def test_a_route_that_would_be_the_list_of_routes(mini: Mini) -> None:
    """A route has a page beside the list of routes, and would take its place."""
    for name in (
        "national/routes.yaml",
        "national/triage.yaml",
        "national/policies/national.yaml",
        "services/town/policies/town-complaint.yaml",
    ):
        text = mini.read(name).replace("route: complaint", "route: index")
        mini.write(name, text.replace("- id: complaint\n  name", "- id: index\n  name"))
    assert mini.errors() == [
        "national/routes.yaml:1:7: error: [0].id: index is the page that lists them all. Write another id."
    ]


def test_a_policy_that_would_be_the_list_of_policies(mini: Mini) -> None:
    """A policy is told by the same rule."""
    mini.write(
        "national/policies/index.yaml",
        mini.read("national/policies/national.yaml").replace("id: national\n", "id: index\n"),
    )
    assert any(
        "national/policies/index.yaml:1:5: error: id: index is the page" in each for each in mini.errors()
    )


def test_the_shipped_names_are_well_below_the_limit() -> None:
    """No name of this project is near a limit, so that what people write in the same way is not either."""
    loaded = load(Path(__file__).parents[2] / "policy_data")
    assert max(len(Path(name).stem) for name in loaded.files) < 50
