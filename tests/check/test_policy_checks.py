"""Conditions, tasks, people, what stays of a national policy: each rule has a case that stays allowed."""

# ruff: noqa: E501 - a table is read by its columns

import pytest

from tests.mini import Mini

TOWN = "services/town/policies/town-complaint.yaml"
NATIONAL = "national/policies/national.yaml"
ROUTES = "national/routes.yaml"


def told(mini: Mini, old: str, new: str, name: str = TOWN) -> list[str]:
    """Change a file, and return the errors without their places in it."""
    mini.edit(name, old, new)
    return [each.partition(" error: ")[2] for each in mini.errors()]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("asks: Is it hard?, holds: it is hard", None),
        ("asks: Is it hard?, holds: it is hard, 'yes': It is, 'no': It is not", None),
        ("asks: It is hard, holds: it is hard",
         "asks: is no question. Write a question to be answered by yes or no, such as: Is the complaint complex?"),
        ("asks: Is it hard?, holds: if it is hard",
         ("holds: does not fit after the word if. Write the case as it stands after the word if, such as: the "
          "complaint is complex.")),
        ("asks: Is it hard?, holds: It is hard.",
         ("holds: does not fit after the word if. Write the case as it stands after the word if, such as: the "
          "complaint is complex.")),
        ("asks: Is it hard?, holds: it is hard, 'yes': So, 'no': So",
         "no: is the answer yes as well. Write two different answers."),
    ],
)  # fmt: skip
def test_a_condition_can_be_asked(mini: Mini, fields: str, wrong: str | None) -> None:
    """A condition is a question with two answers, and a case that stands after the word if."""
    mini.edit(TOWN, "does: answers, to", "does: answers, only_if: hard, to")
    condition = f"conditions: [{{id: hard, {fields}, source: x}}]\nstages:\n"
    assert told(mini, "stages:\n", condition) == ([f"conditions[0].{wrong}"] if wrong else [])


def test_a_condition_that_nothing_depends_on_is_told(mini: Mini) -> None:
    """A condition is asked about for the sake of what depends on it."""
    condition = "conditions: [{id: hard, asks: Is it hard?, holds: it is hard, source: x}]\nstages:\n"
    assert told(mini, "stages:\n", condition) == []
    said = "conditions[0].id: hard is not used: no only_if or unless names it. Use it, or take it out."
    assert [each.partition(" finding: ")[2] for each in mini.leftovers()] == [said]
    mini.edit(TOWN, "does: answers, to", "does: answers, unless: hard, to")
    assert mini.leftovers() == []


def test_a_step_does_not_depend_on_a_condition_both_ways(mini: Mini) -> None:
    """A step for which something must be so and not so is never done."""
    condition = "conditions: [{id: hard, asks: Is it hard?, holds: it is hard, source: x}]\nstages:\n"
    mini.edit(TOWN, "stages:\n", condition)
    hint = "Keep one of the two: with both it never holds."
    assert told(mini, "does: answers, to", "does: answers, only_if: hard, unless: hard, to") == [
        f"stages[0].steps[0].unless: names the condition of only_if. {hint}"
    ]


@pytest.mark.parametrize("key", ["conditions", "rights"])
def test_ids_of_a_list_are_used_once(mini: Mini, key: str) -> None:
    """Two conditions, or two rights, have two names."""
    mini.edit(TOWN, "does: answers, to", "does: answers, only_if: one, to")
    own = {"rights": "says: x", "conditions": "asks: 'Is it?', holds: it is"}
    mini.edit(TOWN, "stages:\n", f"conditions: [{{id: one, {own['conditions']}, source: x}}]\nstages:\n")
    mini.edit(TOWN, "stages:\n", f"rights: [{{id: one, {own['rights']}, source: x}}]\nstages:\n")
    assert mini.errors() == []
    twice = f"{key}: [{{id: one, {own[key]}, source: x}}, "
    (wrong,) = told(mini, f"{key}: [", twice)
    assert wrong.startswith(f"{key}[1].id: one is used already, on line")


