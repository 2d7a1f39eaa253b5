"""The sentence that leads an answer, and which of several dates stands in it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from navigator.core.model import DateKind, Firmness, InPhase, Phase, Reading, Timescale, Unit
from tests.builders import leading_on, policy, route, stage, step, timescale
from tests.core.readers import seen, world

ACT = "answer {carer's} letter"
SENT = {"sent": "2026-11-02"}
"""A Monday; three working days later it is Thursday 5 November 2026."""
ON_TUESDAY = date(2026, 11, 3)


def answering(**fields: Any) -> Timescale:  # noqa: ANN401
    """Build the time of the link worker to answer a letter."""
    plain: dict[str, Any] = {"who": "link", "act": ACT, "closes_stage": True}
    return timescale(**plain | fields)


def lead(reader: str | None, *timescales: Timescale, today: date = ON_TUESDAY, **dates: str) -> str:
    """Return what leads the page of somebody who waits at the first of two stages."""
    waiting = stage("stage-1", *timescales, begins_with="sent", steps=(step("link", "answers"),))
    there = world(policy(*leading_on(waiting, stage("stage-2"))))
    return seen(there, reader, dates or SENT, today=today, progress="stage-1").lead.says


@pytest.mark.parametrize(
    ("reader", "says"),
    [
        ("carer", "Your link worker should answer your letter by Thursday 5 November 2026."),
        ("relative", "Your link worker should answer your letter by Thursday 5 November 2026."),
        ("link", "You should answer your carer's letter by Thursday 5 November 2026."),
        ("head", "The link worker should answer the carer's letter by Thursday 5 November 2026."),
        (None, "The link worker should answer the carer's letter by Thursday 5 November 2026."),
    ],
)
def test_whoever_must_act_is_named_to_each_reader(reader: str | None, says: str) -> None:
    """One time is `your link worker` to the carer, `you` to the link worker, and nobody's to the rest."""
    assert lead(reader, answering()) == says


@pytest.mark.parametrize(
    ("firmness", "verb"),
    [
        (Firmness.MUST, "must"),
        (Firmness.MAXIMUM, "should"),
        (Firmness.SHOULD, "should"),
        (Firmness.AIM, "should"),
        (Firmness.PROMISE, "should"),
        (Firmness.NOT_STATED, "should"),
        (Firmness.USUAL, "should usually"),
    ],
)
def test_the_verb_is_as_firm_as_the_source(firmness: Firmness, verb: str) -> None:
    """Must only where the source says so; usually where it says that."""
    says = f"Your link worker {verb} answer your letter by Thursday 5 November 2026."
    assert lead("carer", answering(firmness=firmness)) == says


def test_a_first_day_is_no_last_one() -> None:
    """What nobody looks at before a day is told with the day from which they will."""
    item = answering(kind=DateKind.NOT_BEFORE, who="ofsted", act="look at it")
    assert lead("carer", item) == "Ofsted will usually look at it from Thursday 5 November 2026 on."


def test_a_limit_of_ones_own_is_an_instruction() -> None:
    """To whoever has a right to lose it says what to do; to others, who must do it."""
    item = answering(kind=DateKind.LIMIT, who="carer", act="ask for a review", if_missed="Ask why.")
    assert lead("carer", item) == "Ask for a review by Thursday 5 November 2026."
    assert lead(None, item) == "The carer should ask for a review by Thursday 5 November 2026."


def test_before_a_date_is_known_the_sentence_stands_without_one() -> None:
    """Its date can be put in where it is given."""
    waiting = stage("stage-1", answering(), begins_with="sent")
    there = world(policy(*leading_on(waiting, stage("stage-2"))))
    found = seen(there, "carer", progress="stage-1").lead
    assert (found.says, found.by) == ("Your link worker should answer your letter.", None)
    assert found.without_date == "Your link worker should answer your letter"
    assert (found.kind, found.actor_id, found.you) == ("duty", "link", False)


def test_an_hour_stands_before_its_day() -> None:
    """A time of day by which something is due is told with the day."""
    item = answering(at="12:00")
    assert (
        lead("carer", item)
        == "Your link worker should answer your letter by 12:00 on Thursday 5 November 2026."
    )


def test_a_day_to_come_is_a_plan() -> None:
    """Somebody who plans gets the date that would follow, and is told that it is planned."""
    first = stage(
        "stage-1", answering(), begins_with="sent", steps=(step("carer", act="send", brings="sent"),)
    )
    there = world(policy(*leading_on(first, stage("stage-2"))))
    found = seen(there, "carer", {"sent": "2026-11-09"}, today=ON_TUESDAY, progress="stage-1").lead
    assert found.by == date(2026, 11, 12)
    assert found.planned == (
        "This counts from Monday 9 November 2026, which is still to come. "
        "If that day moves, give the new one."
    )
    assert seen(there, "carer", SENT, today=ON_TUESDAY, progress="stage-1").lead.planned is None


