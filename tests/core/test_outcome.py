"""The outcome: everything a page about an end says."""

from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from navigator.core.engine import Progress, UnknownDate, advance, dates_to_ask
from navigator.core.journey import follow
from navigator.core.model import (
    Alongside,
    Bypass,
    Caution,
    Confidence,
    Contact,
    Counting,
    EntryRule,
    Exclusion,
    Finding,
    FindingKind,
    Library,
    Message,
    Next,
    Option,
    Phase,
    Policy,
    Question,
    Said,
    Start,
    Superseded,
    Unit,
    Unsure,
)
from navigator.core.nodes import Node
from navigator.core.outcome import Outcome
from tests.builders import (
    CHECKED,
    TODAY,
    calendar,
    closures,
    event,
    levels,
    library,
    outcome_of,
    policy,
    route,
    service,
    source,
    stage,
    step,
    timescale,
)

SHUT = closures("2026-12-29", "2026-12-30", "2026-12-31", name="Council closed")
NORTH = service("north", "paper", closures=SHUT)
SOUTH = service("south")
ACKNOWLEDGE = timescale("acknowledge", 5, ends_with="acknowledged")
ANSWER = timescale("answer", 15, counted_from="acknowledged", ends_with="answered", closes_stage=True)
NEXT = Next("It goes to stage 2.", stage="stage-2")
FIRST = stage("stage-1", ACKNOWLEDGE, ANSWER, begins_with="sent", if_unresolved=NEXT)
SECOND = stage("stage-2", begins_with="second_started")
START = Start("I have not sent it")
UNSURE = Unsure("stage-1", "Stage 1 is shown. Ask the worker.")


def issue(**fields: Any) -> Policy:  # noqa: ANN401
    """Build a policy of two stages, the first with an acknowledgement and an answer counted from it."""
    return policy(FIRST, SECOND, **{"start": START, "unsure": UNSURE} | fields)


def complaint(name: str, weeks: int, **fields: Any) -> Policy:  # noqa: ANN401
    """Build a policy for complaints of two looks, each of so many weeks."""
    looks = (
        stage(look, timescale(f"{look}-answer", weeks, Unit.WEEKS, "complained"), begins_with="complained")
        for look in ("first", "second")
    )
    return policy(*looks, id=name, route="complaint", **fields)


def clock(name: str, amount: int, unit: Unit, starts: str, **fields: Any) -> Policy:  # noqa: ANN401
    """Build a national policy of one stage with one clock, for a route of its own."""
    only = stage("apply", timescale(f"{name}-limit", amount, unit, starts, **fields))
    return policy(only, id=name, route=name, title=name.capitalize(), national=True)


APPEAL = clock("appeal", 12, Unit.MONTHS, "noticed", counting=Counting.BEGINNING_WITH)
PANEL = clock("panel", 28, Unit.CALENDAR_DAYS, "letter")
COMPLAINTS = (
    complaint("national-complaint", 3, national=True, title="Complaints", publisher="England: law"),
    complaint("north-complaint", 2),
)


def served(*policies: Policy, **fields: Any) -> Library:  # noqa: ANN401
    """Build a library with North, whose own policies are given or not, and South, which has none."""
    own = tuple(each.id for each in policies if each.id in ("paper", "north-complaint"))
    return library(*policies, services=(replace(NORTH, policies=own), SOUTH), **fields)


def warned(found: Outcome, kind: str) -> list[str]:
    """Return the warnings of a kind."""
    return [remark.says for remark in found.warnings if remark.kind == kind]


def asking(*policies: Policy) -> Library:
    """Build a library whose questions ask for danger first, and give a reason for each answer."""
    world = served(*policies)
    topic = Option(
        "issue",
        "Something is late",
        route="issue",
        because="Lateness is an issue.",
        source=source("Page 0", "paper"),
    )
    questions = (
        Question("danger", "Is anybody in danger?", (Option("no", "No", next="topic"),)),
        Question("topic", "What is it about?", (topic,)),
    )
    return replace(world, triage=replace(world.triage, start="danger", questions=questions))


ANSWERS = {"danger": "no", "topic": "issue", "service": "south", "progress": "stage-1"}


def reached(world: Library, answers: dict[str, str], dates: dict[str, date] | None = None) -> Progress:
    return advance(world, answers, dates or {}, TODAY)


def test_an_open_question_is_no_outcome() -> None:
    """While a question is open there is no outcome."""
    found = reached(asking(issue()), {"danger": "no"})
    assert found.outcome is None
    assert found.question is not None
    assert found.question.id == "topic"


