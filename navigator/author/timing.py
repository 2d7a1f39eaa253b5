"""A time is asked for in one line, as a document puts it; then from which day, and how firm it is."""

from functools import partial
from typing import Any, Final

from navigator.author.draft import Draft, items, name
from navigator.author.form import SECTION, Ask
from navigator.author.interview import Interview, Way
from navigator.author.person import Choice, Refused
from navigator.author.times import HELP, NOT_SAID, read
from navigator.core.model import Counting, Timescale, Unit
from navigator.core.model.kinds import Path
from navigator.core.model.timescale import Reading
from navigator.core.model.variation import Alternative, Extension, LaterPace
from navigator.core.shape import shape_of
from navigator.core.time.units import UNITS

_KEYS: Final = ("amount", "up_to", "unit", "in_words", "repeats")
_NOT_SAID: Final = "- where it is not stated"
_OF: Final = "the day of"
_TIMES: Final = (
    Choice(
        "",
        "A number and a unit",
        "7 working days; 48 hours; every 6 weeks; 10 days before",
        own=True,
    ),
    Choice("at once", "At once"),
    Choice("in words", "In words, without a number", "as soon as practicable"),
    Choice("as agreed", "As agreed, such as the day of a meeting"),
    Choice(NOT_SAID, "The document states no time"),
)


