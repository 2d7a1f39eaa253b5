"""The outcome: everything a page about an end says."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest

from navigator.core.engine import Progress, UnknownDate, advance
from navigator.core.model import Alongside, Library, Message, Next, Policy, Source, Superseded
from navigator.core.nodes import Node
from navigator.core.outcome import Outcome
from tests.core.sample import CALENDAR, LIBRARY, NORTH_ISSUE

TODAY = date(2026, 11, 21)
NORTH = {"danger": "no", "topic": "north"}
SOUTH = {"danger": "no", "topic": "issue", "service": "south"}


def step(
    answers: Mapping[str, str],
    dates: Mapping[str, str] | None = None,
    today: date = TODAY,
    library: Library = LIBRARY,
) -> Progress:
    given = {event: date.fromisoformat(text) for event, text in (dates or {}).items()}
    return advance(library, answers, given, today)


def outcome(
    answers: Mapping[str, str],
    dates: Mapping[str, str] | None = None,
    today: date = TODAY,
    library: Library = LIBRARY,
) -> Outcome:
    found = step(answers, dates, today, library)
    assert found.outcome is not None
    assert found.question is None
    return found.outcome


def changed(policy: Policy) -> Library:
    """Return the library with another policy in the place of the one with its id."""
    return replace(
        LIBRARY, policies=tuple(policy if each.id == policy.id else each for each in LIBRARY.policies)
    )


def kinds(found: Outcome) -> list[tuple[str, str]]:
    return [(remark.kind, remark.says) for remark in found.warnings]


def test_an_open_question_is_no_outcome() -> None:
    """While a question is open there is no outcome."""
    found = step({"danger": "no"})
    assert found.outcome is None
    assert found.question is not None
    assert found.question.id == "topic"


def test_an_outcome_names_route_service_policy_and_place() -> None:
    """The outcome of a complete way names the route, service, policy, stage and level."""
    found = outcome({**SOUTH, "progress": "stage-2/level-1"})
    assert (found.route.id, found.service, found.service_name) == ("issue", "south", "South Council")
    assert (found.policy.id, found.position.stage.id) == ("north-issue", "stage-2")
    assert found.position.level is not None
    assert (found.position.level.id, found.position.title) == ("level-1", "Stage 2, Level 1")
    assert found.node == Node(None, "issue", "south", "stage-2/level-1")


@pytest.mark.parametrize(
    ("answers", "policy_basis", "says"),
    [
        ({**NORTH, "progress": "stage-1"}, "own", "Own: Issues in North by North Council for North Council."),
        (
            {**SOUTH, "progress": "stage-1"},
            "example",
            "Only an example: Issues in North by North Council, not from South Council.",
        ),
        (
            {"danger": "no", "topic": "complaint", "service": "south", "progress": "first"},
            "national_fallback",
            "Nothing from South Council, so national: Complaints: England: law.",
        ),
        ({"danger": "no", "topic": "appeal"}, "national", "National: Appeal."),
    ],
)
def test_whose_policy_it_is_stands_in_words(answers: dict[str, str], policy_basis: str, says: str) -> None:
    """Every outcome says whose policy it shows, and warns where it is not the service's own."""
    found = outcome(answers)
    assert (found.policy_basis, found.policy_basis_says) == (policy_basis, says)
    warned = ("footing", says) in kinds(found)
    assert warned is (policy_basis in ("example", "national_fallback"))


def test_steps_name_who_does_what_to_whom() -> None:
    """Each step has its role, act, addressees, copies, record, and its own source or the stage's."""
    first, second = outcome({**NORTH, "progress": "stage-1"}).steps
    assert (first.who.id, first.does, [role.id for role in first.to], first.cc, first.record) == (
        "carer",
        "sends the issue",
        ["worker"],
        (),
        None,
    )
    assert (first.source.document, first.source.section) == ("north-paper", "Page 1")
    assert ([role.id for role in second.to], [role.id for role in second.cc]) == (["carer"], ["manager"])
    assert (second.record, second.source.section) == ("The answer.", "Page 1, box")


