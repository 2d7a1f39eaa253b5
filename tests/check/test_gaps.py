"""What the rules find in policies, where they are silent, and what is listed for the project's own data."""

import re
from collections import Counter
from pathlib import Path

import pytest

from navigator.check import check
from navigator.check.gaps import By, OpenPoint, open_points
from navigator.check.readable import MOST_SENTENCES, MOST_WORDS, sentences
from navigator.core.model import FindingKind, Library, Source
from navigator.load.layout import own_id
from navigator.load.library import load
from tests.mini import TODAY, Mini
from tests.shipped import CHECKED

SHIPPED = Path(__file__).parents[2] / "policy_data"
NATIONAL = "national/policies/national.yaml"
TOWN = "services/town/policies/town-complaint.yaml"

STATED = "amount: 3, unit: weeks, from: sent, firmness: must"
LEVEL = "unit: none_stated, source: Section 2"
LEVEL_LIMIT = (
    "amount: 5, unit: working_days, from: sent, firmness: must, closes_stage: true, source: Section 2"
)
SECOND_SCALE = """\
        source: Section 1
      - id: second
        does: It is read.
        amount: {amount}
        unit: {unit}
        from: {start}
        firmness: must
        source: Section 1
    if_unresolved: {{says: It goes on."""
END_OF_FIRST = "        source: Section 1\n    if_unresolved: {says: It goes on."
OVERALL = """\
overall:
  - {{id: whole, does: It is over., amount: {amount}, unit: {unit}, from: {start},
     firmness: maximum, source: Top}}
findings:
"""
IN_FIRST = 'It can be passed before the end of "First stage".'
IN_SECOND = 'It can be passed before the end of "Second stage, First level".'


def by_rule(mini: Mini, kind: str, name: str = TOWN) -> list[str]:
    """Check the folder, and return what the rule for a kind found in a policy, each with line and column."""
    assert mini.errors() == []
    found = [each.partition(": finding: ") for each in mini.findings()]
    mark = f"found by rule, {kind}: "
    return [
        f"{place.removeprefix(f'{name}:')} {told.partition(mark)[2]}"
        for place, _, told in found
        if mark in told and place.startswith(name)
    ]


def test_no_timescale(mini: Mini) -> None:
    """A timescale that states no time is told at its place; one that states a time is not."""
    assert by_rule(mini, "no_timescale", NATIONAL) == [
        "17:9 No time is given. No time is stated for this. Ask: How long may this take?"
    ]
    mini.edit(NATIONAL, "unit: none_stated", STATED)
    assert by_rule(mini, "no_timescale", NATIONAL) == []


def test_no_start(mini: Mini) -> None:
    """A start that had to be assumed is told in the words of the policy; a stated one is not."""
    assert by_rule(mini, "no_start") == []
    mini.edit(TOWN, "        from: sent\n", "        from: sent\n        assumed_start: No day is named.\n")
    assert by_rule(mini, "no_start") == [
        "24:24 It is answered. No day is named. Ask: From which day does this time run?"
    ]


def test_no_start_of_the_whole(mini: Mini) -> None:
    """An overall limit whose start had to be assumed is told as well."""
    overall = OVERALL.format(amount=4, unit="months", start="sent, assumed_start: No day is named.")
    mini.edit(TOWN, "findings:\n", overall)
    (found,) = by_rule(mini, "no_start")
    assert found.endswith("It is over. No day is named. Ask: From which day does this time run?")


def test_no_next_step(mini: Mini) -> None:
    """A stage after which nothing is stated is told; one that leads on is not."""
    assert by_rule(mini, "no_next_step", NATIONAL) == [
        (
            "18:20 No next step is stated for when this stage does not settle the matter. "
            "Ask: What can be done when this stage does not settle the matter?"
        )
    ]
    mini.edit(NATIONAL, "none_stated: true}", "route: complaint}")
    assert by_rule(mini, "no_next_step", NATIONAL) == []


