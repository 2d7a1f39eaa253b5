"""Last days of every kind of time limit, each worked out by hand on a calendar of 2026 and 2027."""

from collections.abc import Mapping
from datetime import date, datetime, time

import pytest

from navigator.core.model import (
    Alternative,
    Condition,
    Counting,
    DateKind,
    DayOff,
    Extension,
    LaterPace,
    Pause,
    Timescale,
    Unit,
    Weekday,
    Whichever,
    Window,
)
from navigator.core.time.deadlines import Deadline, DeadlineCalculator, DeadlineState
from navigator.core.time.last_day import EventDate
from navigator.load.words import english_words
from tests.builders import calculator, event, library, policy, source, stage, step, timescale, uncounted

COMPLEX = Condition("complex", "Is it complex?", "it is complex", source())
EVENTS = ("sent", "received", "meeting", "paused", "resumed", "agreed_day")


def worked_out(
    asked: Timescale,
    dates: Mapping[str, str],
    today: str = "2026-12-01",
    answered: Mapping[str, bool] | None = None,
) -> Deadline | None:
    """Work out one timescale of a stage from days, or from moments such as 2026-12-24T16:00."""
    paper = policy(stage("stage-1", asked, steps=(step(by=asked.id),)), conditions=(COMPLEX,))
    world = library(paper, events=tuple(map(event, EVENTS)), words=english_words())
    by = calculator(world, today=date.fromisoformat(today))
    known = {name: _event_date(text) for name, text in dates.items()}
    answers = DeadlineCalculator(world, by.calendar, by.today, answered or {})
    found, _ = answers.deadlines(paper, [asked], known)
    return found[0] if found else None


def _event_date(text: str) -> EventDate:
    moment = datetime.fromisoformat(text)
    return EventDate(moment.date(), at=moment.time() if "T" in text else None)


def due(asked: Timescale, dates: Mapping[str, str], today: str = "2026-12-01") -> str | None:
    """Return the last day, with its hour where it has one."""
    found = worked_out(asked, dates, today)
    assert found
    if found.due is None:
        return None
    return found.due.isoformat() if found.at is None else f"{found.due} {found.at:%H:%M}"


@pytest.mark.parametrize(
    ("asked", "start", "expected"),
    [
        (timescale("t", 24, Unit.HOURS), "2026-12-24T16:00", "2026-12-25 16:00"),
        (timescale("t", 36, Unit.HOURS), "2026-12-24T16:00", "2026-12-26 04:00"),
        (timescale("t", 72, Unit.HOURS), "2026-10-23T12:30", "2026-10-26 11:30"),
        (timescale("t", 24, Unit.HOURS), "2026-12-24", "2026-12-25"),
        (timescale("t", 36, Unit.HOURS), "2026-12-24", "2026-12-25"),
        (timescale("t", 24, Unit.HOURS, day_off=DayOff.NEXT_WORKING_DAY), "2026-12-24T16:00", "2026-12-29"),
        (timescale("t", 3, Unit.CALENDAR_DAYS, day_off=DayOff.NEXT_WORKING_DAY), "2026-12-22", "2026-12-29"),
        (
            timescale("t", 3, Unit.CALENDAR_DAYS, day_off=DayOff.PREVIOUS_WORKING_DAY),
            "2026-12-22",
            "2026-12-24",
        ),
        (timescale("t", 3, Unit.CALENDAR_DAYS, day_off=DayOff.NEXT_WORKING_DAY), "2026-12-01", "2026-12-04"),
        (timescale("t", 3, Unit.CALENDAR_DAYS, weekday=Weekday.FRIDAY), "2026-12-07", "2026-12-11"),
        (timescale("t", 4, Unit.CALENDAR_DAYS, weekday=Weekday.FRIDAY), "2026-12-07", "2026-12-11"),
        (timescale("t", 1, at="12:00"), "2026-12-07", "2026-12-08 12:00"),
        (
            timescale("t", 2, counting=Counting.NEXT_WORKING_DAY, received_until="17:00"),
            "2026-12-07T17:00",
            "2026-12-10",
        ),
        (
            timescale("t", 2, counting=Counting.NEXT_WORKING_DAY, received_until="17:00"),
            "2026-12-07T16:59",
            "2026-12-09",
        ),
    ],
)
def test_counted_on(asked: Timescale, start: str, expected: str) -> None:
    """Hours are counted on the clock, and a last day can be moved to a working day or a day of the week."""
    assert due(asked, {"sent": start}) == expected


