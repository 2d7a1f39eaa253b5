"""What follows a stage, and which event opens it: each rule has a case that stays allowed."""

# ruff: noqa: E501 - a table is read by its columns

import pytest

from tests.mini import Mini

TOWN = "services/town/policies/town-complaint.yaml"
EVENTS = "national/events.yaml"
FIRST = "    if_unresolved: {says: It goes on., stage: stage-2/level-1}\n"
LAST = "        if_unresolved: {says: Nothing is stated., none_stated: true}\n"
FINDINGS = "findings:\n"
ENTRY = "entries: [{id: late, asks: Later, stage: stage-2/level-1, says: x, source: x}]\nfindings:\n"
THIRD = """\
  - id: {name}
    title: Another stage
    asks: It is at another stage
    source: Section 3
    begins_with: answered
    steps:
      - {{who: team, does: looks at it}}
    timescales:
      - {{id: looked, does: It is looked at., unit: none_stated, source: Section 3}}
    if_unresolved: {{says: Nothing is stated., none_stated: true}}
findings:
"""


def told(mini: Mini, old: str, new: str) -> list[str]:
    """Change the town's policy, and return its errors without their places in the file."""
    mini.edit(TOWN, old, new)
    return [each.partition(" error: ")[2] for each in mini.errors()]


@pytest.mark.parametrize(
    ("ways", "wrong"),
    [
        ("if_settled: {says: It ends., ends: true}", None),
        ("then: {says: It ends., ends: true}", None),
        ("then: {says: It goes on., stage: stage-2/level-1}", None),
        ("other_ways: [{says: x, ends: true, only_if: hard}]",
         ("if_unresolved: is missing. Write what follows: a stage, a route, ends: true or none_stated: true.")),
        ("then: {says: x, ends: true, none_stated: true}",
         ("then: names more than one way on. Write exactly one of: stage, route, none_stated: true, ends: true.")),
        ("then: {says: x, back: true, ends: true}",
         "then.back: is for a way back to a stage. Write the stage that is gone through again, or take it out."),
        ("then: {says: x, stage: stage-1, back: true}", None),
        ("then: {says: x, stage: stage-1}",
         ("then.stage: is this stage itself, so that it leads in a circle. Write back: true where it is gone through "
          "again; else name a later stage.")),
        ("then: {says: x, stage: stage-2/level-1, back: true}",
         ("then.back: is true, but stage-2/level-1 is a later stage. Take it out, or name this stage or an earlier "
          "one.")),
        ("then: {says: x, ends: true}\n    other_ways: [{says: y1, route: complaint, unless: hard}]", None),
        ("then: {says: x, ends: true}\n    other_ways: [{says: y1, stage: stage-1, back: true}]", None),
        ("then: {says: x, ends: true}\n    other_ways: [{says: y1, route: complaint}]",
         ("other_ways[0]: does not say when it is taken. Write the condition under only_if or unless, or back: true.")),
        ("then: {says: x, ends: true, only_if: hard, unless: hard}",
         "then.unless: names the condition of only_if. Keep one of the two: with both it never holds."),
    ],
)  # fmt: skip
def test_each_way_on_is_one_and_leads_forward_or_says_back(mini: Mini, ways: str, wrong: str | None) -> None:
    """A stage has what follows, each way is exactly one, and a way back is marked as one."""
    condition = "conditions: [{id: hard, asks: Is it hard?, holds: it is hard, source: x}]\nstages:\n"
    mini.edit(TOWN, "stages:\n", condition)
    mini.edit(TOWN, "does: answers again", "does: answers again, only_if: hard")
    mini.edit(TOWN, FINDINGS, ENTRY)
    assert told(mini, FIRST, f"    {ways}\n") == ([f"stages[0].{wrong}"] if wrong else [])


@pytest.mark.parametrize(
    ("name", "leads", "wrong"),
    [
        # A stage with a number belongs into the row of those before it.
        ("stage-3", "ends", ("stage-3 is left out: no stage leads to it. Let the stage before it lead there: write stage "
                        "under if_unresolved, if_settled or then.")),
        ("stage-3", "stage-3", None),
        # One beside the others is where some matters begin.
        ("homes", "", None),
        ("stage-9", "", None),
    ],
)  # fmt: skip
def test_no_stage_of_a_row_is_left_out(mini: Mini, name: str, leads: str, wrong: str | None) -> None:
    """A stage whose number says that it follows another must be led to; one beside the row need not be."""
    if leads:
        on = "ends: true" if leads == "ends" else f"stage: {leads}"
        mini.edit(TOWN, LAST, LAST.replace("none_stated: true", on))
    found = told(mini, FINDINGS, THIRD.format(name=name))
    assert found == ([f"stages[2].id: {wrong}"] if wrong else [])