@pytest.mark.parametrize(
    ("amount", "unit", "told"),
    [
        (14, "calendar_days", True),
        (20, "calendar_days", True),
        (5, "calendar_days", True),
        (21, "calendar_days", False),
        (14, "working_days", False),
        (2, "weeks", False),
    ],
)
def test_units_differ(mini: Mini, amount: int, unit: str, told: bool) -> None:
    """Calendar days beside working days are told where one period is at most twice the other."""
    mini.edit(TOWN, END_OF_FIRST, SECOND_SCALE.format(amount=amount, unit=unit, start="sent"))
    expected = (
        f"31:15 It is read. This has {amount} calendar days, while a like period in the same document has 10 "
        "working days. Ask: Are calendar days meant here, or working days?"
    )
    assert by_rule(mini, "units_differ") == ([expected] if told else [])


@pytest.mark.parametrize(
    ("amount", "unit", "start", "told"),
    [
        (14, "working_days", "sent", f"The limit for the whole is 14 working days. {IN_SECOND}"),
        (9, "working_days", "sent", f"The limit for the whole is 9 working days. {IN_FIRST}"),
        (15, "working_days", "sent", "That is exactly the limit for the whole."),
        (16, "working_days", "sent", None),
        (2, "weeks", "sent", f"The limit for the whole is 2 weeks. {IN_SECOND}"),
        (18, "calendar_days", "sent", f"The limit for the whole is 18 calendar days. {IN_SECOND}"),
        (19, "calendar_days", "sent", None),
        (3, "weeks", "sent", None),
        (1, "months", "sent", None),
        (9, "working_days", "answered", "No limit is set for the whole. Ask: Should there be"),
    ],
)  # fmt: skip
def test_limits_clash(mini: Mini, amount: int, unit: str, start: str, told: str | None) -> None:
    """10 and 5 working days take 19 calendar days at least, and are held against each overall limit."""
    mini.edit(TOWN, LEVEL, LEVEL_LIMIT)
    mini.edit(TOWN, "findings:\n", OVERALL.format(amount=amount, unit=unit, start=start))
    found = by_rule(mini, "limits_clash")
    assert len(found) == (1 if told else 0)
    for line in found:
        assert "Taken in turn, the limits of the stages add up to 15 working days." in line
        assert (told or "") in line


@pytest.mark.parametrize(
    ("first", "second", "limit", "told"),
    [
        # Five working days can lie from Monday to Friday; six have a weekend within.
        ("1 working_days", "4 working_days", "4 calendar_days", True),
        ("1 working_days", "4 working_days", "5 calendar_days", False),
        ("1 working_days", "5 working_days", "7 calendar_days", True),
        ("1 working_days", "5 working_days", "8 calendar_days", False),
        # A month has at least 28 days and at most 31, a year at least 365 and at most 366.
        ("3 weeks", "5 working_days", "25 calendar_days", True),
        ("3 weeks", "5 working_days", "26 calendar_days", False),
        ("1 months", "1 working_days", "28 calendar_days", True),
        ("1 months", "1 working_days", "29 calendar_days", False),
        ("1 years", "1 working_days", "365 calendar_days", True),
        ("1 years", "1 working_days", "366 calendar_days", False),
        ("2 weeks", "1 calendar_days", "2 weeks", True),
        ("13 calendar_days", "1 working_days", "2 weeks", False),
        ("4 weeks", "4 calendar_days", "1 months", True),
        ("4 weeks", "3 calendar_days", "1 months", False),
        ("52 weeks", "3 calendar_days", "1 years", True),
        ("52 weeks", "2 calendar_days", "1 years", False),
        # However many weeks: how many working days they have depends on the holidays.
        ("9 weeks", "9 weeks", "1 working_days", False),
    ],
)  # fmt: skip
def test_limits_in_several_units_clash_where_that_is_certain(
    mini: Mini, first: str, second: str, limit: str, told: bool
) -> None:
    """The shortest that the stages can take is held against the longest that the whole can last."""
    (one, one_unit), (two, two_unit), (amount, unit) = (each.split() for each in (first, second, limit))
    level = LEVEL_LIMIT.replace("5", two).replace("working_days", two_unit)
    mini.edit(TOWN, LEVEL, level)
    stage = f"amount: {one}\n        unit: {one_unit}"
    mini.edit(TOWN, "amount: 10\n        unit: working_days", stage)
    mini.edit(TOWN, "findings:\n", OVERALL.format(amount=amount, unit=unit, start="sent"))
    assert len(by_rule(mini, "limits_clash")) == (1 if told else 0)


