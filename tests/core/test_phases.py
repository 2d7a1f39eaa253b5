"""Phases: how far a stage has got, and what is told then."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from navigator.core.engine import advance
from navigator.core.journey import UnknownAnswer, enter, follow, question
from navigator.core.model import DateKind, InPhase, Library, Message, Next, Phase, Policy, Start, Unsure
from navigator.core.phases import is_over_told, phases_at, rules_of
from tests.builders import TODAY, leading_on, library, policy, route, stage, step, timescale
from tests.core.readers import LETTER, seen, world

ANSWER = timescale(who="link", act="answer {carer's} letter", closes_stage=True)
FIRST = stage(
    "stage-1",
    ANSWER,
    asks="It has been sent",
    begins_with="sent",
    steps=(
        step("carer", "sends a letter", act="send a letter", to=("link",), brings="sent"),
        step("link", "answers it", act="answer it", to=("carer",)),
    ),
)
SECOND = stage(
    "stage-2",
    timescale("decide", 5, counted_from="asked", who="head", act="decide", closes_stage=True),
    asks="It is with the head of service",
    begins_with="asked",
    steps=(
        step("link", "tells the head of service", act="tell {head}", to=("head",)),
        step("carer", "asks for a decision", act="ask for a decision", to=("head",), brings="asked"),
    ),
)
LATE = InPhase(Phase.LATE, letter=LETTER)


def two(*phases: InPhase, **fields: Any) -> Policy:  # noqa: ANN401
    """Build a policy of two stages."""
    start, unsure = Start("Nothing has begun"), Unsure("stage-1", "Ask {link} where it is.")
    return policy(*leading_on(FIRST, SECOND), phases=phases, start=start, unsure=unsure, **fields)


def at(there: Library, progress: str = "stage-1", **given: Any) -> Phase:  # noqa: ANN401
    """Return the phase that a carer is shown first."""
    return seen(there, "carer", progress=progress, **given).phase


def test_what_is_nearest_is_told_first_part_by_part() -> None:
    """Steps of the stage, words of the policy, the label of a route and a letter for all are put together."""
    own = step("carer", "writes again", act="write again")
    first = replace(FIRST, phases=(InPhase(Phase.LATE, steps=(own,)),))
    of_policy = InPhase(Phase.LATE, says="Keep a copy.", steps=(step("carer", "waits", act="wait"),))
    there = library(policy(first, SECOND, phases=(of_policy,)))
    routes = (replace(there.routes[0], phases=(InPhase(Phase.LATE, says="x", label="No answer yet"),)),)
    general = InPhase(Phase.LATE, says="y", label="z", letter=LETTER)
    there = replace(there, routes=routes, triage=replace(there.triage, phases=(general,)))
    told = rules_of(there, there.policies[0], there.policies[0].position("stage-1"), Phase.LATE)
    assert (told.steps, told.says, told.label, told.letter) == (
        (own,), "Keep a copy.", "No answer yet", LETTER,
    )  # fmt: skip
    assert not told.not_stated


def test_what_only_the_general_rules_tell_is_advice() -> None:
    """The document does not say what happens where neither its stage nor itself tells of the phase."""
    there = world(two(), phases=(LATE,))
    late = next(each for each in seen(there, "carer", progress="stage-1").phases if each.phase is Phase.LATE)
    assert late.not_stated
    said = world(two(InPhase(Phase.LATE, steps=(step("carer", "asks", act="ask"),))), phases=(LATE,))
    late = next(each for each in seen(said, "carer", progress="stage-1").phases if each.phase is Phase.LATE)
    assert not late.not_stated


@pytest.mark.parametrize(
    ("progress", "phase"),
    [("not-begun", "to_start"), ("stage-1", "waiting"), ("stage-2", "waiting"), ("unsure", "unsure")],
)
def test_the_answer_to_where_it_has_got_to_tells_the_phase(progress: str, phase: str) -> None:
    """Who says that a stage has been reached waits; who has not begun is to start."""
    assert at(world(two()), progress) == phase


def test_a_policy_of_one_stage_and_an_urgent_one_are_to_start() -> None:
    """There, that the page was reached does not say that anything was done."""
    assert seen(world(policy(FIRST)), "carer").phase is Phase.TO_START
    there = world(two())
    urgent = replace(there, routes=(replace(there.routes[0], urgent=True),))
    assert at(urgent) is Phase.TO_START


def test_a_stage_may_name_its_phase() -> None:
    """Where an answer says more than that a stage has begun, the stage names the phase."""
    first = replace(FIRST, phase=Phase.ANSWERED)
    there = world(policy(*leading_on(first, SECOND)))
    assert at(there) is Phase.ANSWERED


def test_who_gives_the_day_of_the_act_waits() -> None:
    """On the page of a single stage, the act is done once its day is given; a day to come is a plan."""
    there = world(policy(FIRST))
    assert seen(there, "carer", {"sent": "2026-11-20"}).phase is Phase.WAITING
    assert seen(there, "carer", {"sent": "2026-11-23"}).phase is Phase.TO_START


@pytest.mark.parametrize(
    ("kind", "today", "phase"),
    [
        # three working days from Monday 2 November 2026 end on Thursday, the 5th
        pytest.param(DateKind.DUTY, date(2026, 11, 5), "waiting", id="the last day of a duty"),
        pytest.param(DateKind.DUTY, date(2026, 11, 6), "late", id="the day after it"),
        pytest.param(DateKind.LIMIT, date(2026, 11, 6), "late", id="the day after a limit"),
        pytest.param(DateKind.NOT_BEFORE, date(2026, 12, 31), "waiting", id="not before is never late"),
    ],
)
def test_time_makes_a_stage_late(kind: DateKind, today: date, phase: str) -> None:
    """The phase late comes by itself, the day after the last one, and never by what is only a beginning."""
    first = replace(FIRST, timescales=(replace(ANSWER, kind=kind, if_missed="Ask whether it still counts."),))
    there = world(policy(*leading_on(first, SECOND)))
    assert at(there, dates={"sent": "2026-11-02"}, today=today) == phase


def test_a_missed_limit_makes_late_what_is_still_to_start() -> None:
    """A limit for the act itself passes whether or not anything has begun; a duty of others does not."""
    limit = timescale(kind=DateKind.LIMIT, who="carer", act="apply", if_missed="Ask for more time.")
    there = world(policy(stage("stage-1", limit, steps=(step("carer", "applies", act="apply"),))))
    late = seen(there, "carer", {"sent": "2026-11-02"}, today=date(2026, 11, 6))
    assert (late.phase, late.lead.says) == (Phase.LATE, "Ask for more time.")
    assert late.lead.by == date(2026, 11, 5)


def test_what_the_reader_says_comes_before_what_dates_tell() -> None:
    """Somebody with an answer is not told that it is late."""
    there = world(two(), phases=(LATE, InPhase(Phase.ANSWERED, says="Say why.")))
    found = seen(there, "carer", {"sent": "2026-11-02"}, progress="stage-1", phase=Phase.ANSWERED)
    assert (found.phase, found.now.says) == (Phase.ANSWERED, "Say why.")


def test_phases_are_offered_in_one_order_and_over_at_the_last_stage_only() -> None:
    """What is offered is what something is said of; that all is over is said at the end."""
    over = InPhase(Phase.OVER, next=Next("Write to the head.", ends=True))
    there = world(two(over, InPhase(Phase.LATE, says="x")), phases=(InPhase(Phase.SETTLED, says="y"),))
    shown = there.policies[0]
    assert phases_at(there, shown, shown.position("stage-1")) == (Phase.SETTLED, Phase.LATE)
    assert phases_at(there, shown, shown.position("stage-2")) == (Phase.SETTLED, Phase.LATE, Phase.OVER)


def test_an_urgent_page_offers_no_general_phase() -> None:
    """A page about a child's safety is not followed by letters of thanks."""
    there = world(two(), phases=(LATE,))
    urgent = replace(there, routes=(route("issue", "paper", urgent=True),))
    assert phases_at(urgent, urgent.policies[0], urgent.policies[0].position("stage-1")) == ()


