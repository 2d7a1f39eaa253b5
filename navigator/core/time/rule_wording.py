"""Timescales as sentences: how long, counted from what, and what else bears on the date."""

from collections.abc import Iterator

from navigator.core.model import (
    Action,
    Alternative,
    Counting,
    Library,
    Policy,
    Reading,
    Role,
    Timescale,
    Unit,
    Words,
)
from navigator.core.role_names import to_do
from navigator.core.time.periods import Period, alternative_of, earliest_of, period_of


def does_in_words(library: Library, policy: Policy, timescale: Timescale) -> str:
    """Say what should have happened by a time: in its own words, or as the step says that names it."""
    step = step_of(policy, timescale)
    return timescale.does or (to_do(library.words, library.role[step.who], step.does) if step else "")


def who_must(library: Library, policy: Policy, timescale: Timescale) -> Role | None:
    """Return who must meet a time; None where the source does not say."""
    step = step_of(policy, timescale)
    who = timescale.who or (step.who if step else None)
    return library.role[who] if who else None


def act_of(policy: Policy, timescale: Timescale) -> str | None:
    """Return what whoever must meet a time should do: its own `act`, or that of the step that names it."""
    step = step_of(policy, timescale)
    return timescale.act or (step.act if step else None)


def step_of(policy: Policy, timescale: Timescale) -> Action | None:
    """Return the first step that names a time as its own."""
    return next((step for _, step in policy.steps() if step.by == timescale.id), None)


def rule_in_words(library: Library, timescale: Timescale, reading: Reading | None = None) -> str:
    """Say a timescale, or one reading of it, in a sentence or a few."""
    said = period_in_words(library, timescale, period_of(timescale, reading))
    return " ".join([said, *(() if reading else (*_limits(library, timescale), *_more(library, timescale)))])


def period_in_words(library: Library, timescale: Timescale, period: Period | None) -> str:
    """Say a timescale as if it had a certain period; without one, what it states in place of a number."""
    words = library.words
    if period is None:
        return _without_number(words, timescale)
    amount = words.amount(period.amount, period.unit)
    if timescale.start_not_stated:
        return words("timescale.start_not_stated", amount=amount)
    event = library.event[timescale.event].name if timescale.event else ""
    if timescale.repeats:
        return words("timescale.every", amount=words.every(period.amount, period.unit), event=event)
    begins = earliest_of(timescale)
    if begins and period == period_of(timescale):
        least, most = sorted((begins, period), key=lambda each: each.amount)
        return words(
            "timescale.between_before" if period.way < 0 else "timescale.between",
            least=words.amount(least.amount, least.unit),
            most=words.amount(most.amount, most.unit),
            event=event,
        )
    return words(f"timescale.{_sentence(period)}", amount=amount, event=event)


def _sentence(period: Period) -> str:
    if period.way < 0:
        return "before"
    if period.counting is Counting.BEGINNING_WITH:
        return "beginning_with"
    return "within_hours" if period.unit is Unit.HOURS else "within"


def _without_number(words: Words, timescale: Timescale) -> str:
    if timescale.unit in (Unit.IN_WORDS, Unit.AS_AGREED):
        said = (timescale.in_words or "").removesuffix(".")
        return words(f"timescale.{timescale.unit}", said=f"{said[:1].upper()}{said[1:]}")
    return words[f"timescale.{'none_stated' if timescale.unit is Unit.NONE_STATED else 'immediately'}"]


def _limits(library: Library, timescale: Timescale) -> Iterator[str]:
    """Yield other limits, paces and parts of the year, a sentence each."""
    words = library.words
    for other in timescale.alternatives:
        yield words("timescale.or", rule=other_in_words(library, timescale, other))
    if timescale.whichever:
        yield words[f"timescale.whichever_{timescale.whichever}"]
    for pace in timescale.then_every:
        yield words(
            "timescale.then_every",
            after=words.amount(pace.after, pace.after_unit),
            amount=words.every(pace.amount, pace.unit),
        )
    if timescale.windows:
        yield words("timescale.windows", names=words.listed(window.name for window in timescale.windows))


def _more(library: Library, timescale: Timescale) -> Iterator[str]:
    """Yield what else bears on the date, a sentence each."""
    words = library.words
    if timescale.counting is Counting.NEXT_WORKING_DAY:
        if timescale.received_until:
            yield words("timescale.received_until", hour=timescale.received_until)
        yield words["timescale.received_next"]
    if timescale.weekday:
        key = "timescale.weekday_before" if timescale.counted_before else "timescale.weekday"
        yield words(key, weekday=words.weekday(timescale.weekday))
    if timescale.day_off:
        yield words[f"timescale.day_off_{timescale.day_off}"]
    if timescale.at:
        yield words("timescale.at", hour=timescale.at)
    if timescale.share:
        yield words("timescale.share", share=timescale.share)


def other_in_words(library: Library, timescale: Timescale, other: Alternative) -> str:
    """Say another limit for the same thing as a sentence."""
    period = alternative_of(timescale, other)
    event = other.counted_from or other.counted_before or timescale.event
    if period is None or event is None:
        return _without_number(library.words, timescale)
    amount = library.words.amount(period.amount, period.unit)
    return library.words(f"timescale.{_sentence(period)}", amount=amount, event=library.event[event].name)


def extension_in_words(library: Library, timescale: Timescale) -> str:
    """Say by how much a timescale may be extended, as a sentence. Raises ValueError where it may not be."""
    extension = timescale.extension
    if extension is None:
        raise ValueError(f"{timescale.id} cannot be extended")
    amount = library.words.amount(extension.amount, extension.unit or timescale.unit)
    return library.words(
        "timescale.extended_in_all" if extension.in_all else "timescale.extended", amount=amount
    )
