"""What holds for every start, every length and every set of closure days."""

from calendar import isleap, monthrange
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.core.model import Closure, Counting, Unit
from navigator.core.time.calendar import WorkingCalendar, working_calendar
from navigator.core.time.counting import Count, count
from navigator.load.words import english_words
from tests.exhaustive.in_use import Rule, rules
from tests.shipped import library

ENGLAND = library().calendar["england"]
SERVICE = replace(library().services[0], closures=(), closures_until=None)
DAY = timedelta(days=1)

starts = st.dates(date(2012, 1, 1), date(2028, 12, 31))
amounts = st.integers(1, 80)
countings = st.sampled_from(Counting)
units = st.sampled_from([Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS])
any_rule = st.builds(Rule, amounts, units, countings) | st.sampled_from(rules())
working_rule = st.builds(Rule, amounts, st.just(Unit.WORKING_DAYS), countings)
few_days = st.lists(
    st.builds(
        Closure, st.dates(date(2026, 11, 1), date(2027, 2, 28)), st.sampled_from(["Closed", "Training"])
    ),
    max_size=12,
    unique_by=lambda closure: closure.date,
)
near = st.dates(date(2026, 10, 1), date(2027, 2, 28))

many = settings(max_examples=300, deadline=None, derandomize=True, database=None)


def closed(closures: list[Closure]) -> WorkingCalendar:
    return working_calendar(english_words(), ENGLAND, replace(SERVICE, closures=tuple(closures)))


def counted(start: date, rule: Rule, closures: list[Closure] | None = None) -> Count:
    return count(start, rule.amount, rule.unit, closed(closures or []), rule.counting)


@many
@given(starts, st.integers(0, 500), any_rule)
def test_a_later_start_never_gives_an_earlier_date(start: date, later: int, rule: Rule) -> None:
    """Whoever begins later has as long or longer, never less."""
    assert counted(start, rule).due <= counted(start + later * DAY, rule).due


@many
@given(starts, any_rule)
def test_more_time_never_gives_an_earlier_date(start: date, rule: Rule) -> None:
    """One more day, week, month or year ends later, and the first never ends before its start."""
    longer = rule._replace(amount=rule.amount + 1)
    assert start <= counted(start, rule).due < counted(start, longer).due


@many
@given(near, working_rule, few_days)
def test_receipts_of_working_days_are_whole(start: date, rule: Rule, closures: list[Closure]) -> None:
    """A receipt has every day from the start on, counts as many as were asked, and names each day off."""
    found = counted(start, rule, closures)
    days = [line.day for line in found.receipt]
    assert days == [start + number * DAY for number in range((found.due - start).days + 1)]
    assert sum(line.counted for line in found.receipt) == rule.amount
    assert found.receipt[-1].counted
    off = {closure.date: closure.name for closure in (*ENGLAND.closures, *closures)}
    for line in found.receipt:
        reason = off.get(line.day) or {5: "Saturday", 6: "Sunday"}.get(line.day.weekday())
        assert not (line.counted and reason)
        assert line.counted or line.why in (reason, "the day of the event, left out")


@many
@given(starts, any_rule)
def test_receipts_add_up(start: date, rule: Rule) -> None:
    """As many lines count as the amount says, all lines are in order, and each one left out says why."""
    found = counted(start, rule)
    days = [line.day for line in found.receipt]
    assert days == sorted(set(days))
    assert [line.day for line in found.receipt if line.counted][rule.amount - 1 :] == [found.due]
    assert all(line.why.strip() for line in found.receipt)


@many
@given(near, working_rule, few_days.flatmap(lambda days: st.tuples(st.just(days), st.permutations(days))))
def test_the_order_of_closures_does_not_matter(
    start: date, rule: Rule, closures: tuple[list[Closure], list[Closure]]
) -> None:
    """Closure days written in another order give the same date by the same receipt."""
    one, other = closures
    assert counted(start, rule, one) == counted(start, rule, other)


@many
@given(near, any_rule, few_days, st.dates(date(2026, 11, 1), date(2027, 2, 28)))
def test_one_more_closure_never_gives_an_earlier_date(
    start: date, rule: Rule, closures: list[Closure], day: date
) -> None:
    """A day on which a service closes puts working days off or leaves them, and moves no calendar unit."""
    before = counted(start, rule, closures).due
    after = counted(start, rule, [*closures, Closure(day, "Closed")]).due
    assert before <= after
    if rule.unit is not Unit.WORKING_DAYS and rule.counting is not Counting.NEXT_WORKING_DAY:
        assert before == after


@many
@given(starts, st.integers(1, 60))
def test_months_end_on_the_same_day_or_the_months_last(start: date, months: int) -> None:
    """So many months on, it is the same day of the month, or the last of a month without that day."""
    due = count(start, months, Unit.MONTHS, closed([])).due
    assert (due.year * 12 + due.month) - (start.year * 12 + start.month) == months
    assert due.day == min(start.day, monthrange(due.year, due.month)[1])


@many
@given(starts, st.integers(1, 10))
def test_leap_years(start: date, years: int) -> None:
    """So many years on, it is the same day, save that 29 February is 28 February in a common year."""
    due = count(start, years, Unit.YEARS, closed([])).due
    leap_day = (start.month, start.day) == (2, 29)
    expected = (2, 28) if leap_day and not isleap(due.year) else (start.month, start.day)
    assert (due.year, due.month, due.day) == (start.year + years, *expected)


@many
@given(starts, amounts, st.sampled_from([Unit.CALENDAR_DAYS, Unit.WEEKS]))
def test_beginning_with_counts_the_first_day(start: date, amount: int, unit: Unit) -> None:
    """Days and weeks that begin with a day end one day before those that come after it."""
    with_it = counted(start, Rule(amount, unit, Counting.BEGINNING_WITH)).due
    assert with_it == counted(start, Rule(amount, unit, Counting.AFTER)).due - DAY


@many
@given(starts, amounts)
def test_a_working_day_that_counts_saves_a_day(start: date, amount: int) -> None:
    """Working days that begin with a day are one fewer after it where it is a working day, else as many."""
    with_it = counted(start, Rule(amount, Unit.WORKING_DAYS, Counting.BEGINNING_WITH)).due
    if closed([]).day_off(start):
        assert with_it == counted(start, Rule(amount, Unit.WORKING_DAYS, Counting.AFTER)).due
    elif amount == 1:
        assert with_it == start
    else:
        assert with_it == counted(start, Rule(amount - 1, Unit.WORKING_DAYS, Counting.AFTER)).due


@pytest.mark.parametrize(
    ("start", "amount", "unit", "counting", "due"),
    [
        ("2024-04-30", 34, Unit.MONTHS, Counting.AFTER, "2027-02-28"),
        ("2026-05-01", 12, Unit.MONTHS, Counting.BEGINNING_WITH, "2027-04-30"),
        ("2027-02-28", 12, Unit.MONTHS, Counting.AFTER, "2028-02-28"),
        ("2028-02-29", 1, Unit.YEARS, Counting.AFTER, "2029-02-28"),
        ("2027-03-01", 12, Unit.MONTHS, Counting.BEGINNING_WITH, "2028-02-29"),
        ("2026-12-31", 2, Unit.MONTHS, Counting.AFTER, "2027-02-28"),
    ],
)
def test_ends_of_months_counted_by_hand(
    start: str, amount: int, unit: Unit, counting: Counting, due: str
) -> None:
    """Months and years that end in February are as counted on paper."""
    assert str(counted(date.fromisoformat(start), Rule(amount, unit, counting)).due) == due