def test_who_has_been_through_every_stage_can_say_so() -> None:
    """The answer `over` is there where something is said of it, and shows the last stage in that phase."""
    there = world(two())
    assert not is_over_told(there, there.policies[0])
    over = InPhase(Phase.OVER, steps=(step("carer", "writes", act="write to {ofsted}"),))
    there = world(two(over))
    asked = question(there, enter(there, "issue", None, "carer"))
    assert [each.id for each in asked.options] == ["not-begun", "stage-1", "stage-2", "over", "unsure"]
    found = seen(there, "carer", progress="over")
    assert (found.position.key, found.phase, found.lead.says) == ("stage-2", Phase.OVER, "Write to Ofsted.")


def test_one_page_holds_every_phase_with_an_address() -> None:
    """What may have happened is told on the same page, each phase at an address that tells nothing."""
    there = world(two(), phases=(InPhase(Phase.SETTLED, says="Keep it."), LATE))
    found = seen(there, "carer", progress="stage-1")
    assert [each.phase for each in found.phases] == [Phase.WAITING, Phase.SETTLED, Phase.LATE]
    node = found.node.address
    assert [(each.phase, each.label, each.address) for each in found.turning_points] == [
        (Phase.SETTLED, "Settled", f"{node}#p5"),
        (Phase.LATE, "Time is up, no answer", f"{node}#p2"),
    ]