def test_an_outcome_names_route_service_policy_and_place() -> None:
    """The outcome of a complete way names the route, service, policy, stage and level."""
    world = asking(policy(levels("stage-2", stage("level-1"), stage("level-2"))))
    found = reached(world, {**ANSWERS, "progress": "stage-2/level-1"}).outcome
    assert found is not None
    assert (found.route.id, found.service, found.service_name) == ("issue", "south", "South Council")
    assert (found.policy.id, found.position.stage.id) == ("paper", "stage-2")
    assert found.position.level is not None
    assert (found.position.level.id, found.position.title) == ("level-1", "Stage 2, Level 1")
    assert found.node == Node(None, "issue", "south", "stage-2/level-1")


@pytest.mark.parametrize(
    ("way", "choice", "policy_basis", "says"),
    [
        pytest.param(
            ("issue", "north"),
            "stage-1",
            "own",
            "Own: The paper by North Council for North Council.",
            id="own",
        ),
        pytest.param(
            ("issue", "south"),
            "stage-1",
            "example",
            "Only an example: The paper by North Council, not from South Council.",
            id="another service's",
        ),
        pytest.param(
            ("complaint", "south"),
            "first",
            "national_fallback",
            "Nothing from South Council, so national: Complaints.",
            id="national where others have their own",
        ),
        pytest.param(("appeal", None), "apply", "national", "National: Appeal.", id="national for all"),
    ],
)
def test_whose_policy_it_is_stands_in_words(
    way: tuple[str, str | None], choice: str, policy_basis: str, says: str
) -> None:
    """Every outcome says whose policy it shows, and warns where it is not the service's own."""
    world = served(issue(), *COMPLAINTS, APPEAL)
    found = outcome_of(world, choice, route=way[0], service=way[1])
    assert (found.policy_basis, found.policy_basis_says) == (policy_basis, says)
    assert (says in warned(found, "footing")) is (policy_basis in ("example", "national_fallback"))


def test_steps_name_who_does_what_to_whom() -> None:
    """Each step has its role, act, addressees, copies, record, and its own source or the stage's."""
    sends = step("carer", "sends the issue", to=("worker",))
    answers = step(
        "worker", "answers", to=("carer",), cc=("manager",), record="The answer.", source=source("A box")
    )
    world = library(policy(stage("stage-1", steps=(sends, answers))))
    first, second = outcome_of(world).steps
    assert (first.who.id, first.does, [role.id for role in first.to], first.cc, first.record) == (
        "carer",
        "sends the issue",
        ["worker"],
        (),
        None,
    )
    assert (first.source.document.id, first.source.section) == ("paper", "Page 1")
    assert ([role.id for role in second.to], [role.id for role in second.cc]) == (["carer"], ["manager"])
    assert (second.record, second.source.section) == ("The answer.", "A box")


@pytest.mark.parametrize(
    ("choice", "dates", "done"),
    [
        pytest.param("stage-1", {}, [True, False], id="begun"),
        pytest.param("stage-1", {"sent": "2026-11-02"}, [True, False], id="begun on a day"),
        pytest.param("not-begun", {}, [False, False], id="not begun"),
        pytest.param("not-begun", {"sent": "2026-12-21"}, [False, False], id="planned"),
        pytest.param("unsure", {}, [False, False], id="unsure"),
        pytest.param("stage-1", {"acknowledged": "2026-11-20"}, [True, True], id="brought about"),
        pytest.param("stage-1", {"acknowledged": "2026-11-21"}, [True, True], id="brought about today"),
        pytest.param("stage-1", {"acknowledged": "2026-11-22"}, [True, False], id="still to come"),
        pytest.param("stage-1", {"answered": "2026-11-20"}, [True, False], id="another event"),
    ],
)
def test_an_act_is_done_once_it_has_brought_about_its_event(
    choice: str, dates: dict[str, str], done: list[bool]
) -> None:
    """Sending begins stage 1, so it is done for whoever has begun; other acts from the day of their event."""
    steps = (step("carer", brings="sent"), step("worker", brings="acknowledged"))
    world = library(replace(issue(), stages=(replace(FIRST, steps=steps), SECOND)))
    assert [act.done for act in outcome_of(world, choice, dates).steps] == done


def test_an_act_that_brings_about_nothing_is_never_done() -> None:
    """A step of a stage that no event begins, and that brings about none, is still to do."""
    assert [act.done for act in outcome_of(library(policy(stage())), "stage-1").steps] == [False]


def test_a_plan_is_neither_met_nor_missed() -> None:
    """Before it has begun, a planned day for a later event does not make a deadline one that was kept."""
    dates = {"sent": "2026-12-01", "acknowledged": "2026-12-03"}
    status = outcome_of(library(issue()), "not-begun", dates).deadlines[0].status
    assert status is not None
    assert (status.state, status.happened) == ("ahead", None)


