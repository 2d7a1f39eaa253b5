"""What is wrong with a data folder as a whole: each test breaks one thing and reads what is told."""

import pytest

from navigator.check.graph import circle
from tests.mini import Mini

NATIONAL = "national/policies/national.yaml"
TOWN = "services/town/policies/town-complaint.yaml"
TRIAGE = "national/triage.yaml"
ROUTES = "national/routes.yaml"
SPARE = "id: spare, name: x, purpose: x, who_starts: x}\n"
SECOND = """\
        source: Section 1
      - id: second
        does: It is answered.
        amount: 10
        unit: weeks
        from: sent
        firmness: must
        closes_stage: true
"""


def test_nothing_is_wrong_with_data_in_order(mini: Mini) -> None:
    """A folder in order has no errors; what its author found in a document is listed for the owner."""
    assert mini.errors() == []
    (finding,) = (each for each in mini.findings() if "findings[" in each)
    assert finding.startswith(
        "services/town/policies/town-complaint.yaml:43:5: finding: findings[0]: g1, no_timescale: "
    )
    assert finding.endswith(": No time is given at level 1. Ask: How long may level 1 take?")


BROKEN = [
    # references
    (NATIONAL, "who: carer", "who: carrer", "15:15",
     "stages[0].steps[0].who: 'carrer' is not among the roles. Did you mean carer?"),
    (NATIONAL, "[team]", "[zzz]", "15:44",
     ("stages[0].steps[0].to[0]: 'zzz' is not among the roles. Add it to roles.yaml, or write an id "
      "that is there.")),
    (TOWN, "ends_with: answered", "ends_with: answer", "25:20",
     "stages[0].timescales[0].ends_with: 'answer' is not among the events. Did you mean answered?"),
    (TOWN, "stage: stage-2/level-1", "stage: stage-2", "28:47",
     "stages[0].if_unresolved.stage: town-complaint has no stage 'stage-2'. Did you mean stage-1?"),
    (TRIAGE, "next: topic}", "next: topik}", "18:44",
     "questions[0].options[1].next: 'topik' is not among the questions. Did you mean topic?"),
    (TRIAGE, "start: danger", "start: anger", "1:8",
     "start: 'anger' is not among the questions. Did you mean danger?"),
    (TRIAGE, "stage: stage-1", "stage: stage-9", "16:16",
     "questions[0].options[0].stage: town-complaint has no stage 'stage-9'. Did you mean stage-1?"),
    (ROUTES, "fallback: national", "fallback: nation", "5:13",
     "[0].fallback: 'nation' is not among the policies. Did you mean national?"),
    ("services/town/service.yaml", "calendar: england", "calendar: wales", "5:11",
     ("calendar: 'wales' is not among the calendars. Add it to calendars.yaml, or write an id that is "
      "there.")),
    # duplicates
    ("national/roles.yaml", "- {id: team,", "- {id: carer, name: x, explains: x}\n- {id: team,", "2:8",
     "[1].id: carer is used already, on line 1. Write another id."),
    ("national/roles.yaml", "- {id: carer, name: foster carer, explains: Cares for a child.}\n",
     "- name: foster carer\n  id: carer\n  explains: Cares.\n- {id: carer, name: x, explains: x}\n", "4:8",
     "[1].id: carer is used already, on line 2. Write another id."),
    (TRIAGE, "- {id: complaint,", "- {id: unsure,", "24:14",
     "questions[1].options[1].id: unsure is used already, on line 23. Write another id."),
    (TOWN, "{id: again,", "{id: answer,", "40:18",
     "stages[1].levels[0].timescales[0].id: answer is used already, on line 19. Write another id."),
    # timescales
    (TOWN, "        amount: 10\n", "", "19:9",
     "stages[0].timescales[0].amount: is missing. Write how many working_days, such as 10."),
    (TOWN, "amount: 10", "amount: 0", "21:17",
     "stages[0].timescales[0].amount: cannot be 0. Write a number from 1 to 1000."),
    (TOWN, "amount: 10", "amount: 100000", "21:17",
     "stages[0].timescales[0].amount: cannot be 100000. Write a number from 1 to 1000."),
    (TOWN, "        from: sent\n", "", "19:9",
     ("stages[0].timescales[0].from: is missing. Write from, the event it is counted from; or before, the "
      "one it is counted back from; or start_not_stated: true.")),
    (TOWN, "        firmness: must\n", "", "19:9",
     ("stages[0].timescales[0].firmness: is missing. Write one of: must, should, aim, usual, maximum, "
      "promise, not_stated.")),
    (TOWN, "firmness: must", "firmness: must\n        readings: [{why: x}]", "25:20",
     ("stages[0].timescales[0].readings[0]: does not differ from the timescale. Write an amount, a "
      "unit or a counting.")),
    (TOWN, "firmness: must", "firmness: must\n        readings: [{why: x, unit: none_stated}]", "25:35",
     "stages[0].timescales[0].readings[0].unit: gives no date. Write a unit that can be counted."),
    (NATIONAL, "none_stated, source", "none_stated, amount: 3, source", "17:72",
     "stages[0].timescales[0].amount: does not go with the unit none_stated. Take it out."),
    (NATIONAL, "none_stated, source", "none_stated, firmness: must, source", "17:74",
     "stages[0].timescales[0].firmness: does not go with the unit none_stated. Take it out."),
    (NATIONAL, "none_stated, source", "none_stated, readings: [{why: x, amount: 1}], source", "17:74",
     "stages[0].timescales[0].readings: does not go with the unit none_stated. Take it out."),
    (NATIONAL, "none_stated, source", "none_stated, assumed_start: x, source", "17:9",
     "stages[0].timescales[0].from: is missing. Write the event that assumed_start speaks of."),
    (NATIONAL, "unit: none_stated", "unit: immediately", "17:9",
     ("stages[0].timescales[0].firmness: is missing. Write one of: must, should, aim, usual, maximum, "
      "promise, not_stated.")),
    # stages
    (NATIONAL, "    steps:\n      - {who: carer, does: complains, to: [team]}\n", "", "11:5",
     "stages[0].steps: is missing. Write who does what."),
    (NATIONAL, "    if_unresolved: {says: Nothing is stated., none_stated: true}\n", "", "11:5",
     ("stages[0].if_unresolved: is missing. Write what follows: a stage, a route, ends: true or "
      "none_stated: true.")),
    (NATIONAL, ", none_stated: true}", "}", "18:20",
     ("stages[0].if_unresolved: names no way on. Write exactly one of: stage, route, none_stated: true, "
      "ends: true.")),
    (NATIONAL, "none_stated: true}", "none_stated: true, route: complaint}", "18:20",
     ("stages[0].if_unresolved: names more than one way on. Write exactly one of: stage, route, "
      "none_stated: true, ends: true.")),
    (TOWN, "    levels:", "    begins_with: sent\n    levels:", "32:5",
     "stages[1].begins_with: stands beside levels. Move it into the levels."),
    (TOWN, "        asks: It is at level 1\n", "", "33:9",
     ("stages[1].levels[0].asks: is missing. Write how a person knows that it has got this far, as "
      "they would say it.")),
    (TOWN, "unsure: {stage: stage-1, says: Ask the team.}\n", "", "1:1",
     ("unsure: is missing. Write the stage to show to somebody who does not know, and what to tell "
      "them.")),
    (TOWN, "unsure:", "effective_from: 2026-02-01\neffective_until: 2026-01-01\nunsure:", "10:18",
     "effective_until: lies before effective_from. Write a later day."),
    (TOWN, "        closes_stage: true\n", "        closes_stage: true\n" + SECOND, "34:23",
     "stages[0].timescales[1].closes_stage: stands twice in this stage. Keep one."),
    # questions
    (TRIAGE, "next: topic}", "hint: Nothing}", "18:9",
     "questions[0].options[1]: leads nowhere. Write exactly one of: next, route, signpost."),
    (TRIAGE, "next: topic}", "next: topic, route: complaint, because: x}", "18:9",
     "questions[0].options[1]: leads to more than one place. Write exactly one of: next, route, signpost."),
    (TRIAGE, "next: topic}", "next: topic, service: town}", "18:51",
     "questions[0].options[1].service: is for answers with a route. Take it out."),
    (TRIAGE, ", because: It is a complaint.}", "}", "23:9",
     "questions[1].options[0].because: is missing. Write why this answer leads there."),
    (TRIAGE, "next: topic, unsure: true", "next: topic", "11:5",
     ("questions[0].options: have no answer for somebody who is not sure. Add an answer with unsure: "
      "true, so that nobody has to guess.")),
    (TRIAGE, "next: topic}", "next: topic, unsure: true}", "19:64",
     ("questions[0].options[2].unsure: stands twice in this question. Keep one answer with unsure: "
      "true.")),
    ("services/other/service.yaml", "unsure: true\n", "", "1:1",
     ("the file: no service is for somebody who is not sure. Write unsure: true in the one shown to "
      "somebody who is not sure.")),
    ("services/town/service.yaml", "order: 1", "order: 1\nunsure: true", "5:9",
     "unsure: is true already in services/other/service.yaml. Keep one."),
    # sources, services, calendars
    ("national/contacts.yaml", "{section: Page, document: law}", "Page", "4:11",
     "[0].source.document: is missing. Write the id of one of the documents."),
    (ROUTES, "fallback: national", "fallback: national\n- {fallback: national, " + SPARE, "6:14",
     "[1].fallback: national is a policy for the route complaint. Write a policy for spare."),
    ("services/town/service.yaml", "order: 1", "order: 1\npolicies: [town-complaint, national]", "5:28",
     ("policies[1]: national is for the route complaint, and so is town-complaint. Keep one policy "
      "for each route.")),
    ("national/calendars.yaml", "known_until: 2028", "known_until: 2031", "6:16",
     "[0].known_until: lies outside first to last. Write a day between them."),
    # circles
    (TRIAGE, "route: complaint, because: It may be one.,", "next: danger,", "9:5",
     "questions[0]: leads in a circle: danger, topic, danger. Let one answer lead to a route."),
    (TRIAGE, "label: I'm not sure, route: complaint, because: It may be one.,", "label: x, next: topic,",
     "20:5",
     "questions[1]: leads in a circle: topic, topic. Let one answer lead to a route."),
    (TOWN, "Nothing is stated., none_stated: true}", "Again., stage: stage-1}", "41:46",
     ("stages[1].levels[0].if_unresolved.stage: is an earlier stage, so that it leads in a circle. Write "
      "back: true where it is gone through again; else name a later stage.")),
    (TOWN, "unit: none_stated", "amount: 1, unit: weeks, from: answered, ends_with: sent, firmness: aim",
     "25:20",
     ("stages[0].timescales[0].ends_with: leads in a circle: sent, answered, sent. Let ends_with name "
      "an event that comes later than from.")),
    (TOWN, "ends_with: answered", "ends_with: sent", "25:20",
     ("stages[0].timescales[0].ends_with: leads in a circle: sent, sent. Let ends_with name an event "
      "that comes later than from.")),
    (TOWN, "unsure:",
     ("overall:\n  - {id: whole, does: x, amount: 1, unit: weeks, from: sent, firmness: aim, source: x, "
     "ends_with: sent}\nunsure:"), "10:99",
     ("overall[0].ends_with: leads in a circle: sent, sent. Let ends_with name an event that comes later "
      "than from.")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "place", "told"), BROKEN)
