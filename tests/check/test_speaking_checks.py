"""Texts that speak to whoever reads: each rule breaks one thing, and reads what is told."""

# ruff: noqa: E501 - a table is read by its columns

import pytest

from tests.mini import Mini

TOWN = "services/town/policies/town-complaint.yaml"
NATIONAL = "national/policies/national.yaml"
ROLES = "national/roles.yaml"
TRIAGE = "national/triage.yaml"
STEP = "{who: team, does: answers, to: [carer]}"


@pytest.fixture
def read(mini: Mini) -> Mini:
    """Let the carer be a reader, who can say so, and give their step an act."""
    mini.edit(ROLES, "name: foster carer, explains", "name: foster carer, reader: carer, explains")
    mini.edit(TRIAGE, "label: Nobody is, next", "label: Nobody is, reader: carer, next")
    mini.add(TRIAGE, "readers: [{id: carer, name: a foster carer}]\n")
    mini.edit(NATIONAL, "does: complains, to", "does: complains, act: complain, to")
    return mini


def told(mini: Mini) -> list[str]:
    """Return the errors without their places."""
    return [each.partition(" error: ")[2] for each in mini.errors()]


def test_a_world_with_a_reader_is_in_order(read: Mini) -> None:
    """What the others break has no errors, and nothing to mend."""
    assert read.errors() == []
    assert read.leftovers() == []


@pytest.mark.parametrize(
    ("name", "old", "new", "wrong"),
    [
        (NATIONAL, "act: complain, ", "", "stages[0].steps[0].act: is missing, and to carer this step speaks as `you`. Write what follows `you should`, such as: complain."),
        (NATIONAL, "act: complain,", "act: Complain,", "stages[0].steps[0].act: begins with a capital letter. Write what follows `should`, such as: record what was agreed."),
        (NATIONAL, "act: complain,", "act: complains,", "stages[0].steps[0].act: does not fit after `should`: complains. Write complain."),
        (NATIONAL, "act: complain,", "act: complain.,", "stages[0].steps[0].act: ends with a full stop. Take it out: a date may follow."),
        (NATIONAL, "act: complain,", "act: '{carre asks|ask}',", "stages[0].steps[0].act: 'carre' is not among the roles. Did you mean carer?"),
        (TOWN, "does: It is answered.\n", "does: '{carer asks|}.'\n", "stages[0].timescales[0].does: has a placeholder that is none: {carer asks|}. Write {carer}, {carer's}, {carer asks|ask} or {carer: they|you}."),
        (TOWN, "does: It is answered.\n", "does: 'It { is answered.'\n", "stages[0].timescales[0].does: has a placeholder that is none: {. Write {role}, {role's}, {role asks|ask} or {role: they|you}."),
        (TOWN, "firmness: must\n", "firmness: must\n        kind: limit\n", "stages[0].timescales[0].if_missed: is missing for a limit. Write what can still be done once the last day has passed."),
        (TOWN, "firmness: must\n", "firmness: must\n        if_missed: Ask.\n", "stages[0].timescales[0].if_missed: is only for a limit. Write kind: limit, or take it out: a time of others, once over, makes the phase late."),
        (TOWN, "stages:\n  - id: stage-1", "speaks_to: [carer]\nstages:\n  - id: stage-1", "speaks_to: is only for a national policy. Take it out, or write national: true."),
        (TOWN, "stages:\n  - id: stage-1", "phases:\n  - {phase: late, says: x}\n  - {phase: late, says: z}\nstages:\n  - id: stage-1", "phases[1].phase: late is told already. Put both into one."),
        (TOWN, "stages:\n  - id: stage-1", "phases: [{phase: late}]\nstages:\n  - id: stage-1", "phases[0]: says nothing of the phase late. Write steps, meanwhile, says, next, messages or a letter, or take it out."),
        (TOWN, "stages:\n  - id: stage-1", "phases: [{phase: late, letter: {subject: x, body: 'By {dew}.'}}]\nstages:\n  - id: stage-1", "phases[0].letter.body: has a placeholder that no letter has: {dew}. Did you mean {due}?"),
        (TOWN, "stages:\n  - id: stage-1", "phases: [{phase: late, steps: [{who: team, does: acts}], messages: [{who: carer, to: [team], subject: x, body: x}]}]\nstages:\n  - id: stage-1", "phases[0].messages[0].who: carer does not act in this phase. Write one of: team."),
        (TOWN, "stages:\n  - id: stage-1", "answers: [{question: skip, answer: not_stated}, {question: skip, answer: not_stated}]\nstages:\n  - id: stage-1", "answers[1].question: skip is answered already. Keep one, or name under stages the ones that each holds at."),
        (TOWN, "stages:\n  - id: stage-1", "answers: [{question: own, answer: not_stated}]\nstages:\n  - id: stage-1", "answers[0].ask: is missing for a question of its own. Write the question."),
        (TOWN, "stages:\n  - id: stage-1", "answers: [{question: skip, answer: 'yes', source: x}]\nstages:\n  - id: stage-1", "answers[0].says: is missing. Write what to add to the word, or answer: not_stated."),
        (TRIAGE, "[{id: carer, name: a foster carer}]", "[{id: carer, name: x}, {id: nobody, name: x}]", "readers[1].id: nobody can say that they are nobody. Name it as reader of an answer in triage.yaml, or take it out."),
        (TRIAGE, "[{id: carer, name: a foster carer}]", "[{id: carer, name: x, like: carer}]", "readers[0].like: leads in a circle. Name a reader who is like nobody, or take it out."),
    ],
)  # fmt: skip
def test_what_would_read_wrong_is_an_error(read: Mini, name: str, old: str, new: str, wrong: str) -> None:
    """Each is told with its place and with what to write."""
    read.edit(name, old, new)
    assert told(read) == [wrong]


