"""What no scenario tries is told, so that it cannot be lost unnoticed."""

import pytest

from tests.mini import Mini

TOWN = "services/town/policies/town-complaint.yaml"
NATIONAL = "national/policies/national.yaml"
TRIAGE = "national/triage.yaml"
CASE = """\
id: {name}
title: A case
story: It was sent.
answers: [{answers}]
today: 2026-11-16
expect: {{route: complaint, policy: {policy}, {expect}}}
worked_out: It follows.
source: {{section: Page, document: guide}}
wrong_turns:
  - {{route: complaint, why: It does not fit., source: {{section: Page, document: guide}}}}
shows: [{shows}]
"""
IN_TOWN = "town-complaint"
AT_FIRST = "stage: stage-1, service: town, deadlines: [{id: answer}], next: stage-2/level-1"
RULES = """\
start: {asks: I have not begun}
entries: [{id: talk, asks: x, stage: stage-1, says: x, source: x}]
bypass: [{id: jump, who: carer, says: x, source: x}]
does_not_cover: [{id: else, what: x, says: x, source: x}]
stages:
"""
HINT = "Add a scenario for it."
ALL = [
    f"{NATIONAL}:10:1: finding: stages: no scenario gives the answer stage-1. {HINT}",
    f"{TRIAGE}:12:9: finding: questions[0].options[0]: no scenario gives the answer yes-now. {HINT}",
    f"{TRIAGE}:19:9: finding: questions[0].options[2]: no scenario gives the answer unsure. {HINT}",
    f"{TRIAGE}:24:9: finding: questions[1].options[1]: no scenario gives the answer unsure. {HINT}",
    f"services/other/service.yaml:1:1: finding: the file: no scenario names this service. {HINT}",
    f"{TOWN}:9:9: finding: unsure: no scenario gives the answer unsure. {HINT}",
    f"{TOWN}:10:8: finding: start: no scenario gives the answer not-begun. {HINT}",
    f"{TOWN}:11:11: finding: entries[0]: no scenario shows the rule talk. {HINT}",
    f"{TOWN}:12:10: finding: bypass[0]: no scenario shows the rule jump. {HINT}",
    f"{TOWN}:13:18: finding: does_not_cover[0]: no scenario shows the rule else. {HINT}",
    f"{TOWN}:14:1: finding: stages: no scenario gives the answer stage-2/level-1. {HINT}",
    f"{TOWN}:14:1: finding: stages: no scenario gives the answer talk. {HINT}",
]
"""What is left when the only scenario is a complaint in Town at its first stage."""


def case(mini: Mini, name: str, given: dict[str, str], policy: str, expect: str, shows: str = "") -> None:
    """Write a scenario with these answers."""
    answers = ", ".join(f"{{question: {question}, option: {option}}}" for question, option in given.items())
    text = CASE.format(name=name, answers=answers, policy=policy, expect=expect, shows=shows)
    mini.write(f"services/town/scenarios/{name}.yaml", text)


@pytest.fixture
def tried(mini: Mini) -> Mini:
    mini.edit(TOWN, "stages:\n", RULES)
    answers = {"danger": "calm", "topic": "complaint", "service": "town", "progress": "stage-1"}
    case(mini, "one", answers, IN_TOWN, AT_FIRST)
    return mini


def test_whatever_no_scenario_tries_is_told(tried: Mini) -> None:
    """Each answer, service, place in a policy and rule is told at its place, and nothing that is tried."""
    assert tried.errors() == []
    assert tried.leftovers() == ALL


@pytest.mark.parametrize(
    ("answers", "policy", "expect", "shows", "tries"),
    [
        ({"danger": "yes-now"}, IN_TOWN, AT_FIRST, "", {"yes-now"}),
        ({"danger": "unsure", "topic": "unsure", "service": "other"}, "national",
         "stage: stage-1, service: other, deadlines: [{id: none}]",
         "",
         {"options[1]: no scenario gives the answer unsure", "options[2]", "this service", "answer stage-1"}),
        ({"danger": "calm", "topic": "complaint", "service": "town", "progress": "unsure"}, IN_TOWN,
         AT_FIRST + ", begun: false", "town-complaint/jump, town-complaint/else",
         {": unsure: no", "jump", "else"}),
        ({"danger": "calm", "topic": "complaint", "service": "town", "progress": "talk"}, IN_TOWN,
         AT_FIRST + ", begun: false", "town-complaint/talk", {"answer talk", "rule talk"}),
    ],
)  # fmt: skip
def test_a_scenario_takes_away_what_it_tries(
    tried: Mini, answers: dict[str, str], policy: str, expect: str, shows: str, tries: set[str]
) -> None:
    """One more scenario tries its own answers, its place and the rules that it shows, and nothing else."""
    case(tried, "two", answers, policy, expect, shows)
    assert tried.errors() == []
    assert tried.leftovers() == [each for each in ALL if not any(words in each for words in tries)]


def test_a_service_that_nobody_is_asked_for_needs_no_scenario(tried: Mini) -> None:
    """Where services do not differ, the question for the service is never asked."""
    case(tried, "one", {"danger": "calm", "topic": "complaint"}, "national",
         "stage: stage-1, deadlines: [{id: none}]")  # fmt: skip
    tried.edit("national/triage.yaml", "        service: town\n", "")
    (tried.folder / TOWN).unlink()
    assert tried.errors() == []
    assert not [each for each in tried.leftovers() if "names this service" in each]


def test_both_answers_to_a_condition_are_tried(mini: Mini) -> None:
    """Each answer to a question about a condition wants a scenario, but for that of who is not sure."""
    mini.edit(
        TOWN, "stages:\n", "conditions: [{id: hard, asks: Hard?, holds: it is hard, source: x}]\nstages:\n"
    )
    mini.edit(TOWN, "      - id: answer\n", "      - id: answer\n        only_if: hard\n")
    answers = {"danger": "calm", "topic": "complaint", "service": "town", "progress": "stage-1"}
    expect = "stage: stage-1, service: town, next: stage-2/level-1"
    case(mini, "one", answers | {"if-hard": '"no"'}, IN_TOWN, expect)
    assert mini.errors() == []
    assert [each for each in mini.leftovers() if "condition" in each] == [
        f"{TOWN}:10:14: finding: conditions[0]: no scenario answers yes to this condition. {HINT}"
    ]
