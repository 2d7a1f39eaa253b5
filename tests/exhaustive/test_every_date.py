"""Every date that the shipped policies can give, against a second method that shares no code with ours.

`pytest tests/exhaustive -rP` shows how many dates were compared.
"""

from collections import Counter
from datetime import date
from typing import cast

import numpy as np
import pytest

from navigator.core.model import Counting, DateKind, Unit
from navigator.core.time.calendar import working_calendar
from navigator.core.time.counting import count
from navigator.core.time.deadlines import DeadlineCalculator
from navigator.core.time.last_day import EventDate
from navigator.load.words import english_words
from tests.core.official import BANK_HOLIDAYS
from tests.exhaustive.in_use import Rule, of, rules
from tests.exhaustive.second import (
    FIRST,
    FORECAST,
    HOLIDAYS,
    LAST,
    STARTS,
    by_the_rules,
    ends,
    every_day,
    landed,
)
from tests.shipped import library

CALENDAR = working_calendar(english_words(), library().calendar["england"])
QUARTER = 92
BY_HAND = {
    Rule(3, Unit.WORKING_DAYS, Counting.AFTER): ("2026-02-07", "2026-02-11"),
    Rule(3, Unit.WORKING_DAYS, Counting.NEXT_WORKING_DAY): ("2026-02-07", "2026-02-12"),
    Rule(5, Unit.WORKING_DAYS, Counting.AFTER): ("2027-03-25", "2027-04-05"),
    Rule(25, Unit.CALENDAR_DAYS, Counting.AFTER): ("2026-11-02", "2026-11-27"),
    Rule(25, Unit.WORKING_DAYS, Counting.AFTER): ("2026-11-02", "2026-12-07"),
    Rule(34, Unit.MONTHS, Counting.AFTER): ("2024-04-30", "2027-02-28"),
    Rule(12, Unit.MONTHS, Counting.BEGINNING_WITH): ("2026-05-01", "2027-04-30"),
    Rule(1, Unit.YEARS, Counting.AFTER): ("2024-02-29", "2025-02-28"),
}


def test_the_bank_holidays_are_the_official_ones() -> None:
    """From 2012 to 2028 the calendar has the 140 days published, and beyond them those of the rules."""
    ours = {closure.date for closure in library().calendar["england"].closures}
    published = {day for day in ours if day <= LAST}
    assert published == set(BANK_HOLIDAYS)
    assert len(published) == 140
    for year in FORECAST:
        assert sorted(day for day in ours if day.year == year) == by_the_rules(year)
    print(
        f"{len(published)} published bank holidays and those of {len(FORECAST)} years to come: all the same"
    )


def test_the_rules_give_what_was_published() -> None:
    """In every year in which no holiday was added or moved, the second method finds the official days."""
    changed = {2012, 2020, 2022, 2023}
    for year in range(FIRST.year, LAST.year + 1):
        published = [day for day in BANK_HOLIDAYS if day.year == year]
        assert (published == by_the_rules(year)) == (year not in changed)
    added = {day for day in BANK_HOLIDAYS if day not in by_the_rules(day.year)}
    assert sorted(map(str, added)) == [
        "2012-06-04", "2012-06-05", "2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08",
    ]  # fmt: skip


@pytest.mark.parametrize(("rule", "dates"), BY_HAND.items(), ids=str)
def test_the_second_method_against_dates_counted_by_hand(rule: Rule, dates: tuple[str, str]) -> None:
    """What the second method finds is what was counted on paper; and the rule is in use."""
    start, end = dates
    assert str(ends(np.array([start], dtype="datetime64[D]"), *rule)[0]) == end
    assert rule in rules()


def test_every_date() -> None:
    """For starts from 2012 to 2028 and each rule in use, our date is that of the second method.

    A rule begins on every other day, and the next rule on the days between.
    """
    assert (STARTS[0], STARTS[-1], len(STARTS)) == (np.datetime64(FIRST), np.datetime64(LAST), 6210)
    compared, different, later = 0, [], 0
    for turn, rule in enumerate(rules()):
        days = STARTS[turn % 2 :: 2]
        starts = cast("list[date]", days.tolist())
        expected = ends(days, *rule)
        # The receipts are let go at once: millions of lines in memory make all of it slow.
        counts = (count(start, rule.amount, rule.unit, CALENDAR, rule.counting) for start in starts)
        dues, provisional = zip(*((each.due, each.provisional) for each in counts), strict=True)
        ours = np.array(dues, dtype="datetime64[D]")
        assert expected.max() < np.datetime64(f"{FORECAST.stop}")
        wrong = np.flatnonzero(ours != expected)
        different += [f"{rule} from {days[at]}: {ours[at]}, not {expected[at]}" for at in wrong]
        forecast = (expected > np.datetime64(LAST)) & (rule.unit is Unit.WORKING_DAYS)
        assert forecast.tolist() == [*provisional]
        later += int(forecast.sum())
        compared += len(ours)
        assert (ours[1:] >= ours[:-1]).all(), f"{rule}: a later start gives an earlier date"
        print(f"{len(ours):>9,} compared, {len(wrong)} differ: {rule}")
    print(f"{compared:>9,} dates compared, {len(different)} differ")
    print(f"{later:>9,} of them are working days after {LAST}, counted with bank holidays by the rules")
    assert different == []


def test_every_date_that_is_shown() -> None:
    """From each day of three years, a deadline shows those dates, the safe one first, and no other.

    Safe is the earliest where a right ends or a child may be at risk, and otherwise the latest, as others
    are to act. Of timescales that count alike the first is tried from every day, the others from 92 days.
    """
    days = every_day(date(2026, 1, 1), LAST)
    off = ~np.is_busday(days, holidays=HOLIDAYS)
    seen: Counter[str] = Counter()
    alike: set[tuple[object, ...]] = set()
    for policy in library().policies:
        urgent = library().route[policy.route].urgent
        for timescale, _, _ in policy.timescales():
            if timescale.amount is None or timescale.counted_from is None:
                continue
            expected = [landed(ends(days, *rule), timescale.day_off).tolist() for rule in of(timescale)]
            counts = (*of(timescale), timescale.day_off, timescale.kind, urgent)
            starts = cast("list[date]", days.tolist()[: QUARTER if counts in alike else None])
            alike.add(counts)
            for at, start in enumerate(starts):
                calculator = DeadlineCalculator(library(), CALENDAR, start)
                found = calculator.deadline(policy, timescale, {timescale.counted_from: EventDate(start)})
                received_late = off[at] and not urgent
                wanted = [dates[at] for dates in expected]
                wanted = wanted if received_late else wanted[: 1 + len(timescale.readings)]
                safe = (min if urgent or timescale.kind is DateKind.LIMIT else max)(wanted)
                wanted.remove(safe)
                assert found.due == safe, f"{policy.id} {timescale.id} {start}"
                shown = [reading.due for reading in found.readings]
                assert shown == wanted, f"{policy.id} {timescale.id} {start}"
                seen["dates"] += 1
                seen["readings"] += len(shown)
    print(f"{seen['dates']:,} deadlines as shown and {seen['readings']:,} readings of them: all the same")
    assert seen["readings"] > 0
