"""What is wrong with a card for the first hour: each test breaks one thing in it and reads what is told."""

import pytest

from tests.mini import Mini
from tests.signposted import signposted

NAME = "national/first_hour/call.yaml"
CARD = """\
id: call
order: 1
title: Somebody rings you
says: Somebody wants help.
reader: carer
policy: law-complaint
times: [answer]
document: law
checked_on: 2026-11-10
review_by: 2027-11-10
steps:
  - {when: minutes, act: ask what happened, source: Part 3}
write_down: [{says: The day., source: Part 3}]
do_not: [{says: Do not wait., source: Part 3}]
ring: [team]
"""


@pytest.fixture
def card(mini: Mini) -> Mini:
    signposted(mini)
    policy = next(mini.folder.glob("national/policies/*.yaml"))
    text = policy.read_text("utf-8")
    first = text.split("timescales:", 1)[1].split("id: ", 1)[1].split(",")[0].split()[0]
    mini.write(NAME, CARD.replace("law-complaint", policy.stem).replace("[answer]", f"[{first}]"))
    return mini


def test_a_card_in_order_has_no_errors(card: Mini) -> None:
    """It leads to a policy, and shows a time that the policy has."""
    assert card.errors() == []


def test_a_time_that_the_policy_does_not_have_is_refused(card: Mini) -> None:
    """The error says which time is not there."""
    lines = card.read(NAME).splitlines()
    times = next(line for line in lines if line.startswith("times"))
    card.edit(NAME, times, "times: [never]")
    assert any("has no time never" in each for each in card.errors())


def test_a_card_that_leads_nowhere_is_refused(card: Mini) -> None:
    """A policy or a signpost says it in full."""
    policy = next(line for line in card.read(NAME).splitlines() if line.startswith("policy"))
    card.edit(NAME, policy + "\n", "")
    times = next(line for line in card.read(NAME).splitlines() if line.startswith("times"))
    card.edit(NAME, times + "\n", "")
    assert any("names no page, or two. Write a policy or a signpost." in each for each in card.errors())


def test_a_card_that_is_too_long_for_one_side_is_a_finding(card: Mini) -> None:
    """Seventeen lines are one too many."""
    many = "\n".join(f"  - {{when: day, act: ask for number {at}, source: Part 3}}" for at in range(14))
    card.edit(NAME, "write_down:", f"{many}\nwrite_down:")
    assert any("has 17 lines" in each for each in card.findings())