TASKS = """\
form: tasks
stages:
  - id: tasks
    title: The tasks
    source: Section 1
    steps:
      - {who: team, does: answers, by: answer}
    timescales:
      - {id: answer, amount: 3, unit: weeks, from: sent, firmness: must, source: Section 1}
"""
SECOND = """\
  - id: more
    title: More tasks
    source: Section 1
    asks: More
    steps: [{who: team, does: answers, by: later}]
    timescales: [{id: later, amount: 3, unit: weeks, from: sent, firmness: must, source: x}]
"""


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("form: tasks\n", "form: tasks\n", []),
        ("source: Section 1}\n", "source: Section 1}\n    then: {says: It is over., ends: true}\n", []),
        (", by: answer}", ", by: answer}\n      - {who: carer, does: reads it}",
         [("stages[0].steps[1].by: is missing in a table of tasks. Write the id of the timescale by which this task "
           "is done.")]),
        ("source: Section 1}\n", "source: Section 1}\n    if_unresolved: {says: It is over., ends: true}\n",
         [("stages[0].if_unresolved: is not for a table of tasks. Write it under then, or take it out: a table of "
           "tasks settles nothing.")]),
        ("form: tasks\n", "form: tasks\nprogress_ask: How far is it?\n",
         ["progress_ask: is not for a table of tasks. Take it out: nobody is asked how far it has got."]),
        ("source: Section 1}\n", f"source: Section 1}}\n{SECOND}",
         ["stages[1]: is a second stage in a table of tasks. Put all tasks into one stage, or take form: tasks out."]),
    ],
)  # fmt: skip
def test_a_table_of_tasks_is_one(mini: Mini, old: str, new: str, wrong: list[str]) -> None:
    """A policy of the form tasks has one stage, a time for each step, and nothing about how far it has got."""
    text = mini.read(TOWN)
    before, stages = text.split("stages:\n", 1)
    tasks = before.replace("unsure: {stage: stage-1, says: Ask the team.}\n", "") + TASKS
    assert "stage-2" in stages
    mini.write(TOWN, tasks)
    mini.edit("national/triage.yaml", "        service: town\n        stage: stage-1\n", "")
    found = told(mini, old, new)
    assert [each for each in found if not each.startswith(("stages[0].asks", "unsure"))] == wrong


@pytest.mark.parametrize(
    ("people", "wrong"),
    [
        ("to: [carer]", None),
        ("to: [carer], cc: [chief]", None),
        ("to: [carer], cc: [carer]", "cc[0]: carer is in to already. Keep one."),
        ("to: [carer, carer]", "to[1]: carer is in to already. Keep one."),
        ("to: [team]", "to[0]: team is the one who acts. Name somebody else, or take it out."),
        ("to: [carer], cc: [team]", "cc[0]: team is the one who acts. Name somebody else, or take it out."),
    ],
)
def test_everybody_is_addressed_once(mini: Mini, people: str, wrong: str | None) -> None:
    """Nobody gets a letter and its copy, and nobody writes to themselves."""
    mini.add("national/roles.yaml", "- {id: chief, name: chief, explains: Is in charge.}\n")
    found = told(mini, "does: answers, to: [carer]", f"does: answers, {people}")
    assert found == ([f"stages[0].steps[0].{wrong}"] if wrong else [])


NO_NUMBER = "contacts: has no telephone number, and this route is urgent. Add a contact that has a phone."
PAPER = """\
- id: desk
  name: The desk
  checked_on: 2026-11-10
  review_by: 2027-11-10
  source: {section: Page, document: law}
  address: 1 High Street
"""


