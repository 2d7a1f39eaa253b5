"""Which version of a policy holds on a day, and whose bank holidays it counts by."""

from datetime import date

import pytest

from navigator.core.model import Next, Unit
from navigator.core.outcome import Outcome
from navigator.core.time.calendar import calendar_for
from tests.builders import (
    TODAY,
    calendar,
    event,
    library,
    outcome_of,
    policy,
    service,
    stage,
    timescale,
)

OLD = policy(
    stage(
        "stage-1",
        timescale("acknowledge", 5, ends_with="acknowledged"),
        timescale("answer", 15, counted_from="acknowledged", closes_stage=True),
        begins_with="sent",
        if_unresolved=Next("It goes to stage 2.", stage="stage-2"),
    ),
    stage(
        "stage-2",
        timescale("second-answer", 25, Unit.CALENDAR_DAYS, "second_started"),
        begins_with="second_started",
    ),
    overall=(timescale("whole", 12, Unit.WEEKS),),
    effective_from=date(2025, 4, 1),
    effective_until=date(2026, 10, 31),
)
NEW = policy(
    stage("stage-1", timescale("new-answer", 10), begins_with="sent"),
    id="paper-2026",
    version_of="paper",
    effective_from=date(2026, 11, 1),
)
EVENTS = ("sent", "acknowledged", "second_started", "noticed", "letter")
WORLD = library(OLD, NEW, events=tuple(event(name) for name in EVENTS))


def outcome(choice: str, dates: dict[str, str], today: date = TODAY) -> Outcome:
    return outcome_of(WORLD, choice, dates, today=today)


@pytest.mark.parametrize(
    ("sent", "policy", "deadline"),
    [
        ("2026-10-30", "paper", "acknowledge"),
        ("2026-10-31", "paper", "acknowledge"),
        ("2026-11-01", "paper-2026", "new-answer"),
        ("2026-11-02", "paper-2026", "new-answer"),
    ],
)
def test_the_day_the_stage_began_picks_the_version(sent: str, policy: str, deadline: str) -> None:
    """What began before the change is told by the old version, and anything later by the new."""
    found = outcome("stage-1", {"sent": sent})
    assert found.policy.id == policy
    assert deadline in {item.timescale.id for item in found.deadlines}
    assert all(remark.kind != "not_in_force" for remark in found.warnings)


@pytest.mark.parametrize(
    ("today", "policy"), [(date(2026, 10, 31), "paper"), (date(2026, 11, 1), "paper-2026")]
)
def test_without_a_date_today_picks_the_version(today: date, policy: str) -> None:
    """Where no day is known, the version of today is shown."""
    assert outcome("stage-1", {}, today).policy.id == policy


@pytest.mark.parametrize(
    ("dates", "policy"),
    [
        ({"noticed": "2026-10-01"}, "paper-2026"),  # only the appeal counts from it
        ({"noticed": "2026-11-05", "sent": "2026-10-30"}, "paper"),
        ({"letter": "2026-10-01", "sent": "2026-11-02"}, "paper-2026"),
    ],
)
def test_a_day_that_matters_to_another_route_only_picks_no_version(
    dates: dict[str, str], policy: str
) -> None:
    """A date that another route counts from decides nothing here; without a date of its own, today does."""
    assert outcome("stage-1", dates).policy.id == policy


@pytest.mark.parametrize(
    ("dates", "policy"),
    [
        ({"acknowledged": "2026-10-30"}, "paper"),
        ({"acknowledged": "2026-11-02"}, "paper-2026"),
        ({"acknowledged": "2026-11-02", "second_started": "2026-10-30"}, "paper"),
        ({"acknowledged": "2026-10-30", "second_started": "2026-11-02"}, "paper"),
        ({"acknowledged": "2026-10-30", "sent": "2026-11-02"}, "paper-2026"),
    ],
)
def test_where_the_beginning_is_not_known_the_earliest_day_of_the_policy_decides(
    dates: dict[str, str], policy: str
) -> None:
    """Of the days that the policy counts from the earliest decides, unless the stage's beginning is known."""
    assert outcome("stage-1", dates).policy.id == policy


def test_a_day_that_only_the_whole_policy_counts_from_decides_too() -> None:
    """Stage 2 counts nothing from the sending, but the policy as a whole does, so that day decides."""
    assert outcome("stage-2", {"sent": "2026-10-30"}, date(2026, 11, 21)).warnings == tuple(
        remark
        for remark in outcome("stage-2", {}, date(2026, 10, 30)).warnings
        if remark.kind != "not_in_force"
    )


def test_a_stage_that_only_the_old_version_has_stays() -> None:
    """A stage that the new version no longer has is told by the old one, with a warning."""
    found = outcome("stage-2", {"second_started": "2026-11-02"})
    assert found.policy.id == "paper"
    assert ("not_in_force", "Not in force on 2 November 2026.") in [
        (remark.kind, remark.says) for remark in found.warnings
    ]


def test_before_every_version_there_is_a_warning() -> None:
    """On a day before the first version the outcome warns, and takes no version for granted in silence."""
    found = outcome("stage-1", {"sent": "2025-03-31"})
    assert "Not in force on 31 March 2025." in [remark.says for remark in found.warnings]


def test_the_page_is_the_same_whatever_the_version() -> None:
    """The version changes what is told, and not the address at which it is told."""
    old, new = (outcome("stage-1", {"sent": day}) for day in ("2026-10-30", "2026-11-02"))
    assert old.node == new.node


def test_a_policy_may_have_a_calendar_of_its_own() -> None:
    """A policy's own bank holidays come before the service's, and those before the first there are."""
    england, wales = calendar("england"), calendar("wales")
    world = library(calendars=(england, wales))
    north, western = service("north"), service("north", calendar="wales")
    assert calendar_for(world, policy(calendar="wales"), north) is wales
    assert calendar_for(world, policy(), western) is wales
    assert calendar_for(world, policy(), north) is england
    assert calendar_for(world, None, None) is england
