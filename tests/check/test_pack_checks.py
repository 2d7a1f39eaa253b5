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
PACK = """\
id: some
title: Some
audience: All.
purpose: You learn.
minutes: 30
scenarios: [one]
"""


@pytest.fixture
def packed(mini: Mini) -> Mini:
    mini.write("services/town/scenarios/one.yaml", CASE)
    mini.write("services/town/packs/some.yaml", PACK)
    return mini


def test_a_pack_in_order_is_no_error(packed: Mini) -> None:
    """A pack that names cases which are there can be published."""
    assert packed.errors() == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[one]", "[two]",
         ("6:13: error: scenarios[0]: 'two' is not among the scenarios. "
         "Add a file to scenarios/, or write an id that is there.")),
        ("[one]", "[]", "6:12: error: scenarios: is empty. Write the ids of some cases."),
        ("[one]", "[one, one]", "6:18: error: scenarios[1]: one is in this pack already. Take one out."),
        ("minutes: 30", "minutes: 0",
         "5:10: error: minutes: cannot be 0. Write a number from 1 to 480."),
        ("minutes: 30", "minutes: 481",
         "5:10: error: minutes: cannot be 481. Write a number from 1 to 480."),
        ("minutes: 30", "pass: 2\nminutes: 30",
         "5:7: error: pass: cannot be 2. Write a number of cases, from 1 to 1."),
        ("minutes: 30", "pass: 0\nminutes: 30",
         "5:7: error: pass: cannot be 0. Write a number of cases, from 1 to 1."),
        ("id: some", "id: other",
         "1:5: error: id: is 'other', but the file is some.yaml. Give both the same name."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_pack_is_told(packed: Mini, old: str, new: str, told: str) -> None:
    """A case that is missing or there twice, none, or a number that cannot be is an error with its place."""
    packed.edit("services/town/packs/some.yaml", old, new)
    assert packed.errors() == [f"services/town/packs/some.yaml:{told}"]


@pytest.mark.parametrize("minutes", [1, 480])
def test_a_pack_lasts_from_a_minute_to_a_working_day(packed: Mini, minutes: int) -> None:
    """The shortest and the longest length are taken."""
    packed.edit("services/town/packs/some.yaml", "minutes: 30", f"minutes: {minutes}")
    assert packed.errors() == []


def test_cases_that_links_could_not_tell_apart_are_told(packed: Mini) -> None:
    """Two ids with the same code in links, by chance, are an error that names both."""
    for name in ("case-819", "case-1642"):
        packed.write(f"services/town/scenarios/{name}.yaml", CASE.replace("id: one", f"id: {name}"))
    (told,) = packed.errors()
    assert told == (
        "services/town/scenarios/case-819.yaml:1:5: error: id: case-819 has the same code in links "
        "as case-1642, which is 1ppq. Write another id."
    )
