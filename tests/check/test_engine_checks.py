"""Checks beyond one file and one rule: versions, scenarios, and every combination of answers."""

from dataclasses import replace

import pytest

from navigator.check.dead_ends import check as check_dead_ends
from navigator.check.dead_ends import dead_ends
from navigator.check.located import LocatedParts
from navigator.load.library import load
from tests.mini import TODAY, Mini

TOWN = "services/town/policies/town-complaint.yaml"
EARLIER = "services/town/policies/town-earlier.yaml"
SCENARIO = """\
id: late
title: A late answer
story: Nobody answered.
answers:
  - {question: danger, option: calm}
  - {question: topic, option: complaint}
  - {question: service, option: town}
  - {question: progress, option: stage-1}
dates:
  - {event: sent, day: 2026-11-02}
today: 2026-11-03
expect:
  route: complaint
  service: town
  policy: town-complaint
  stage: stage-1
  deadlines: [{id: answer, due: 2026-11-16}]
  next: stage-2/level-1
worked_out: Ten working days after 2 November.
source: {section: Section 1, document: guide}
wrong_turns:
  - {route: complaint, why: It is not., source: {section: Section 1, document: guide}}
shows: [town-complaint/x1]
"""
AGAIN = "Work it out again from the source: mend whichever is wrong."
NO_WAY = "answers: give no outcome: "
MEND = "Mend the answers or the dates."
COVER = "does_not_cover:\n  - {id: x1, what: x, says: x, source: x}\n"


@pytest.fixture
def played(mini: Mini) -> Mini:
    mini.write("services/town/scenarios/late.yaml", SCENARIO)
    mini.add(TOWN, COVER)
    return mini


def test_a_scenario_that_ends_as_it_says_is_in_order(played: Mini) -> None:
    """A scenario whose outcome the engine reaches gives no error."""
    assert played.errors() == []


@pytest.mark.parametrize(
    ("old", "new", "place", "told"),
    [
        ("due: 2026-11-16", "due: 2026-11-17", "17:14",
         "expect.deadlines: is answer 2026-11-17, but the policies give answer 2026-11-16. " + AGAIN),
        ("next: stage-2/level-1", "next: complaint", "18:9",
         "expect.next: is complaint, but the policies give stage-2/level-1. " + AGAIN),
        ("stage: stage-1\n  d", "stage: stage-2/level-1\n  d", "16:10",
         "expect.stage: is stage-2/level-1, but the policies give stage-1. " + AGAIN),
        ("option: town", "option: city", "4:1",
         f"{NO_WAY}the answers do not pass progress. {MEND}"),
        ("  - {question: topic, option: complaint}\n", "", "4:1",
         f"{NO_WAY}the answers do not pass progress. {MEND}"),
        ("shows: [town-complaint/x1]", "shows: [town-complaint/x2]", "23:9",
         "shows[0]: there is no rule 'town-complaint/x2'. Did you mean town-complaint/x1?"),
        ("policy: town-complaint\n  stage: stage-1", "policy: national\n  stage: stage-2", "16:10",
         "expect.stage: national has no stage 'stage-2'. Did you mean stage-1?"),
    ],
)  # fmt: skip
def test_tells_where_a_scenario_ends_otherwise(
    played: Mini, old: str, new: str, place: str, told: str
) -> None:
    """What a scenario expects and the engine does not give is an error at that expectation."""
    played.edit("services/town/scenarios/late.yaml", old, new)
    assert played.errors() == [f"services/town/scenarios/late.yaml:{place}: error: {told}"]


def test_a_scenario_shows_any_rule_that_a_policy_has(played: Mini) -> None:
    """Entry rules, bypass rules and exclusions can be shown; every rule that is not there is told."""
    played.edit(
        TOWN,
        "stages:\n",
        "entries:\n  - {id: talk, asks: x, stage: stage-1, says: x, source: x}\n"
        "bypass:\n  - {id: jump, who: carer, says: x, source: x}\nstages:\n",
    )
    rules = [f"town-complaint/{rule}" for rule in ("talk", "x1", "jump")]
    played.edit("services/town/scenarios/late.yaml", "[town-complaint/x1]", f"[{', '.join(rules)}]")
    assert played.errors() == []
    played.edit("services/town/scenarios/late.yaml", "town-complaint/x1", "town-complaint/hop, zzz")
    assert [error.partition(" error: ")[2] for error in played.errors()] == [
        "shows[1]: there is no rule 'town-complaint/hop'. Did you mean town-complaint/jump?",
        "shows[2]: there is no rule 'zzz'. Write one of: "
        + ", ".join(rules[:1] + rules[2:] + rules[1:2])
        + ".",
    ]


def test_of_very_many_rules_only_the_first_hundred_are_looked_for(played: Mini) -> None:
    """The nearest rule is told a hundred times; from then on it is only told that there is none."""
    shows = ", ".join(["town-complaint/x2"] * 102)
    played.edit("services/town/scenarios/late.yaml", "[town-complaint/x1]", f"[{shows}]")
    told = [error.partition("there is no rule 'town-complaint/x2'.")[2] for error in played.errors()]
    assert sorted(told) == [""] * 2 + [" Did you mean town-complaint/x1?"] * 100


def test_a_scenario_has_a_wrong_turn(played: Mini) -> None:
    """A scenario without a tempting wrong route is an error."""
    head, _, _ = SCENARIO.partition("wrong_turns:")
    played.write("services/town/scenarios/late.yaml", f"{head}wrong_turns: []\n")
    (error,) = played.errors()
    place, _, told = error.partition(" error: ")
    assert place == "services/town/scenarios/late.yaml:21:14:"
    assert told == "wrong_turns: is empty. Write a route that looks right and is not, and why."


