"""Calendars: closure days that are known until a day, and counts by the calendar that holds."""

from datetime import date

import pytest

from navigator.core.engine import advance
from navigator.core.outcome import Outcome
from navigator.load.library import load
from tests.mini import TODAY, Mini

TOWN = "services/town/policies/town-complaint.yaml"
SERVICE = "services/town/service.yaml"
CLOSURES = "closures: [{date: 2026-12-29, name: Shut}]\n"
OTHER_NATION = """\
- id: elsewhere
  name: Another nation
  country: GB
  subdivision: {nation}
  first: 2020-01-01
  known_until: 2028-12-31
  last: 2030-12-31
  source: {{section: Page, document: law}}
"""


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (CLOSURES,
         ("1:1: error: closures_until: is missing. "
         "Write the last day for which the closure days are known.")),
        (f"closures_until: 2026-12-28\n{CLOSURES}",
         ("7:19: error: closures[0].date: lies after closures_until, 28 December 2026. "
         "Write a later day in closures_until.")),
        ("closures_until: 2026-11-20\n",
         ("6:17: error: closures_until: 20 November 2026 is past, and closure days after it are not known. "
         "Add the days that follow, and write until when they are known.")),
        (f"closures_until: 2026-12-29\n{CLOSURES}", None),
        ("closures_until: 2026-11-21\n", None),
        ("", None),
    ],
)  # fmt: skip
def test_closure_days_are_known_until_a_day_that_is_not_past(
    mini: Mini, lines: str, told: str | None
) -> None:
    """Closure days need the last day that is known: it is not past, and no closure lies after it."""
    mini.add(SERVICE, lines)
    assert mini.errors() == ([f"{SERVICE}:{told}"] if told else [])


def test_a_policy_names_a_calendar_that_is_there(mini: Mini) -> None:
    """A policy's own calendar must be among the calendars, as a service's must."""
    mini.edit(TOWN, "unsure:", "calendar: englund\nunsure:")
    (error,) = mini.errors()
    told = "error: calendar: 'englund' is not among the calendars. Did you mean england?"
    assert error.startswith(f"{TOWN}:9:11: {told}")


def test_a_calendar_that_only_a_policy_names_is_used(mini: Mini) -> None:
    """It is no leftover."""
    mini.add("national/calendars.yaml", OTHER_NATION.format(nation="SCT"))
    (leftover,) = mini.leftovers()
    assert "elsewhere is not used" in leftover
    mini.edit(TOWN, "unsure:", "calendar: elsewhere\nunsure:")
    assert mini.leftovers() == []


def outcome(mini: Mini, sent: date) -> Outcome:
    """Return what somebody in Town is told who has sent a complaint."""
    assert mini.errors() == []
    library = load(mini.folder).library
    assert library
    answers = {"danger": "calm", "topic": "complaint", "service": "town", "progress": "stage-1"}
    found = advance(library, answers, {"sent": sent}, TODAY).outcome
    assert found
    return found


@pytest.mark.parametrize(
    ("nation", "sent", "due"),
    [
        # Ten working days; 30 November is St Andrew's Day, and 4 January stands in for 2 January 2027.
        ("ENG", date(2026, 11, 27), date(2026, 12, 11)),
        ("WLS", date(2026, 11, 27), date(2026, 12, 11)),
        ("SCT", date(2026, 11, 27), date(2026, 12, 14)),
        ("ENG", date(2026, 12, 22), date(2027, 1, 8)),
        ("SCT", date(2026, 12, 22), date(2027, 1, 11)),
    ],
)
def test_a_policys_own_calendar_is_counted_by(mini: Mini, nation: str, sent: date, due: date) -> None:
    """Where a policy names another nation's bank holidays, they hold and not those of the service."""
    mini.add("national/calendars.yaml", OTHER_NATION.format(nation=nation))
    mini.edit(TOWN, "unsure:", "calendar: elsewhere\nunsure:")
    (deadline,) = outcome(mini, sent).deadlines
    assert deadline.due == due
    assert deadline.provisional is None


@pytest.mark.parametrize("own", [False, True], ids=["the service's calendar", "the policy's calendar"])
def test_the_closure_days_of_a_service_are_left_out(mini: Mini, own: bool) -> None:
    """Each of them moves the date on, by name, whichever bank holidays are counted by."""
    mini.add(SERVICE, f"closures_until: 2027-01-31\n{CLOSURES}")
    if own:
        mini.add("national/calendars.yaml", OTHER_NATION.format(nation="WLS"))
        mini.edit(TOWN, "unsure:", "calendar: elsewhere\nunsure:")
    (deadline,) = outcome(mini, date(2026, 12, 22)).deadlines
    assert deadline.due == date(2027, 1, 11)
    assert [(line.day, line.why) for line in deadline.receipt if line.why == "Shut"] == [
        (date(2026, 12, 29), "Shut")
    ]
    assert deadline.provisional is None


@pytest.mark.parametrize(("until", "provisional"), [("2027-01-10", True), ("2027-01-11", False)])
def test_past_the_known_closure_days_a_date_is_provisional(mini: Mini, until: str, provisional: bool) -> None:
    """A date up to the last day that is known is firm, and one after it may still change."""
    mini.add(SERVICE, f"closures_until: {until}\n{CLOSURES}")
    (deadline,) = outcome(mini, date(2026, 12, 22)).deadlines
    assert deadline.due == date(2027, 1, 11)
    assert (deadline.provisional is not None) is provisional
