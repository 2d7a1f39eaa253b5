"""Timescales say exactly as much as their unit needs: a number and a start, words, or neither."""

import re
from collections.abc import Iterator
from typing import Final

from navigator.check.located import Located, LocatedParts
from navigator.core.model import Counting, DateKind, Firmness, Policy, Reading, Timescale, Unit
from navigator.core.time.units import UNITS
from navigator.load.problem import Problem

MOST: Final = 1000
"""No timescale has a larger number than this; a larger one is a slip of the keyboard."""
MOST_SHARE: Final = 99
"""In a hundred cases of a hundred it is no target any more, but holds in each."""
IN_WORDS: Final = (Unit.IN_WORDS, Unit.AS_AGREED)
"""The units of a time that is stated in words and has no number."""

_TAKE_OUT: Final = "Take it out."
_COUNTED_ONLY: Final = (
    "amount", "up_to", "readings", "day_off", "weekday", "at", "alternatives", "extension", "then_every",
    "start_not_stated", "assumed_unit",
)  # fmt: skip
"""What says something about a number, or about the date that one gives."""
_STATED: Final = re.compile(
    r"""\b(?:within|in|after|every|at\ (?:most|least)|no\ later\ than|up\ to) \s+ (?:the\ next\ )?
        (?:\d+ | an? | one | two | three | four | five | six | seven | eight | nine | ten | twelve | fifteen
         | twenty(?:-eight)?) \s+
        (?:(?:working|school|calendar|clear) \s+)? (?:hour|day|week|month|year)s? \b""",
    re.VERBOSE | re.IGNORECASE,
)
"""A time with a number and a unit, as an English sentence states it."""
_START: Final = (
    "Write from, the event it is counted from; or before, the one it is counted back from; "
    "or start_not_stated: true."
)


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each timescale or reading that says too much or too little."""
    for timescale in parts.of(Timescale):
        yield from _number(timescale)
        yield from _words(timescale)
        yield from _start(timescale)
        yield from _firmness(timescale)
        yield from _together(timescale)
    for reading in parts.of(Reading):
        yield from _reading(reading)
    for policy in parts.of(Policy):
        yield from _without_words(policy)


def _number(located: Located[Timescale]) -> Iterator[Problem]:
    """Check that there is a number where the unit takes one, and nothing about a number elsewhere."""
    timescale, unit = located.value, located.value.unit
    if unit not in UNITS:
        for key in _COUNTED_ONLY:
            if getattr(timescale, key):
                yield located.error(f"does not go with the unit {unit}", _TAKE_OUT, key)
        if timescale.counting is not Counting.AFTER:
            yield located.error(f"does not go with the unit {unit}", _TAKE_OUT, "counting")
        return
    if timescale.amount is None:
        yield located.error("is missing", f"Write how many {unit}, such as 10.", "amount")
    yield from amount(located, timescale.amount)
    yield from amount(located, timescale.up_to, "up_to")
    if timescale.up_to is not None and timescale.up_to <= (timescale.amount or 0):
        hint = "Write the smaller number as amount, and the larger one as up_to."
        yield located.error(f"is not larger than the amount, {timescale.amount}", hint, "up_to")
    if timescale.at and unit is Unit.HOURS:
        hint = "Take it out: so many hours end at a time of day of their own."
        yield located.error("does not go with the unit hours", hint, "at")


def _words(located: Located[Timescale]) -> Iterator[Problem]:
    """Check that a time in words has its words, and that one with a number is not hidden in them."""
    timescale, unit = located.value, located.value.unit
    if unit in IN_WORDS and timescale.in_words is None:
        hint = "Write how the document puts the time, in your own words, such as: as soon as practicable."
        yield located.error("is missing", hint, "in_words")
    if unit is Unit.NONE_STATED:
        stated = _STATED.search(timescale.does)
        if timescale.in_words is not None:
            yield located.error("is none_stated, but in_words says one", "Write in_words.", "unit")
        elif stated:
            what = f"is none_stated, but does says a time: {stated[0]}"
            hint = "Write the number under amount and its unit here, or unit: in_words and the words."
            yield located.error(what, hint, "unit")
    elif unit not in IN_WORDS and timescale.in_words is not None:
        hint = "Take it out, or write unit: in_words in place of the number."
        yield located.error(f"does not go with the unit {unit}", hint, "in_words")
    if timescale.falls_on and unit is not Unit.AS_AGREED:
        hint = "Take it out, or write unit: as_agreed."
        yield located.error("is for a day that is agreed", hint, "falls_on")
    if timescale.windows and unit is not Unit.IN_WORDS:
        yield located.error("are for a time that is stated in words", "Write unit: in_words.", "windows")


def _start(located: Located[Timescale]) -> Iterator[Problem]:
    """Check that it is counted from one event, back from one, or that its start is not stated."""
    timescale = located.value
    starts = {
        "from": timescale.counted_from,
        "before": timescale.counted_before,
        "start_not_stated": timescale.start_not_stated,
    }
    given = [key for key, held in starts.items() if held]
    for key in given[1:]:
        hint = "Keep one: from counts on, before counts back, start_not_stated gives no date."
        yield located.error(f"stands beside {given[0]}", hint, key, on_key=True)
    if timescale.assumed_start is not None and timescale.event is None:
        yield located.error("is missing", "Write the event that assumed_start speaks of.", "from")
    elif timescale.unit in UNITS and not given:
        yield located.error("is missing", _START, "from")


def _firmness(located: Located[Timescale]) -> Iterator[Problem]:
    timescale = located.value
    if timescale.firmness is None and timescale.unit is not Unit.NONE_STATED:
        yield located.error("is missing", f"Write one of: {', '.join(Firmness)}.", "firmness")
    if timescale.unit is Unit.NONE_STATED:
        for key in ("firmness", "share", "pauses"):
            if getattr(timescale, key):
                yield located.error("does not go with the unit none_stated", _TAKE_OUT, key)


def _together(located: Located[Timescale]) -> Iterator[Problem]:
    """Check what does not go together, or not without something else."""
    timescale = located.value
    received = timescale.counting is Counting.NEXT_WORKING_DAY
    if timescale.received_until and not received:
        hint = "Write counting: next_working_day, or take it out."
        yield located.error("needs the counting next_working_day", hint, "received_until")
    if timescale.counted_before and received:
        hint = "Take it out: a day that time is counted back from is not received."
        yield located.error("does not go with before", hint, "counting")
    if timescale.repeats and timescale.unit is Unit.IMMEDIATELY:
        hint = "Take it out, or write how often it comes round."
        yield located.error("does not go with the unit immediately", hint, "repeats")
    if timescale.then_every and not timescale.repeats:
        yield located.error("needs repeats: true", "Add it, or take this out.", "then_every")
    if timescale.share is not None:
        if not 1 <= timescale.share <= MOST_SHARE:
            hint = f"Write a number from 1 to {MOST_SHARE}, or leave it out where it holds in each case."
            yield located.error(f"cannot be {timescale.share}", hint, "share")
        yield from _no_date(located, "a share of all cases", "promises no date in any one of them")
    if timescale.kind is DateKind.NOT_BEFORE:
        yield from _no_date(located, "the kind not_before", "says when something begins at the earliest")


def _no_date(located: Located[Timescale], beside: str, why: str) -> Iterator[Problem]:
    """Tell of what counts on a last day, beside something that is none."""
    for key in ("ends_with", "closes_stage"):
        if getattr(located.value, key):
            yield located.error(f"does not go with {beside}", f"Take it out: that {why}.", key)


def _reading(located: Located[Reading]) -> Iterator[Problem]:
    reading = located.value
    if reading.amount is None and reading.unit is None and reading.counting is None:
        yield located.error("does not differ from the timescale", "Write an amount, a unit or a counting.")
    if reading.unit and reading.unit not in UNITS:
        yield located.error("gives no date", "Write a unit that can be counted.", "unit")
    yield from amount(located, reading.amount)


def amount(located: Located[object], number: int | None, *within: str | int) -> Iterator[Problem]:
    """Yield an error for a number that no period has; `within` is its key, if that is not `amount`."""
    if number is not None and not 1 <= number <= MOST:
        hint = f"Write a number from 1 to {MOST}."
        yield located.error(f"cannot be {number}", hint, *(within or ("amount",)))


def _without_words(located: Located[Policy]) -> Iterator[Problem]:
    """Tell of each timescale that does not say what it is about, and that no step names either."""
    named = {(position.key, step.by) for position, step in located.value.steps() if step.by}
    for timescale, position, path in located.value.timescales():
        if not timescale.does and (position.key if position else "", timescale.id) not in named:
            hint = "Write what should have happened by then, or name this time in the by of a step."
            yield located.error("is missing", hint, *path, "does")
