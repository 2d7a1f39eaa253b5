"""Deadlines: what is counted, what is projected, and what is said where there is no date."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from navigator.core.model import Counting, DateKind, Firmness, Reading, Timescale, Unit
from navigator.core.time.deadlines import Deadline, DeadlineCalculator
from navigator.core.time.last_day import EventDate
from navigator.core.time.rule_wording import rule_in_words
from tests.builders import (
    TODAY,
    calculator,
    closures,
    event,
    library,
    policy,
    route,
    service,
    stage,
    timescale,
    uncounted,
)

# A note at once, an acknowledgement from an assumed start, and an answer counted from the acknowledgement.
STAGE_1 = (
    uncounted("note", Unit.IMMEDIATELY, does="A note is made."),
    timescale(
        "acknowledge",
        5,
        does="It is acknowledged.",
        assumed_start="The paper names no start. Sending is taken.",
        ends_with="acknowledged",
    ),
    timescale(
        "answer",
        15,
        counted_from="acknowledged",
        does="It is answered.",
        firmness=Firmness.AIM,
        ends_with="answered",
        closes_stage=True,
    ),
)
# Calendar days, which may also be read as working days.
LEVEL_1 = (
    timescale(
        "level-1-answer",
        25,
        Unit.CALENDAR_DAYS,
        "second_started",
        readings=(Reading("Page 3 says working days.", unit=Unit.WORKING_DAYS),),
    ),
)
ISSUE = policy(stage("stage-1", *STAGE_1))
WORLD = library(
    ISSUE,
    routes=(route("issue", "paper"), route("safety", "paper", urgent=True)),
    events=(
        event("sent", "sending"),
        event("acknowledged", "the acknowledgement"),
        event("answered", "the answer"),
        event("second_started", "the start of stage 2"),
    ),
)
SOUTH = calculator(WORLD)


def worked_out(
    timescales: tuple[Timescale, ...], dates: Mapping[str, str], by: DeadlineCalculator = SOUTH
) -> dict[str, Deadline]:
    events = {name: EventDate(date.fromisoformat(text)) for name, text in dates.items()}
    found, _ = by.deadlines(ISSUE, timescales, events)
    return {item.timescale.id: item for item in found}


def dues(found: dict[str, Deadline]) -> dict[str, str | None]:
    return {key: item.due.isoformat() if item.due else None for key, item in found.items()}


def test_a_later_date_is_projected_from_an_earlier_one() -> None:
    """Where the acknowledgement is not known yet, the answer counts from its latest day, and says so."""
    found = worked_out(STAGE_1, {"sent": "2026-12-21"})
    # 22, 23, 24, 29, 30 December; then 31 December and fourteen working days of January.
    assert dues(found) == {"note": None, "acknowledge": "2026-12-30", "answer": "2027-01-21"}
    assert found["acknowledge"].projected is None
    assert found["answer"].projected == "Projected from the day of the acknowledgement."
    assert found["answer"].start_date == date(2026, 12, 30)


def test_a_known_date_is_not_projected() -> None:
    """Once the acknowledgement is known, the answer is counted from its real day."""
    found = worked_out(STAGE_1, {"sent": "2026-12-21", "acknowledged": "2026-12-23"})
    assert dues(found) == {"note": None, "acknowledge": "2026-12-30", "answer": "2027-01-18"}
    assert found["answer"].projected is None
    assert found["answer"].start_date == date(2026, 12, 23)


def test_a_known_later_date_needs_no_earlier_one() -> None:
    """With only the acknowledgement known, only what is counted from it has a date."""
    found = worked_out(STAGE_1, {"acknowledged": "2026-12-23"})
    assert dues(found) == {"note": None, "acknowledge": None, "answer": "2027-01-18"}


def test_a_services_closure_days_put_the_dates_off() -> None:
    """North is closed for three days, which moves the acknowledgement from 30 December to 5 January."""
    shut = closures("2026-12-29", "2026-12-30", "2026-12-31")
    north = service("north", closures=shut, closures_until=date(2026, 12, 31))
    found = worked_out(STAGE_1, {"sent": "2026-12-21"}, calculator(WORLD, north))
    assert dues(found) == {"note": None, "acknowledge": "2027-01-05", "answer": "2027-01-26"}


def test_events_that_were_projected_are_returned() -> None:
    """The events that a stage ends with come back as projected, and known ones as they were."""
    _, events = SOUTH.deadlines(ISSUE, STAGE_1, {"sent": EventDate(date(2026, 12, 21))})
    assert events == {
        "sent": EventDate(date(2026, 12, 21)),
        "acknowledged": EventDate(date(2026, 12, 30), projected=True),
        "answered": EventDate(date(2027, 1, 21), projected=True),
    }


def test_given_events_are_not_changed() -> None:
    """Working out deadlines leaves the events it was given as they were."""
    events = {"sent": EventDate(date(2026, 12, 21))}
    SOUTH.deadlines(ISSUE, STAGE_1, events)
    assert events == {"sent": EventDate(date(2026, 12, 21))}


def test_without_dates_there_are_rules_and_no_dates() -> None:
    """With no event known, every deadline says its rule in words and gives no date, receipt or standing."""
    found = worked_out(STAGE_1, {})
    assert dues(found) == {"note": None, "acknowledge": None, "answer": None}
    assert {key: item.rule for key, item in found.items()} == {
        "note": "At once.",
        "acknowledge": "Within 5 working days from the day of sending.",
        "answer": "Within 15 working days from the day of the acknowledgement.",
    }
    assert all((item.receipt, item.status, item.outside) == ((), None, None) for item in found.values())


def test_where_no_time_is_stated_no_date_is_given() -> None:
    """A timescale without a time never has a date, whatever is known, and says that none is stated."""
    found = worked_out((uncounted(),), {"sent": "2026-11-02", "second_started": "2026-11-02"})["open"]
    assert (found.due, found.rule, found.timescale.firmness, found.timescale.counted_from) == (
        None,
        "No time is stated.",
        None,
        None,
    )
    assert (found.receipt, found.readings) == ((), ())


def test_straight_away_has_no_date() -> None:
    """What must happen at once has no date to count, and says so."""
    found = worked_out(STAGE_1, {"sent": "2026-11-02"})["note"]
    assert (found.due, found.rule, found.timescale.unit) == (None, "At once.", Unit.IMMEDIATELY)


def test_straight_away_from_a_day_off_has_no_reading() -> None:
    """What must happen at once has no date, also where it names its event and that falls on a Saturday."""
    at_once = uncounted("note", Unit.IMMEDIATELY, counted_from="sent")
    found = worked_out((at_once,), {"sent": "2026-11-07"})["note"]
    assert (found.due, found.readings, found.start_date) == (None, (), date(2026, 11, 7))
    assert (found.outside, found.table) == (None, None)


def test_an_assumed_start_is_said() -> None:
    """Where the source names no start, the one taken is said in so many words, and elsewhere nothing is."""
    found = worked_out(STAGE_1, {})
    assumption = found["acknowledge"].assumption
    assert assumption is not None
    assert "The paper names no start. Sending is taken." in assumption
    assert found["answer"].assumption is None


@pytest.mark.parametrize("start", ["2030-12-30", "2010-06-01"])
def test_outside_the_calendar_is_said(start: str) -> None:
    """Where bank holidays are not known no date is given, and the reader learns which are."""
    found = worked_out(STAGE_1, {"sent": start})["acknowledge"]
    assert found.due is None
    assert found.outside == "Only 1 January 2012 to 31 December 2030 can be counted."
    assert found.receipt == ()


@pytest.mark.parametrize("unit", [Unit.CALENDAR_DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS])
def test_past_the_last_year_of_all_no_date_is_given(unit: Unit) -> None:
    """A start in the year 9999 is answered like any other day outside the calendar."""
    found = SOUTH.deadline(ISSUE, timescale(unit=unit), {"sent": EventDate(date(9999, 12, 31))})
    assert (found.due, found.outside) == (None, "Only 1 January 2012 to 31 December 2030 can be counted.")


def test_a_provisional_date_says_until_when_holidays_are_known() -> None:
    """A date past the published bank holidays is given with the day they are known until."""
    found = worked_out(STAGE_1, {"sent": "2028-12-28"})["acknowledge"]
    assert found.due == date(2029, 1, 4)
    assert found.provisional == "Holidays are known until 31 December 2028."
    assert worked_out(STAGE_1, {"sent": "2028-12-18"})["acknowledge"].provisional is None


def test_a_date_counted_from_a_provisional_one_is_provisional() -> None:
    """A date in calendar days stays provisional where its projected start already is."""
    first = timescale(amount=5, ends_with="answered")
    second = timescale("second", amount=25, unit=Unit.CALENDAR_DAYS, counted_from="answered")
    found = worked_out((first, second), {"sent": "2028-12-28"})
    assert found["second"].due == date(2029, 1, 29)
    assert found["second"].provisional == "Holidays are known until 31 December 2028."


PLAIN = "This is what the words say if nothing else is read into them."


def test_both_readings_are_shown() -> None:
    """Level 1 gives 25 days for others to act: the later reading leads, the plain one stands beside it."""
    found = worked_out(LEVEL_1, {"second_started": "2026-11-02"})["level-1-answer"]
    assert found.due == date(2026, 12, 7)
    assert found.rule == "Within 25 working days from the day of the start of stage 2."
    assert sum(line.counted for line in found.receipt) == 25
    assert "Page 3 says working days." in found.notes
    (reading,) = found.readings
    assert reading.due == date(2026, 11, 27)
    assert reading.rule == "Within 25 calendar days from the day of the start of stage 2."
    assert reading.why == PLAIN


def test_readings_are_said_without_dates_too() -> None:
    """A reading is told in words where no day is known."""
    (reading,) = worked_out(LEVEL_1, {})["level-1-answer"].readings
    assert (reading.due, reading.receipt, reading.provisional) == (None, (), False)


def test_a_start_on_a_day_off_has_a_second_reading() -> None:
    """Saturday 7 February 2026 and three working days give the 11th, and the 12th if received on Monday."""
    found = worked_out((timescale(),), {"sent": "2026-02-07"})["limit"]
    assert found.due == date(2026, 2, 12)
    assert found.notes == ("It may count as received on Monday 9 February 2026.",)
    assert [(reading.due, reading.why) for reading in found.readings] == [(date(2026, 2, 11), PLAIN)]


def test_a_reading_in_working_days_has_one_of_its_own() -> None:
    """From Saturday 31 October 2026, 25 working days end on 4 December, or received on Monday, the 7th."""
    found = worked_out(LEVEL_1, {"second_started": "2026-10-31"})["level-1-answer"]
    assert found.due == date(2026, 12, 7)
    assert [(reading.due, reading.why) for reading in found.readings] == [
        (date(2026, 11, 25), PLAIN),
        (date(2026, 12, 4), "Page 3 says working days."),
    ]


def test_several_readings_in_working_days_have_one_each() -> None:
    """The plain words and each reading that counts working days have a reading of their own, in order."""
    readings = (
        Reading("More.", amount=5),
        Reading("Not working days.", unit=Unit.CALENDAR_DAYS),
        Reading("At once.", counting=Counting.BEGINNING_WITH),
    )
    found = worked_out((timescale(readings=readings),), {"sent": "2026-02-07"})["limit"]
    why = "It may count as received on Monday 9 February 2026."
    assert found.due == date(2026, 2, 16)
    assert [(reading.due, reading.why) for reading in found.readings] == [
        (date(2026, 2, 11), PLAIN),
        (date(2026, 2, 13), "More."),
        (date(2026, 2, 10), "Not working days."),
        (date(2026, 2, 11), "At once."),
        (date(2026, 2, 12), why),
    ]


@pytest.mark.parametrize(
    ("changed", "start"),
    [
        ({}, "2026-02-09"),  # a working day
        ({"unit": Unit.CALENDAR_DAYS}, "2026-02-07"),
        ({"counting": Counting.BEGINNING_WITH}, "2026-02-07"),
    ],
)
def test_no_second_reading_without_need(changed: dict[str, Any], start: str) -> None:
    """A start on a working day, calendar days and a first day that counts have no such reading."""
    assert worked_out((timescale(**changed),), {"sent": start})["limit"].readings == ()


def test_a_reading_may_change_the_amount_and_the_counting() -> None:
    """A reading takes over what it does not change: here the unit, then the amount."""
    scale = timescale(
        unit=Unit.CALENDAR_DAYS,
        amount=28,
        readings=(Reading("Safe.", counting=Counting.BEGINNING_WITH), Reading("Short.", amount=20)),
    )
    found = worked_out((scale,), {"sent": "2026-12-01"})["limit"]
    assert found.due == date(2026, 12, 29)
    assert [reading.due for reading in found.readings] == [date(2026, 12, 28), date(2026, 12, 21)]
    assert [reading.rule for reading in found.readings] == [
        "Within 28 calendar days, beginning with the day of sending.",
        "Within 20 calendar days from the day of sending.",
    ]


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({}, "Within 3 working days from the day of sending."),
        ({"amount": 1}, "Within 1 working day from the day of sending."),
        ({"counting": Counting.BEGINNING_WITH}, "Within 3 working days, beginning with the day of sending."),
        ({"unit": Unit.YEARS, "amount": 1, "repeats": True}, "Every year from the day of sending."),
        (
            {"unit": Unit.MONTHS, "amount": 6, "repeats": True},
            "Every 6 months from the day of sending.",
        ),
        ({"unit": Unit.NONE_STATED, "amount": None, "counted_from": None}, "No time is stated."),
        ({"unit": Unit.IMMEDIATELY, "amount": None, "counted_from": None}, "At once."),
        ({"unit": Unit.IMMEDIATELY, "amount": 3}, "At once."),  # no file that passes the check says so
    ],
)
def test_rules_in_words(changed: dict[str, Any], rule: str) -> None:
    """Every sort of timescale is said in the authored sentence for it."""
    assert rule_in_words(WORLD, timescale(**changed)) == rule


@pytest.mark.parametrize(
    ("due", "state", "days", "working_days"),
    [
        (date(2026, 11, 21), "today", 0, 0),
        (date(2026, 11, 24), "ahead", 3, 2),  # Monday and Tuesday
        (date(2026, 12, 29), "ahead", 38, 25),  # five weeks to Saturday 26, less Friday 25; then Tuesday
        (date(2026, 11, 18), "past", 3, 2),  # Thursday and Friday
        (date(2035, 1, 1), "ahead", 2963, None),
    ],
)
def test_standing(due: date, state: str, days: int, working_days: int | None) -> None:
    """A deadline is so many days ahead, or past, or today; working days are left out past the calendar."""
    one_day = timescale(unit=Unit.CALENDAR_DAYS, amount=1)
    found = worked_out((one_day,), {"sent": (due - timedelta(days=1)).isoformat()})["limit"].status
    assert found is not None
    assert (found.state, found.days, found.working_days) == (state, days, working_days)


@pytest.mark.parametrize(
    ("acknowledged", "state", "days", "working_days"),
    [
        ("2026-11-03", "met", 0, 0),
        ("2026-11-09", "met", 0, 0),  # the last day itself
        ("2026-11-10", "missed", 1, 1),
        ("2026-11-16", "missed", 7, 5),
        ("2026-11-14", "missed", 5, 4),  # a Saturday
    ],
)
def test_what_has_happened_was_in_time_or_late(
    acknowledged: str, state: str, days: int, working_days: int
) -> None:
    """Once the acknowledgement is known, its deadline was met, or missed by so many days."""
    found = worked_out(STAGE_1, {"sent": "2026-11-02", "acknowledged": acknowledged})
    standing = found["acknowledge"].status
    assert standing is not None
    assert found["acknowledge"].due == date(2026, 11, 9)
    assert (standing.state, standing.days, standing.working_days) == (state, days, working_days)
    assert standing.happened == date.fromisoformat(acknowledged)


def test_what_happened_today_has_happened() -> None:
    """What is dated today has happened, and what is dated tomorrow has not."""
    today, tomorrow = (
        worked_out(STAGE_1, {"sent": "2026-11-16", "acknowledged": day.isoformat()})["acknowledge"].status
        for day in (TODAY, TODAY + timedelta(days=1))
    )
    assert today is not None
    assert tomorrow is not None
    assert (today.state, tomorrow.state) == ("met", "ahead")


def test_what_is_only_projected_has_not_happened() -> None:
    """A latest day that stands in for an event is no sign that it was in time."""
    standing = worked_out(STAGE_1, {"sent": "2026-10-01"})["acknowledge"].status
    assert standing is not None
    assert (standing.state, standing.happened) == ("past", None)


def test_where_safety_is_at_stake_no_reading_allows_more_time() -> None:
    """A policy of an urgent route has no reading by which a day off puts the date off."""
    urgent = policy(route="safety")
    scale = timescale(readings=(Reading("More.", amount=5),))
    found = SOUTH.deadline(urgent, scale, {"sent": EventDate(date(2026, 2, 7))})
    assert found.due == date(2026, 2, 11)
    assert [(reading.due, reading.why) for reading in found.readings] == [(date(2026, 2, 13), "More.")]


def test_a_deadline_names_its_start() -> None:
    """A deadline says in words what it is counted from, and what it is not counted from it leaves out."""
    found = worked_out(STAGE_1, {})
    assert [item.timescale.does for item in found.values()] == [
        "A note is made.",
        "It is acknowledged.",
        "It is answered.",
    ]
    assert [(item.timescale.counted_from, item.start_name) for item in found.values()] == [
        (None, None),
        ("sent", "the day of sending"),
        ("acknowledged", "the day of the acknowledgement"),
    ]


def test_what_comes_round_again_says_so() -> None:
    """A deadline that comes round again is told from one that comes once."""
    found = worked_out((timescale(), timescale("again", repeats=True)), {})
    assert [item.timescale.repeats for item in found.values()] == [False, True]


def test_a_reading_past_the_published_bank_holidays_is_provisional() -> None:
    """Each reading says for itself whether it is provisional: here the working days, not calendar days."""
    scale = timescale(readings=(Reading("Any days.", unit=Unit.CALENDAR_DAYS),))
    late = worked_out((scale,), {"sent": "2028-12-28"})["limit"].readings
    early = worked_out((scale,), {"sent": "2028-12-11"})["limit"].readings
    assert [reading.provisional for reading in (*late, *early)] == [False, False]
    limit = tuple(replace(each, kind=DateKind.LIMIT) for each in LEVEL_1)
    (working,) = worked_out(limit, {"second_started": "2028-12-11"})["level-1-answer"].readings
    (known,) = worked_out(limit, {"second_started": "2028-11-01"})["level-1-answer"].readings
    # this calendar names no days off after 2028, so that 1 January counts
    assert (working.due, working.provisional) == (date(2029, 1, 17), True)
    assert (known.due, known.provisional) == (date(2028, 12, 6), False)


def test_a_deadline_with_a_number_names_its_table() -> None:
    """The date can be looked up in the table of its own terms; where there is no number there is none."""
    assert [item.table for item in worked_out(STAGE_1, {}).values()] == [
        None,
        "5-working-days",
        "15-working-days",
    ]


def test_a_deadline_carries_its_source_and_firmness() -> None:
    """A deadline names the policy, its document, publisher, section and check date, and how firm it is."""
    found = worked_out(STAGE_1, {})["answer"]
    assert (found.policy, found.timescale.firmness, found.timescale.closes_stage) == (
        "paper",
        Firmness.AIM,
        True,
    )
    paper = found.source.document
    assert (paper.id, paper.publisher, found.source.section) == ("paper", "North Council", "Page 1")
    assert paper.checked_on == date(2026, 11, 10)


def test_a_limit_has_no_day_while_it_hangs_on_the_latest_day_of_others() -> None:
    """They may act sooner, and the limit then ends sooner; once their day is known, so is the last one."""
    limit = tuple(replace(each, kind=DateKind.LIMIT) if each.id == "answer" else each for each in STAGE_1)
    waiting = worked_out(limit, {"sent": "2026-12-21"})
    assert dues(waiting) == {"note": None, "acknowledge": "2026-12-30", "answer": None}
    assert (waiting["answer"].status, waiting["answer"].receipt, waiting["answer"].projected) == (
        None,
        (),
        None,
    )
    assert waiting["answer"].notes[-1] == "It hangs on a day not known yet."
    known = worked_out(limit, {"sent": "2026-12-21", "acknowledged": "2026-12-23"})
    assert dues(known)["answer"] == "2027-01-18"
