"""A list of matters: what is due when in all of them, as the engine works it out for the page."""

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import icalendar
import pytest

from navigator.core.model import Library
from navigator.render.my_matters import place_in
from navigator.render.session import Session

TODAY = "2026-11-21"
# Worked out by hand. The 5th working day after Monday 16 November 2026 is Monday 23 November, and the 15th
# after that one Monday 14 December. Beginning with Monday 2 November, the 28th day is Sunday 29 November.
COMPLAINT = {"key": "one", "nickname": "Blue house", "policy": "norfolk-complaint", "stage": "stage-1"}
LETTER = {"key": "two", "nickname": "Red door", "policy": "irm", "stage": "apply"}
SENT = {"complaint_sent": "16 Nov 2026"}
DETERMINED = {"determination_letter": "2026-11-02"}
DUE = [("2026-11-23", "Blue house"), ("2026-11-29", "Red door"), ("2026-12-14", "Blue house")]


@pytest.fixture(scope="module")
def session(library: Library) -> Session:
    return Session(library)


def ask(session: Session, *matters: Mapping[str, object], **more: object) -> dict[str, Any]:
    asked = {"matters": [{"dates": {}, **each} for each in matters], "today": TODAY, **more}
    answered: dict[str, Any] = json.loads(session.answer(json.dumps(asked)))
    return answered


def due(html: str) -> list[tuple[str, str]]:
    """Return the last day and the nickname of each row."""
    return re.findall(r'<tr role="row"><th[^>]*><p><strong><time datetime="(\S+)".*?<strong>([^<]*)<', html)


def events(text: str) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar.errors == []
    return [each for each in calendar.walk("VEVENT") if isinstance(each, icalendar.Event)]


def test_all_that_is_due_stands_in_the_order_of_its_days(session: Session) -> None:
    """The days of several matters are mixed, and each says whose it is."""
    answered = ask(session, LETTER | {"dates": DETERMINED}, COMPLAINT | {"dates": SENT})
    assert due(answered["html"]) == DUE
    assert [each["dates"] for each in answered["read"]] == [DETERMINED, {"complaint_sent": "2026-11-16"}]
    assert answered["read"][1]["says"] == {"complaint_sent": "Monday 16 November 2026"}


def test_what_is_overdue_stays_in_the_list(session: Session) -> None:
    """In supervision, what has not come is asked about: it comes first, as it was due first."""
    answered = ask(session, COMPLAINT | {"dates": {"complaint_sent": "6 October 2026"}})
    assert due(answered["html"])[0] == ("2026-10-13", "Blue house")
    assert "Overdue by 39 days" in answered["html"]


def test_a_date_that_cannot_be_read_says_why(session: Session) -> None:
    """A wrong date is told in words, and the other matters are worked out all the same."""
    wrong = COMPLAINT | {"key": "three", "dates": {"complaint_sent": "31 February 2026"}}
    answered = ask(session, wrong, LETTER | {"dates": DETERMINED})
    assert due(answered["html"]) == [DUE[1]]
    assert "has no day 31" in answered["read"][0]["mistakes"]["complaint_sent"]


@pytest.mark.parametrize("unknown", [{"policy": "gone"}, {"stage": "stage-9"}, {"policy": ""}])
def test_what_is_not_here_is_left_out(session: Session, unknown: dict[str, str]) -> None:
    """A matter of a policy or a stage that this library does not have has no days."""
    answered = ask(session, COMPLAINT | unknown, LETTER | {"dates": DETERMINED})
    assert [each["key"] for each in answered["read"]] == ["two"]


def test_one_calendar_holds_all_days_to_come(session: Session) -> None:
    """Every day of each matter is in the file with its nickname, and the day after what is awaited."""
    matters = (LETTER | {"dates": DETERMINED}, COMPLAINT | {"dates": SENT})
    taken = ask(session, *matters, take="calendar", moment=1_795_000_000)
    found = {
        (event.decoded("dtstart"), str(event["summary"]).partition(": ")[2])
        for event in events(taken["taken"])
    }
    days = {(day.isoformat(), said.rpartition(": ")[2]) for day, said in found}
    assert days == {*DUE, ("2026-11-24", "Blue house")}
    assert taken["days"] == len(events(taken["taken"])) == 4


def test_matters_that_begin_alike_keep_their_own_days(session: Session) -> None:
    """Two complaints of one day are six entries and not three; made again, they are the same six."""
    both = (COMPLAINT | {"dates": SENT}, COMPLAINT | {"key": "three", "dates": SENT})
    first, again = (
        [str(event["uid"]) for event in events(ask(session, *both, take="calendar")["taken"])]
        for _ in range(2)
    )
    assert len(set(first)) == len(first) == 6
    assert first == again


def test_a_list_without_dates_has_nothing_due(session: Session) -> None:
    """Nothing is worked out from nothing, and a calendar of it has no entry."""
    assert ask(session, COMPLAINT, LETTER)["html"] == ""
    assert ask(session, COMPLAINT, take="calendar")["days"] == 0


@pytest.mark.parametrize(
    "more",
    [
        {"matters": 5},
        {"matters": [{}]},
        {"matters": [{**COMPLAINT, "dates": [1]}]},
        {"today": "soon"},
        {"take": "everything"},
        {"take": "calendar", "moment": -1},
    ],
)
def test_a_message_that_makes_no_sense_is_refused_in_words(session: Session, more: dict[str, object]) -> None:
    """Whatever comes, an answer comes back that says what is wrong."""
    answered = ask(session, COMPLAINT, **more)
    assert answered["unknown"]
    assert answered["says"]


def test_every_stage_of_every_policy_can_be_followed(library: Library) -> None:
    """No stage that the page offers is without a place; a version follows its policy, and is not offered."""
    places = [
        place_in(library, policy.id, position.key)
        for policy in library.policies
        if policy.version_of is None
        for position in policy.leaf_stages()
    ]
    assert all(places)
    assert date.fromisoformat(DUE[1][0]) == date(2026, 11, 2) + timedelta(days=27)