def test_tells_what_is_wrong_and_where(
    mini: Mini, name: str, old: str, new: str, place: str, told: str
) -> None:
    """One thing broken gives exactly one error, with file, line, column, value and advice."""
    mini.edit(name, old, new)
    (error,) = mini.errors()
    assert error == f"{name}:{place}: error: {told}"


def test_a_stage_without_a_service_is_one_of_the_fallback(mini: Mini) -> None:
    """An answer that names no service can only name a stage of the policy that everybody falls back on."""
    mini.edit(TRIAGE, "service: town\n        stage: stage-1", "stage: stage-2/level-1")
    told = "national has no stage 'stage-2/level-1'. Write one of: stage-1."
    assert f"{TRIAGE}:15:16: error: questions[0].options[0].stage: {told}" in mini.errors()


def broken(mini: Mini, name: str, old: str, new: str) -> list[str]:
    mini.edit(name, old, new)
    return [error.partition(" error: ")[2] for error in mini.errors()]


def test_of_very_many_names_only_the_first_hundred_are_looked_for(mini: Mini) -> None:
    """The nearest name is told a hundred times; from then on it is told what to do in general."""
    step = "      - {who: carer, does: complains, to: [team]}\n"
    found = broken(mini, NATIONAL, step, 102 * step.replace("team", "taem"))
    hints = [each.partition("is not among the roles. ")[2] for each in found]
    general = "Add it to roles.yaml, or write an id that is there."
    assert sorted(hints) == [general] * 2 + ["Did you mean team?"] * 100