@pytest.mark.parametrize(
    ("progress", "dates", "done"),
    [
        ("stage-1", {}, [True, False]),
        ("stage-1", {"sent": "2026-11-02"}, [True, False]),
        ("not-begun", {}, [False, False]),
        ("not-begun", {"sent": "2026-12-21"}, [False, False]),
        ("unsure", {}, [False, False]),
    ],
)
def test_an_act_is_done_once_it_has_brought_about_its_event(
    progress: str, dates: dict[str, str], done: list[bool]
) -> None:
    """Sending begins stage 1, so it is done for someone who has sent it, and not for someone who plans to."""
    assert [act.done for act in outcome({**NORTH, "progress": progress}, dates).steps] == done


@pytest.mark.parametrize(
    ("dates", "done"),
    [
        ({}, [True, False]),
        ({"acknowledged": "2026-11-20"}, [True, True]),
        ({"acknowledged": "2026-11-21"}, [True, True]),  # today
        ({"acknowledged": "2026-11-22"}, [True, False]),
        ({"answered": "2026-11-20"}, [True, False]),
    ],
)
def test_an_act_is_done_from_the_day_of_the_event_it_brings(dates: dict[str, str], done: list[bool]) -> None:
    """An act that brings the acknowledgement is done once its day is given and has come."""
    first, second = NORTH_ISSUE.stages[0].steps
    stage = replace(NORTH_ISSUE.stages[0], steps=(first, replace(second, brings="acknowledged")))
    library = changed(replace(NORTH_ISSUE, stages=(stage, *NORTH_ISSUE.stages[1:])))
    found = outcome({**NORTH, "progress": "stage-1"}, dates, library=library)
    assert [act.done for act in found.steps] == done


def test_a_plan_is_neither_met_nor_missed() -> None:
    """Before it has begun, a planned day for a later event does not make a deadline one that was kept."""
    dates = {"sent": "2026-12-01", "acknowledged": "2026-12-03"}
    standing = outcome({**NORTH, "progress": "not-begun"}, dates).deadlines[1].status
    assert standing is not None
    assert (standing.state, standing.happened) == ("ahead", None)


def test_deadlines_of_the_stage_and_of_the_whole() -> None:
    """The stage's deadlines come in the policy's order, and those of the whole policy apart from them."""
    found = outcome({**NORTH, "progress": "stage-1"}, {"sent": "2026-11-02"})
    assert [item.id for item in found.deadlines] == ["note", "acknowledge", "answer"]
    assert [(item.id, item.due) for item in found.overall] == [("whole", date(2027, 1, 25))]


def test_the_services_calendar_is_used() -> None:
    """North's closure days move North's dates, and not those of South, which is shown North's paper."""
    dates = {"sent": "2026-12-21"}
    north = outcome({**NORTH, "progress": "stage-1"}, dates).deadlines[1].due
    south = outcome({**SOUTH, "progress": "stage-1"}, dates).deadlines[1].due
    assert (north, south) == (date(2027, 1, 5), date(2026, 12, 30))


def test_the_policys_own_calendar_is_used() -> None:
    """A policy that names a calendar is counted by it, with the closure days of the service."""
    other = replace(CALENDAR, id="other", closures=())
    library = replace(changed(replace(NORTH_ISSUE, calendar="other")), calendars=(CALENDAR, other))
    dates = {"sent": "2026-12-21"}
    found = outcome({**NORTH, "progress": "stage-1"}, dates, library=library).deadlines[1]
    # 22, 23, 24, 25 and 28 December, as the other calendar has no bank holidays
    assert found.due == date(2026, 12, 28)


def test_the_services_own_calendar_is_used() -> None:
    """A service that counts by another calendar than the first is counted by its own."""
    other = replace(CALENDAR, id="other", closures=())
    services = tuple(replace(each, calendar="other") for each in LIBRARY.services)
    library = replace(LIBRARY, calendars=(CALENDAR, other), services=services)
    found = outcome({**SOUTH, "progress": "stage-1"}, {"sent": "2026-12-21"}, library=library).deadlines[1]
    assert found.due == date(2026, 12, 28)