def time(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask for a time: its number and unit, or what the document says in place of them."""
    asking = interview.asking
    of_a_step = asking.draft.get((*at, "id")) is not None
    first = of_a_step or (at[-2:] == ("timescales", 0) and not interview.without)

    def take(typed: str) -> dict[str, Any]:
        found = read(typed)
        if found is None:
            raise Refused(HELP)
        asking.draft.unmark(name(at, "back"))
        if found.back:
            asking.draft.mark(name(at, "back"))
        return found.keys

    typing = f"{ask.says} {HELP}" if asking.first_time("times") else f"{ask.says} (? shows how)"
    interview.ask(
        at, _KEYS, ask.says, take, at_terminal=typing, choices=_TIMES, help_at_terminal=HELP,
        default=NOT_SAID if first else None,
    )  # fmt: skip
    if asking.draft.get(at) is None:
        return
    held = asking.draft.get(at)
    if "amount" in held:
        _which_days(interview, at)
    elif held.get("unit") in (Unit.IN_WORDS, Unit.AS_AGREED):
        example = "as soon as practicable" if held["unit"] == Unit.IN_WORDS else "the meeting agrees it"
        interview.plain(Timescale, Ask("in_words", f"How does the document put it? As in: {example}"), at)
    if held.get("unit") == Unit.AS_AGREED:
        says = "What happens on the agreed day, such as a meeting? The day of ..."
        interview.ask(
            at, ("falls_on",), says, lambda typed: {"falls_on": interview.names.find("events", typed, _OF)},
            without="leave it out", names=partial(interview.names.named, "events"),
        )  # fmt: skip
        interview.describe("events", asking.draft.get((*at, "falls_on")))


def _which_days(interview: Interview, at: Path) -> None:
    """Where a document says days and not which, ask what it means, or else what is taken and told."""
    draft, open_days = interview.asking.draft, name((*at, "unit"))
    if "unit" in draft.get(at) and not draft.has_asked(name((*at, "unit"), "days")):
        return  # the time says it
    kinds = {"w": str(Unit.WORKING_DAYS), "c": str(Unit.CALENDAR_DAYS)}

    def take(typed: str) -> dict[str, Any]:
        if typed.lower()[:1] not in kinds:
            raise Refused("Write w or c.")
        return {"unit": kinds[typed.lower()[:1]]}

    def first(typed: str) -> dict[str, Any]:
        draft.unmark(open_days)
        if typed != NOT_SAID:
            return take(typed)
        draft.mark(open_days)
        return {}

    says, typing = "Which days?", "w working days, c calendar days, - where the document does not say."
    days = (Choice("w", "Working days"), Choice("c", "Calendar days"))
    interview.ask(
        at, ("unit",), says, first, about="days", at_terminal=f"{says} {typing}",
        choices=(*days, Choice(NOT_SAID, "The document does not say")),
    )  # fmt: skip
    if draft.has_asked(open_days):
        interview.ask(
            at, ("unit",), "Which do you count by until somebody says?", take, choices=days,
            at_terminal="Which do you count by until somebody says? w or c", default="c",
            called=name(at, "taken"),
        )  # fmt: skip
        interview.plain(Timescale, Ask("assumed_unit", "What do you tell the reader of that?"), at)


def does(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask what should have happened, unless a step says it."""
    draft = interview.asking.draft
    steps = items(draft.get((*at[:-2], "steps")))
    if draft.get((*at, "id")) not in {step["by"] for _, step in steps if "by" in step}:
        interview.plain(Timescale, ask, at)


def start(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask from which day a time is counted, or back from which."""
    draft = interview.asking.draft
    if "amount" not in draft.get(at):
        return
    back = draft.has_asked(name(at, "back")) or draft.get((*at, "before"))
    key = "before" if back else "from"
    begins = None if back else draft.get((*at[:-2], "begins_with"))
    begins = next((each.name for each in interview.names.known("events") if each.id == begins), None)

    def take(typed: str) -> dict[str, Any]:
        if typed == NOT_SAID:
            return {"start_not_stated": True}
        return {key: interview.names.find("events", typed, _OF if back else "the day")}

    says = "Counted back from which day? The day of ..." if back else ask.says
    day = "The day of ..." if back else "The day you ..."
    interview.ask(
        at, (key, "start_not_stated"), says, take, at_terminal=f"{says} Or {_NOT_SAID}.", default=begins,
        choices=(Choice("", day, own=True), Choice(NOT_SAID, "The document does not say")),
        names=partial(interview.names.named, "events"),
    )  # fmt: skip
    interview.describe("events", draft.get((*at, key)))


def firmness(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask how firm a time is, where there is one."""
    if interview.asking.draft.get((*at, "unit")) != Unit.NONE_STATED:
        interview.plain(Timescale, ask, at)


def received(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask until when something is received on the same day."""
    found = next(each for each in shape_of(Timescale).fields if each.key == ask.key)
    one = interview.reader(found.hint)
    counting = str(Counting.NEXT_WORKING_DAY)
    keys = ("received_until", "counting")
    interview.ask(at, keys, ask.says, lambda typed: {keys[0]: one(typed), keys[1]: counting})


def alternatives(interview: Interview, _: Ask, at: Path) -> None:
    """Ask for another limit or another start, and which of the two applies."""
    interview.item(Alternative, (*at, "alternatives", 0))
    interview.plain(Timescale, Ask("whichever", "Which of the two applies?"), at)


def of_the_whole(interview: Interview, _: Ask, at: Path) -> None:
    """Ask in which section a time for the whole stands: one of a stage stands where the stage does."""
    if "overall" in at:
        interview.plain(Timescale, Ask("source", SECTION), at)


def _period(*keys: str) -> Way:
    """Return the way to ask for a number and a unit that are keys of some part."""

    def way(interview: Interview, ask: Ask, at: Path) -> None:
        def take(typed: str) -> dict[str, Any]:
            found = read(typed)
            held = found.keys if found else {}
            if "amount" not in held or held.keys() - {"amount", "unit"}:
                raise Refused("Write a number and a unit, such as 10 working days.")
            unit = {keys[1]: held["unit"]} if "unit" in held else {keys[1]: str(Unit.CALENDAR_DAYS)}
            return {keys[0]: held["amount"]} | unit

        without = "leave it out" if ask.optional else ""
        interview.ask(at, keys, ask.says, take, without=without)

    return way


def other_start(interview: Interview, ask: Ask, at: Path) -> None:
    """Ask for another start: counted on or back, as the time itself."""
    back = interview.asking.draft.get((*at[:-2], "before"))
    interview.plain(Alternative, Ask("before" if back else ask.key, ask.says, ask.optional), at)


PERIODS: Final[dict[tuple[type, str], Way]] = {
    (Alternative, "unit"): _period("amount", "unit"),
    (Alternative, "from"): other_start,
    (Extension, "amount"): _period("amount", "unit"),
    (LaterPace, "after"): _period("after", "after_unit"),
    (LaterPace, "amount"): _period("amount", "unit"),
    (Reading, "unit"): _period("amount", "unit"),
}
"""The numbers and units of parts of a time."""

_ALWAYS: Final = {"who", "only_if", "unless", "source"}
_COUNTED: Final = {
    *_ALWAYS, "closes_stage", "kind", "ends_with", "at", "received_until", "weekday", "day_off", "counting",
    "extension", "pauses", "alternatives", "repeats", "then_every", "share", "readings", "assumed_start",
}  # fmt: skip
_BY_UNIT: Final[dict[str, set[str]]] = {
    Unit.IMMEDIATELY: {*_ALWAYS, "kind", "ends_with"},
    Unit.AS_AGREED: {*_ALWAYS, "kind", "pauses"},
    Unit.IN_WORDS: {*_ALWAYS, "kind", "windows", "repeats", "pauses"},
    Unit.NONE_STATED: set(),
    Unit.HOURS: _COUNTED - {"at"},
}


def goes_with(draft: Draft, at: Path) -> set[str]:
    """Return what can be said of a time of some unit."""
    held = draft.get(at) or {}
    unit = held.get("unit", "")
    fitting = set(_BY_UNIT.get(unit, _COUNTED if unit in UNITS else set()))
    if "before" in held:
        fitting -= {"received_until"}
    if not held.get("from"):
        fitting -= {"assumed_start"}
    stage = items(draft.get(at[:-1]))
    closed = any(each.get("closes_stage") for index, each in stage if index != at[-1])
    if "overall" in at:
        fitting -= {"closes_stage", "source"}
    if closed:
        fitting -= {"closes_stage"}
    return fitting
