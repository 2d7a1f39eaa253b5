"""Which policies the edits touch: those that differ, and those that rest on a part that does."""

import json
from collections.abc import Iterable
from typing import Any, Final

from navigator.core.codec import encode
from navigator.core.model import Library

_LISTS: Final = ("roles", "events", "contacts", "documents", "glossary", "calendars")
"""The lists whose items policies name."""


def touched(before: Library, after: Library) -> set[str]:
    """Return the ids of the policies, of either library, whose answers may read otherwise."""
    everything = {policy.id for policy in (*before.policies, *after.policies)}
    if _general(before) != _general(after):
        return everything
    found = _changed(before.policies, after.policies)
    routes = _changed(before.routes, after.routes)
    named = {name for part in _LISTS for name in _changed(getattr(before, part), getattr(after, part))}
    services = _changed(before.services, after.services)
    for library in (before, after):
        found |= {policy.id for policy in library.policies if policy.route in routes}
        found |= {name for each in library.services if each.id in services for name in each.policies}
        found |= {policy.id for policy in library.policies if named and _names(policy, named)}
        if services:
            found |= {policy.id for policy in library.policies if policy.national}
    return found


def _general(library: Library) -> tuple[object, ...]:
    """Return what every answer rests on."""
    triage = library.triage
    return triage.phases, triage.progress, triage.service, triage.danger, triage.readers, library.words


def _changed(before: Iterable[Any], after: Iterable[Any]) -> set[str]:
    """Return the ids of the parts that differ, are gone or are new."""
    old, new = ({each.id: each for each in parts} for parts in (before, after))
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def _names(part: object, names: set[str]) -> bool:
    """Say whether a part names one of some ids, as a value or within a text."""
    text = json.dumps(encode(part))
    return any(f'"{name}"' in text or f"{{{name}" in text for name in names)