@pytest.mark.parametrize(("amount", "fits"), [(1, True), (1000, True), (1001, False)])
def test_an_amount_lies_between_1_and_1000(mini: Mini, amount: int, fits: bool) -> None:
    """The smallest and the largest amount are taken, and one more is a slip of the keyboard."""
    told = f"stages[0].timescales[0].amount: cannot be {amount}. Write a number from 1 to 1000."
    assert broken(mini, TOWN, "amount: 10", f"amount: {amount}") == ([] if fits else [told])


def test_what_is_to_happen_at_once_has_no_amount(mini: Mini) -> None:
    """A number or a reading beside `immediately` is an error, and a firmness is asked for there."""
    new = "unit: immediately, amount: 2, firmness: must, readings: [{why: x, unit: weeks}], source"
    assert broken(mini, NATIONAL, "unit: none_stated, source", new) == [
        "stages[0].timescales[0].amount: does not go with the unit immediately. Take it out.",
        "stages[0].timescales[0].readings: does not go with the unit immediately. Take it out.",
    ]


@pytest.mark.parametrize(
    ("reading", "told"),
    [
        ("unit: weeks", None),
        ("counting: beginning_with", None),
        ("amount: 4", None),
        ("amount: 0", "amount: cannot be 0. Write a number from 1 to 1000."),
        ("amount: 1001", "amount: cannot be 1001. Write a number from 1 to 1000."),
        ("unit: immediately", "unit: gives no date. Write a unit that can be counted."),
    ],
)
def test_a_reading_differs_and_can_be_counted(mini: Mini, reading: str, told: str | None) -> None:
    """One difference is enough for a reading; its amount and its unit must be such as can be counted."""
    found = broken(mini, TOWN, "firmness: must", f"firmness: must\n        readings: [{{why: x, {reading}}}]")
    assert found == ([f"stages[0].timescales[0].readings[0].{told}"] if told else [])


