"""Packs of cases, as the check sees them."""

import pytest

from tests.mini import Mini

CASE = """\
id: one
title: A case
story: It was sent.
answers:
  - {question: danger, option: calm}
  - {question: topic, option: complaint}
  - {question: service, option: town}
  - {question: progress, option: stage-1}
today: 2026-11-16
expect:
  {route: complaint, policy: town-complaint, stage: stage-1, service: town, deadlines: [{id: answer}],
   next: stage-2/level-1}
worked_out: It follows.
source: {section: Page, document: guide}
wrong_turns:
  - {route: complaint, why: It does not fit., source: {section: Page, document: guide}}
"""
PACK = "{id: some, title: Some, audience: All., purpose: You learn., minutes: 30, scenarios: [one]}"


@pytest.fixture
def packed(mini: Mini) -> Mini:
    mini.write("scenarios/one.yaml", CASE)
    mini.write("packs/some.yaml", PACK)
    return mini


def test_a_pack_in_order_is_no_error(packed: Mini) -> None:
    """A pack that names cases which are there can be published."""
    assert packed.errors() == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[one]", "[two]", "scenarios[0]: 'two' is not among the scenarios. Add a file to scenarios/"),
        ("[one]", "[]", "scenarios: is empty."),
        ("[one]", "[one, one]", "scenarios[1]: one is in this pack already."),
        ("minutes: 30", "minutes: 0", "minutes: cannot be 0. Write a number from 1 to 480."),
        ("minutes: 30", "minutes: 481", "minutes: cannot be 481."),
        ("id: some", "id: other", "id: is 'other', but the file is some.yaml."),
    ],
)
def test_what_is_wrong_with_a_pack_is_told(packed: Mini, old: str, new: str, told: str) -> None:
    """A missing case, none at all, one twice, or a length that cannot be is an error with its place."""
    packed.edit("packs/some.yaml", old, new)
    (error,) = packed.errors()
    assert error.startswith("packs/some.yaml:1:")
    assert told in error
