"""What is declared is used: a leftover is a finding, for it may be a misspelling elsewhere."""

from collections.abc import Iterator

from navigator.check.located import LocatedParts
from navigator.core.model import Calendar, Contact, Document, Event, Policy, Role, Route
from navigator.load.problem import Problem

type _Declared = Role | Event | Contact | Document | Calendar | Policy

_USES: tuple[tuple[type[_Declared], str, str], ...] = (
    (Role, "roles", "no step, rule or word of the glossary"),
    (Event, "events", "no stage or timescale"),
    (Contact, "contacts", "no policy, service or question"),
    (Document, "documents", "no policy or source"),
    (Calendar, "calendars", "no service"),
    (Policy, "policies", "no service and no route"),
)


def check(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each thing that nothing else names, once all files can be read."""
    if parts.loaded.library is None:
        return
    files = parts.loaded.files.values()
    used = {(reference.to, reference.name) for file in files for reference in file.notes.references}
    for cls, collection, users in _USES:
        for located in parts.of(cls):
            version = isinstance(located.value, Policy) and located.value.version_of
            if (collection, located.value.id) not in used and not version:
                what = f"{located.value.id} is not used: {users} names it"
                yield located.finding(what, "Use it, or take it out.", "id")
    yield from _routes(parts)


def _routes(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each route that no answer leads to; that a policy describes it is not enough."""
    triage = parts.loaded.files["triage.yaml"]
    led_to = {reference.name for reference in triage.notes.references if reference.to == "routes"}
    for located in parts.of(Route):
        if located.value.id not in led_to:
            what = f"no answer in triage.yaml leads to {located.value.id}"
            yield located.finding(what, "Let one lead there.", "id")