def test_no_limit_for_the_whole(mini: Mini) -> None:
    """Two limits without one for the whole are told with their sum; a single limit is not."""
    assert by_rule(mini, "limits_clash") == []
    mini.edit(TOWN, LEVEL, LEVEL_LIMIT)
    (found,) = by_rule(mini, "limits_clash")
    assert found == (
        "10:1 Taken in turn, the limits of the stages add up to 15 working days. "
        "No limit is set for the whole. Ask: Should there be a limit for the whole?"
    )


def test_a_whole_without_a_time_has_no_limit(mini: Mini) -> None:
    """Where the document only says that it is to be over at all, there is no limit for the whole."""
    mini.edit(TOWN, LEVEL, LEVEL_LIMIT)
    whole = "{id: whole, does: It is over., unit: none_stated, from: sent, source: Top}"
    mini.edit(TOWN, "findings:\n", f"overall:\n  - {whole}\nfindings:\n")
    (found,) = by_rule(mini, "limits_clash")
    assert "No limit is set for the whole." in found


@pytest.mark.parametrize(
    ("unit", "start", "total"),
    [
        ("weeks", "answered", "3 weeks and 15 working days"),
        ("working_days", "answered", "18 working days"),
        ("working_days", "sent", "8 working days"),
    ],
)
def test_a_limit_that_waits_for_another_is_added_to_it(mini: Mini, unit: str, start: str, total: str) -> None:
    """A stage that first answers and then closes takes both times; one beside the other adds nothing."""
    mini.edit(TOWN, LEVEL, LEVEL_LIMIT)
    mini.edit(TOWN, "        closes_stage: true\n", "")
    second = SECOND_SCALE.format(amount=3, unit=unit, start=start)
    mini.edit(
        TOWN, END_OF_FIRST, second.replace("firmness: must", "firmness: must\n        closes_stage: true")
    )
    (found,) = by_rule(mini, "limits_clash")
    assert f"the limits of the stages add up to {total}." in found


def test_a_limit_that_waits_for_one_of_an_earlier_stage_is_added_to_it(mini: Mini) -> None:
    """10 days to answer, 3 more to read it, and 4 from then to the end of the next stage are 17 days."""
    mini.add("national/events.yaml", "- {id: read, name: the day it was read, ask: When was it read?}\n")
    second = SECOND_SCALE.format(amount=3, unit="working_days", start="answered")
    second = second.replace("firmness: must\n", "firmness: must\n        ends_with: read\n")
    mini.edit(TOWN, END_OF_FIRST, second)
    mini.edit(TOWN, LEVEL, LEVEL_LIMIT.replace("5", "4").replace("from: sent", "from: read"))
    (found,) = by_rule(mini, "limits_clash")
    assert "the limits of the stages add up to 17 working days." in found


def test_where_the_earlier_of_two_limits_applies_no_sum_is_told(mini: Mini) -> None:
    """What limits add up to is not known where a shorter one may apply in place of one of them."""
    mini.edit(TOWN, LEVEL, LEVEL_LIMIT)
    assert len(by_rule(mini, "limits_clash")) == 1
    shorter = "firmness: must, whichever: earlier, alternatives: [{amount: 3}]"
    mini.edit(TOWN, "firmness: must, closes_stage", f"{shorter}, closes_stage")
    assert by_rule(mini, "limits_clash") == []


@pytest.mark.parametrize(
    ("settled", "told"),
    [
        ("readings: [{why: x, unit: working_days}]", False),
        ("assumed_unit: Every day is taken to count.", False),
        ("readings: [{why: x, amount: 15}]", True),
    ],
)
def test_an_owners_own_reading_settles_the_sort_of_days(mini: Mini, settled: str, told: bool) -> None:
    """Where the policy says itself how its days can be read, it is not asked again."""
    scale = SECOND_SCALE.format(amount=14, unit="calendar_days", start="sent")
    mini.edit(TOWN, END_OF_FIRST, scale.replace("firmness: must\n", f"firmness: must\n        {settled}\n"))
    assert len(by_rule(mini, "units_differ")) == int(told)