def test_who_is_not_sure_is_led_to_every_stage() -> None:
    """Of a stage that may not have begun no phase is told: the stages are what may have happened."""
    found = seen(world(two(), phases=(LATE,)), "carer", progress="unsure")
    assert [each.label for each in found.turning_points] == [
        "It has been sent", "It is with the head of service",
    ]  # fmt: skip
    assert found.lead.says == "Ask your link worker where it is."


def test_while_waiting_it_is_told_what_comes_if_nothing_does() -> None:
    """The first working day on which it is late, and who then does what: the reader's own act first."""
    found = seen(world(two()), "carer", {"sent": "2026-11-20"}, progress="stage-1").now
    # Friday 20 November and three working days: Monday to Wednesday the 25th; late on Thursday, the 26th
    assert (found.lead.by, found.late_on) == (date(2026, 11, 25), date(2026, 11, 26))
    assert found.late is not None
    assert found.late.says == "Ask for a decision."


def test_the_next_stage_is_entered_by_what_brings_it_about() -> None:
    """Where nothing is said of a phase, what begins the next stage is what to do: here the carer asks."""
    late = seen(world(two()), "carer", progress="stage-1", dates={"sent": "2026-11-02"})
    assert (late.phase, late.lead.says, late.lead.you) == (Phase.LATE, "Ask for a decision.", True)
    assert late.now.next is not None
    assert late.now.next.position is not None
    assert late.now.next.position.key == "stage-2"


def test_a_letter_goes_from_the_reader_to_whoever_was_to_act() -> None:
    """It names the policy, the stage, the day it began and the last day; what is not known is left open."""
    there = world(two(), phases=(LATE,))
    letter = seen(there, "carer", {"sent": "2026-11-02"}, progress="stage-1", phase=Phase.LATE).message
    assert letter is not None
    assert (letter.who.id, [role.id for role in letter.to]) == ("carer", ["link"])
    assert letter.subject == "Stage 1: no answer"
    assert letter.body == (
        "It began on Monday 2 November 2026 under The paper. It was due by Thursday 5 November 2026."
    )
    open_letter = seen(there, "carer", progress="stage-1", phase=Phase.LATE).message
    assert open_letter is not None
    assert open_letter.body == "It began on [date] under The paper. It was due by [date]."


def test_nobody_gets_the_letter_of_somebody_else() -> None:
    """Who has no role here writes nothing; a message that an author wrote is for whoever wrote it."""
    there = world(two(), phases=(LATE,))
    assert seen(there, "child", progress="stage-1", phase=Phase.LATE).message is None
    mine = Message("link", ("head",), "Please decide", "It is late.")
    there = world(two(InPhase(Phase.LATE, messages=(mine,))), phases=(LATE,))
    for reader, subject in (("link", "Please decide"), ("carer", "Stage 1: no answer")):
        message = seen(there, reader, progress="stage-1", phase=Phase.LATE).message
        assert message is not None
        assert message.subject == subject