def test_deadlines_of_the_stage_and_of_the_whole() -> None:
    """The stage's deadlines come in the policy's order, and those of the whole policy apart from them."""
    world = library(issue(overall=(timescale("whole", 12, Unit.WEEKS),)))
    found = outcome_of(world, dates={"sent": "2026-11-02"})
    assert [deadline.timescale.id for deadline in found.deadlines] == ["acknowledge", "answer"]
    assert [(whole.timescale.id, whole.due) for whole in found.overall] == [("whole", date(2027, 1, 25))]
    assert found.all_deadlines == (*found.deadlines, *found.overall)
    assert [deadline.scope for deadline in found.all_deadlines] == ["stage", "stage", "overall"]


def test_a_deadline_of_the_whole_may_count_from_what_a_stage_ends_with() -> None:
    """The last day of a stage's deadline stands in for its event where the whole policy counts from it."""
    world = library(issue(overall=(timescale("whole", 1, Unit.WEEKS, "answered"),)))
    (whole,) = outcome_of(world, dates={"sent": "2026-11-02"}).overall
    assert whole.start_date == date(2026, 11, 30)


def test_the_services_calendar_is_used() -> None:
    """North's closure days move North's dates, and not those of South, which is shown North's paper."""
    found = [
        outcome_of(served(issue()), dates={"sent": "2026-12-21"}, service=name).deadlines[0].due
        for name in ("north", "south")
    ]
    assert found == [date(2027, 1, 5), date(2026, 12, 30)]


NO_HOLIDAYS = (calendar(), calendar("other", closures=()))


def test_the_policys_own_calendar_is_used() -> None:
    """A policy that names a calendar is counted by it, with the closure days of the service."""
    world = served(issue(calendar="other"), calendars=NO_HOLIDAYS)
    # 22, 23, 24, 25 and 28 December, as the other calendar has no bank holidays
    found = outcome_of(world, dates={"sent": "2026-12-21"}, service="north")
    assert found.deadlines[0].due == date(2026, 12, 28)


def test_the_services_own_calendar_is_used() -> None:
    """A service that counts by another calendar than the first is counted by its own."""
    services = (NORTH, replace(SOUTH, calendar="other"))
    world = library(issue(), calendars=NO_HOLIDAYS, services=services)
    found = outcome_of(world, dates={"sent": "2026-12-21"}, service="south")
    assert found.deadlines[0].due == date(2026, 12, 28)


def with_message(subject: str, body: str, cc: tuple[str, ...] = ()) -> Library:
    """Build a library with a message at its first stage."""
    message = Message("carer", ("worker",), subject, body, cc)
    steps = (step("carer", to=("worker",), cc=("manager",)),)
    first = replace(FIRST, message=message, steps=steps, phase=Phase.TO_START)
    return library(policy(first, SECOND, overall=(timescale("whole", 12, Unit.WEEKS),)))


def test_a_message_knows_the_dates_given_and_the_last_days() -> None:
    """The message of a stage has the days that are known put in, of the stage and of the whole policy."""
    body = "{date:sent}, {due:acknowledge}, {due:whole}, {date:answered}"
    world = with_message("About {date:sent}", body, ("manager",))
    found = outcome_of(world, dates={"sent": "2026-11-02"}).message
    assert found is not None
    assert (found.who.id, [role.id for role in found.to], [role.id for role in found.cc]) == (
        "carer",
        ["worker"],
        ["manager"],
    )
    assert found.subject == "About Monday 2 November 2026"
    assert found.body == "Monday 2 November 2026, Monday 9 November 2026, Monday 25 January 2027, [date]"


def test_a_message_holds_no_last_day_that_nobody_knows() -> None:
    """A last day that is counted from a projected one is left open in the message."""
    world = with_message("Late", "{due:acknowledge}, {due:answer}")
    found = outcome_of(world, dates={"sent": "2026-11-02"})
    assert found.deadlines[1].due is not None
    assert found.message is not None
    assert found.message.body == "Monday 9 November 2026, [date]"


def test_without_a_message_there_is_none() -> None:
    """A stage at which nobody who reads this writes to anyone has no message."""
    assert outcome_of(library(issue())).message is None


def test_what_follows_is_the_next_stage_with_its_page() -> None:
    """What follows is the next stage, with the page of the same service that tells of it."""
    following = outcome_of(served(issue()), service="north").next
    assert following is not None
    assert (following.says, following.route, following.none_stated) == ("It goes to stage 2.", None, False)
    assert following.node == Node(None, "issue", "north", "stage-2")
    assert following.position is not None
    assert following.position.key == "stage-2"