@pytest.mark.parametrize(
    ("amount", "unit", "fields", "expected"),
    [
        (10, Unit.CALENDAR_DAYS, {}, "2026-12-08"),
        (10, Unit.WORKING_DAYS, {}, "2026-12-04"),
        (2, Unit.WEEKS, {}, "2026-12-04"),
        (1, Unit.MONTHS, {}, "2026-11-18"),
        (24, Unit.HOURS, {}, "2026-12-17"),
        (1, Unit.CALENDAR_DAYS, {"weekday": Weekday.THURSDAY, "at": "12:00"}, "2026-12-17 12:00"),
        (2, Unit.CALENDAR_DAYS, {"weekday": Weekday.THURSDAY}, "2026-12-10"),
        (5, Unit.CALENDAR_DAYS, {"day_off": DayOff.PREVIOUS_WORKING_DAY}, "2026-12-11"),
    ],
)
def test_counted_back(amount: int, unit: Unit, fields: Mapping[str, object], expected: str) -> None:
    """What is due before a meeting on Friday 18 December 2026 is due before it, not after."""
    asked = timescale("t", amount, unit, None, counted_before="meeting", **fields)
    assert due(asked, {"meeting": "2026-12-18"}) == expected


@pytest.mark.parametrize(
    ("asked", "day", "expected"),
    [
        (timescale("t", 5, Unit.CALENDAR_DAYS, up_to=10), "2026-12-01", ("2026-12-06", "2026-12-11")),
        (
            timescale("t", 5, Unit.CALENDAR_DAYS, None, counted_before="sent", up_to=10),
            "2026-12-18",
            ("2026-12-08", "2026-12-13"),
        ),
    ],
)
def test_a_range_has_two_ends(asked: Timescale, day: str, expected: tuple[str, str]) -> None:
    """A range runs from the smaller number to the larger, and counted back the other way round."""
    found = worked_out(asked, {"sent": day})
    assert found
    assert (str(found.earliest), str(found.due)) == expected


SHORTER = timescale(
    "t",
    20,
    alternatives=(Alternative(amount=28, unit=Unit.CALENDAR_DAYS),),
    whichever=Whichever.EARLIER,
)
EITHER_START = timescale(
    "t", 2, alternatives=(Alternative(counted_from="received"),), whichever=Whichever.LATER
)


def test_whichever_is_shorter() -> None:
    """Of 20 working days and 28 days, each ends first in its season."""
    # 20 working days from 1 December end on the 31st, as 25 and 28 are days off; 28 days end on the 29th.
    assert due(SHORTER, {"sent": "2026-12-01"}) == "2026-12-29"
    # From Monday 2 November 20 working days end on Monday 30 November, and so do 28 days.
    assert due(SHORTER, {"sent": "2026-11-02"}) == "2026-11-30"


def test_either_of_two_starts() -> None:
    """The later of two starts governs, so nobody is called late by the first; the other limit is told."""
    found = worked_out(EITHER_START, {"sent": "2026-12-01", "received": "2026-12-07"}, today="2026-12-08")
    assert found
    assert (str(found.due), found.status and found.status.state) == ("2026-12-09", DeadlineState.AHEAD)
    assert found.notes == ("The other limit, counted from the day of sent, gives Thursday 3 December 2026.",)
    alone = worked_out(EITHER_START, {"sent": "2026-12-01"})
    assert alone
    assert (str(alone.due), alone.notes) == (
        "2026-12-03",
        ("The date may change once the day of received is known too.",),
    )
    assert due(EITHER_START, {"received": "2026-12-07"}) == "2026-12-09"


def test_a_target_for_a_share_of_cases_is_no_date() -> None:
    """Nine in ten within 10 working days promises nothing in one case."""
    found = worked_out(timescale("t", 10, share=90), {"sent": "2026-12-01"})
    assert found
    assert (found.due, found.table) == (None, None)
    assert found.rule.endswith("This is a target for 90 of 100 cases. It promises no date in any one case.")


