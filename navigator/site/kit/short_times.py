"""Times in a word or two, for looking at: the wording and its source stand elsewhere."""

from navigator.core.model import Firmness, Library, Stage, Timescale, Unit
from navigator.core.role_names import sentence
from navigator.core.time.periods import earliest_of, extended_of, period_of
from navigator.site.kit.rungs import runs_from_elsewhere


def length_in_short(library: Library, timescale: Timescale) -> str:
    """Say how long: `3 working days`, `5 to 10 working days`, `Straight away`."""
    words, period = library.words, period_of(timescale)
    if period is None:
        return _without_number(library, timescale)
    length = words.amount(period.amount, period.unit)
    if timescale.assumed_unit:
        length = words("site.short.assumed", length=length)
    begins, extended = earliest_of(timescale), extended_of(timescale)
    if timescale.repeats:
        return words("site.short.every", length=words.every(period.amount, period.unit))
    if begins:
        least, most = sorted((begins, period), key=lambda each: each.amount)
        length = words("site.short.range", least=least.amount, most=words.amount(most.amount, most.unit))
    if period.way < 0:
        return words("site.short.before", length=length)
    if extended:
        return words(
            "site.short.extended", length=length, longest=words.amount(extended.amount, extended.unit)
        )
    return length


def length_and_firmness(library: Library, timescale: Timescale) -> str:
    """Say how long, and in a word how strongly the source puts it where it says so."""
    words, length = library.words, length_in_short(library, timescale)
    if timescale.firmness in (None, Firmness.NOT_STATED):
        return length
    firmness = words[f"site.short.firmness.{timescale.firmness}"]
    return words("site.short.firm", length=length, firmness=firmness)


def start_in_short(library: Library, stage: Stage | None, timescale: Timescale) -> str | None:
    """Say from which day a time is counted; None where that is the day its stage begins with."""
    if timescale.event is None or not runs_from_elsewhere(stage, timescale):
        return None
    return library.words("site.short.from", event=library.event[timescale.event].name)


def _without_number(library: Library, timescale: Timescale) -> str:
    if timescale.unit in (Unit.IN_WORDS, Unit.AS_AGREED) and timescale.in_words:
        return sentence(timescale.in_words.removesuffix("."))
    key = timescale.unit if timescale.unit in (Unit.IMMEDIATELY, Unit.AS_AGREED) else Unit.NONE_STATED
    return library.words[f"site.short.{key}"]