def test_of_several_times_the_next_one_leads() -> None:
    """An acknowledgement that is due first leads until its day is over; then the answer does."""
    soon = answering(name="read", amount=1, act="say that they have it", closes_stage=False)
    assert lead("carer", soon, answering()) == (
        "Your link worker should say that they have it by Tuesday 3 November 2026."
    )
    later = lead("carer", soon, answering(), today=date(2026, 11, 4))
    assert later == "Your link worker should answer your letter by Thursday 5 November 2026."


def test_who_is_to_begin_reads_their_own_act_and_its_limit() -> None:
    """The step of the reader leads, with the limit of whoever acts; what is on others comes after."""
    limit = timescale(kind=DateKind.LIMIT, who="carer", act="apply", if_missed="Ask.")
    steps = (step("link", "explains it", act="explain it"), step("carer", "applies", act="apply to {ofsted}"))
    there = world(policy(stage("stage-1", limit, steps=steps)))
    found = seen(there, "carer", SENT, today=ON_TUESDAY)
    assert found.steps[0].says == "Your link worker explains it."
    assert found.phase is Phase.TO_START
    there = world(policy(stage("stage-1", limit, steps=steps[::-1])))
    assert seen(there, "carer", SENT, today=ON_TUESDAY).lead.says == (
        "Apply to Ofsted by Thursday 5 November 2026."
    )


def test_an_act_of_others_is_what_they_should_do() -> None:
    """In a phase too the role is named, with `should`; without `act`, as the document says it."""
    phases = (InPhase(Phase.REFUSED, steps=(step("head", "gives reasons", act="give {carer} the reasons"),)),)
    there = world(policy(stage("stage-1"), stage("stage-2"), phases=phases))
    says = {
        reader: seen(there, reader, progress="stage-1", phase=Phase.REFUSED).lead.says
        for reader in ("carer", "head", "link")
    }
    assert says == {
        "carer": "The head of service should give you the reasons.",
        "head": "Give the carer the reasons.",
        "link": "Your head of service should give your carer the reasons.",
    }
    plain = (InPhase(Phase.REFUSED, steps=(step("ofsted", "gives reasons"),)),)
    there = world(policy(stage("stage-1"), stage("stage-2"), phases=plain))
    lead_ = seen(there, "carer", progress="stage-1", phase=Phase.REFUSED).lead
    assert lead_.says == "Ofsted gives reasons."


TWO_READINGS = (Reading("A page says working days.", unit=Unit.WORKING_DAYS),)
CALENDAR, WORKING = date(2026, 11, 12), date(2026, 11, 16)
"""Ten days from Monday 2 November 2026, in calendar days and in working days."""


@pytest.mark.parametrize(
    ("kind", "reader", "urgent", "due"),
    [
        pytest.param(DateKind.LIMIT, None, False, CALENDAR, id="a limit: a right may be lost"),
        pytest.param(DateKind.DUTY, "carer", False, WORKING, id="a duty of others: nobody is accused early"),
        pytest.param(DateKind.DUTY, None, False, WORKING, id="a duty, to nobody in particular"),
        pytest.param(DateKind.DUTY, "link", False, CALENDAR, id="a duty of one's own: nothing is missed"),
        pytest.param(DateKind.DUTY, "carer", True, CALENDAR, id="a duty where a child may be in danger"),
        pytest.param(DateKind.NOT_BEFORE, "carer", False, WORKING, id="a first day"),
    ],
)
def test_of_two_readings_the_safe_one_leads(
    kind: DateKind, reader: str | None, urgent: bool, due: date
) -> None:
    """The other reading stands beside it, and why the one that leads is not the plain one is told."""
    item = answering(
        amount=10, unit=Unit.CALENDAR_DAYS, kind=kind, readings=TWO_READINGS, if_missed="Ask why."
    )
    first = stage("stage-1", item, begins_with="sent")
    there = world(policy(*leading_on(first, stage("stage-2"))))
    there = replace(there, routes=(route("issue", "paper", urgent=urgent),))
    (found, *_) = seen(there, reader, SENT, today=ON_TUESDAY, progress="stage-1").deadlines
    assert found.due == due
    assert [each.due for each in found.readings] == [WORKING if due == CALENDAR else CALENDAR]
    assert ("A page says working days." in found.notes) == (due == WORKING)
