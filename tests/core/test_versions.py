"""Which version of a policy holds on a day, and whose bank holidays it counts by."""

from dataclasses import replace
from datetime import date

import pytest

from navigator.core.calendar import calendar_for
from navigator.core.engine import advance
from navigator.core.model import Firmness, Library, Source, Timescale, Unit
from navigator.core.outcome import Outcome
from tests.core.sample import CALENDAR, LIBRARY, NORTH, NORTH_ISSUE

TODAY = date(2026, 11, 21)
NEW_STAGE = replace(
    NORTH_ISSUE.stages[0],
    timescales=(
        Timescale(
            "new-answer",
            "It is answered.",
            Unit.WORKING_DAYS,
            Source("Page 1"),
            amount=10,
            counted_from="sent",
            firmness=Firmness.MUST,
            closes_stage=True,
        ),
    ),
    if_unresolved=replace(NORTH_ISSUE.stages[0].if_unresolved, stage=None, none_stated=True),  # type: ignore[type-var]
)
OLD = replace(NORTH_ISSUE, effective_until=date(2026, 10, 31))
NEW = replace(
    NORTH_ISSUE,
    id="north-issue-2026",
    title="Issues in North, new",
    version_of="north-issue",
    effective_from=date(2026, 11, 1),
    effective_until=None,
    stages=(NEW_STAGE,),
    entries=(),
    superseded=None,
)
TWO = replace(
    LIBRARY,
    policies=(*(OLD if policy.id == OLD.id else policy for policy in LIBRARY.policies), NEW),
)


def outcome(progress: str, dates: dict[str, date], today: date = TODAY, library: Library = TWO) -> Outcome:
    answers = {"danger": "no", "topic": "north", "progress": progress}
    found = advance(library, answers, dates, today).outcome
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("sent", "policy", "deadline"),
    [
        (date(2026, 10, 30), "north-issue", "acknowledge"),
        (date(2026, 10, 31), "north-issue", "acknowledge"),
        (date(2026, 11, 1), "north-issue-2026", "new-answer"),
        (date(2026, 11, 2), "north-issue-2026", "new-answer"),
    ],
)
def test_the_day_the_stage_began_picks_the_version(sent: date, policy: str, deadline: str) -> None:
    """What began before the change is told by the old version, and anything later by the new."""
    found = outcome("stage-1", {"sent": sent})
    assert found.policy.id == policy
    assert deadline in {item.id for item in found.deadlines}
    assert all(remark.kind != "not_in_force" for remark in found.warnings)


@pytest.mark.parametrize(
    ("today", "policy"), [(date(2026, 10, 31), "north-issue"), (date(2026, 11, 1), "north-issue-2026")]
)
def test_without_a_date_today_picks_the_version(today: date, policy: str) -> None:
    """Where no day is known, the version of today is shown."""
    assert outcome("stage-1", {}, today).policy.id == policy


@pytest.mark.parametrize(
    ("dates", "policy"),
    [
        ({"noticed": date(2026, 10, 1)}, "north-issue-2026"),  # only the appeal counts from it
        ({"noticed": date(2026, 11, 5), "sent": date(2026, 10, 30)}, "north-issue"),
        ({"letter": date(2026, 10, 1), "sent": date(2026, 11, 2)}, "north-issue-2026"),
    ],
)
def test_a_day_that_matters_to_another_route_only_picks_no_version(
    dates: dict[str, date], policy: str
) -> None:
    """A date that another route counts from decides nothing here; without a date of its own, today does."""
    assert outcome("stage-1", dates).policy.id == policy


@pytest.mark.parametrize(
    ("dates", "policy"),
    [
        ({"acknowledged": date(2026, 10, 30)}, "north-issue"),
        ({"acknowledged": date(2026, 11, 2)}, "north-issue-2026"),
        ({"acknowledged": date(2026, 11, 2), "second_started": date(2026, 10, 30)}, "north-issue"),
        ({"acknowledged": date(2026, 10, 30), "second_started": date(2026, 11, 2)}, "north-issue"),
        ({"acknowledged": date(2026, 10, 30), "sent": date(2026, 11, 2)}, "north-issue-2026"),
    ],
)
def test_where_the_beginning_is_not_known_the_earliest_day_of_the_policy_decides(
    dates: dict[str, date], policy: str
) -> None:
    """Of the days that the policy counts from the earliest decides, unless the stage's beginning is known."""
    assert outcome("stage-1", dates).policy.id == policy


def test_a_day_that_only_the_whole_policy_counts_from_decides_too() -> None:
    """Level 1 counts nothing from the sending, but the policy as a whole does, so that day decides."""
    assert outcome("stage-2/level-1", {"sent": date(2026, 10, 30)}, date(2026, 11, 21)).warnings == tuple(
        remark
        for remark in outcome("stage-2/level-1", {}, date(2026, 10, 30)).warnings
        if remark.kind != "not_in_force"
    )


def test_a_stage_that_only_the_old_version_has_stays() -> None:
    """A stage that the new version no longer has is told by the old one, with a warning."""
    found = outcome("stage-2/level-1", {"second_started": date(2026, 11, 2)})
    assert found.policy.id == "north-issue"
    assert ("not_in_force", "Not in force on 2 November 2026.") in [
        (remark.kind, remark.says) for remark in found.warnings
    ]


def test_before_every_version_there_is_a_warning() -> None:
    """On a day before the first version the outcome warns, and takes no version for granted in silence."""
    found = outcome("stage-1", {"sent": date(2025, 3, 31)})
    assert "Not in force on 31 March 2025." in [remark.says for remark in found.warnings]


def test_the_page_is_the_same_whatever_the_version() -> None:
    """The version changes what is told, and not the address at which it is told."""
    old, new = (outcome("stage-1", {"sent": day}) for day in (date(2026, 10, 30), date(2026, 11, 2)))
    assert old.node == new.node


def test_a_policy_may_have_a_calendar_of_its_own() -> None:
    """A policy's own bank holidays come before the service's, and those before the first there are."""
    wales = replace(CALENDAR, id="wales")
    library = replace(LIBRARY, calendars=(CALENDAR, wales))
    welsh = replace(NORTH_ISSUE, calendar="wales")
    assert calendar_for(library, welsh, NORTH) is wales
    assert calendar_for(library, NORTH_ISSUE, replace(NORTH, calendar="wales")) is wales
    assert calendar_for(library, NORTH_ISSUE, NORTH) is CALENDAR
    assert calendar_for(library, None, None) is CALENDAR