def test_a_start_that_is_not_stated_gives_no_date() -> None:
    """Ten days from nobody knows when is said as it stands."""
    found = worked_out(timescale("t", 10, Unit.CALENDAR_DAYS, None, start_not_stated=True), {})
    assert found
    assert (found.due, found.rule) == (None, "Within 10 calendar days. It is not stated from when.")


def test_an_agreed_day_is_the_date() -> None:
    """What a meeting sets has the day that the reader knows, and otherwise the words of the source."""
    agreed = uncounted(
        "t", Unit.AS_AGREED, in_words="the meeting sets the day of the next one", falls_on="agreed_day"
    )
    assert due(agreed, {"agreed_day": "2027-01-15"}) == "2027-01-15"
    open_one = worked_out(agreed, {})
    assert open_one
    assert (open_one.due, open_one.rule) == (
        None,
        "The meeting sets the day of the next one. The time is set by agreement.",
    )


def test_words_that_cannot_be_counted_are_given() -> None:
    """A time that is stated and cannot be counted is told apart from one that is not stated."""
    found = worked_out(uncounted("t", Unit.IN_WORDS, in_words="as soon as practicable"), {})
    assert found
    assert (found.due, found.rule) == (None, "As soon as practicable.")


TERMS = (
    Window("the spring term", "01-01", "04-30"),
    Window("the summer term", "05-01", "08-31"),
    Window("the autumn term", "09-01", "12-31"),
)


@pytest.mark.parametrize(
    ("windows", "today", "expected"),
    [
        (TERMS, "2026-12-01", ("2026-09-01", "2026-12-31")),
        (TERMS, "2027-01-01", ("2027-01-01", "2027-04-30")),
        (TERMS[:1], "2026-12-01", ("2027-01-01", "2027-04-30")),
        ((Window("the winter", "11-15", "02-29"),), "2026-12-01", ("2026-11-15", "2027-02-28")),
        ((Window("the winter", "11-15", "02-29"),), "2027-03-01", ("2027-11-15", "2028-02-29")),
    ],
)
def test_parts_of_the_year(windows: tuple[Window, ...], today: str, expected: tuple[str, str]) -> None:
    """Once a term has the term that runs, or the next one; a part of the year may run over New Year."""
    found = worked_out(uncounted("t", Unit.IN_WORDS, in_words="once a term", windows=windows), {}, today)
    assert found
    assert (str(found.earliest), str(found.due)) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-10-01", "2026-10-08"),
        ("2026-10-08", "2026-10-08"),
        ("2026-11-10", "2026-11-12"),
        ("2026-11-13", "2026-12-24"),
        ("2026-12-25", "2027-02-04"),
    ],
)
def test_a_pace_that_changes(today: str, expected: str) -> None:
    """Weekly for six weeks from 1 October 2026 and then every six weeks, the next day is not before today."""
    visits = timescale(
        "t", 1, Unit.WEEKS, repeats=True, then_every=(LaterPace(6, Unit.WEEKS, 6, Unit.WEEKS),)
    )
    assert due(visits, {"sent": "2026-10-01"}, today) == expected


EXTENDED = timescale(
    "t",
    10,
    extension=Extension(20, source(), in_all=True, only_if="complex", who="worker", told=("worker",)),
)


def test_an_extension_stands_beside_the_limit() -> None:
    """Ten working days stay the date, with twenty on its condition, who extends it and who is told."""
    found = worked_out(EXTENDED, {"sent": "2026-11-02"})
    assert found
    assert found.extension
    assert str(found.due) == "2026-11-16"
    assert str(found.extension.due) == "2026-11-30"
    assert found.extension.condition == "Only if it is complex."
    assert found.extension.rule == "It may be extended to 20 working days in all."
    assert found.extension.who
    assert (found.extension.who.id, [role.id for role in found.extension.told]) == ("worker", ["worker"])


@pytest.mark.parametrize(("answer", "expected"), [(True, "2026-11-30"), (False, "2026-11-16")])
def test_an_extension_that_the_reader_has_settled(answer: bool, expected: str) -> None:
    """Where the condition holds the longer limit is the date; where it does not, nothing is said of it."""
    found = worked_out(EXTENDED, {"sent": "2026-11-02"}, answered={"complex": answer})
    assert found
    assert str(found.due) == expected
    assert (found.extension is not None) is answer