def test_what_a_stage_with_levels_must_not_have_is_told_together(mini: Mini) -> None:
    """Whatever belongs into the levels and stands beside them is told, each at its key."""
    beside = """\
    asks: x
    begins_with: sent
    steps: [{who: team, does: x}]
    timescales: [{id: spare, does: x, unit: none_stated, source: x}]
    if_unresolved: {says: x, none_stated: true}
    levels:"""
    assert broken(mini, TOWN, "    levels:", beside) == [
        f"stages[1].{key}: stands beside levels. Move it into the levels."
        for key in ("asks", "begins_with", "steps", "timescales", "if_unresolved")
    ]


def test_levels_have_no_levels(mini: Mini) -> None:
    """A level within a level is an error."""
    level = "levels: [{id: x, title: x, source: x}]"
    assert "stages[1].levels[0].levels: do not have levels of their own. Make them stages." in broken(
        mini, TOWN, "        asks: It is at level 1\n", f"        asks: It is at level 1\n        {level}\n"
    )


def test_a_stage_says_who_acts_and_by_when(mini: Mini) -> None:
    """A stage without timescales is an error, as one that gives no time says so."""
    old = (
        "    timescales:\n      - {id: none, does: No time is given., unit: none_stated, source: Section 1}\n"
    )
    assert broken(mini, NATIONAL, old, "") == [
        (
            "stages[0].timescales: is missing. "
            "Write at least one; where the document gives no time, one with the unit none_stated."
        )
    ]


