"""Ids: used once, every id that is referred to is there, and everything declared is referred to."""

from collections.abc import Collection, Iterator
from typing import Any, Final

from navigator.check.located import Located, LocatedParts
from navigator.core.characters import skeleton
from navigator.core.codec import IdReference
from navigator.core.faults import MOST_HINTS, nearest, one_of, quote, suggestion
from navigator.core.model import (
    Calendar,
    Contact,
    Document,
    Event,
    Option,
    Question,
    Role,
    Route,
    Source,
    Timescale,
    WayIn,
)
from navigator.load.files import File
from navigator.load.known import Known
from navigator.load.layout import own_id
from navigator.load.problem import Problem
from navigator.load.tree import spot

_WHERE: Final = {
    "services": "Add a folder to services/",
    "policies": "Add a file to policies/",
    "signposts": "Add a file to signposts/",
    "questions": "Add it to triage.yaml",
    "scenarios": "Add a file to scenarios/",
    "jobs": "Add it to jobs.yaml",
}

_WITHIN: Final = {"positions": "stage", "conditions": "condition", "timescales": "timescale"}
"""What is named within a policy only, by the collection that a reference names."""

_WITH_DOCUMENT: Final = ("policies", "signposts", "first_hour")
"""What has a document of its own, which a source there falls back on."""

type _Declared = Role | Event | Contact | Document | Calendar

_USES: Final[tuple[tuple[type[_Declared], str, str], ...]] = (
    (Role, "roles", "no step, rule or word of the glossary"),
    (Event, "events", "no stage or timescale"),
    (Contact, "contacts", "no policy, service or question"),
    (Document, "documents", "no policy or source"),
    (Calendar, "calendars", "no service"),
)


def duplicates(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for the second and each later use of an id."""
    seen: dict[tuple[object, ...], Located[Any]] = {}
    for space, part in _declared(parts):
        first = seen.setdefault((*space, part.value.id), part)
        if first is not part:
            what = f"{part.value.id} is used already, on line {_line(first)}"
            yield part.error(what, "Write another id.", "id")


def across(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each id that means something else in another folder, also once it is told apart.

    An answer that a service adds to a question has an id that no other answer of the question has.
    """
    seen: dict[tuple[type, str], Located[Any]] = {}
    for part in parts.all():
        if type(part.value) is part.file.place.cls and hasattr(part.value, "id"):
            first = seen.setdefault((type(part.value), part.value.id), part)
            if first.file is not part.file:
                what = f"{part.value.id} is called as one in {first.file.name} is"
                yield part.error(what, "Write another id.", "id")
    answers = {
        (question.value.id, option.id): question.file
        for question in parts.of(Question)
        for option in question.value.options
    }
    for way in parts.of(WayIn):
        key = (way.value.question, way.value.option.id)
        there = answers.setdefault(key, way.file)
        if there is not way.file:
            what = f"{key[1]} is an answer of {key[0]} already, in {there.name}"
            yield way.error(what, "Write another id.", "option", "id")


def look_alikes(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each id that the eye cannot tell from another: `stage-l` and `stage-1`."""
    seen: dict[tuple[object, ...], Located[Any]] = {}
    for space, part in _declared(parts):
        first = seen.setdefault((*space, skeleton(part.value.id)), part)
        if first.value.id != part.value.id:
            what = f"{part.value.id} looks like {first.value.id}, on line {_line(first)}"
            yield part.finding(what, "Write another id.", "id")


def _declared(parts: LocatedParts) -> Iterator[tuple[tuple[object, ...], Located[Any]]]:
    """Yield each part of a list that has an id, with what tells where the id must be unique."""
    for part in parts.all():
        if part.path and isinstance(part.path[-1], int) and getattr(part.value, "id", None) is not None:
            # The id of a timescale is unique in its file; any other, among its neighbours.
            yield (part.file.name, () if isinstance(part.value, Timescale) else part.path[:-1]), part


def _line(part: Located[Any]) -> int:
    return spot(part.file.tree, (*part.path, "id")).line


def dangling(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each reference to an id that does not exist, with the nearest one that does."""
    known = Known(parts.loaded)
    told = 0
    for file in parts.files:
        for reference in file.notes.references:
            for what, ids, add in _missing(known, file, reference):
                near = nearest(reference.name, ids) if told < MOST_HINTS else None
                told += 1
                yield file.problem(reference.path, what, suggestion(reference.name, near) if near else add)


def _missing(known: Known, file: File, reference: IdReference) -> Iterator[tuple[str, Collection[str], str]]:
    """Yield what is wrong with a reference, the ids there are, and what to do where none is like it."""
    if reference.to in _WITHIN:
        for policy in _policies(known, file, reference):
            ids = known.within(policy, reference.to)
            if ids is not None and reference.name not in ids:
                what = f"{policy} has no {_WITHIN[reference.to]} {quote(reference.name)}"
                yield what, ids, one_of(sorted(ids)) if ids else f"Add it to the {reference.to} of {policy}."
        return
    if reference.to == "services" and file.place.name == "scenarios":
        return  # a case of a service that is not here is one of somebody who does not name theirs
    ids = known.seen_from(file, reference.to)
    if ids is not None and reference.name not in ids:
        add = _WHERE.get(reference.to, f"Add it to {reference.to}.yaml")
        what = f"{quote(reference.name)} is not among the {reference.to}"
        yield what, ids, f"{add}, or write an id that is there."


def _policies(known: Known, file: File, reference: IdReference) -> Iterator[str]:
    """Yield the policies that must have the stage referred to: by the keys next to the reference."""
    if file.place.name == "policies":
        yield known.outside(file, "policies", own_id(file.name))
        return
    around: object = file.tree
    for part in reference.path[:-1]:
        around = around[part]  # type: ignore[index] # the reference was read along this very path
    keys = around if isinstance(around, dict) else {}
    named = {key: text for key, text in keys.items() if isinstance(text, str)}
    if "policy" in named:
        yield known.outside(file, "policies", named["policy"])
    elif "route" in named:
        route = known.outside(file, "routes", named["route"])
        yield from known.policies_for(route, named.get("service"))


def documents(parts: LocatedParts) -> Iterator[Problem]:
    """Yield an error for each source that has no document where the file has none of its own."""
    for source in parts.of(Source):
        if source.value.document is None and source.file.place.name not in _WITH_DOCUMENT:
            yield source.error("is missing", "Write the id of one of the documents.", "document")


def unused(parts: LocatedParts) -> Iterator[Problem]:
    """Yield a finding for each thing that nothing refers to, once all files can be read.

    It may be misspelt elsewhere. A route is used by an answer; that a policy describes it is not enough.
    """
    if parts.loaded.library is None:
        return
    files = parts.loaded.files
    names = parts.loaded.names
    used = {
        (reference.to, names.outside(file.service, reference.to, reference.name))
        for file in files.values()
        for reference in file.notes.references
    }
    for cls, collection, users in _USES:
        for located in parts.of(cls):
            if (collection, located.value.id) not in used:
                what = f"{located.value.id} is not used: {users} names it"
                yield located.finding(what, "Use it, or take it out.", "id")
    led_to = {option.value.route for option in parts.of(Option)} | {
        route.value.id for route in parts.of(Route) if route.value.offered
    }
    for route in parts.of(Route):
        if route.value.id not in led_to and route.value.id in parts.loaded.library.route:
            what = f"no answer in triage.yaml leads to {route.value.id}"
            hint = "Let one lead there, or write under offered which question has one."
            yield route.finding(what, hint, "id")