def test_an_extension_in_another_unit_is_counted_on() -> None:
    """A month more begins on the last of ten working days."""
    limit = timescale("t", 10, extension=Extension(1, source(), unit=Unit.MONTHS))
    found = worked_out(limit, {"sent": "2026-11-02"})
    assert found
    assert found.extension
    assert str(found.extension.due) == "2026-12-16"


def test_an_extension_is_counted_on_from_the_last_day_however_the_limit_begins() -> None:
    """Ten days that begin with 2 November end on the 11th, and a month more on 11 December."""
    extension = Extension(1, source(), unit=Unit.MONTHS)
    counting = Counting.BEGINNING_WITH
    found = worked_out(
        timescale("t", 10, Unit.CALENDAR_DAYS, counting=counting, extension=extension), {"sent": "2026-11-02"}
    )
    assert found
    assert found.extension
    assert (str(found.due), str(found.extension.due)) == ("2026-11-11", "2026-12-11")


WAITS = (Pause("It waits for mediation.", source(), "paused", "resumed"),)


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (10, Unit.WORKING_DAYS, "2026-11-19"),
        (10, Unit.CALENDAR_DAYS, "2026-11-17"),
        (2, Unit.WEEKS, "2026-11-21"),
    ],
)
def test_a_clock_that_stood_still(amount: int, unit: Unit, expected: str) -> None:
    """From 4 to 8 November 2026 the clock stood still: three working days, five days in all."""
    days = {"sent": "2026-11-02", "paused": "2026-11-04", "resumed": "2026-11-09"}
    assert due(timescale("t", amount, unit, pauses=WAITS), days) == expected


def test_a_clock_that_stands_still_has_no_date() -> None:
    """While it has not run on, no date is given, and the reader is told since when."""
    found = worked_out(timescale("t", pauses=WAITS), {"sent": "2026-11-02", "paused": "2026-11-04"})
    assert found
    assert found.due is None
    assert found.notes == (
        "The clock stands still since 4 November 2026. A date can be given once it runs on.",
        "It waits for mediation.",
    )


@pytest.mark.parametrize(
    ("answered", "expected"), [({}, "Only if it is complex."), ({"complex": True}, None)]
)
def test_a_time_on_a_condition(answered: Mapping[str, bool], expected: str | None) -> None:
    """A time that holds in some cases says in which, until the reader has said that this is one."""
    found = worked_out(timescale("t", only_if="complex"), {}, answered=answered)
    assert found
    assert found.condition == expected


@pytest.mark.parametrize(
    ("asked", "answer"),
    [(timescale("t", only_if="complex"), False), (timescale("t", unless="complex"), True)],
)
def test_a_time_that_does_not_hold_is_left_out(asked: Timescale, answer: bool) -> None:
    """A time that does not hold in this case is not shown."""
    assert worked_out(asked, {}, answered={"complex": answer}) is None


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-12-03", DeadlineState.NOT_YET),
        ("2026-12-04", DeadlineState.OPEN_TODAY),
        ("2027-06-01", DeadlineState.OPEN),
    ],
)
def test_the_first_day_of_something_is_never_overdue(today: str, state: DeadlineState) -> None:
    """When the next body will look is not yet there, or has come; it is never late."""
    found = worked_out(timescale("t", kind=DateKind.NOT_BEFORE), {"sent": "2026-12-01"}, today)
    assert found
    assert found.status
    assert found.status.state is state


def test_who_and_what_come_from_the_step() -> None:
    """A time that says neither what is due nor who must meet it takes both from its step."""
    found = worked_out(timescale("t", does=""), {})
    assert found
    assert found.who
    assert (found.does, found.who.id) == ("The worker acts.", "worker")


def test_an_assumed_kind_of_day_is_told() -> None:
    """Where the source does not say which days are meant, what was taken is said."""
    found = worked_out(timescale("t", assumed_unit="The paper says days. Working days are taken."), {})
    assert found
    assert found.notes == ("Assumed kind of day: The paper says days. Working days are taken.",)


def test_the_hour_is_kept_with_the_start() -> None:
    """A receipt by hours begins at the hour of the event."""
    found = worked_out(timescale("t", 24, Unit.HOURS), {"sent": "2026-12-24T16:00"})
    assert found
    assert [(line.day.day, line.at) for line in found.receipt] == [(24, time(16)), (25, time(16))]