def test_that_no_next_step_is_stated_is_said() -> None:
    """Where nothing is stated, that is said in words and leads nowhere."""
    following = outcome_of(library(issue()), "stage-2").next
    assert following is not None
    assert (following.says, following.position) == ("Nothing is stated.", None)
    assert (following.node, following.route, following.none_stated) == (None, None, True)


def leading_to(name: str) -> Policy:
    """Build a policy after whose stage a route follows."""
    return policy(stage(if_unresolved=Next("Go there.", route=name, source=source("Page 10"))))


def test_a_route_may_follow() -> None:
    """A route that follows leads to the page where it begins, and its source is listed."""
    found = outcome_of(library(leading_to("appeal"), APPEAL))
    assert found.next is not None
    assert found.next.route is not None
    assert (found.next.route.id, found.next.node) == ("appeal", Node(None, "appeal", None, "apply"))
    assert found.next.source.section == "Page 10"
    assert found.next.source in found.sources


@pytest.mark.parametrize("name", ["north", "south"])
def test_a_route_that_follows_keeps_the_service(name: str) -> None:
    """Where services differ, the page of the route that follows is that of the same service."""
    found = outcome_of(served(leading_to("complaint"), *COMPLAINTS), service=name)
    assert found.next is not None
    assert found.next.node == Node("progress", "complaint", name)


def test_nothing_need_follow() -> None:
    """Where the policy says nothing of what follows, nothing is shown, also once the stage is over."""
    world = library(policy(replace(FIRST, if_unresolved=None), SECOND))
    found = outcome_of(world, dates={"sent": "2026-09-01", "acknowledged": "2026-09-02"})
    assert (found.next, found.phase) == (None, Phase.LATE)


@pytest.mark.parametrize(
    ("name", "clocks"),
    [
        pytest.param("north", [("north-complaint", date(2026, 11, 16))], id="two weeks of its own"),
        pytest.param("south", [("national-complaint", date(2026, 11, 23))], id="three weeks of the nation"),
    ],
)
def test_what_runs_alongside_is_the_services_own(name: str, clocks: list[tuple[str, date]]) -> None:
    """A route that runs alongside has the clocks of the service's own policy, and leads to its pages."""
    alongside = (
        Alongside("complain", "You may complain.", source("Page 8"), route="complaint"),
        Alongside("talk", "You may talk.", source("Page 11")),
    )
    world = served(issue(alongside=alongside), *COMPLAINTS)
    found = outcome_of(world, dates={"complained": "2026-11-02"}, service=name)
    complain, talk = found.also
    assert (talk.says, talk.source.section, talk.route, talk.node) == (
        "You may talk.",
        "Page 11",
        None,
        None,
    )
    assert (complain.says, complain.source.section) == ("You may complain.", "Page 8")
    assert complain.route is not None
    assert (complain.route.id, complain.node) == ("complaint", Node("progress", "complaint", name))
    assert [(deadline.policy, deadline.due) for deadline in complain.deadlines] == clocks
    assert found.alongside_deadlines == complain.deadlines
    assert [deadline.scope for deadline in complain.deadlines] == ["alongside"]


ALONGSIDE = (
    Alongside("mediation", "Mediation can be offered.", source()),
    Alongside("appeal", "An appeal is possible.", source(), route="appeal"),
    Alongside("panel", "A panel can be asked.", source(), route="panel", stages=("stage-1",)),
)
BESIDE = library(issue(alongside=ALONGSIDE), APPEAL, PANEL)


@pytest.mark.parametrize(
    ("dates", "routes", "dues"),
    [
        pytest.param(
            {"noticed": "2026-05-01", "letter": "2026-12-01"},
            ["panel", "appeal", None],
            [date(2026, 12, 29), date(2027, 4, 30)],
            id="the panel's ends first",
        ),
        pytest.param(
            {"noticed": "2025-12-01", "letter": "2026-11-20"},
            ["appeal", "panel", None],
            [date(2026, 11, 30), date(2026, 12, 18)],
            id="the appeal's ends first",
        ),
    ],
)
def test_parallel_clocks_come_earliest_first(
    dates: dict[str, str], routes: list[str | None], dues: list[date]
) -> None:
    """Of the clocks alongside the one that ends first comes first, and what has no clock comes last."""
    found = outcome_of(BESIDE, dates=dates)
    assert [parallel.route and parallel.route.id for parallel in found.also] == routes
    assert [deadline.due for deadline in found.alongside_deadlines] == dues