def test_a_message_knows_the_dates_given_and_the_last_days() -> None:
    """The message of a stage has the days that are known put in, of the stage and of the whole policy."""
    body = "{date:sent}, {due:acknowledge}, {due:whole}, {date:answered}"
    message = Message("carer", ("worker",), "About {date:sent}", body, ("manager",))
    stage = replace(NORTH_ISSUE.stages[0], message=message)
    library = changed(replace(NORTH_ISSUE, stages=(stage, *NORTH_ISSUE.stages[1:])))
    found = outcome({**NORTH, "progress": "stage-1"}, {"sent": "2026-11-02"}, library=library).message
    assert found is not None
    assert (found.who.id, [role.id for role in found.to], [role.id for role in found.cc]) == (
        "carer",
        ["worker"],
        ["manager"],
    )
    assert found.subject == "About Monday 2 November 2026"
    assert found.body == ("Monday 2 November 2026, Monday 9 November 2026, Monday 25 January 2027, [date]")


def test_a_message_holds_no_last_day_that_nobody_knows() -> None:
    """A last day that is counted from a projected one is left open in the message."""
    message = Message("carer", ("worker",), "Late", "{due:acknowledge}, {due:answer}")
    stage = replace(NORTH_ISSUE.stages[0], message=message)
    library = changed(replace(NORTH_ISSUE, stages=(stage, *NORTH_ISSUE.stages[1:])))
    found = outcome({**NORTH, "progress": "stage-1"}, {"sent": "2026-11-02"}, library=library)
    assert found.deadlines[2].due is not None
    assert found.message is not None
    assert found.message.body == "Monday 9 November 2026, [date]"


def test_without_a_message_there_is_none() -> None:
    """A stage at which nobody who reads this writes to anyone has no message."""
    assert outcome({**NORTH, "progress": "stage-1"}).message is None


@pytest.mark.parametrize(
    ("progress", "says", "position", "node"),
    [
        (
            "stage-1",
            "It goes to level 1.",
            "stage-2/level-1",
            Node(None, "issue", "north", "stage-2/level-1"),
        ),
        ("stage-2/level-2", "The paper ends here.", None, None),
    ],
)
def test_what_follows(progress: str, says: str, position: str | None, node: Node | None) -> None:
    """What follows is the next stage with its page, or in words that nothing is stated."""
    following = outcome({**NORTH, "progress": progress}).next
    assert following is not None
    assert (following.says, following.node, following.route) == (says, node, None)
    assert (following.position.key if following.position else None) == position


def test_a_route_may_follow() -> None:
    """After the second look at a complaint the appeal follows, with the page where it begins."""
    following = outcome({"danger": "no", "topic": "complaint", "service": "south", "progress": "second"}).next
    assert following is not None
    assert following.route is not None
    assert (following.route.id, following.node) == ("appeal", Node(None, "appeal", None, "apply"))


def following_complaint(service: dict[str, str]) -> Node | None:
    follows = Next("Complain.", route="complaint", source=Source("Page 10"))
    stage = replace(NORTH_ISSUE.stages[0], if_unresolved=follows)
    library = changed(replace(NORTH_ISSUE, stages=(stage, *NORTH_ISSUE.stages[1:])))
    found = outcome({**service, "progress": "stage-1"}, library=library)
    assert found.next is not None
    assert found.next.source.section == "Page 10"
    assert found.next.source in found.sources
    return found.next.node


def test_a_route_that_follows_keeps_the_service() -> None:
    """Where services differ, the page of the route that follows is that of the same service."""
    assert following_complaint(NORTH) == Node("progress", "complaint", "north")
    assert following_complaint(SOUTH) == Node("progress", "complaint", "south")


def test_nothing_need_follow() -> None:
    """Where the policy says nothing of what follows, nothing is shown, and no stage is over."""
    stage = replace(NORTH_ISSUE.stages[0], if_unresolved=None)
    library = changed(replace(NORTH_ISSUE, stages=(stage, *NORTH_ISSUE.stages[1:])))
    dates = {"sent": "2026-09-01", "acknowledged": "2026-09-02"}
    found = outcome({**NORTH, "progress": "stage-1"}, dates, library=library)
    assert (found.next, found.late) == (None, None)