def test_a_policy_has_a_stage(mini: Mini) -> None:
    """A policy without stages is an error."""
    head, _, _ = mini.read(NATIONAL).partition("stages:\n")
    mini.write(NATIONAL, f"{head}stages: []\n")
    assert any(
        error.endswith("error: stages: is empty. Write at least one stage.") for error in mini.errors()
    )


def test_a_policy_may_end_on_the_day_it_begins(mini: Mini) -> None:
    """The last day may be the first, and either may be left out."""
    one_day = "effective_from: 2026-01-01\neffective_until: 2026-01-01\nunsure:"
    assert broken(mini, TOWN, "unsure:", one_day) == []


@pytest.mark.parametrize("name", ["not-begun", "unsure"])
def test_a_stage_is_not_called_like_an_answer_of_its_own(mini: Mini, name: str) -> None:
    """A stage or an entry called like one of the built-in answers is an error."""
    text = mini.read(TOWN).replace("stage: stage-1,", f"stage: {name},").replace("id: stage-1", f"id: {name}")
    mini.write(TOWN, text)
    triage = mini.read(TRIAGE).replace("stage: stage-1", f"stage: {name}")
    mini.write(TRIAGE, triage)
    told = [error.partition(" error: ")[2] for error in mini.errors()]
    assert told == [f"stages[0].id: {name} has a meaning of its own here. Write another id."]


@pytest.mark.parametrize("name", ["not-begun", "unsure", "stage-2/level-1", "stage-1"])
def test_an_entry_is_not_called_like_another_answer(mini: Mini, name: str) -> None:
    """An entry called like a stage or like one of the built-in answers is an error."""
    entry = f"{{id: {name}, asks: x, stage: stage-1, says: x, source: x}}"
    found = broken(mini, TOWN, "stages:\n", f"entries:\n  - {entry}\nstages:\n")
    if "/" in name:
        assert found  # no id has a slash
    else:
        assert found == [
            f"entries[0].id: {name} is a stage already or has a meaning of its own here. Write another id."
        ]


def test_one_stage_with_an_entry_rule_has_an_answer_for_those_not_sure(mini: Mini) -> None:
    """Where an entry rule makes a choice of a single stage, both need words, and so does not being sure."""
    entry = "{id: talk, asks: x, stage: stage-1, says: x, source: x}"
    assert broken(mini, NATIONAL, "stages:\n", f"entries:\n  - {entry}\nstages:\n") == [
        "unsure: is missing. Write the stage to show to somebody who does not know, and what to tell them.",
        (
            "stages[0].asks: is missing. "
            "Write how a person knows that it has got this far, as they would say it."
        ),
    ]


