"""Dates under the names of a service's own folder, where another service has an event of the same name.

In the library such an event is called after its service: `sefton_letter_sent`. Whoever gives a date may go on
calling it `letter_sent`, as far as only one event of that name is asked for.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from navigator.core.model import Library


def is_known(library: Library, event: str) -> bool:
    """Say whether an event is there, by its name in the library or in the folder of a service."""
    return event in library.event or event in library.own_events


def as_asked[T: date](
    own_events: Mapping[str, tuple[str, ...]], dates: Mapping[str, T], asked: Iterable[str]
) -> dict[str, T]:
    """Return dates by the names that events are asked for under, as far as it is plain which are meant."""
    wanted = set(asked)
    named: dict[str, T] = {}
    for event, day in dates.items():
        meant = [each for each in own_events.get(event, ()) if each in wanted and each not in dates]
        named[meant[0] if event not in wanted and len(meant) == 1 else event] = day
    return named
