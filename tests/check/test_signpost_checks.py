"""What is wrong with a signpost: each test breaks one thing in it and reads what is told."""

import pytest

from tests.mini import Mini
from tests.signposted import NAME, signposted

CASE = """\
id: no-pay
title: No pay
story: My pay has not come.
answers: [{question: danger, option: calm}, {question: topic, option: money}]
today: 2026-11-20
expect: {signpost: money}
worked_out: It is money.
source: {section: Part 3, document: law}
wrong_turns: [{route: complaint, why: Ask first., source: {section: Part 3, document: law}}]
"""
NO_PAY = "national/scenarios/no-pay.yaml"


@pytest.fixture
def post(mini: Mini) -> Mini:
    return signposted(mini)


def test_a_signpost_in_order_has_no_errors(post: Mini) -> None:
    """It may be national, or stand in the folder of a service."""
    assert post.errors() == []
    assert [each for each in post.findings() if "signposts/" in each] == []
    post.write("services/town/signposts/money.yaml", post.read(NAME))
    (post.folder / NAME).unlink()
    assert post.errors() == []


BROKEN = [
    ("act: ask {team}", "act: asks {team}", "9:8",
     "first.act: does not fit after `should`: asks. Write ask."),
    ("which payment is missing\n", "which payment is missing.\n", "9:8",
     "first.act: ends with a full stop. Take it out: a date may follow."),
    ("act: keep a list", "act: Keep a list", "15:23",
     ("steps[1].act: begins with a capital letter. Write what follows `should`, such as: record what was "
      "agreed.")),
    ("act: keep a list of what is missing", "does: keeps a list", "15:5",
     ("steps[1].act: is missing, and to carer this step speaks as `you`. Write what follows `you should`, "
      "such as: keep a list.")),
    ("does: says when the money comes, ", "", "14:5",
     "steps[0].does: is missing. Write what follows team, such as: answers in writing."),
    ("{team} which", "{teem} which", "9:8", "first.act: 'teem' is not among the roles. Did you mean team?"),
    ("to: [team]\n  source", "to: [teem]\n  source", "11:8",
     "first.to[0]: 'teem' is not among the roles. Did you mean team?"),
    ("route: complaint, says: Use", "signpost: mony, says: Use", "18:16",
     "leads_to[0].signpost: 'mony' is not among the signposts. Did you mean money?"),
    ("route: complaint, says: Use", "signpost: money, says: Use", "18:16",
     "leads_to[0].signpost: leads to itself. Name another one."),
    ("route: complaint, says: Use", "says: Use", "18:5",
     "leads_to[0]: leads nowhere. Write a route or a signpost."),
    ("{says: It is not", "{route: complaint, signpost: money, says: It is not", "20:5",
     "is_not[0]: leads to two places. Keep route or signpost."),
    ("  by: today\n  to: [team]\n  source: Part 3\n", "  by: today\n  to: [team]\n", "8:1",
     "first.source: is missing. Write it with these keys: section."),
    ("review_by: 2027-11-10", "review_by: 2026-11-10", "7:12",
     ("review_by: is not after checked_on. Write a later day: a year on, or earlier where a change is "
      "announced.")),
    ("checked_on: 2026-11-10", "checked_on: 2026-11-30", "6:13",
     ("checked_on: money is said to have been checked on a day that is still to come. Write the day on "
      "which it was checked.")),
    ("question: topic", "question: topik", "33:16",
     "offered[0].question: 'topik' is not among the questions. Did you mean topic?"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "place", "told"), BROKEN)
def test_tells_what_is_wrong_and_where(post: Mini, old: str, new: str, place: str, told: str) -> None:
    """One thing broken gives exactly one error, with file, line, column, value and advice."""
    post.edit(NAME, old, new)
    (error,) = post.errors()
    assert error == f"{NAME}:{place}: error: {told}"


def test_a_signpost_that_nothing_leads_to_is_told(post: Mini) -> None:
    """An answer of a question, or another signpost, has to lead there."""
    text = post.read(NAME)
    post.write(NAME, text[: text.index("offered:")])
    told = "nothing leads here. Write under offered which question has an answer that leads here."
    assert post.errors() == [f"{NAME}:1:5: error: id: {told}"]
    post.edit("national/triage.yaml", "- {id: complaint, label: A complaint, route: complaint,",
              "- {id: pay, label: Pay, signpost: money, because: x}\n"
              "      - {id: complaint, label: A complaint, route: complaint,")  # fmt: skip
    assert post.errors() == []