BEFORE = (
    "town-earlier is still in force when town-complaint begins. Write the day before town-complaint begins."
)
PICKS = "town-earlier is another version of town-complaint. Write town-complaint; the day picks the version."


@pytest.fixture
def versions(mini: Mini) -> Mini:
    """Two versions of a policy: the earlier one ends the day before the later one begins."""
    earlier = mini.read(TOWN).replace("id: town-complaint", "id: town-earlier", 1)
    own = "version_of: town-complaint\neffective_until: 2026-01-31\nunsure:"
    mini.write(EARLIER, earlier.replace("unsure:", own, 1))
    mini.edit(TOWN, "unsure:", "effective_from: 2026-02-01\nunsure:")
    return mini


def test_versions_that_follow_each_other_are_in_order(versions: Mini) -> None:
    """An earlier version is no error, and no leftover although no service names it."""
    assert versions.errors() == []
    assert versions.leftovers() == []


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (EARLIER, "2026-01-31", "2026-02-01",
         f"{EARLIER}:10:18: error: effective_until: " + BEFORE),
        (EARLIER, "effective_until: 2026-01-31\n", "",
         f"{EARLIER}:1:1: error: effective_until: " + BEFORE),
        (EARLIER, "version_of: town-complaint", "version_of: national",
         "national/policies/national.yaml:1:1: error: effective_until: "
         + BEFORE.replace("town-earlier", "national").replace("town-complaint", "town-earlier")),
        ("services/town/service.yaml", "order: 1", "order: 1\npolicies: [town-earlier]",
         "services/town/service.yaml:5:12: error: policies[0]: " + PICKS),
        ("national/routes.yaml", "fallback: national", "fallback: town-earlier",
         "national/routes.yaml:5:13: error: [0].fallback: " + PICKS),
        (TOWN, "unsure:", "version_of: town-earlier\nunsure:",
         f"{TOWN}:10:13: error: version_of: town-earlier is itself a version. Write town-complaint."),
    ],
)  # fmt: skip
def test_tells_versions_that_do_not_fit(versions: Mini, name: str, old: str, new: str, told: str) -> None:
    """Versions that overlap, form a chain or are named by a service are errors."""
    versions.edit(name, old, new)
    assert told in versions.errors()


def test_versions_may_not_share_a_day(versions: Mini) -> None:
    """A version may end the day before the next begins, and no later; gaps between them are no error."""
    versions.edit(EARLIER, "effective_until: 2026-01-31", "effective_until: 2025-12-31")
    assert versions.errors() == []
    versions.edit(EARLIER, "effective_until: 2025-12-31", "effective_until: 2026-02-01")
    assert len(versions.errors()) == 1


def test_versions_are_for_one_route(versions: Mini) -> None:
    """A version for another route than its policy's is an error."""
    spare = "{fallback: spare, id: spare, name: x, purpose: x, who_starts: x}"
    versions.add("national/routes.yaml", f"- {spare}\n")
    national = versions.read("national/policies/national.yaml").replace("id: national", "id: spare")
    versions.write("national/policies/spare.yaml", national.replace("route: complaint", "route: spare"))
    versions.edit(EARLIER, "route: complaint", "route: spare")
    told = f"{EARLIER}:3:8: error: route: is not the route of town-complaint. Write complaint."
    assert told in versions.errors()


def test_every_combination_of_answers_is_tried(mini: Mini) -> None:
    """A way that ends nowhere is given with its answers, and a way that ends is not."""
    library = load(mini.folder).library
    assert library is not None
    assert list(dead_ends(library)) == []
    danger, topic = library.triage.questions
    lost = replace(topic.options[0], stage="stage-9")
    again = replace(topic.options[1], route=None, next="danger")
    triage = replace(library.triage, questions=(danger, replace(topic, options=(lost, again))))
    found = set(dead_ends(replace(library, triage=triage)))
    assert found == {
        (("danger", first), *then)
        for first in ("calm", "unsure")
        for then in ((("topic", "complaint"), ("service", "other")), (("topic", "unsure"),))
    }


def test_a_way_that_ends_nowhere_is_an_error_with_its_answers(mini: Mini) -> None:
    """Such a way is told in triage.yaml, answer by answer; a question without answers is one."""
    loaded = load(mini.folder)
    assert loaded.library is not None
    danger, topic = loaded.library.triage.questions
    triage = replace(loaded.library.triage, questions=(danger, replace(topic, options=())))
    parts = LocatedParts(replace(loaded, library=replace(loaded.library, triage=triage)), TODAY)
    place = (
        f"{mini.folder.as_posix()}/national/triage.yaml:8:1: error: questions: these answers end nowhere: "
    )
    assert sorted(map(str, check_dead_ends(parts))) == [
        f"{place}danger=calm. Mend the last of them.",
        f"{place}danger=unsure. Mend the last of them.",
    ]
    topic = replace(topic, options=(replace(topic.options[0], stage="stage-9"),))
    triage = replace(loaded.library.triage, questions=(danger, topic))
    parts = LocatedParts(replace(loaded, library=replace(loaded.library, triage=triage)), TODAY)
    assert sorted(map(str, check_dead_ends(parts))) == [
        f"{place}danger=calm, topic=complaint, service=other. Mend the last of them.",
        f"{place}danger=unsure, topic=complaint, service=other. Mend the last of them.",
    ]