def test_a_phase_is_an_answer() -> None:
    """It is given with the other answers and known by its id; one that the stage does not have is refused."""
    there = world(two(), phases=(LATE,))
    answers = {"who": "carer", "topic": "issue", "progress": "stage-1"}
    said = follow(there, {**answers, "phase": "late"})
    assert (said.phase, said.ignored) == (Phase.LATE, ())
    assert said.node == follow(there, answers).node
    with pytest.raises(
        UnknownAnswer, match="phase=settled: there is no such answer; write one of waiting, late"
    ):
        follow(there, {**answers, "phase": "settled"})
    assert follow(there, {"who": "carer", "phase": "late"}).ignored == ("phase",)
    assert advance(there, {**answers, "phase": "late"}, {}, TODAY).outcome is not None


def test_a_reader_with_no_step_of_their_own_gets_theirs_from_further_away() -> None:
    """The stage tells the carer what to do, and what is said generally tells the head of service."""
    ring = step("head", "rings the carer", act="ring {carer}")
    note = Message("head", ("carer",), "Where it is", "It is late.")
    first = replace(FIRST, phases=(InPhase(Phase.LATE, steps=(step("carer", "writes", act="write again"),)),))
    general = InPhase(Phase.LATE, steps=(ring,), messages=(note,), letter=LETTER)
    there = world(policy(*leading_on(first, SECOND)), phases=(general,))
    told = {who: seen(there, who, progress="stage-1", phase=Phase.LATE) for who in ("head", "carer", "child")}
    leads = {who: found.lead.says for who, found in told.items()}
    assert leads == {
        "head": "Ring the carer.",
        "carer": "Write again.",
        "child": "The carer should write again.",
    }
    assert told["head"].message is not None
    assert told["head"].message.subject == "Where it is"


def test_while_waiting_only_the_reader_of_a_step_is_led_by_it() -> None:
    """Everybody else waits for whoever is to answer."""
    help_on = step("head", "helps with the answer", act="help with the answer")
    first = replace(FIRST, phases=(InPhase(Phase.WAITING, steps=(help_on,)),))
    there = world(policy(*leading_on(first, SECOND)))
    leads = {who: seen(there, who, progress="stage-1").lead.says for who in ("head", "carer")}
    assert leads["head"] == "Help with the answer."
    assert leads["carer"].startswith("Your link worker should answer your letter")


def test_who_cannot_say_how_far_it_is_asks_that() -> None:
    """The letter of the phase comes before the one that begins everything."""
    first = replace(FIRST, message=Message("carer", ("link",), "A letter", "Hello."))
    built = policy(
        *leading_on(first, SECOND), start=Start("Nothing"), unsure=Unsure("stage-1", "Ask {link}.")
    )
    asked = InPhase(Phase.UNSURE, letter=LETTER)
    found = [seen(world(built, phases=each), "carer", progress="unsure") for each in ((), (asked,))]
    assert [each.message and each.message.subject for each in found] == [
        "A letter",
        f"{FIRST.title}: no answer",
    ]


def test_who_takes_it_to_the_next_stage_writes_what_that_begins_with() -> None:
    """A refusal that leads straight on has the message of the next stage."""
    on = step("carer", "asks for a decision", act="ask for a decision")
    after = replace(
        SECOND, steps=(replace(on, brings="asked", to=("head",)),),
        message=Message("carer", ("head",), "Please decide", "Hello."),
    )  # fmt: skip
    first = replace(FIRST, phases=(InPhase(Phase.REFUSED, steps=(on,), letter=LETTER),))
    there = world(policy(*leading_on(first, after)))
    found = seen(there, "carer", progress="stage-1", phase=Phase.REFUSED).message
    assert found is not None
    assert found.subject == "Please decide"


def test_the_message_of_the_next_stage_comes_before_a_general_one() -> None:
    """Whoever takes it further writes to whoever has it next, and not what is written of everything."""
    note, general = (
        Message("link", (to,), subject, "Hello.") for to, subject in (("head", "Next"), ("carer", "Any"))
    )
    there = world(
        policy(*leading_on(FIRST, replace(SECOND, message=note))),
        phases=(InPhase(Phase.LATE, messages=(general,)),),
    )
    found = [seen(there, "link", progress=each, phase=Phase.LATE).message for each in ("stage-1", "stage-2")]
    assert [each and each.subject for each in found] == ["Next", "Any"]