def test_what_runs_alongside_is_the_services_own() -> None:
    """A route that runs alongside has the clocks of the service's own policy, and leads to its pages."""
    alongside = (
        Alongside("complain", "You may complain.", Source("Page 8"), route="complaint"),
        Alongside("talk", "You may talk.", Source("Page 11")),
    )
    library = changed(replace(NORTH_ISSUE, alongside=alongside))
    dates = {"complained": "2026-11-02"}
    found = {}
    for service, answers in (("north", NORTH), ("south", SOUTH)):
        item, talk = outcome({**answers, "progress": "stage-1"}, dates, library=library).also
        assert (talk.says, talk.source.section, talk.node) == ("You may talk.", "Page 11", None)
        assert item.says == "You may complain."
        assert item.node == Node("progress", "complaint", service)
        assert item.route is not None
        assert (item.route.id, item.source.section) == ("complaint", "Page 8")
        found[service] = [(clock.policy, clock.due) for clock in item.deadlines]
    assert found == {
        "north": [("north-complaint", date(2026, 11, 16))],  # two weeks
        "south": [("england-complaint", date(2026, 11, 23))],  # three
    }


def test_parallel_clocks_come_earliest_first() -> None:
    """Two clocks run alongside: the panel's ends first and so comes first, what has no clock comes last."""
    dates = {"noticed": "2026-05-01", "letter": "2026-12-01"}
    found = outcome({**NORTH, "progress": "stage-1"}, dates).also
    assert [(item.route.id if item.route else None) for item in found] == ["panel", "appeal", None]
    assert [[clock.due for clock in item.deadlines] for item in found] == [
        [date(2026, 12, 29)],
        [date(2027, 4, 30)],
        [],
    ]


def test_the_order_of_clocks_follows_their_dates() -> None:
    """With a later letter the appeal's clock ends first, and comes first."""
    dates = {"noticed": "2025-12-01", "letter": "2026-11-20"}
    found = outcome({**NORTH, "progress": "stage-1"}, dates).also
    assert [(item.route.id if item.route else None) for item in found] == ["appeal", "panel", None]


def test_alongside_may_hold_at_some_stages_only() -> None:
    """The panel is offered at stage 1 and at no other."""
    found = outcome({**NORTH, "progress": "stage-2/level-1"}).also
    assert [(item.route.id if item.route else None) for item in found] == [None, "appeal"]


def test_a_newer_version_is_warned_of() -> None:
    """A report of a newer version stands among the warnings with its source."""
    found = outcome({**NORTH, "progress": "stage-1"})
    (remark,) = [remark for remark in found.warnings if remark.kind == "superseded"]
    assert remark.says == "A new paper is about."
    assert remark.source is not None
    assert (remark.source.document, remark.source.confidence) == ("gazette", "C")
    own = changed(replace(NORTH_ISSUE, superseded=Superseded("Soon.", Source("Page 12"))))
    (remark,) = [
        remark
        for remark in outcome({**NORTH, "progress": "stage-1"}, library=own).warnings
        if remark.kind == "superseded"
    ]
    assert remark.source is not None
    assert (remark.source.document, remark.source.section) == ("north-paper", "Page 12")


@pytest.mark.parametrize(
    ("sent", "warned"),
    [
        ("2025-03-31", "Not in force on 31 March 2025."),
        ("2025-04-01", None),
        ("2026-11-20", None),
    ],
)
def test_a_policy_that_was_not_in_force_is_warned_of(sent: str, warned: str | None) -> None:
    """A date before the policy's first day brings a warning, and its first day does not."""
    found = outcome({**NORTH, "progress": "stage-1"}, {"sent": sent})
    assert [says for kind, says in kinds(found) if kind == "not_in_force"] == ([warned] if warned else [])


@pytest.mark.parametrize(
    ("today", "warned"), [(date(2028, 3, 31), False), (date(2028, 4, 1), True), (date(2025, 3, 31), True)]
)
def test_without_dates_today_must_be_in_force(today: date, warned: bool) -> None:
    """Where no date is known, today decides whether the policy is in force; its last day is."""
    found = outcome({**NORTH, "progress": "stage-1"}, today=today)
    assert any(kind == "not_in_force" for kind, _ in kinds(found)) is warned


def test_other_clocks_do_not_say_that_a_policy_was_not_in_force() -> None:
    """A date that only another route counts from does not put this policy out of force."""
    found = outcome({**NORTH, "progress": "stage-1"}, {"sent": "2026-11-02", "noticed": "2025-01-15"})
    assert [says for kind, says in kinds(found) if kind == "not_in_force"] == []