def test_alongside_may_hold_at_some_stages_only() -> None:
    """The panel is offered at stage 1 and at no other."""
    found = outcome_of(BESIDE, "stage-2").also
    assert [parallel.route and parallel.route.id for parallel in found] == [None, "appeal"]


@pytest.mark.parametrize(
    ("report", "cited"),
    [
        pytest.param(
            Superseded("A new paper.", replace(source("News", "gazette"), confidence=Confidence.C)),
            ("gazette", "News", "C"),
            id="from another document",
        ),
        pytest.param(Superseded("Soon.", source("Page 12")), ("paper", "Page 12", "A"), id="from its own"),
    ],
)
def test_a_newer_version_is_warned_of(report: Superseded, cited: tuple[str, str, str]) -> None:
    """A report of a newer version stands among the warnings with its source."""
    found = outcome_of(library(issue(superseded=report)))
    (remark,) = [remark for remark in found.warnings if remark.kind == "superseded"]
    assert remark.says == report.says
    assert remark.source is not None
    assert (remark.source.document.id, remark.source.section, remark.source.confidence) == cited


IN_FORCE = library(
    issue(effective_from=date(2025, 4, 1), effective_until=date(2028, 3, 31), alongside=(ALONGSIDE[1],)),
    APPEAL,
)


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        pytest.param("2025-03-31", ["Not in force on 31 March 2025."], id="the day before its first"),
        pytest.param("2025-04-01", [], id="its first day"),
        pytest.param("2026-11-20", [], id="later"),
    ],
)
def test_a_policy_that_was_not_in_force_is_warned_of(sent: str, says: list[str]) -> None:
    """A date before the policy's first day brings a warning, and its first day does not."""
    assert warned(outcome_of(IN_FORCE, dates={"sent": sent}), "not_in_force") == says


@pytest.mark.parametrize(
    ("today", "is_warned"),
    [
        pytest.param(date(2028, 3, 31), False, id="its last day"),
        pytest.param(date(2028, 4, 1), True, id="the day after"),
        pytest.param(date(2025, 3, 31), True, id="the day before its first"),
    ],
)
def test_without_dates_today_must_be_in_force(today: date, is_warned: bool) -> None:
    """Where no date is known, today decides whether the policy is in force."""
    assert bool(warned(outcome_of(IN_FORCE, today=today), "not_in_force")) is is_warned


def test_other_clocks_do_not_say_that_a_policy_was_not_in_force() -> None:
    """A date that only another route counts from does not put this policy out of force."""
    found = outcome_of(IN_FORCE, dates={"sent": "2026-11-02", "noticed": "2025-01-15"})
    assert warned(found, "not_in_force") == []


def test_an_expired_policy_is_not_passed_off_as_current() -> None:
    """A policy whose last day is behind is warned of, whatever the date given."""
    world = library(issue(effective_until=date(2026, 10, 31)))
    found = outcome_of(world, dates={"sent": "2026-11-02"})
    assert warned(found, "not_in_force") == ["Not in force on 2 November 2026."]


@pytest.mark.parametrize(
    ("review_by", "says"),
    [
        pytest.param(date(2026, 11, 20), ["Due for review on 20 November 2026."], id="yesterday"),
        pytest.param(date(2026, 11, 21), [], id="today"),
        pytest.param(date(2026, 11, 22), [], id="tomorrow"),
        pytest.param(None, [], id="not stated"),
    ],
)
def test_a_review_that_is_past_is_warned_of(review_by: date | None, says: list[str]) -> None:
    """From the day after a policy was due for review, the outcome warns, and not before."""
    assert warned(outcome_of(library(issue(review_by=review_by))), "review_past") == says


@pytest.mark.parametrize(
    ("choice", "says"),
    [("stage-1", ["Keep copies."]), ("stage-2", ["Keep copies.", "The director is busy."])],
)
def test_warnings_of_the_policy_hold_where_they_say(choice: str, says: list[str]) -> None:
    """A warning without stages is always given, one with stages only there."""
    always = Caution("always", "Keep copies.", source())
    late = Caution("late-only", "The director is busy.", source(), ("stage-2",))
    assert warned(outcome_of(library(issue(warnings=(always, late))), choice), "policy") == says


@pytest.mark.parametrize(
    ("today", "phase"),
    [
        pytest.param(date(2026, 12, 30), "waiting", id="the day before the last"),
        pytest.param(date(2026, 12, 31), "waiting", id="the last day"),
        pytest.param(date(2027, 1, 1), "late", id="the day after"),
    ],
)
def test_a_stage_that_is_over_is_late(today: date, phase: str) -> None:
    """From the day after the last day for others on, the stage is in the phase late."""
    # 15 working days from 8 December: 9 to 11, 14 to 18, 21 to 24, 29, 30 and 31.
    dates = {"sent": "2026-12-01", "acknowledged": "2026-12-08"}
    found = outcome_of(library(issue()), dates=dates, today=today)
    assert found.deadlines[1].due == date(2026, 12, 31)
    assert found.phase == phase
    assert found.next is not None
    assert found.next.says == "It goes to stage 2."


