"""The calendar file: it parses, it holds every date, and it says nothing to a stranger."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Self

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.core.asks import asked_dates
from navigator.core.engine import advance
from navigator.core.journey import destination, nodes
from navigator.core.model import Library, Unit
from navigator.core.nodes import Node
from navigator.core.outcome import Outcome
from navigator.render.reminders import calendar_file, folded, reminders, version
from tests import builders
from tests.builders import policy, stage, timescale
from tests.takeaway.persons import TODAY, outcome_of

TITLES = [f"take_away.titles.{kind}" for kind in ("limit", "duty", "not_before", "after")]
MOMENT = datetime(2026, 11, 21, 9, 30, 15, tzinfo=UTC)
DATES = {"complaint_sent": date(2026, 11, 2), "complaint_acknowledged": date(2026, 11, 6)}


@pytest.fixture
def found(library: Library) -> Outcome:
    return outcome_of(library, "norfolk-complaint", "stage-1", {**DATES, "first_noticed": date(2026, 5, 1)})


def events(text: str) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar.errors == []
    return [each for each in calendar.walk("VEVENT") if isinstance(each, icalendar.Event)]


def begun(library: Library, policy: str, stage: str, day: date) -> Outcome:
    """Return the outcome of a stage for somebody who gives the days of all that it counts from itself."""
    asks = outcome_of(library, policy, stage).asks
    return outcome_of(library, policy, stage, {asked.event: day for asked in asks if asked.main})


def _day(event: icalendar.Event) -> date:
    """Return the last day of an event."""
    last = event.decoded("dtend") - timedelta(days=1) if "dtend" in event else event.decoded("dtstart")
    return date(last.year, last.month, last.day)


def uids(outcome: Outcome) -> list[str]:
    return [str(event["uid"]) for event in events(calendar_file(outcome))]


def days(outcome: Outcome) -> list[date]:
    """Return every day for a calendar, those after a last day included."""
    return sorted(each.after or each.item.due or date.max for each in reminders(outcome))


def all_moved(outcome: Outcome, to: date) -> Outcome:
    """Return an outcome whose every deadline of the stage lies on another day, and what leads with it."""
    deadlines = tuple(replace(each, due=to) for each in outcome.deadlines)
    leading = outcome.lead.deadline
    moved = next(new for new, old in zip(deadlines, outcome.deadlines, strict=True) if old == leading)
    now = replace(outcome.now, lead=replace(outcome.lead, deadline=moved))
    return replace(outcome, deadlines=deadlines, phases=(now, *outcome.phases[1:]))


@dataclass
class Importer:
    """A calendar as the standards have it: by RFC 5546 a higher sequence wins, then the later stamp."""

    held: dict[str, tuple[int, datetime, date]] = field(default_factory=dict)

    def take(self, text: str) -> Self:
        for event in events(text):
            mine = (int(str(event["sequence"])), event.decoded("dtstamp"), event.decoded("dtstart"))
            uid = str(event["uid"])
            self.held[uid] = max(self.held.get(uid, mine), mine, key=lambda each: each[:2])
        return self

    def days(self) -> list[date]:
        return sorted(day for *_, day in self.held.values())


def test_what_matters_in_the_phase_is_in_the_calendar(found: Outcome) -> None:
    """While somebody waits: what is awaited, the day after it, and what they may lose."""
    told = [event.decoded("dtstart") for event in events(calendar_file(found))]
    assert sorted(told) == days(found)
    assert date(2026, 11, 9) in told, "the acknowledgement, five working days after 2 November"
    assert date(2027, 4, 30) in told, "the Ombudsman's twelve months"
    assert {found.lead.by, found.now.late_on} <= {*told}
    for event in events(calendar_file(found)):
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)


def test_an_event_says_nothing_personal(found: Outcome) -> None:
    """Its title says what kind of day it is, and no word of policy, route or service is in the file."""
    text = calendar_file(found)
    titles = {str(event["summary"]) for event in events(text)}
    assert titles <= {*found.words.group("take_away.titles").values()}
    assert len(titles) > 1
    for secret in ("complaint", "norfolk", "foster", "stage", "ombudsman", found.node.slug):
        assert secret not in text.lower()


def test_the_same_case_keeps_its_identity(library: Library, found: Outcome) -> None:
    """Taken again later, with further dates or another last day, each event is the one it was."""
    before = uids(found)
    assert len(set(before)) == len(before)
    only_begun = outcome_of(library, "norfolk-complaint", "stage-1", {"complaint_sent": date(2026, 11, 2)})
    assert uids(only_begun)
    assert {*uids(only_begun)} < {*before}
    # A bank holiday more, or a policy that was changed, moves the day and not the identity.
    assert uids(all_moved(found, TODAY)) == before


@pytest.mark.parametrize(
    ("policy", "stage", "began"),
    [
        ("norfolk-complaint", "stage-1", date(2026, 11, 3)),
        ("norfolk-complaint", "stage-1", date(2027, 11, 2)),
        ("council-complaint", "stage-1", date(2026, 11, 2)),
        ("norfolk-complaint", "stage-2", date(2026, 11, 2)),
    ],
    ids=["another beginning", "another year", "another policy", "another stage"],
)
def test_another_case_or_stage_has_another_identity(
    library: Library, policy: str, stage: str, began: date
) -> None:
    """Importing the file of another case never touches a day of the first, even an equal one."""
    one = begun(library, "norfolk-complaint", "stage-1", date(2026, 11, 2))
    other = begun(library, policy, stage, began)
    assert days(one)
    assert days(other)
    both = Importer().take(calendar_file(one, MOMENT)).take(calendar_file(other, MOMENT + timedelta(days=1)))
    assert both.days() == sorted(days(one) + days(other))


def test_the_stamp_is_the_moment_of_making(found: Outcome) -> None:
    """It is told in UTC; where no moment is known, the day that was asked for begins."""
    (stamp,) = {event.decoded("dtstamp") for event in events(calendar_file(found, MOMENT))}
    assert stamp == MOMENT
    assert {event.decoded("last-modified") for event in events(calendar_file(found, MOMENT))} == {MOMENT}
    stamps = {event.decoded("dtstamp") for event in events(calendar_file(found))}
    assert stamps == {datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC)}
    assert calendar_file(found, MOMENT) == calendar_file(found, MOMENT)


@pytest.mark.parametrize(
    ("made", "number"),
    [
        (datetime(2026, 1, 1, tzinfo=UTC), 0),
        (datetime(2026, 1, 1, 0, 0, 59, tzinfo=UTC), 0),
        (datetime(2026, 1, 2, 0, 1, tzinfo=UTC), 1441),
        (datetime(1999, 1, 1, tzinfo=UTC), 0),
    ],
)
def test_versions_are_numbered_by_minutes(made: datetime, number: int) -> None:
    """A file made later has a higher number; a clock that is far behind gives no negative one."""
    assert version(made) == number


def test_importing_again_updates(found: Outcome) -> None:
    """A later file of the same case moves its days, an older one changes nothing, and nothing is doubled."""
    first = calendar_file(found, MOMENT)
    moved = all_moved(found, TODAY)
    later = calendar_file(moved, MOMENT + timedelta(hours=1))
    within_a_minute = calendar_file(moved, MOMENT + timedelta(seconds=5))
    assert Importer().take(first).take(first).days() == days(found)
    assert Importer().take(first).take(later).days() == days(moved)
    assert Importer().take(later).take(first).days() == days(moved)
    assert Importer().take(first).take(within_a_minute).days() == days(moved)


def test_a_corrected_beginning_leaves_its_old_days_to_its_owner(library: Library) -> None:
    """Nobody can tell a corrected date from a second case: both stay, so that no deadline is lost."""
    one, two = (begun(library, "norfolk-complaint", "stage-1", date(2026, 11, day)) for day in (2, 3))
    assert Importer().take(calendar_file(one)).take(calendar_file(two)).days() == sorted(
        days(one) + days(two)
    )


def test_every_outcome_can_be_saved_under_the_longest_name(library: Library) -> None:
    """Every outcome gives a file that parses, with lines of 75 bytes at most, and no event of another one."""
    title = 'Atgoffa: \u200eस्मरण, 提醒; \\ "x"\nπ ' * 12
    words = replace(library.words, texts={**library.words.texts, **dict.fromkeys(TITLES, title)})
    renamed = replace(library, words=words)
    seen: set[str] = set()
    for node in (each for each in nodes(renamed) if each.question is None):
        asks = [asked.event for asked in asked_dates(renamed, destination(renamed, node), {}, {})]
        outcome = advance(renamed, {}, dict.fromkeys(asks, date(2026, 11, 18)), TODAY, node).outcome
        assert outcome
        text = calendar_file(outcome, MOMENT)
        assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
        found = events(text)
        assert sorted(_day(event) for event in found) == days(outcome)
        assert {str(event["summary"]) for event in found} <= {title}
        own = {str(event["uid"]) for event in found}
        assert len(own) == len(found)
        assert not own & seen
        seen |= own
    assert len(seen) > 400


def test_lines_end_and_break_as_the_standard_asks(found: Outcome) -> None:
    """Every line ends with carriage return and line feed, and none is longer than 75 bytes."""
    text = calendar_file(found)
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_a_long_title_is_folded_and_its_signs_are_escaped(found: Outcome) -> None:
    """A language may call a day what it likes: the title arrives whole, and no line is too long."""
    title = "Nodyn atgoffa, yn Gymraeg; ac yn Saesneg \\ " * 4
    words = replace(found.words, texts={**found.words.texts, **dict.fromkeys(TITLES, title)})
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


def test_hours_and_ranges_keep_their_form() -> None:
    """An hour is an hour as clocks show it on the spot; a range has its first and its last day."""
    hours = timescale("hours", 48, Unit.HOURS)
    days = timescale("range", 5, Unit.CALENDAR_DAYS, up_to=10)
    there = builders.library(policy(stage("stage-1", hours, days)))
    given = {"sent": datetime(2026, 12, 24, 16)}  # noqa: DTZ001 - the hour on the spot
    found = advance(there, {}, given, date(2026, 12, 24), Node(None, "issue", None, "stage-1")).outcome
    assert found is not None
    lines = calendar_file(found).split("\r\n")
    # 48 hours from four on the 24th; the fifth and the tenth day, whose end is the day after.
    assert [line for line in lines if line.startswith("DT") and "DTSTAMP" not in line] == [
        "DTSTART:20261226T160000",
        "DTSTART;VALUE=DATE:20261229",
        "DTEND;VALUE=DATE:20270104",
    ]