def test_a_start_that_is_not_stated_is_told(mini: Mini) -> None:
    """A number without a day to count from is told, with the step where that says what is to happen."""
    mini.edit(TOWN, "        from: sent\n", "        start_not_stated: true\n")
    mini.edit(TOWN, "        does: It is answered.\n", "")
    mini.edit(TOWN, "does: answers, to", "does: answers, by: answer, to")
    assert by_rule(mini, "no_start") == [
        (
            "22:27 The complaints team answers. A time is given, and not from when it runs. "
            "Ask: From which day does this time run?"
        )
    ]


def test_no_next_step_after_a_stage_that_simply_ends(mini: Mini) -> None:
    """Where a stage is over whatever came of it, the question is not what to do if it settles nothing."""
    mini.edit(NATIONAL, "    if_unresolved: {", "    then: {")
    assert by_rule(mini, "no_next_step", NATIONAL) == [
        "18:11 No next step is stated for when this stage is over. Ask: What happens when this stage is over?"
    ]


def test_a_choice_that_has_its_own_time_is_timed(mini: Mini) -> None:
    """A step that names the time by which it is done leaves no choice open without one."""
    mini.edit(TOWN, "does: answers, to", "does: may offer a meeting, to")
    assert len(by_rule(mini, "discretion")) == 1
    mini.edit(TOWN, "does: may offer a meeting, to", "does: may offer a meeting, by: answer, to")
    assert by_rule(mini, "discretion") == []


def test_role_names_move(mini: Mini) -> None:
    """Two roles that act in a policy and share a name are told, however it is capitalised."""
    mini.edit("national/roles.yaml", "name: foster carer,", "name: foster carer, also_called: [Helper],")
    assert by_rule(mini, "role_names_move") == []
    mini.edit(
        "national/roles.yaml", "name: complaints team,", "name: complaints team, also_called: [helper],"
    )
    (found,) = by_rule(mini, "role_names_move")
    assert found == (
        "16:5 Two names are used: complaints team, and foster carer. "
        'Each of them can also be called "helper". '
        "Ask: Are these the same job, and which name should be used?"
    )


def test_roles_of_different_policies_may_share_a_name(mini: Mini) -> None:
    """What another policy calls somebody is no contradiction in this one."""
    mini.edit("national/roles.yaml", "name: foster carer,", "name: foster carer, also_called: [helper],")
    mini.edit(
        "national/roles.yaml", "name: complaints team,", "name: complaints team, also_called: [helper],"
    )
    mini.edit(TOWN, "answers, to: [carer]", "answers")
    assert by_rule(mini, "role_names_move") == []


@pytest.mark.parametrize(
    ("does", "told"),
    [
        ("may offer a meeting", True),
        ("considers a meeting", True),
        ("decides whether to meet", True),
        ("writes a letter that can be shared", True),
        ("holds a meeting where that is appropriate", True),
        ("holds a meeting, if necessary", True),
        ("holds a meeting", False),
        ("writes in May", False),
        ("may write an answer", True),
        ("may answer in a letter", False),
        ("decides whether to answer", False),
    ],
)
def test_discretion(mini: Mini, does: str, told: bool) -> None:
    """A step that leaves a choice is told, unless a timescale of its stage is about what may be done."""
    mini.edit(TOWN, "{who: team, does: answers, to: [carer]}", f"{{who: team, does: '{does}', to: [carer]}}")
    expected = (
        f"17:27 The complaints team {does}. No time is stated for this choice. "
        "Ask: By when is this choice made, and on what grounds?"
    )
    assert by_rule(mini, "discretion") == ([expected] if told else [])


def test_a_choice_of_a_role_without_an_article_begins_with_its_name(mini: Mini) -> None:
    """A role whose name takes no `The` stands at the beginning with a capital letter."""
    mini.edit("national/roles.yaml", "name: foster carer,", "name: everybody concerned, bare: true,")
    mini.edit(NATIONAL, "does: complains", "does: may complain")
    (found,) = by_rule(mini, "discretion", NATIONAL)
    assert found.startswith("15:28 Everybody concerned may complain. No time is stated for this choice.")