def test_only_the_deadline_that_closes_the_stage_makes_it_late() -> None:
    """A late acknowledgement alone does not end the stage."""
    found = outcome_of(library(issue()), dates={"sent": "2026-11-02"}, today=date(2026, 11, 11))
    status = found.deadlines[0].status
    assert status is not None
    assert (status.state, status.days, status.working_days) == ("past", 2, 2)
    assert found.phase is Phase.WAITING


@pytest.mark.parametrize(
    ("choice", "notes"),
    [
        ("not-begun", ("It has not begun.",)),
        ("unsure", ("Stage 1 is shown. Ask the worker.",)),
        ("stage-1", ()),
    ],
)
def test_notes(choice: str, notes: tuple[str, ...]) -> None:
    """An outcome says when nothing has begun, or why this stage is shown to someone who is not sure."""
    assert outcome_of(library(issue()), choice).notes == notes


RULED = library(
    issue(
        before=(Said("Talk first.", source("Page 0")),),
        entries=(
            EntryRule("after-talk", "A talk is over", "stage-2", "It begins at stage 2.", source("Page 4")),
        ),
        bypass=(Bypass("jump", "worker", "A stage may be skipped.", source("Page 5")),),
        principles=(Said("Be fair.", source("Page 6")),),
        warnings=(Caution("always", "Keep copies.", source("Page 9")),),
        superseded=Superseded("A new paper.", source("News", "gazette")),
    )
)
BYPASS, PRINCIPLE = ("bypass", "A stage may be skipped."), ("principle", "Be fair.")


@pytest.mark.parametrize(
    ("choice", "rules"),
    [
        pytest.param("stage-1", [("before", "Talk first."), BYPASS, PRINCIPLE], id="the first stage"),
        pytest.param("stage-2", [BYPASS, PRINCIPLE], id="a later stage"),
        pytest.param(
            "after-talk", [("entry", "It begins at stage 2."), BYPASS, PRINCIPLE], id="by an entry rule"
        ),
    ],
)
def test_rules(choice: str, rules: list[tuple[str, str]]) -> None:
    """What comes before is told at the first stage, the entry rule where it was met, the rest everywhere."""
    assert [(rule.kind, rule.says) for rule in outcome_of(RULED, choice).rules] == rules


def test_rules_and_warnings_name_their_sources() -> None:
    """Every rule and every warning of a policy names the section it stands in, of the policy's document."""
    found = outcome_of(RULED, "after-talk")
    sections = {remark.kind: remark.source for remark in (*found.rules, *found.warnings) if remark.source}
    assert {kind: (cited.document.id, cited.section) for kind, cited in sections.items()} == {
        "entry": ("paper", "Page 4"),
        "bypass": ("paper", "Page 5"),
        "principle": ("paper", "Page 6"),
        "superseded": ("gazette", "News"),
        "policy": ("paper", "Page 9"),
    }


@pytest.mark.parametrize(("choice", "shown"), [("stage-1", ["g1"]), ("stage-2", [])])
def test_findings_are_shown_where_they_matter(choice: str, shown: list[str]) -> None:
    """A finding is shown at the stages it names, and nowhere if it names none."""
    findings = (
        Finding("g1", FindingKind.NO_START, "No start is named.", "When?", source(), ("stage-1",)),
        Finding("g2", FindingKind.WORDING, "A word is missing.", "Which?", source()),
    )
    found = outcome_of(library(issue(findings=findings)), choice).findings
    assert [finding.id for finding in found] == shown


def test_what_is_not_covered_leads_on() -> None:
    """Each exclusion names the route that covers it with the page where it begins, or none."""
    excluded = (
        Exclusion("danger", "Danger", "Report it.", source(), "appeal"),
        Exclusion("weather", "Weather", "Nobody can help.", source()),
    )
    danger, weather = outcome_of(library(issue(does_not_cover=excluded), APPEAL)).not_covered
    assert danger.route is not None
    assert (danger.route.id, danger.node) == ("appeal", Node(None, "appeal", None, "apply"))
    assert (weather.route, weather.node) == (None, None)