def test_a_circle_of_the_whole_policys_timescales_is_told(mini: Mini) -> None:
    """Timescales of the whole policy can lead in a circle with those of a stage as well."""
    times = "amount: 1, unit: weeks, from: answered, ends_with: sent, firmness: aim"
    whole = f"{{id: whole, does: x, {times}, source: x}}"
    (found,) = broken(mini, TOWN, "unsure:", f"overall:\n  - {whole}\nunsure:")
    hint = "Let ends_with name an event that comes later than from."
    assert found in {
        f"{place}.ends_with: leads in a circle: {way}. {hint}"
        for place, way in (
            ("overall[0]", "answered, sent, answered"),
            ("stages[0].timescales[0]", "sent, answered, sent"),
        )
    }


def test_a_policy_that_is_not_there_hides_no_other(mini: Mini) -> None:
    """Two policies of a service for one route are told although an unknown one stands before them."""
    unknown, twice = broken(
        mini, "services/town/service.yaml", "order: 1", "order: 1\npolicies: [zzz, town-complaint, national]"
    )
    assert unknown.startswith("policies[0]: 'zzz' is not among the policies.")
    assert twice.startswith("policies[2]: national is for the route complaint, and so is town-complaint.")


@pytest.mark.parametrize("day", ["2020-01-01", "2030-12-31"])
def test_bank_holidays_may_be_known_until_the_first_or_the_last_day(mini: Mini, day: str) -> None:
    """Both ends of a calendar are within it."""
    assert broken(mini, "national/calendars.yaml", "known_until: 2028-12-31", f"known_until: {day}") == []


def test_a_stage_beside_a_service_is_one_of_its_policy(mini: Mini) -> None:
    """An answer may name a stage that only the service's own policy has, and not the fallback."""
    assert broken(mini, TRIAGE, "stage: stage-1", "stage: stage-2/level-1") == []


def test_questions_that_only_lead_to_each_other_are_not_met(mini: Mini) -> None:
    """A circle that no answer leads into is told as a circle, and neither of its questions is met."""
    other = "{{id: {}, ask: x, options: [{{id: x, label: x, next: {}, unsure: true}}]}}"
    pair = "".join(f"  - {other.format(*each)}\n" for each in (("here", "there"), ("there", "here")))
    mini.edit(TRIAGE, "exit_to:", f"{pair}exit_to:")
    *circles, first, second = mini.errors()
    hint = "Let an answer lead to it, or take it out."
    assert [first, second] == [
        f"{TRIAGE}:25:5: error: questions[2]: no answer leads here. {hint}",
        f"{TRIAGE}:26:5: error: questions[3]: no answer leads here. {hint}",
    ]
    assert len(circles) == 1


def test_a_question_that_nobody_meets_is_told(mini: Mini) -> None:
    """A question that no answer leads to is an error."""
    mini.write(TRIAGE, mini.read(TRIAGE).replace("next: topic", "route: complaint, because: x"))
    (error,) = mini.errors()
    hint = "Let an answer lead to it, or take it out."
    assert error == f"national/triage.yaml:20:5: error: questions[1]: no answer leads here. {hint}"


def test_a_built_in_name_cannot_be_used(mini: Mini) -> None:
    """A question called like a built-in one, and an entry called like a stage, are errors."""
    mini.write(TRIAGE, mini.read(TRIAGE).replace("topic", "service"))
    entry = "{id: stage-1, asks: x, stage: stage-1, says: x, source: x}"
    mini.edit(TOWN, "stages:\n", f"entries:\n  - {entry}\nstages:\n")
    in_triage, in_policy = mini.errors()
    assert in_policy.startswith(f"{TOWN}:11:10: error: entries[0].id: stage-1 is a stage already")
    told = "service is the name of a built-in question. Write another id."
    assert in_triage == f"{TRIAGE}:20:9: error: questions[1].id: {told}"


def test_what_comes_round_again_is_no_circle(mini: Mini) -> None:
    """A timescale that repeats may end with the event it starts from."""
    mini.edit(TOWN, "ends_with: answered", "ends_with: sent\n        repeats: true")
    assert mini.errors() == []