def test_a_timescale_without_a_time_settles_no_choice(mini: Mini) -> None:
    """That something is to be decided, without a time, leaves the choice as open as before."""
    mini.edit(NATIONAL, "does: complains", "does: decides whether to complain")
    mini.edit(NATIONAL, "does: No time is given.", "does: It is decided.")
    assert len(by_rule(mini, "discretion", NATIONAL)) == 1
    mini.edit(NATIONAL, "unit: none_stated", STATED)
    assert by_rule(mini, "discretion", NATIONAL) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("review_by: 2026-11-20",
         ("9:12 It was due for review by 20 November 2026, and that day is past. "
         "Ask: Has it been reviewed, and what has changed?")),
        ("review_by: 2026-11-21", None),
        ("effective_until: 2026-11-20",
         ("9:18 Its last day was 20 November 2026. No later version is held here. "
         "Ask: Which policy holds now?")),
        ("effective_until: 2026-11-21", None),
    ],
)  # fmt: skip
def test_out_of_date(mini: Mini, line: str, told: str | None) -> None:
    """A review that is overdue and a last day that is past are told from the day after."""
    mini.edit(TOWN, "unsure:", f"{line}\nunsure:")
    assert by_rule(mini, "out_of_date") == ([told] if told else [])


def test_a_version_that_has_been_followed_is_not_out_of_date(mini: Mini) -> None:
    """An earlier version may be past its review and its last day, where a later one holds."""
    earlier = mini.read(TOWN).replace("id: town-complaint", "id: town-earlier", 1)
    own = "version_of: town-complaint\neffective_until: 2026-01-31\nreview_by: 2025-12-31\nunsure:"
    mini.write("services/town/policies/town-earlier.yaml", earlier.replace("unsure:", own, 1))
    mini.edit(TOWN, "unsure:", "effective_from: 2026-02-01\nunsure:")
    assert by_rule(mini, "out_of_date", "services/town/policies/town-earlier.yaml") == []


def test_superseded(mini: Mini) -> None:
    """A report of a newer version is told; without one there is nothing to tell."""
    assert by_rule(mini, "superseded") == []
    mini.edit(TOWN, "unsure:", "superseded: {says: A newer one is out., source: Page}\nunsure:")
    assert by_rule(mini, "superseded") == [
        "9:13 A newer one is out. Ask: Which version is in force, and from what date?"
    ]


FINDING = "findings:\n  - {{id: h, kind: {kind}, says: x, ask_owner: x, source: x, stages: {stages}}}\n"


@pytest.mark.parametrize(
    ("kind", "stages", "told"),
    [
        ("no_timescale", "[stage-1]", False),
        ("no_timescale", "[]", False),
        ("no_next_step", "[stage-1]", True),
    ],
)
def test_a_rule_is_silent_where_somebody_has_told_it(mini: Mini, kind: str, stages: str, told: bool) -> None:
    """A finding of the same kind, at the same stage or without a stage, is not repeated by rule."""
    mini.add(NATIONAL, FINDING.format(kind=kind, stages=stages))
    assert bool(by_rule(mini, "no_timescale", NATIONAL)) is told


@pytest.mark.parametrize(
    ("stages", "told"),
    [
        ("[stage-1]", True),
        ("[stage-2/level-1]", True),
        ("[stage-1, stage-2/level-1]", False),
    ],
)
def test_what_is_about_several_stages_is_told_by_most_of_them(mini: Mini, stages: str, told: bool) -> None:
    """A finding at only one of two stages leaves open what a rule found about both."""
    mini.edit(TOWN, LEVEL, LEVEL_LIMIT)
    item = FINDING.format(kind="limits_clash", stages=stages).removeprefix("findings:\n")
    mini.edit(TOWN, "findings:\n", f"findings:\n{item}")
    assert bool(by_rule(mini, "limits_clash")) is told


def test_a_finding_elsewhere_does_not_silence_a_rule(mini: Mini) -> None:
    """What is told about one stage is not told about another."""
    mini.edit(TOWN, "    kind: no_timescale\n", "    kind: no_timescale\n    stages: [stage-1]\n")
    assert len(by_rule(mini, "no_timescale")) == 1