@pytest.mark.parametrize("name", ["north", "south"])
def test_what_is_not_covered_leads_on_with_the_same_service(name: str) -> None:
    """Where services differ, the page of the route that covers it is that of the same service."""
    excluded = (Exclusion("rudeness", "Rudeness", "Complain.", source(), "complaint"),)
    world = served(issue(does_not_cover=excluded), *COMPLAINTS)
    (found,) = outcome_of(world, service=name).not_covered
    assert found.node == Node("progress", "complaint", name)


@pytest.mark.parametrize(
    ("name", "shown"), [("north", ["helpline", "north-desk"]), ("south", ["helpline"]), (None, ["helpline"])]
)
def test_contacts_are_the_policys_and_then_the_services_own_each_once(
    name: str | None, shown: list[str]
) -> None:
    """The helpline stands in both lists and is shown once; another service's desk is not shown."""
    contacts = tuple(
        Contact(each, each, CHECKED, source("Desk", "paper")) for each in ("helpline", "north-desk")
    )
    services = (replace(NORTH, contacts=("north-desk", "helpline")), SOUTH)
    world = library(issue(contacts=("helpline",)), services=services, contacts=contacts)
    assert [contact.id for contact in outcome_of(world, service=name).contacts] == shown


def test_dates_are_asked_for_once_each() -> None:
    """Every event that a shown deadline counts from is asked for once, this stage's before other clocks'."""
    found = outcome_of(BESIDE, dates={"sent": "2026-11-02"}).asks
    assert [(asked.event, asked.main, asked.given) for asked in found] == [
        ("sent", True, date(2026, 11, 2)),
        ("acknowledged", True, None),
        ("noticed", False, None),
        ("letter", False, None),
    ]


def test_dates_keep_their_order_whatever_is_given() -> None:
    """The fields of the form do not change places where a later clock ends first."""
    dates = {"noticed": "2026-05-01", "letter": "2026-12-01"}
    assert [asked.event for asked in outcome_of(BESIDE, dates=dates).asks] == [
        "sent",
        "acknowledged",
        "noticed",
        "letter",
    ]


def test_the_dates_to_ask_for_are_known_beforehand() -> None:
    """Before anything is worked out, an end tells the same dates; a question wants none."""
    world = asking(issue(alongside=ALONGSIDE[1:2]), APPEAL)
    found = reached(world, ANSWERS)
    assert found.outcome is not None
    assert found.outcome.asks
    assert dates_to_ask(world, found.trail, TODAY) == found.outcome.asks
    assert dates_to_ask(world, follow(world, {"danger": "no"}), TODAY) == ()


@pytest.mark.parametrize(
    ("choice", "planned", "ask"),
    [
        pytest.param("stage-1", False, "When was sent?", id="begun"),
        pytest.param("not-begun", True, "When will sent be?", id="not begun"),
        pytest.param("unsure", False, "When was sent?", id="unsure"),
    ],
)
def test_dates_are_asked_for_in_the_right_tense(choice: str, planned: bool, ask: str) -> None:
    """Before it has begun the day is asked for as a plan, afterwards as a fact; other clocks as facts."""
    found = outcome_of(BESIDE, choice).asks
    assert (found[0].ask, found[0].planned, found[0].hint) == (ask, planned, None)
    assert [asked.planned for asked in found if not asked.main] == [False, False]


def test_an_event_that_nobody_plans_is_asked_for_as_a_fact() -> None:
    """Where an event has no question for a plan, its day is asked for as a fact, begun or not."""
    events = tuple(event(name, planned=False) for name in ("sent", "acknowledged", "answered"))
    world = library(issue(), events=(*events, event("second_started")))
    found = outcome_of(world, "not-begun").asks[0]
    assert (found.ask, found.planned) == ("When was sent?", False)


def test_dates_are_asked_for_with_their_hints() -> None:
    """An event's hint stands beside the question for its day."""
    world = library(issue())
    events = tuple(replace(each, hint=f"Hint: {each.id}.") for each in world.events)
    found = outcome_of(replace(world, events=events)).asks
    assert [asked.hint for asked in found] == [f"Hint: {asked.event}." for asked in found]


def test_why_tells_each_answer_and_the_rule_it_met() -> None:
    """Each answer is told with its question, its label, the reason and the source of the reason."""
    first = replace(FIRST, asks="I have sent it", summary="The worker looks into it.")
    world = asking(policy(first, SECOND))
    outcome = reached(world, ANSWERS).outcome
    assert outcome is not None
    assert [(reason.question, reason.answer, reason.because) for reason in outcome.why] == [
        ("danger", "no", None),
        ("topic", "issue", "Lateness is an issue."),
        ("service", "south", "You chose South Council."),
        ("progress", "stage-1", "The worker looks into it."),
    ]
    assert [reason.label for reason in outcome.why] == ["No", "Something is late", "South", "I have sent it"]
    assert [reason.ask for reason in outcome.why] == [
        "Is anybody in danger?",
        "What is it about?",
        "Which service is it?",
        "Where has it got to?",
    ]
    cited = [
        (reason.source.document.id, reason.source.section) if reason.source else None
        for reason in outcome.why
    ]
    assert cited == [None, ("paper", "Page 0"), None, ("paper", "Page 1")]


