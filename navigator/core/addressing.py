"""Texts that are written once and read right by everybody: who is `you`, who is `yours`, and who is neither.

In a text, `{foster-carer}` is a role as the reader calls it: `you`, or `your carer`, or `the foster carer`.
`{foster-carer's}` is what belongs to it, `{foster-carer talks|talk}` is the role with its verb, and
`{foster-carer: them|you}` only chooses between two wordings: the second is for the one whose role it is.
"""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from navigator.core.model import Library, Policy, Reader, Role, Words
from navigator.core.model.kinds import ROLE_MENTIONED
from navigator.core.role_names import sentence
from navigator.core.shape import once_per_type

_BEGINS: Final = re.compile(r"(?:^|[.?!:]\s+|\n\s*)$")
"""What stands before a word that begins a sentence."""


def speaking_to(library: Library, reader: str | None) -> Library:
    """Return a library whose texts and names speak to a reader; with None, to nobody in particular.

    It may be given one that speaks to somebody else already.
    """
    spoken = library.spoken
    raw = spoken.setdefault("", library)
    if reader not in spoken:
        told = _Teller(raw, reader).library()
        # Each knows all others, so that a library that speaks to somebody can be asked for another reader.
        object.__setattr__(told, "spoken", spoken)
        spoken[reader] = told
    return spoken[reader]


def as_written(library: Library) -> Library:
    """Return a library whose texts stay as they are written, whoever reads: it tells where answers lead."""
    plain = replace(library)
    plain.spoken.update(dict.fromkeys((None, "", *(reader.id for reader in library.triage.readers)), plain))
    return plain


def chain(library: Library, reader: str | None) -> tuple[str, ...]:
    """Return a reader and those they are like, the nearest first."""
    known: dict[str | None, tuple[str, ...]] = library.__dict__.setdefault("_chains", {})
    if reader not in known:
        known[reader] = tuple(_like(library, reader))
    return known[reader]


def _like(library: Library, reader: str | None) -> list[str]:
    found: list[str] = []
    while reader and reader not in found:
        found.append(reader)
        named = library.reader.get(reader)
        reader = named.like if named else None
    return found


def is_the_reader(library: Library, role: Role, reader: str | None) -> bool:
    """Say whether a role is the reader's own, or anybody's."""
    return role.anybody or not set(role.whose).isdisjoint(chain(library, reader))


def voice(library: Library, policy: Policy, reader: str | None) -> str | None:
    """Return the reader whose page of a policy somebody gets: their own, or the one that is the same."""
    readers = chain(library, reader)
    if not readers:
        return None
    meant = readers_meant(library, policy)
    return next((each for each in readers if each in meant), readers[-1])


def of_nearest(library: Library, reader: str | None, of: Callable[[Reader], str | None]) -> str | None:
    """Return a text of a reader, or that of whoever they are like and who has one."""
    said = (of(library.reader[each]) for each in chain(library, reader) if each in library.reader)
    return next((each for each in said if each), None)


def readers_meant(library: Library, policy: Policy) -> frozenset[str]:
    """Return the readers whose roles a policy names, or whom it speaks to."""
    raw = library.spoken.get("", library)
    cache: dict[str, frozenset[str]] = raw.__dict__.setdefault("_readers_meant", {})
    if policy.id not in cache:
        roles = {raw.role[name] for name in _roles_in(raw, raw.policy[policy.id]) if name in raw.role}
        meant = {reader for role in roles for reader in (*role.whose, *role.yours)}
        cache[policy.id] = frozenset(meant | set(policy.speaks_to))
    return cache[policy.id]


def _roles_in(library: Library, policy: Policy) -> set[str]:
    """Return every role that a policy names, in its fields and in its texts, and in those of its events."""
    roles: set[str] = set()
    events: set[str] = set()
    _note_names(policy, roles, events)
    for event in events:
        if event in library.event:
            _note_names(library.event[event], roles, set())
    return roles