@pytest.mark.parametrize(
    ("review_by", "warned"),
    [
        (date(2026, 11, 20), ["Due for review on 20 November 2026."]),
        (date(2026, 11, 21), []),  # today
        (date(2026, 11, 22), []),
        (None, []),
    ],
)
def test_a_review_that_is_past_is_warned_of(review_by: date | None, warned: list[str]) -> None:
    """From the day after a policy was due for review, the outcome warns, and not before."""
    library = changed(replace(NORTH_ISSUE, review_by=review_by))
    found = outcome({**NORTH, "progress": "stage-1"}, library=library)
    assert [says for kind, says in kinds(found) if kind == "review_past"] == warned


def test_a_future_date_for_what_has_happened_is_warned_of() -> None:
    """A day to come for something that has begun is warned of; today's date is not."""
    late = kinds(outcome({**NORTH, "progress": "stage-1"}, {"sent": "2026-11-22"}))
    assert ("future_date", "22 November 2026 has not come yet.") in late
    today = kinds(outcome({**NORTH, "progress": "stage-1"}, {"sent": "2026-11-21"}))
    assert all(kind != "future_date" for kind, _ in today)


def test_a_plan_may_lie_ahead() -> None:
    """Before it has begun, a day to come is a plan and no warning."""
    found = outcome({**NORTH, "progress": "not-begun"}, {"sent": "2026-12-21"})
    assert all(kind != "future_date" for kind, _ in kinds(found))
    assert found.deadlines[1].due == date(2027, 1, 5)


def test_warnings_of_the_policy_hold_where_they_say() -> None:
    """A warning without stages is always given, one with stages only there."""
    stage_1 = [says for kind, says in kinds(outcome({**NORTH, "progress": "stage-1"})) if kind == "policy"]
    level_2 = [
        says for kind, says in kinds(outcome({**NORTH, "progress": "stage-2/level-2"})) if kind == "policy"
    ]
    assert (stage_1, level_2) == (["Keep copies."], ["Keep copies.", "The director is busy."])


@pytest.mark.parametrize(
    ("today", "late"),
    [
        (date(2026, 12, 30), None),
        (date(2026, 12, 31), None),
        (date(2027, 1, 1), "Too late now."),
    ],
)
def test_a_stage_that_is_over_says_what_that_allows(today: date, late: str | None) -> None:
    """From the day after the stage's last day on, the outcome says that it has passed."""
    # 15 working days from 8 December: 9 to 11, 14 to 18, 21 to 24, 29, 30 and 31.
    dates = {"sent": "2026-12-01", "acknowledged": "2026-12-08"}
    found = outcome({**SOUTH, "progress": "stage-1"}, dates, today)
    assert found.deadlines[2].due == date(2026, 12, 31)
    assert found.late == late
    assert found.next is not None
    assert found.next.says == "It goes to level 1."


def test_only_the_deadline_that_closes_the_stage_makes_it_late() -> None:
    """A late acknowledgement alone does not end the stage."""
    found = outcome({**SOUTH, "progress": "stage-1"}, {"sent": "2026-11-02"}, date(2026, 11, 11))
    standing = found.deadlines[1].status
    assert standing is not None
    assert (standing.state, standing.days, standing.working_days) == ("past", 2, 2)
    assert found.late is None


@pytest.mark.parametrize(
    ("progress", "notes"),
    [
        ("not-begun", ("It has not begun.",)),
        ("unsure", ("Stage 1 is shown. Ask the worker.",)),
        ("stage-1", ()),
    ],
)
def test_notes(progress: str, notes: tuple[str, ...]) -> None:
    """An outcome says when nothing has begun, or why this stage is shown to someone who is not sure."""
    assert outcome({**NORTH, "progress": progress}).notes == notes


@pytest.mark.parametrize(
    ("progress", "rules"),
    [
        (
            "stage-1",
            [
                ("before", "Talk first."),
                ("bypass", "The manager may skip a stage."),
                ("principle", "Be fair."),
            ],
        ),
        ("stage-2/level-1", [("bypass", "The manager may skip a stage."), ("principle", "Be fair.")]),
        (
            "after-talk",
            [
                ("entry", "It begins at level 1."),
                ("bypass", "The manager may skip a stage."),
                ("principle", "Be fair."),
            ],
        ),
    ],
)
def test_rules(progress: str, rules: list[tuple[str, str]]) -> None:
    """What comes before is told at the first stage, the entry rule where it was met, the rest everywhere."""
    found = outcome({**NORTH, "progress": progress}).rules
    assert [(rule.kind, rule.says) for rule in found] == rules


