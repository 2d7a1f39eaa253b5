"""Events: counted in the right direction, and each stage opened by one of its own."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from navigator.check.following import ways
from navigator.check.located import Located, LocatedParts
from navigator.core.model import Event, Policy, Timescale
from navigator.core.model.policy import Position
from navigator.load.problem import Problem

_BEFORE: Final = re.compile(
    r"\bbefore (?:(?:the|a|an|any|each|every|this|that|it|your|their|its|first|next) )*([a-z-]+(?: [a-z-]+)?)"
)
"""What something is to happen before, with the word that follows. English, as are the words below."""
_MEETINGS: Final = frozenset(("meeting", "panel", "review", "conference", "hearing"))
"""Days that are set in advance, whether or not their event says so."""


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each time that runs the wrong way, and for each stage opened by another's event."""
    events = {located.value.id: located.value for located in parts.of(Event)}
    for timescale in parts.of(Timescale):
        yield from _planned(timescale, events)
    for policy in parts.of(Policy):
        yield from _counted_after(policy, events)
        yield from _opened_twice(policy)


def _planned(located: Located[Timescale], events: Mapping[str, Event]) -> Iterator[Problem]:
    """Tell of a day that must be known before it comes, and whose event is asked for only afterwards."""
    for key, name in (("before", located.value.counted_before), ("falls_on", located.value.falls_on)):
        event = events.get(name or "")
        if event and not event.planned:
            what = f"{event.id} is not planned, so that its day is asked for only when it is past"
            yield located.error(what, f"Write planned: true at {event.id} in events.yaml.", key)


def _counted_after(located: Located[Policy], events: Mapping[str, Event]) -> Iterator[Problem]:
    """Tell of a time that is said to lie before a meeting, and is counted on from it."""
    does = {(position.key, step.by): step.does for position, step in located.value.steps() if step.by}
    for timescale, position, path in located.value.timescales():
        event = events.get(timescale.counted_from or "")
        if event is None or timescale.amount is None:
            continue
        said = timescale.does or does.get((position.key if position else "", timescale.id), "")
        for phrase in _BEFORE.findall(said.casefold()):
            if shared := _shared(phrase, event):
                what = f"counts on from {event.id}, but this should happen before the {shared}"
                hint = f"Write before: {event.id} in place of from."
                yield located.error(what, hint, *path, "from")
                break


def _shared(phrase: str, event: Event) -> str | None:
    """Return the word by which a phrase names the day of an event, where that is one set in advance."""
    names = set(re.findall(r"[a-z-]{4,}", f"{event.name} {event.ask}".casefold()))
    for word in reversed(phrase.split()):
        if word in names and (event.planned or word in _MEETINGS):
            return word
    return None


def _opened_twice(located: Located[Policy]) -> Iterator[Problem]:
    """Tell of a stage that begins with, or counts from, the event that opens a later stage it leads to."""
    positions = {position.key: position for position in located.value.leaf_stages()}
    for position in positions.values():
        later = _later(position, positions)
        stage = position.innermost
        if stage.begins_with in later:
            what = f"{stage.begins_with} opens {later[stage.begins_with]}, which follows this stage"
            hint = "Write the event that opens this stage, or leave it out there."
            yield located.error(what, hint, *position.path, "begins_with")
        for index, timescale in enumerate(stage.timescales):
            start = timescale.counted_from
            if start in later and start != stage.begins_with:
                what = f"{start} opens {later[start]}, which follows this stage"
                hint = f"Move this timescale to {later[start]}, or count it from an event of this stage."
                yield located.error(what, hint, *position.path, "timescales", index, "from")


def _later(position: Position, positions: Mapping[str, Position]) -> dict[str, str]:
    """Return the events that open the stages to come, each with the first stage that it opens."""
    found: dict[str, str] = {}
    met, queue = {position.key}, [position]
    while queue:
        for _, following in ways(queue.pop(0).innermost):
            to = positions.get(following.stage or "")
            if to is None or following.back or to.key in met:
                continue
            met.add(to.key)
            queue.append(to)
            if to.innermost.begins_with:
                found.setdefault(to.innermost.begins_with, to.key)
    return found