def test_two_policies_for_one_reader_are_told(read: Mini) -> None:
    """A reader of a route gets one policy in place of the route's own."""
    text = read.read(NATIONAL)
    for name in ("one", "two"):
        own = text.replace("id: national\n", f"id: {name}\n").replace(
            "national: true\n", "national: true\nspeaks_to: [carer]\n"
        )
        read.write(f"national/policies/{name}.yaml", own)
    assert (
        "speaks_to[0]: carer gets one for complaint already. Name each reader of a route in one policy."
        in told(read)
    )


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("does: answers, to", "does: answers the foster carer, to", "stages[0].steps[0].does: names carer as somebody else: the foster carer. Write {carer}, which is `you` to them."),
        ("does: answers, to", "does: reads the foster carer's letter, to", "stages[0].steps[0].does: names carer as somebody else: the foster carer's. Write {carer's}, which is `you` to them."),
        ("does: answers, to", "does: answers, act: answer your letter, to", "stages[0].steps[0].act: speaks to one reader. Write the role, such as {foster-carer's}: others read this of whoever acts."),
        ("does: answers, to", "does: answers {carer}, to", None),
    ],
)  # fmt: skip
def test_a_reader_who_is_named_as_somebody_else_is_a_finding(
    read: Mini, old: str, new: str, what: str | None
) -> None:
    """Whoever reads a text is `you` in it."""
    read.edit(TOWN, old, new)
    assert [each.partition(" finding: ")[2] for each in read.leftovers()] == ([what] if what else [])


def test_what_an_answer_could_say_besides_is_a_finding(mini: Mini) -> None:
    """Plain answers, who must meet a closing time, and a way on after the end are asked for."""
    found = [each.partition(" finding: ")[2] for each in mini.findings()]
    assert [each for each in found if each not in {each.partition(" finding: ")[2] for each in mini.leftovers()} and "found by" not in each and "findings[" not in each] == [
        "answers: leaves plain questions without an answer: skip, first, both, clock, worse. Answer each; where the document is silent, with answer: not_stated.",
        "stages[0].if_unresolved: leaves everybody without a way on after the last stage. Under phases write the phase over: its steps, and under next the route that is still open.",
        "answers: leaves plain questions without an answer: skip, first, both, clock, worse. Answer each; where the document is silent, with answer: not_stated.",
        "stages[0].timescales[0].act: is missing where the time leads the page. Write what follows `should`, such as: record what was agreed.",
        "stages[0].timescales[0].who: is missing where the time leads the page. Write the role that is to act, so that the page can say who must do what by when.",
        "stages[1].levels[0].if_unresolved: leaves everybody without a way on after the last stage. Under phases write the phase over: its steps, and under next the route that is still open.",
    ]  # fmt: skip
