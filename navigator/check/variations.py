"""What can change a time: each alternative, extension, pause or new pace says something, and it can be."""

from collections.abc import Iterator
from datetime import date

from navigator.check.lengths import surely_longer
from navigator.check.located import Located, LocatedParts
from navigator.check.timescales import amount
from navigator.core.model import (
    Alternative,
    Extension,
    Firmness,
    LaterPace,
    Pause,
    Policy,
    Timescale,
    Unit,
    Window,
)
from navigator.core.time.units import UNITS
from navigator.load.problem import Problem

type _Times = list[tuple[Timescale, tuple[str | int, ...]]]

_COUNTED = ", ".join(UNITS)


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each variation of a time that changes nothing, or that cannot be worked out."""
    for timescale in parts.of(Timescale):
        yield from _alternatives(timescale)
        yield from _readings(timescale)
        yield from _extension(timescale)
    for alternative in parts.of(Alternative):
        yield from _units(alternative, "unit")
        yield from amount(alternative, alternative.value.amount)
    for extension in parts.of(Extension):
        yield from _units(extension, "unit")
        yield from amount(extension, extension.value.amount)
    for pace in parts.of(LaterPace):
        yield from _units(pace, "unit", "after_unit")
        yield from amount(pace, pace.value.amount)
        yield from amount(pace, pace.value.after, "after")
    for pause in parts.of(Pause):
        yield from _pause(pause)
    for window in parts.of(Window):
        for key in ("first", "last"):
            if not _is_day(getattr(window.value, key)):
                hint = "Write the month and the day, such as 04-01."
                yield window.error("is no day of any year", hint, key)
    for policy in parts.of(Policy):
        yield from _usual_and_longest(policy)


def _units(
    located: Located[Alternative] | Located[Extension] | Located[LaterPace], *keys: str
) -> Iterator[Problem]:
    for key in keys:
        unit = getattr(located.value, key)
        if unit is not None and unit not in UNITS:
            yield located.error("cannot be counted", f"Write one of: {_COUNTED}.", key)


def _alternatives(located: Located[Timescale]) -> Iterator[Problem]:
    timescale = located.value
    if timescale.alternatives and timescale.whichever is None:
        hint = "Write earlier or later: which of the limits applies."
        yield located.error("is missing beside alternatives", hint, "whichever")
    if timescale.whichever is not None and not timescale.alternatives:
        hint = "Write the other limits under alternatives, or take it out."
        yield located.error("has nothing to choose from", hint, "whichever")
    seen = [_limit(timescale, Alternative())]
    for index, each in enumerate(timescale.alternatives):
        at = ("alternatives", index)
        if each.counted_from and each.counted_before:
            hint = "Keep one: from counts on, before counts back."
            yield located.error("stands beside from", hint, *at, "before", on_key=True)
        limit = _limit(timescale, each)
        if limit in seen:
            hint = "Write another number, unit or event, or take it out."
            yield located.error("does not differ from another limit of this timescale", hint, *at)
        seen.append(limit)


def _limit(timescale: Timescale, alternative: Alternative) -> tuple[object, ...]:
    """Return what makes up a limit, with what an alternative leaves out taken from its timescale."""
    starts = (alternative.counted_from, alternative.counted_before)
    return (
        timescale.amount if alternative.amount is None else alternative.amount,
        alternative.unit or timescale.unit,
        alternative.counting or timescale.counting,
        *(starts if any(starts) else (timescale.counted_from, timescale.counted_before)),
    )


def _readings(located: Located[Timescale]) -> Iterator[Problem]:
    """Tell of a reading that says in other words what the timescale, or another reading, says already."""
    timescale = located.value
    seen = [(timescale.amount, timescale.unit, timescale.counting)]
    for index, reading in enumerate(timescale.readings):
        if reading.amount is None and reading.unit is None and reading.counting is None:
            continue  # told already, by a rule of its own
        read = (
            timescale.amount if reading.amount is None else reading.amount,
            reading.unit or timescale.unit,
            reading.counting or timescale.counting,
        )
        if read in seen:
            of = "the timescale" if read == seen[0] else "another reading"
            hint = "Write the number, unit or counting that differs, or take it out."
            yield located.error(f"gives the same date as {of}", hint, "readings", index)
        seen.append(read)


def _extension(located: Located[Timescale]) -> Iterator[Problem]:
    timescale, extension = located.value, located.value.extension
    if extension is None or not extension.in_all or timescale.unit not in UNITS:
        return
    unit, longest = extension.unit or timescale.unit, timescale.up_to or timescale.amount or 0
    if unit in UNITS and not surely_longer({unit: extension.amount}, longest, timescale.unit):
        own = {timescale.unit: longest}
        if unit is timescale.unit or surely_longer(own, extension.amount, unit):
            what = f"is no longer than the {longest} {timescale.unit} that it extends"
            hint = "Write the whole time, or leave in_all out where this is what is added."
            yield located.error(what, hint, "extension", "amount")


def _pause(located: Located[Pause]) -> Iterator[Problem]:
    pause = located.value
    if pause.over_with and pause.begins_with is None:
        hint = "Write the event that stops the clock, or leave both out."
        yield located.error("is missing beside over_with", hint, "begins_with")
    if pause.over_with and pause.over_with == pause.begins_with:
        hint = "Write the event with which the clock runs on."
        yield located.error("is the event that stops the clock", hint, "over_with")


def _is_day(text: str) -> bool:
    month, day = map(int, text.split("-"))
    try:
        date(2024, month, day)  # a leap year
    except ValueError:
        return False
    return True


def _usual_and_longest(located: Located[Policy]) -> Iterator[Problem]:
    """Tell of a usual time that is longer than the longest one for the same thing."""
    places: dict[str, _Times] = {}
    for timescale, position, path in located.value.timescales():
        if timescale.amount and timescale.unit in UNITS and timescale.event:
            places.setdefault(position.key if position else "", []).append((timescale, path))
    for times in places.values():
        usual = [each for each in times if each[0].firmness in (Firmness.USUAL, Firmness.AIM)]
        longest = [each[0] for each in times if each[0].firmness is Firmness.MAXIMUM]
        for one, path in usual:
            for other in longest:
                if _same_thing(one, other) and _is_longer(one, other):
                    what = f"is longer than the longest time for the same thing, {other.id}"
                    yield located.error(what, "Write the two numbers the other way round.", *path, "amount")


def _same_thing(one: Timescale, other: Timescale) -> bool:
    """Say whether two times are for one thing: by the same event, to the same end, in the same cases."""
    same = all(
        getattr(one, key) == getattr(other, key)
        for key in ("counted_from", "counted_before", "only_if", "unless", "who")
    )
    to_one_end = bool(one.ends_with) and one.ends_with == other.ends_with
    return same and (to_one_end or _words(one) <= _words(other) or _words(other) <= _words(one))


def _words(timescale: Timescale) -> set[str]:
    """Return the words of what should have happened; after a comma stands in which cases."""
    return set(timescale.does.casefold().partition(",")[0].rstrip(".").split())


def _is_longer(one: Timescale, other: Timescale) -> bool:
    took: dict[Unit, int] = {one.unit: one.amount or 0}
    return surely_longer(took, other.up_to or other.amount or 0, other.unit)