def test_rules_and_warnings_name_their_sources() -> None:
    """Every rule and every warning of a policy names the section it stands in, of the policy's document."""
    found = outcome({**NORTH, "progress": "after-talk"})
    sections = {remark.kind: remark.source for remark in (*found.rules, *found.warnings) if remark.source}
    assert {kind: (source.document, source.section) for kind, source in sections.items()} == {
        "entry": ("north-paper", "Page 4"),
        "bypass": ("north-paper", "Page 5"),
        "principle": ("north-paper", "Page 0"),
        "superseded": ("gazette", "New paper"),
        "policy": ("north-paper", "Page 9"),
    }


def test_findings_are_shown_where_they_matter() -> None:
    """A finding is shown at the stages it names, and nowhere if it names none."""
    assert [finding.id for finding in outcome({**NORTH, "progress": "stage-1"}).findings] == ["g1"]
    assert outcome({**NORTH, "progress": "stage-2/level-1"}).findings == ()


def test_what_is_not_covered_leads_on() -> None:
    """Each exclusion names the route that covers it with the page where it begins, or none."""
    danger, weather = outcome({**NORTH, "progress": "stage-1"}).not_covered
    assert danger.route is not None
    assert (danger.route.id, danger.node) == ("safety", Node("progress", "safety"))
    assert (weather.route, weather.node) == (None, None)


def test_what_is_not_covered_leads_on_with_the_same_service() -> None:
    """Where services differ, the page of the route that covers it is that of the same service."""
    exclusion = replace(NORTH_ISSUE.does_not_cover[0], leads_to="complaint")
    library = changed(replace(NORTH_ISSUE, does_not_cover=(exclusion,)))
    for service, answers in (("north", NORTH), ("south", SOUTH)):
        (found,) = outcome({**answers, "progress": "stage-1"}, library=library).not_covered
        assert found.node == Node("progress", "complaint", service)


def test_contacts_are_the_policys_and_then_the_services_own_each_once() -> None:
    """The helpline stands in both lists and is shown once; another service's desk is not shown."""
    north = outcome({**NORTH, "progress": "stage-1"}).contacts
    south = outcome({**SOUTH, "progress": "stage-1"}).contacts
    assert [contact.id for contact in north] == ["helpline", "north-desk"]
    assert [contact.id for contact in south] == ["helpline"]


def test_dates_are_asked_for_once_each() -> None:
    """Every event that a shown deadline counts from is asked for once, this stage's before other clocks'."""
    found = outcome({**NORTH, "progress": "stage-1"}, {"sent": "2026-11-02"}).asks
    assert [(item.event, item.main, item.given) for item in found] == [
        ("sent", True, date(2026, 11, 2)),
        ("acknowledged", True, None),
        ("noticed", False, None),
        ("letter", False, None),
    ]


@pytest.mark.parametrize(
    ("progress", "planned", "ask"),
    [("stage-1", False, "When was sending?"), ("not-begun", True, "When will sending be?")],
)
def test_dates_are_asked_for_in_the_right_tense(progress: str, planned: bool, ask: str) -> None:
    """Before it has begun the day is asked for as a plan, afterwards as a fact; other clocks as facts."""
    found = outcome({**NORTH, "progress": progress}).asks
    assert (found[0].ask, found[0].planned, found[0].hint) == (ask, planned, None)
    assert [item.planned for item in found if not item.main] == [False, False]


def test_dates_are_asked_for_with_their_hints() -> None:
    """An event's hint stands beside the question for its day."""
    events = tuple(replace(event, hint=f"Hint: {event.id}.") for event in LIBRARY.events)
    found = outcome({**NORTH, "progress": "stage-1"}, library=replace(LIBRARY, events=events)).asks
    assert [item.hint for item in found] == [f"Hint: {item.event}." for item in found]