def _note_names(value: Any, roles: set[str], events: set[str]) -> None:  # noqa: ANN401 - any part of the model
    """Add the roles and the events that a part names."""
    if isinstance(value, tuple):
        for part in value:
            _note_names(part, roles, events)
        return
    for name in _field_names(type(value)):
        held = getattr(value, name)
        if not held:
            continue
        if isinstance(held, str):
            if name in _ROLE_FIELDS:
                roles.add(held)
            elif name in _EVENT_FIELDS:
                events.add(held)
            elif "{" in held:
                roles.update(found[1] for found in ROLE_MENTIONED.finditer(held))
        elif name in _ROLE_FIELDS:
            roles.update(held)
        else:
            _note_names(held, roles, events)


@once_per_type
def _field_names(cls: type) -> tuple[str, ...]:
    """Return the names of a part's fields; none of what is no part of the model."""
    return tuple(field.name for field in fields(cls)) if is_dataclass(cls) else ()


_ROLE_FIELDS: Final = frozenset({"who", "to", "cc", "told"})
_EVENT_FIELDS: Final = frozenset({"counted_from", "counted_before", "begins_with", "over_with", "falls_on"})


class _Teller:
    """Turns all of a library into what it says to one reader."""

    def __init__(self, raw: Library, reader: str | None) -> None:
        self.raw, self.reader = raw, reader
        self.roles = {role.id: role_as_read(raw, role, reader) for role in raw.roles}
        self.you = {role.id for role in raw.roles if is_the_reader(raw, role, reader)}
        self.silent: set[int] = raw.__dict__.setdefault("_silent", set())

    def library(self) -> Library:
        raw = self.raw
        return replace(
            raw,
            roles=tuple(self.roles[role.id] for role in raw.roles),
            triage=self.told(raw.triage),
            routes=self.told(raw.routes),
            services=self.told(raw.services),
            policies=self.told(raw.policies),
            events=self.told(raw.events),
            contacts=self.told(raw.contacts),
            glossary=self.told(raw.glossary),
            scenarios=self.told(raw.scenarios),
            signposts=self.told(raw.signposts),
            changes=self.told(raw.changes),
            first_hour=self.told(raw.first_hour),
        )

    def told(self, value: Any) -> Any:  # noqa: ANN401 - any part of the model
        """Return a part of the model as it is read; the very same where nothing in it speaks of a role."""
        if isinstance(value, str):
            return ROLE_MENTIONED.sub(self.mention, value) if "{" in value else value
        if id(value) in self.silent:
            return value  # it names no role to anybody
        if isinstance(value, tuple):
            parts = tuple(map(self.told, value))
            if any(map(_is_other, parts, value)):
                return parts
            self.silent.add(id(value))
            return value
        changed = {}
        for name in _field_names(type(value)):
            held = getattr(value, name)
            if (told := self.told(held)) is not held:
                changed[name] = told
        if changed:
            return replace(value, **changed)
        self.silent.add(id(value))
        return value

    def mention(self, found: re.Match[str]) -> str:
        role = self.roles.get(found[1])
        if role is None:
            return found[0]
        is_you = role.id in self.you
        verb = found["second"] if is_you else found["third"]
        if found["only"]:
            return verb
        words = self.raw.words
        name = in_sentence(words, role)
        if found["own"]:
            name = words["role.yours"] if is_you else words("role.of", role=name)
        said = f"{name} {verb}" if verb else name
        return sentence(said) if _BEGINS.search(found.string[: found.start()]) else said


def _is_other(one: object, two: object) -> bool:
    return one is not two


def in_sentence(words: Words, role: Role) -> str:
    """Name a role in the middle of a sentence: `the team manager`, `you`, `Ofsted`."""
    return role.name if role.bare else words("role.within", role=role.name)


def role_as_read(library: Library, role: Role, reader: str | None) -> Role:
    """Return a role with the name that a reader calls it by."""
    words, readers = library.words, chain(library, reader)
    if is_the_reader(library, role, reader) and readers:
        return replace(role, name=words["role.you"], bare=True)
    if any(each in role.yours for each in readers):
        return replace(role, name=words("role.your", role=role.name), bare=True)
    return replace(role, name=role.others, bare=True) if role.others else role


def reader_named(library: Library, reader: str | None) -> Reader | None:
    """Return a reader by id, where there is one."""
    return library.reader.get(reader) if reader else None