def test_no_stage_is_led_past(mini: Mini) -> None:
    """A stage that the ways lead past is told with the one they lead to; a rule for a later start leads too."""
    mini.edit(TOWN, FIRST, FIRST.replace("stage-2/level-1", "homes"))
    (wrong,) = told(mini, FINDINGS, THIRD.format(name="homes"))
    assert wrong == (
        "stages[1].levels[0].id: stage-2/level-1 is left out: no stage leads to it. "
        "Let the stage before it lead there, in place of homes."
    )
    assert told(mini, FINDINGS, ENTRY) == []


def test_a_stage_at_which_some_matters_begin_is_led_to_by_nothing(mini: Mini) -> None:
    """Two stages may each be a beginning, such as a placement that is planned and one that is not."""
    mini.edit(TOWN, FIRST, FIRST.replace("stage-2/level-1", "homes"))
    found = told(mini, FINDINGS, THIRD.format(name="homes"))
    assert [wrong.partition(":")[0] for wrong in found] == ["stages[1].levels[0].id"]
    mini.edit(TOWN, "asks: It is at level 1\n", "asks: It is at level 1\n        begins_here: true\n")
    assert mini.errors() == []


def test_a_document_may_not_say_how_the_next_stage_is_reached(mini: Mini) -> None:
    """Where nothing is stated after the stage before, a stage of a row that nothing leads to is a finding."""
    mini.edit(TOWN, FIRST, "    if_unresolved: {says: It ends., ends: true}\n")
    (error,) = mini.errors()
    assert "stages[1].levels[0].id: stage-2/level-1 is left out: no stage leads to it." in error
    mini.edit(TOWN, "{says: It ends., ends: true}", "{says: Nothing is stated here., none_stated: true}")
    assert mini.errors() == []
    assert [each for each in mini.leftovers() if "stage-2/level-1 is left out" in each]


def test_a_stage_is_not_opened_by_the_event_of_a_later_one(mini: Mini) -> None:
    """What opens a later stage has not happened yet at the one before it."""
    mini.edit(TOWN, LAST, LAST.replace("none_stated: true", "stage: stage-3"))
    assert told(mini, FINDINGS, THIRD.format(name="stage-3")) == []
    hint = "Write the event that opens this stage, or leave it out there."
    assert told(mini, "    begins_with: sent\n", "    begins_with: answered\n") == [
        f"stages[0].begins_with: answered opens stage-3, which follows this stage. {hint}"
    ]


def test_a_stage_does_not_count_from_the_event_of_a_later_one(mini: Mini) -> None:
    """A time that runs from the opening of a later stage belongs to that stage."""
    mini.edit(TOWN, LAST, LAST.replace("none_stated: true", "stage: stage-3"))
    mini.edit(TOWN, FINDINGS, THIRD.format(name="stage-3"))
    old = "{id: again, does: It is answered again., unit: none_stated,"
    new = "{id: again, does: It is answered again., amount: 3, unit: weeks, firmness: must, from: answered,"
    assert told(mini, old, new) == [
        (
            "stages[1].levels[0].timescales[0].from: answered opens stage-3, which follows this stage. "
            "Move this timescale to stage-3, or count it from an event of this stage."
        )
    ]
    mini.edit(EVENTS, "When was it answered?}", "When was it answered?, planned: true}")
    assert told(mini, "firmness: must, from: answered,", "firmness: must, before: answered,") == []


def test_stages_beside_one_another_may_begin_with_one_event(mini: Mini) -> None:
    """Two stages of which neither leads to the other may have the same beginning."""
    homes = THIRD.format(name="homes").replace("begins_with: answered", "begins_with: sent")
    assert told(mini, FINDINGS, homes) == []


@pytest.mark.parametrize(
    ("event", "does", "wrong"),
    [
        ("name: the day of the review meeting, ask: When is it?", "The papers are sent before the meeting.",
         "meeting"),
        ("name: the day of the review, ask: When was the review?", "The plan is shared before the review.", "review"),
        ("name: the day of the visit, ask: When is it?, planned: true", "The home is told before the visit.", "visit"),
        ("name: the day of the visit, ask: When was it?", "The home is told before the visit.", None),
        ("name: the day of the review meeting, ask: When is it?", "The papers are sent after the meeting.", None),
        ("name: the day of the review meeting, ask: When is it?", "The letter is sent before the child moves.", None),
        ("name: the day of the complaint, ask: When was it?", "You are told before the complaint is closed.", None),
    ],
)  # fmt: skip
def test_what_comes_before_a_meeting_is_not_counted_after_it(
    mini: Mini, event: str, does: str, wrong: str | None
) -> None:
    """Papers due ten days before a meeting are not due ten days after it."""
    mini.add(EVENTS, f"- {{id: day, {event}}}\n")
    mini.edit(TOWN, "does: It is answered.\n", f"does: {does}\n")
    what = f"stages[0].timescales[0].from: counts on from day, but this should happen before the {wrong}."
    expected = [f"{what} Write before: day in place of from."] if wrong else []
    assert told(mini, "        from: sent\n", "        from: day\n") == expected