def test_why_tells_each_answer_and_the_rule_it_met() -> None:
    """Each answer is told with its question, its label, the reason and the source of the reason."""
    found = outcome({**SOUTH, "progress": "stage-1"}).why
    assert [(reason.question, reason.answer, reason.because) for reason in found] == [
        ("danger", "no", None),
        ("topic", "issue", "Lateness is an issue."),
        ("service", "south", "You chose South Council."),
        ("progress", "stage-1", "The worker looks into it."),
    ]
    assert [reason.label for reason in found] == ["No", "Something is late", "South", "I have sent it"]
    assert [reason.ask for reason in found] == [
        "Is anybody in danger?",
        "What is it about?",
        "Which service is it?",
        "Where has it got to?",
    ]
    sources = [(reason.source.document, reason.source.section) if reason.source else None for reason in found]
    assert sources == [None, ("north-paper", "Page 0"), None, ("north-paper", "Page 1")]


def test_sources_are_listed_once_each() -> None:
    """Every section that a rule of the outcome stands in is listed once."""
    found = outcome({**NORTH, "progress": "stage-1"}).sources
    assert len(found) == len(set(found))
    sections = {source.section for source in found}
    assert {"Page 0", "Page 1", "Page 1, box", "Page 5", "Page 6", "Page 7", "Page 8"} <= sections


def test_every_source_that_is_cited_is_listed() -> None:
    """Warnings and what follows are rules as well, so their sources are among those listed."""
    found = outcome({**NORTH, "progress": "stage-1"})
    assert found.next is not None
    cited = {found.next.source, *(remark.source for remark in found.warnings if remark.source)}
    assert cited <= set(found.sources)


def test_where_to_turn_is_said_everywhere() -> None:
    """Every outcome says where to turn if nothing here fits."""
    for answers in ({"danger": "no", "topic": "appeal"}, {"danger": "now"}):
        assert outcome(answers).assistance == "Ask the helpline."


def test_safety_is_shown_with_every_route_but_the_urgent() -> None:
    """What to do if a child is at risk is said everywhere, except where the route itself says it."""
    assert outcome({"danger": "no", "topic": "appeal"}).safety == "Call 999 in danger."
    assert outcome({"danger": "now"}).safety is None


def test_a_date_for_no_event_is_refused() -> None:
    """A date for an event that the library does not have is refused, with the events it has."""
    with pytest.raises(UnknownDate, match=r"weather.*acknowledged"):
        step(NORTH, {"weather": "2026-11-02"})


def test_a_date_off_the_way_does_no_harm() -> None:
    """A date of an event that this outcome does not count from changes none of its deadlines."""
    plain = outcome({**NORTH, "progress": "stage-1"}, {"sent": "2026-11-02"})
    more = outcome({**NORTH, "progress": "stage-1"}, {"sent": "2026-11-02", "third_started": "2026-11-03"})
    assert plain.deadlines == more.deadlines


def test_the_same_input_gives_the_same_outcome() -> None:
    """Twice the same input gives equal steps, and neither answers, dates nor library are changed."""
    answers, dates = {**NORTH, "progress": "stage-1"}, {"sent": date(2026, 11, 2)}
    given, untouched = (dict(answers), dict(dates)), deepcopy(LIBRARY)
    first = advance(LIBRARY, answers, dates, TODAY)
    assert first == advance(LIBRARY, answers, dates, TODAY)
    assert (answers, dates) == given
    assert untouched == LIBRARY


def test_until_shows_a_question_although_all_is_answered() -> None:
    """With `until`, an answered question is open again and there is no outcome."""
    answers = {**NORTH, "progress": "stage-1"}
    found = advance(LIBRARY, answers, {}, TODAY, until="topic")
    assert found.outcome is None
    assert found.question is not None
    assert found.question.id == "topic"


def test_an_origin_skips_the_questions_before() -> None:
    """From the page of an end the outcome is the same but for the answers that led there."""
    answers = {**NORTH, "progress": "stage-1"}
    whole = outcome(answers)
    shared = advance(LIBRARY, {}, {}, TODAY, origin=whole.node).outcome
    assert shared is not None
    assert shared.why == ()
    assert replace(shared, why=whole.why) == whole


def test_an_expired_policy_is_not_passed_off_as_current() -> None:
    """A policy whose last day is behind is warned of even where the date given was within its time."""
    library = changed(replace(NORTH_ISSUE, effective_until=date(2026, 10, 31)))
    found = outcome({**NORTH, "progress": "stage-1"}, {"sent": "2026-11-02"}, library=library)
    assert ("not_in_force", "Not in force on 2 November 2026.") in kinds(found)