def test_what_leads_is_read_at_a_glance(post: Mini) -> None:
    """An act of more than twenty words is told."""
    post.edit(NAME, "which payment is missing\n", f"which payment is missing{' and why' * 9}\n")
    told = "first.act: has 24 words. Keep to 20 words, and move the rest to a step or a fact."
    assert f"{NAME}:9:8: finding: {told}" in post.findings()


def test_the_home_page_lists_it(post: Mini) -> None:
    """Where needs list some signposts, one that none of them lists is told."""
    other = post.read(NAME).replace("id: money", "id: pay")
    post.write("national/signposts/pay.yaml", other)
    post.add("national/triage.yaml", "needs: [{name: Money, signposts: [money]}]\n")
    told = "stands under no need on the home page. Name it under signposts at a need in triage.yaml."
    assert [each for each in post.findings() if "need" in each] == [
        f"national/signposts/pay.yaml:1:5: finding: id: {told}"
    ]


def test_a_case_may_end_at_a_signpost(post: Mini) -> None:
    """It names nothing else, and a wrong end is told at what it expects."""
    post.write(NO_PAY, CASE)
    assert post.errors() == []
    post.edit(NO_PAY, "option: money", "option: complaint")
    told = "is money, but the policies give national. Work it out again from the source: mend whichever is"
    assert post.errors() == [f"{NO_PAY}:6:20: error: expect.signpost: {told} wrong."]


def test_a_case_ends_somewhere(post: Mini) -> None:
    """Without a signpost it names route, policy and stage."""
    post.write(NO_PAY, CASE.replace("{signpost: money}", "{route: complaint}"))
    told = "is missing. Write it, or the signpost that the case leads to."
    assert post.errors() == [
        f"{NO_PAY}:6:9: error: expect.policy: {told}",
        f"{NO_PAY}:6:9: error: expect.stage: {told}",
    ]


def test_a_case_ends_in_one_place(post: Mini) -> None:
    """Beside a signpost it names no route."""
    post.write(NO_PAY, CASE.replace("{signpost: money}", "{signpost: money, route: complaint}"))
    told = "expect.route: stands beside signpost. Take it out."
    assert post.errors() == [f"{NO_PAY}:6:27: error: {told}"]


def test_nobody_reads_of_themselves_as_of_somebody_else(post: Mini) -> None:
    """The page speaks to the first of its readers, also where a step of theirs tells others otherwise."""
    post.edit(NAME, "does: says when", "does: tells the foster carer when")
    told = "names carer as somebody else: the foster carer. Write {carer}, which is `you` to them."
    assert [each for each in post.findings() if "as somebody else" in each] == [
        f"{NAME}:14:23: finding: steps[0].does: {told}"
    ]
    post.edit(NAME, "does: tells the foster carer when", "does: tells {carer} when")
    post.edit(NAME, "act: keep a list", "does: keeps the foster carer's list, act: keep a list")
    assert [each for each in post.findings() if "as somebody else" in each] == []


def test_a_case_at_a_signpost_is_in_no_pack(post: Mini) -> None:
    """There is no stage to work out in a session."""
    post.write(NO_PAY, CASE)
    post.write("national/packs/first.yaml", "id: first\ntitle: First\naudience: All.\npurpose: Learn.\n"
               "minutes: 30\nscenarios: [no-pay]\n")  # fmt: skip
    told = "no-pay leads to a signpost, and has no stage to work out. Take it out."
    assert post.errors() == [f"national/packs/first.yaml:6:13: error: scenarios[0]: {told}"]


def test_an_answer_that_leads_to_two_places_is_told(post: Mini) -> None:
    """A signpost is one of three ends of an answer, beside a question and a route."""
    post.edit("national/triage.yaml", "route: complaint, because: It is a complaint.",
              "route: complaint, signpost: money, because: It is a complaint.")  # fmt: skip
    (error,) = post.errors()
    assert "leads to more than one place. Write exactly one of: next, route, signpost." in error