WHERE = [
    (NATIONAL, ("none_stated, source: Section 1", "none_stated, source: Section 9"), "no_timescale",
     "Section 9", ("stages", 0, "timescales", 0), ("stage-1",)),
    (TOWN, ("from: sent\n", "from: sent\n        assumed_start: x\n"), "no_start",
     "Section 1", ("stages", 0, "timescales", 0, "assumed_start"), ("stage-1",)),
    (TOWN, ("findings:\n", OVERALL.format(amount=1, unit="months", start="sent, assumed_start: x")),
     "no_start", "Top", ("overall", 0, "assumed_start"), ()),
    (NATIONAL, ("id: stage-1", "id: stage-1"), "no_next_step",
     "Section 1", ("stages", 0, "if_unresolved"), ("stage-1",)),
    (NATIONAL, ("none_stated: true}", "none_stated: true, source: Section 9}"), "no_next_step",
     "Section 9", ("stages", 0, "if_unresolved"), ("stage-1",)),
    (TOWN, (END_OF_FIRST, SECOND_SCALE.format(amount=14, unit="calendar_days", start="sent")),
     "units_differ", "Section 1", ("stages", 0, "timescales", 1, "unit"), ("stage-1",)),
    (NATIONAL, ("does: complains", "does: may complain"), "discretion",
     "Section 1", ("stages", 0, "steps", 0, "does"), ("stage-1",)),
    (NATIONAL, ("does: complains", "does: may complain, source: Section 9"), "discretion",
     "Section 9", ("stages", 0, "steps", 0, "does"), ("stage-1",)),
    (TOWN, ("unsure:", "review_by: 2026-11-20\nunsure:"), "out_of_date",
     "Whole document", ("review_by",), ()),
    (TOWN, ("unsure:", "effective_until: 2026-11-20\nunsure:"), "out_of_date",
     "Whole document", ("effective_until",), ()),
    (TOWN, ("unsure:", "superseded: {says: x, source: Page}\nunsure:"), "superseded",
     "Page", ("superseded",), ()),
]  # fmt: skip


def points(mini: Mini, kind: str, name: str) -> list[OpenPoint]:
    """Return the points of a kind in a policy that a rule found."""
    library = load(mini.folder).library
    assert library is not None
    policy = own_id(name)
    found = [point for point in open_points(library, TODAY) if point.by is By.RULE]
    return [point for point in found if (point.policy, point.kind) == (policy, kind)]


@pytest.mark.parametrize(("name", "edit", "kind", "section", "path", "stages"), WHERE)
def test_a_point_says_where_it_stands(
    mini: Mini,
    name: str,
    edit: tuple[str, str],
    kind: str,
    section: str,
    path: tuple[str | int, ...],
    stages: tuple[str, ...],
) -> None:
    """Each point has its place in the document and in the file, the stages it is about, and its rule."""
    mini.edit(name, *edit)
    (point,) = points(mini, kind, name)
    assert (point.id, point.source, point.path, point.stages) == (kind, Source(section), path, stages)


@pytest.mark.parametrize(
    ("overall", "section", "path", "stages", "ask"),
    [
        (14, "Top", ("overall", 0), ("stage-2/level-1",),
         "Which comes first, the limits of the stages or the limit for the whole?"),
        (15, "Top", ("overall", 0), ("stage-1", "stage-2/level-1"),
         "Which comes first, the limits of the stages or the limit for the whole?"),
        (0, "Whole document", ("stages",), ("stage-1", "stage-2/level-1"),
         "Should there be a limit for the whole?"),
    ],
)  # fmt: skip
def test_a_clash_of_limits_is_about_the_stages_that_cannot_be_kept(
    mini: Mini, overall: int, section: str, path: tuple[str | int, ...], stages: tuple[str, ...], ask: str
) -> None:
    """It begins with the stage at whose end the whole has passed; without a limit it is about all."""
    mini.edit(TOWN, LEVEL, LEVEL_LIMIT)
    if overall:
        whole = OVERALL.format(amount=overall, unit="working_days", start="sent")
        mini.edit(TOWN, "findings:\n", whole)
    (point,) = points(mini, "limits_clash", TOWN)
    assert (point.source, point.path, point.stages) == (Source(section), path, stages)
    assert point.ask_owner == ask


