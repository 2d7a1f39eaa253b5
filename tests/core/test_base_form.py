"""What follows `should`, proposed from what follows a role."""

import pytest

from navigator.core.base_form import base_form, is_third_person


@pytest.mark.parametrize(
    ("does", "act"),
    [
        ("records what was agreed", "record what was agreed"),
        ("discusses it", "discuss it"),
        ("tries to settle it", "try to settle it"),
        ("reaches a decision", "reach a decision"),
        ("is told", "be told"),
        ("has a look", "have a look"),
        ("does it", "do it"),
        ("goes on", "go on"),
        ("usually supports the carer", "usually support the carer"),
        ("calls 999 and says that a child is in danger.", "call 999 and say that a child is in danger"),
        ("sends names and dates", "send names and dates"),
        ("decides, and gives reasons", "decide, and give reasons"),
        ("hold the meeting", "hold the meeting"),
    ],
)
def test_a_base_form_is_proposed(does: str, act: str) -> None:
    """The first verb, and a second one of those that are seldom anything else, lose their ending."""
    assert base_form(does) == act


@pytest.mark.parametrize(("word", "third"), [("records", True), ("discuss", False), ("always", False)])
def test_a_third_person_is_seen(word: str, third: bool) -> None:
    """A verb that ends in s of its own is none."""
    assert is_third_person(word) is third