def test_leftovers_are_findings(mini: Mini) -> None:
    """What nothing names may be misspelt elsewhere, and is a finding; a policy out of reach is an error."""
    mini.add("national/roles.yaml", "- {id: spare, name: x, explains: x}\n")
    mini.add(ROUTES, f"- {{fallback: spare, {SPARE}")
    spare = mini.read(NATIONAL).replace("id: national", "id: spare")
    mini.write("national/policies/spare.yaml", spare.replace("route: complaint", "route: spare"))
    mini.write("national/policies/lost.yaml", mini.read(NATIONAL).replace("id: national", "id: lost"))
    assert mini.errors() == [
        (
            "national/policies/lost.yaml:1:5: error: id: no answer leads here: no service and no route names "
            "it. Put it into the folder of its service, or write it as the fallback of its route."
        ),
        (
            "national/policies/spare.yaml:1:5: error: id: no answer leads here: none leads to its route, "
            "spare. Write the answer under offered, at spare in routes.yaml."
        ),
    ]
    assert mini.leftovers() == [
        (
            "national/roles.yaml:3:8: finding: [2].id: spare is not used: "
            "no step, rule or word of the glossary names it. Use it, or take it out."
        ),
        (
            "national/routes.yaml:6:25: finding: [1].id: no answer in triage.yaml leads to spare. "
            "Let one lead there, or write under offered which question has one."
        ),
    ]


def test_an_answer_for_one_service_passes_no_policy_of_another_by(mini: Mini) -> None:
    """Where each answer names one service, another with a policy for that route is asked for all the same."""
    for answer in (
        "route: complaint, because: It is a complaint.",
        "route: complaint, because: It may be one.",
    ):
        mini.edit(TRIAGE, answer, f"{answer}, service: other")
    mini.edit(TRIAGE, "        service: town\n        stage: stage-1\n", "        service: other\n")
    assert mini.errors() == []


@pytest.mark.parametrize(
    ("name", "spare", "place", "users"),
    [
        ("national/events.yaml", "- {id: spare, name: x, ask: x}\n",
         "3:8: finding: [2]", "stage or timescale"),
        ("national/contacts.yaml",
         ("- {id: spare, name: x, checked_on: 2026-11-10, review_by: 2027-11-10, phone: '1', "
         "source: {section: x, document: law}}\n"),
         "7:8: finding: [1]", "policy, service or question"),
        ("national/documents.yaml",
         ("- {id: spare, title: x, publisher: x, kind: law, checked_on: 2026-11-10, review_by: 2027-11-10, "
         "confidence: A}\n"),
         "15:8: finding: [2]", "policy or source"),
        ("national/calendars.yaml",
         ("- {id: spare, name: x, country: GB, subdivision: WLS, first: 2020-01-01, known_until: 2028-12-31, "
         "last: 2030-12-31, source: {section: x, document: law}}\n"),
         "9:8: finding: [1]", "service"),
    ],
)  # fmt: skip
def test_each_kind_of_leftover_names_who_could_use_it(
    mini: Mini, name: str, spare: str, place: str, users: str
) -> None:
    """Events, contacts, documents and calendars that nothing names are told with what could name them."""
    mini.add(name, spare)
    told = f"spare is not used: no {users} names it. Use it, or take it out."
    assert mini.leftovers() == [f"{name}:{place}.id: {told}"]


def test_a_file_that_cannot_be_read_does_not_set_off_others(mini: Mini) -> None:
    """Without national/roles.yaml no role is called unknown; what is wrong elsewhere is told all the same."""
    mini.write("national/roles.yaml", "- [")
    mini.edit(TRIAGE, "next: topic}", "next: topik}")
    assert [error.partition(" error")[0] for error in mini.errors()] == [
        "national/roles.yaml:2:1:",
        "national/triage.yaml:18:44:",
    ]


def test_finds_the_way_round() -> None:
    """A circle is given in the order it is walked, and nothing where there is none."""
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) in (list("abca"), list("bcab"), list("cabc"))
    assert circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []
