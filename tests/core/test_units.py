"""What is said of each unit agrees with how it is counted, and every unit has its words."""

from datetime import date, timedelta

import pytest

from navigator.core.model import Unit
from navigator.core.time.calendar import WorkingCalendar
from navigator.core.time.counting import count
from navigator.core.time.units import UNITS
from navigator.load.words import english_words

NO_HOLIDAYS = WorkingCalendar(english_words(), {}, date(2000, 1, 1), date(2030, 1, 1), date(2030, 1, 1))
STARTS = [date(2023, 12, 25) + timedelta(days=number) for number in range(800)]


def days_taken(unit: Unit, amount: int) -> list[int]:
    """Return how many calendar days so many of a unit take, from each of the starts."""
    return [(count(start, amount, unit, NO_HOLIDAYS).due - start).days for start in STARTS]


@pytest.mark.parametrize("amount", [1, 5, 6, 11], ids=lambda amount: f"{amount} of them")
@pytest.mark.parametrize("unit", UNITS)
def test_no_period_is_shorter_than_the_fewest_days(unit: Unit, amount: int) -> None:
    """So many of a unit never take fewer days than its entry says, and days and weeks take that few."""
    fewest = min(days_taken(unit, amount))
    assert fewest >= UNITS[unit].fewest_days(amount)
    if unit in (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.WEEKS) or amount == 1:
        assert fewest == UNITS[unit].fewest_days(amount)


@pytest.mark.parametrize("unit", [each for each in UNITS if each not in (Unit.WORKING_DAYS, Unit.HOURS)])
def test_no_unit_is_longer_than_the_most_days(unit: Unit) -> None:
    """One of a unit takes at most as many days as its entry says, and sometimes takes them all."""
    assert max(days_taken(unit, 1)) == UNITS[unit].most_days


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_is_drawn_by_its_average_length(unit: Unit) -> None:
    """Ten of a unit are drawn about as long as they take on average."""
    taken = days_taken(unit, 10)
    assert UNITS[unit].days_drawn * 10 == pytest.approx(sum(taken) / len(taken), abs=3)


def test_only_working_days_have_no_longest_length() -> None:
    """Days off can make working days take any time, and nothing else."""
    assert [unit for unit, rules in UNITS.items() if rules.most_days is None] == [Unit.WORKING_DAYS]
    assert [unit for unit, rules in UNITS.items() if rules.skips_days_off] == [Unit.WORKING_DAYS]


def test_every_unit_has_a_length_but_four() -> None:
    """What has no number is not counted."""
    assert UNITS.keys() == {*Unit} - {Unit.IMMEDIATELY, Unit.AS_AGREED, Unit.IN_WORDS, Unit.NONE_STATED}


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_has_its_words(unit: Unit) -> None:
    """The catalogue names one of a unit, and any number of them."""
    words = english_words()
    assert words.amount(1, unit).startswith("1 ")
    assert words.amount(2, unit).startswith("2 ")
    assert words.every(1, unit) == words[f"unit.{unit}.name"]