def test_the_period_most_like_it_is_named_beside_calendar_days(mini: Mini) -> None:
    """Of two periods in working days the nearer one is told, and both stages are named."""
    mini.edit(TOWN, END_OF_FIRST, SECOND_SCALE.format(amount=14, unit="calendar_days", start="sent"))
    mini.edit(TOWN, LEVEL, LEVEL_LIMIT.replace("amount: 5", "amount: 13"))
    (point,) = points(mini, "units_differ", TOWN)
    assert point.says == (
        "It is read. This has 14 calendar days, while a like period in the same document has 13 working days."
    )
    assert point.stages == ("stage-1", "stage-2/level-1")


def test_two_names_are_told_for_every_stage_they_act_at(mini: Mini) -> None:
    """The point stands at the first stage of either name, at the steps of the second one."""
    mini.edit("national/roles.yaml", "name: foster carer,", "name: foster carer, also_called: [helper],")
    mini.edit(
        "national/roles.yaml", "name: complaints team,", "name: complaints team, also_called: [helper],"
    )
    mini.edit(TOWN, "answers, to: [carer]", "answers")
    mini.edit(TOWN, "does: answers again", "does: answers again, cc: [carer]")
    (point,) = points(mini, "role_names_move", TOWN)
    assert point.source == Source("Section 1")
    assert point.path == ("stages", 1, "levels", 0, "steps")
    assert point.stages == ("stage-1", "stage-2/level-1")


def test_what_was_found_by_hand_is_listed_as_it_was_written(mini: Mini) -> None:
    """A finding keeps its id, kind, words, question, place and stages."""
    mini.edit(TOWN, "    kind: no_timescale\n", "    kind: no_timescale\n    stages: [stage-1]\n")
    library = load(mini.folder).library
    assert library is not None
    (point,) = (each for each in open_points(library, TODAY) if each.by is By.HAND)
    assert point == OpenPoint(
        "g1",
        FindingKind.NO_TIMESCALE,
        "No time is given at level 1.",
        "How long may level 1 take?",
        Source("Section 2"),
        ("stage-1",),
        policy="town-complaint",
        path=("findings", 0),
        by=By.HAND,
    )


def test_with_an_error_the_rules_wait(mini: Mini) -> None:
    """Rules read a policy that is whole; until then only what is wrong is told."""
    mini.edit(NATIONAL, "who: carer", "who: carrer")
    assert not [each for each in mini.findings() if "found by rule" in each]


def test_every_gap_read_in_the_five_documents_is_listed(library: Library) -> None:
    """The gaps counted when the documents were read, 49 in all, are open points, numbered without a hole."""
    read = {
        "escalation-four-stage": 12,
        "somerset-qa-dispute": 14,
        "childrens-home-challenge": 5,
        "kent-allocation": 7,
        "norfolk-complaint": 11,
    }
    listed = {(point.policy, point.id) for point in open_points(library, TODAY)}
    assert {
        (policy, f"g{number}") for policy, count in read.items() for number in range(1, count + 1)
    } <= listed


def test_strict_lists_only_what_stands_in_a_document() -> None:
    """Nothing that is left to tell of the shipped data is about this project's own words or upkeep."""
    kinds = "|".join(kind.value for kind in FindingKind)
    in_a_document = re.compile(rf"(found by rule|[a-z0-9-]+), ({kinds}): ")
    told = [problem for problem in check(load(SHIPPED), CHECKED) if not in_a_document.match(problem.what)]
    assert told == []


def test_rules_repeat_nothing_in_the_shipped_data(library: Library) -> None:
    """No point is listed twice, and each found by rule has a place in its document and a question."""
    points = list(open_points(library, TODAY))
    assert max(Counter((point.policy, point.path) for point in points).values()) == 1
    assert all(point.source.section and point.ask_owner.endswith("?") for point in points)
    assert {point.by for point in points} == {By.HAND, By.RULE}


def test_what_rules_say_is_as_short_as_any_text(library: Library) -> None:
    """The words of a rule, with those of the policy within them, keep to short sentences and paragraphs."""
    for point in open_points(library, TODAY):
        said = sentences(point.says)
        assert len(said) <= MOST_SENTENCES, point.says
        assert all(len(each.split()) <= MOST_WORDS for each in said), point.says
