"""Messages say what to write: in an author's words, in the file that is at fault, and never Python's."""

import pytest

from navigator.core.faults import nearest
from tests.check.test_coverage import AT_FIRST, IN_TOWN, case
from tests.mini import Mini

TOWN = "services/town/policies/town-complaint.yaml"
CALM = {"danger": "calm", "topic": "complaint"}


def told(mini: Mini, old: str, new: str) -> list[str]:
    mini.edit(TOWN, old, new)
    return [each.partition(" error: ")[2] for each in mini.errors()]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("from: sent", "from: [sent, answered]",
         "Write one, without brackets. Put the other under alternatives, and say whichever applies."),
        ("who: team, does: answers, to", "who: [team], does: answers, to",
         "Write one only, without brackets and without a dash."),
        ("does: It is answered.", "does: {Note: it is answered.}",
         "Write some words. Put a text that holds a colon in quotes."),
    ],
)  # fmt: skip
def test_what_is_no_text_is_told_how_to_write_it(mini: Mini, old: str, new: str, hint: str) -> None:
    """A list or keys in the place of one text are told with what to write there."""
    (error,) = told(mini, old, new)
    assert error.endswith(f", not text. {hint}")


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("extends_to", ["extension", "ends_with", "from"], "extension"),
        ("extends_to", ["ends_with", "from"], None),
        ("condition", ["only_if", "counting"], "only_if"),
        ("if_resolved", ["if_unresolved", "if_settled"], "if_settled"),
        ("anger", ["danger"], "danger"),
        ("teim", ["team", "item"], "team"),
    ],
)
def test_a_name_is_suggested_where_it_is_near_in_meaning_or_in_letters(
    written: str, known: list[str], meant: str | None
) -> None:
    """What people write for a key is known; a name that only ends alike is not suggested."""
    assert nearest(written, known) == meant


def test_what_a_case_leaves_out_is_said_in_words(mini: Mini) -> None:
    """Where a case does not say what follows, the message names no value of Python."""
    expect = AT_FIRST.replace(", next: stage-2/level-1", "")
    case(mini, "one", {**CALM, "service": "town", "progress": "stage-1"}, IN_TOWN, expect)
    (error,) = mini.errors()
    assert "expect.next: is left out, but the policies give stage-2/level-1." in error


def test_a_policy_that_changes_anothers_case_is_named_first(mini: Mini) -> None:
    """Where a case of another folder ends in a policy that it does not expect, that policy's file is told."""
    case(mini, "one", {**CALM, "service": "town", "progress": "stage-1"}, "national", "stage: stage-1")
    text = mini.read("services/town/scenarios/one.yaml")
    (mini.folder / "services/town/scenarios/one.yaml").unlink()
    mini.write("national/scenarios/one.yaml", text)
    (error,) = mini.errors()
    assert error.startswith(
        f"{TOWN}:1:5: error: id: is what the case one leads to now, which expects national."
    )
    assert error.endswith("national/scenarios/one.yaml again.")