@pytest.mark.parametrize(
    ("national", "own", "wrong"),
    [
        ("[emergency]", "", []),
        ("[emergency]", "contacts: [desk]\n", []),
        ("[desk]", "contacts: [emergency]\n", ["national"]),
        ("[desk]", "contacts: [desk]\n", ["national", "own"]),
        ("[emergency]", "replaces: [{part: contacts, item: emergency, says: x, source: x}]\n", ["own"]),
        ("[emergency]",
         "contacts: [emergency]\nreplaces: [{part: contacts, item: emergency, says: x, source: x}]\n", []),
    ],
)  # fmt: skip
def test_an_urgent_page_shows_a_number(mini: Mini, national: str, own: str, wrong: list[str]) -> None:
    """The contacts of a policy and those that stay of the national one have a telephone number among them."""
    mini.add("national/contacts.yaml", PAPER)
    mini.edit(NATIONAL, "stages:\n", f"contacts: {national}\nstages:\n")
    mini.edit(TOWN, "stages:\n", f"{own}stages:\n")
    assert mini.errors() == []
    mini.edit(ROUTES, "  fallback: national\n", "  fallback: national\n  urgent: true\n")
    file = {"national": NATIONAL, "own": TOWN}
    assert [error.partition(":")[0] for error in mini.errors()] == [file[each] for each in wrong]
    assert all(error.endswith(NO_NUMBER) for error in mini.errors())


def test_the_number_of_the_service_itself_is_one(mini: Mini) -> None:
    """A page shows how to reach the service, so that its number will do."""
    mini.edit(ROUTES, "  fallback: national\n", "  fallback: national\n  urgent: true\n")
    assert [error.partition(":")[0] for error in mini.errors()] == [NATIONAL, TOWN]
    mini.edit("services/town/service.yaml", "calendar: england", "calendar: england\ncontacts: [emergency]")
    assert [error.partition(":")[0] for error in mini.errors()] == [NATIONAL]


@pytest.mark.parametrize(
    ("item", "wrong"),
    [
        ("{part: warnings, item: beware, says: x, source: x}", None),
        ("{part: warnings, item: bewear, says: x, source: x}",
         "replaces[0].item: national has no bewear among its warnings. Did you mean beware?"),
        ("{part: rights, item: beware, says: x, source: x}",
         "replaces[0].item: national has no beware among its rights. Take it out."),
        ("{part: warnings, item: beware, says: x, source: x}, {part: warnings, item: beware, says: x, source: x}",
         "replaces[1].item: beware is replaced already. Keep one."),
    ],
)  # fmt: skip
def test_what_is_replaced_is_there(mini: Mini, item: str, wrong: str | None) -> None:
    """A policy replaces an item of the national one by its name, once."""
    mini.edit(NATIONAL, "stages:\n", "warnings: [{id: beware, says: x, source: x}]\nstages:\n")
    assert told(mini, "stages:\n", f"replaces: [{item}]\nstages:\n") == ([wrong] if wrong else [])


def test_a_national_policy_replaces_nothing(mini: Mini) -> None:
    """What holds for everybody is the floor itself."""
    new = "warnings: [{id: beware, says: x, source: x}]\n"
    new += "replaces: [{part: warnings, item: beware, says: x, source: x}]\nstages:\n"
    assert told(mini, "stages:\n", new, NATIONAL) == [
        "replaces[0]: has nothing to replace: no other policy holds nationally for this route. Take it out."
    ]


@pytest.mark.parametrize(
    ("label", "wrong"), [("Town", True), ("town", True), ("Town Hall", False), ("The town", False)]
)
def test_each_service_has_a_label_of_its_own(mini: Mini, label: str, wrong: bool) -> None:
    """In a list of answers nobody can tell two services with one label apart."""
    found = told(mini, "label: Another service", f"label: {label}", "services/other/service.yaml")
    first, second = (
        ("town", "other") if mini.errors() and "town too" in mini.errors()[0] else ("other", "town")
    )
    label = label if second == "other" else "Town"
    expected = f"label: {label} is the label of {first} too. Write what tells the two apart."
    assert found == ([expected] if wrong else [])