def test_sources_are_listed_once_each_in_the_order_of_the_page() -> None:
    """Every section that a rule of the outcome stands in is listed once, steps and times first."""
    steps = (step(source=source("A step")), step(source=source("A step")))
    first = stage(
        "stage-1",
        timescale(source=source("A time")),
        source=source("The stage"),
        steps=steps,
        if_unresolved=Next("Nothing.", none_stated=True, source=source("What follows")),
    )
    world = asking(
        policy(
            first,
            SECOND,
            overall=(timescale("whole", source=source("The whole")),),
            warnings=(Caution("always", "Keep copies.", source("A warning")),),
            bypass=(Bypass("jump", "worker", "A stage may be skipped.", source("A bypass")),),
            alongside=(Alongside("talk", "You may talk.", source("Alongside")),),
            does_not_cover=(Exclusion("weather", "Weather", "Nobody can help.", source("Not covered")),),
        )
    )
    outcome = reached(world, ANSWERS).outcome
    assert outcome is not None
    assert [cited.section for cited in outcome.sources] == [
        "The stage",
        "A step",
        "A time",
        "The whole",
        "What follows",
        "A warning",
        "A bypass",
        "Alongside",
        "Not covered",
        "Page 0",
    ]


@pytest.mark.parametrize("urgent", [True, False], ids=["urgent", "not urgent"])
def test_safety_is_shown_with_every_route_but_the_urgent(urgent: bool) -> None:
    """What to do if a child is at risk is said everywhere, except where the route itself says it."""
    found = outcome_of(library(issue(), routes=(route("issue", "paper", urgent=urgent),)))
    assert found.safety == (None if urgent else "Call 999 in danger.")
    assert found.assistance == "Ask the helpline."


def test_a_date_for_no_event_is_refused() -> None:
    """A date for an event that the library does not have is refused, with the events it has."""
    with pytest.raises(UnknownDate, match=r"weather.*acknowledged"):
        outcome_of(library(issue()), dates={"weather": "2026-11-02"})


def test_a_date_off_the_way_does_no_harm() -> None:
    """A date of an event that this outcome does not count from changes none of its deadlines."""
    world = library(issue())
    plain = outcome_of(world, dates={"sent": "2026-11-02"})
    more = outcome_of(world, dates={"sent": "2026-11-02", "second_started": "2026-11-03"})
    assert plain.deadlines == more.deadlines


def test_the_same_input_gives_the_same_outcome() -> None:
    """Twice the same input gives equal steps, and neither answers, dates nor library are changed."""
    world, answers, dates = asking(issue()), dict(ANSWERS), {"sent": date(2026, 11, 2)}
    given, untouched = (dict(answers), dict(dates)), deepcopy(world)
    assert reached(world, answers, dates) == reached(world, answers, dates)
    assert (answers, dates) == given
    assert untouched == world


def test_until_shows_a_question_although_all_is_answered() -> None:
    """With `until`, an answered question is open again and there is no outcome."""
    found = advance(asking(issue()), ANSWERS, {}, TODAY, until="topic")
    assert found.outcome is None
    assert found.question is not None
    assert found.question.id == "topic"


def test_an_origin_skips_the_questions_before() -> None:
    """From the page of an end the outcome is the same but for the answers that led there."""
    world = asking(issue())
    whole = reached(world, ANSWERS).outcome
    assert whole is not None
    shared = advance(world, {}, {}, TODAY, origin=whole.node).outcome
    assert shared is not None
    assert shared.why == ()
    assert replace(shared, why=whole.why) == whole


def test_a_policy_for_certain_readers_tells_them_no_finding() -> None:
    """What its keepers still have to settle stands on the policy's own page, and not in a child's answer."""
    finding = Finding("g1", FindingKind.NO_START, "No start is named.", "When?", source(), ("stage-1",))
    there = library(issue(findings=(finding,)))
    for_children = replace(
        there, policies=tuple(replace(each, speaks_to=("child",)) for each in there.policies)
    )
    assert [each.id for each in outcome_of(there, "stage-1").findings] == ["g1"]
    assert outcome_of(for_children, "stage-1").findings == ()
