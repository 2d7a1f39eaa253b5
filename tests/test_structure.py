"""The rooms of the code import one way, and the picture of them is current."""

import pytest

from tests import structure

ABOVE = {
    "navigator": [
        "__main__",
        "cli",
        "workbench",
        "author",
        "site",
        "check",
        "own_words",
        "load",
        "render",
        "runtime",
        "disk",
        "core",
    ],
    "navigator.site": ["build", "workbench", "practice", "paper", "pages", "kit"],
    "navigator.core": ["cases", "report", "engine", "outcome", "deadlines", "counting", "model"],
}
"""For some packages the order of their rooms: none imports one that stands before it."""


@pytest.mark.parametrize("package", structure.packages())
def test_no_rooms_import_one_another(package: str) -> None:
    """At every level, whoever follows the imports never comes back to where they began."""
    assert structure.circles(package) == []


@pytest.mark.parametrize("package", ABOVE)
def test_no_arrow_leads_upward(package: str) -> None:
    """A room imports only rooms below it, so that a change below is all that can reach it."""
    order = ABOVE[package]
    upward = [
        f"{here} imports {there}"
        for here, there in structure.arrows(package)
        if here in order and there in order and order.index(here) > order.index(there)
    ]
    assert upward == []


@pytest.mark.parametrize("package", ["navigator", "navigator.site"])
def test_every_room_has_its_place_in_the_order(package: str) -> None:
    """A new room is put into the order above, or this test asks where it belongs."""
    assert set(ABOVE[package]) == set(structure.floors(package))


def test_the_drawing_is_current() -> None:
    """The page on the architecture shows today's imports; `python -m tests.structure` redraws it."""
    assert structure.drawing() in structure.PAGE.read_text(encoding="utf-8")


def test_a_circle_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rooms that import one another through a third are a circle, and the floors show no order."""
    planted = {
        "navigator.one": frozenset({"navigator.two.part"}),
        "navigator.two.part": frozenset({"navigator.three"}),
        "navigator.three": frozenset({"navigator.one"}),
        "navigator.four": frozenset({"navigator.one"}),
    }
    monkeypatch.setattr(structure, "imports", lambda: planted)
    assert structure.circles("navigator") == [["one", "three", "two"]] * 3
