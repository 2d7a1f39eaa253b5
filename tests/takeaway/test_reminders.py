"""The calendar file: it parses, it holds every date, and it says nothing to a stranger."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.core.model import Library
from navigator.core.outcome import Outcome
from navigator.render.reminders import calendar_file, dated, folded
from tests.takeaway.persons import TODAY, outcome_of

DATES = {"complaint_sent": date(2026, 11, 2), "complaint_acknowledged": date(2026, 11, 6)}


@pytest.fixture
def found(library: Library) -> Outcome:
    return outcome_of(library, "norfolk-complaint", "stage-1", {**DATES, "first_noticed": date(2026, 5, 1)})


def events(text: str) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar.errors == []
    return [each for each in calendar.walk("VEVENT") if isinstance(each, icalendar.Event)]


def test_every_dated_deadline_is_a_day_of_the_calendar(found: Outcome) -> None:
    """Each date has one event of one whole day, those that run alongside included."""
    days = [event.decoded("dtstart") for event in events(calendar_file(found))]
    assert days == [item.due for item in dated(found)]
    assert date(2026, 11, 9) in days, "the acknowledgement, five working days after 2 November"
    assert date(2027, 4, 30) in days, "the Ombudsman's twelve months"
    for event in events(calendar_file(found)):
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)


def test_an_event_says_nothing_personal(found: Outcome) -> None:
    """Its title is one neutral word, and no word of policy, route or service is in the file."""
    text = calendar_file(found)
    assert {str(event["summary"]) for event in events(text)} == {"Reminder"}
    for secret in ("complaint", "norfolk", "foster", "stage", "ombudsman", found.node.slug):
        assert secret not in text.lower()


def test_the_same_deadline_keeps_its_identity(library: Library, found: Outcome) -> None:
    """Taken again with other dates, each event has the identity it had, and no two share one."""
    before = [str(event["uid"]) for event in events(calendar_file(found))]
    later = {event: day + timedelta(days=3) for event, day in DATES.items()}
    moved = outcome_of(library, "norfolk-complaint", "stage-1", {**later, "first_noticed": date(2026, 6, 1)})
    assert [str(event["uid"]) for event in events(calendar_file(moved))] == before
    assert len(set(before)) == len(before)
    elsewhere = outcome_of(library, "council-complaint", "stage-1", DATES)
    assert not {str(event["uid"]) for event in events(calendar_file(elsewhere))} & set(before)


def test_the_stamp_comes_from_the_day_it_was_asked_for(found: Outcome) -> None:
    """The file is the same whenever it is made for the same day."""
    stamps = {event.decoded("dtstamp") for event in events(calendar_file(found))}
    assert stamps == {datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC)}
    assert calendar_file(found) == calendar_file(found)


def test_lines_end_and_break_as_the_standard_asks(found: Outcome) -> None:
    """Every line ends with carriage return and line feed, and none is longer than 75 bytes."""
    text = calendar_file(found)
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_a_long_title_is_folded_and_its_signs_are_escaped(found: Outcome) -> None:
    """A language may call a day what it likes: the title arrives whole, and no line is too long."""
    title = "Nodyn atgoffa, yn Gymraeg; ac yn Saesneg \\ " * 4
    words = replace(found.words, texts={**found.words.texts, "take_away.reminder": title})
    text = calendar_file(replace(found, words=words))
    assert {str(event["summary"]) for event in events(text)} == {title}
    assert max(len(line.encode()) for line in text.split("\r\n")) == 75


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400))
def test_a_folded_line_is_the_line_again_once_unfolded(line: str) -> None:
    """Nothing is lost, no part is too long, and no character is broken in two."""
    parts = list(folded(line))
    assert all(len(part.encode()) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    assert all(part.startswith(" ") for part in parts[1:])


def test_without_a_date_there_is_nothing_to_take(library: Library) -> None:
    """An outcome without dates has no events."""
    assert events(calendar_file(outcome_of(library, "norfolk-complaint", "stage-1"))) == []
