"""Everything the navigator knows, as one value."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from navigator.core.model.change import Change
from navigator.core.model.first_hour import FirstHourCard
from navigator.core.model.lists import Contact, Document, Job, Role, Term
from navigator.core.model.own_words import DangerWords, EverydayWords, OwnWords, WordsAlike
from navigator.core.model.policy import Policy
from navigator.core.model.scenario import Pack, Scenario
from navigator.core.model.service import Calendar, Route, Service
from navigator.core.model.signpost import Signpost
from navigator.core.model.timescale import Event
from navigator.core.model.triage import Triage
from navigator.core.model.words import Words


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


def _by_id[T: _WithId](collection: Callable[["Library"], Iterable[T]]) -> cached_property[dict[str, T]]:
    """Return a property with the parts of a collection by their ids, made at its first use."""
    return cached_property(lambda library: {part.id: part for part in collection(library)})


@dataclass(frozen=True)
class Library:
    """All policies, services, routes, questions and words."""

    triage: Triage
    """The questions that lead to a route."""
    routes: tuple[Route, ...]
    """The kinds of process."""
    services: tuple[Service, ...]
    """The services, in the order shown."""
    policies: tuple[Policy, ...]
    """The policies."""
    roles: tuple[Role, ...]
    """The roles."""
    events: tuple[Event, ...]
    """The events that time is counted from."""
    contacts: tuple[Contact, ...]
    """The contacts."""
    documents: tuple[Document, ...]
    """The documents."""
    glossary: tuple[Term, ...]
    """The words explained."""
    calendars: tuple[Calendar, ...]
    """The bank holidays."""
    words: Words
    """What readers see besides the words of policies."""
    scenarios: tuple[Scenario, ...] = ()
    """The named cases; left out of what the browser gets."""
    packs: tuple[Pack, ...] = ()
    """The cases put together for sessions; left out of what the browser gets."""
    signposts: tuple[Signpost, ...] = ()
    """Short answers to needs that have no process; left out of what the browser gets."""
    own_words: tuple[OwnWords, ...] = ()
    """How people say what they need; left out of what the browser's engine gets, as are the next three."""
    everyday_words: tuple[EverydayWords, ...] = ()
    """What people say for words of the pages."""
    danger_words: tuple[DangerWords, ...] = ()
    """What points to danger."""
    words_alike: tuple[WordsAlike, ...] = ()
    """Words of one kind."""
    changes: tuple[Change, ...] = ()
    """What has changed for readers; left out of what the browser gets."""
    jobs: tuple[Job, ...] = ()
    """The jobs that people have; left out of what the browser gets."""
    first_hour: tuple[FirstHourCard, ...] = ()
    """Cards for a worker's first hour; left out of what the browser gets."""
    untranslated: tuple[str, ...] = ()
    """The parts of which some text is there in English only, where the language is another: `triage`,
    `roles`, `policies/irm`."""

    @cached_property
    def earliest_day(self) -> date:
        """The first day that any calendar covers: no date before it can be worked with."""
        return min(calendar.first for calendar in self.calendars)

    # Each part by its id.
    route = _by_id(lambda library: library.routes)
    service = _by_id(lambda library: library.services)
    policy = _by_id(lambda library: library.policies)
    role = _by_id(lambda library: library.roles)
    event = _by_id(lambda library: library.events)
    contact = _by_id(lambda library: library.contacts)
    document = _by_id(lambda library: library.documents)
    calendar = _by_id(lambda library: library.calendars)
    signpost = _by_id(lambda library: library.signposts)
    question = _by_id(lambda library: library.triage.questions)
    reader = _by_id(lambda library: library.triage.readers)

    @cached_property
    def spoken(self) -> dict[str | None, "Library"]:
        """This library as it speaks to each reader, by reader: filled in as it is asked for."""
        return {}

    @cached_property
    def own_events(self) -> dict[str, tuple[str, ...]]:
        """The events that are called after a service, by the name that they have in its folder."""
        found: dict[str, tuple[str, ...]] = {}
        for service in self.services:
            begins = f"{service.id.replace('-', '_')}_"
            for event in self.events:
                if event.id.startswith(begins):
                    name = event.id.removeprefix(begins)
                    found[name] = (*found.get(name, ()), event.id)
        return found

    @cached_property
    def owners(self) -> dict[str, tuple[Service, ...]]:
        """The services that have each policy as their own."""
        found: dict[str, tuple[Service, ...]] = {}
        for service in self.services:
            for name in service.policies:
                found[name] = (*found.get(name, ()), service)
        return found

    @cached_property
    def own(self) -> dict[str, dict[str, Policy]]:
        """For each route, the services that have a policy of their own for it, each with that policy."""
        owned: dict[str, dict[str, Policy]] = {}
        for service in self.services:
            for policy in map(self.policy.__getitem__, service.policies):
                owned.setdefault(policy.route, {}).setdefault(service.id, policy)
        return owned

    @cached_property
    def spoken_to(self) -> dict[str, dict[str, Policy]]:
        """For each route, the readers who get a national policy of their own, each with that policy."""
        found: dict[str, dict[str, Policy]] = {}
        for policy in self.policies:
            for reader in policy.speaks_to if policy.national else ():
                found.setdefault(policy.route, {}).setdefault(reader, policy)
        return found

    @cached_property
    def other_versions(self) -> dict[str, tuple[Policy, ...]]:
        """The other versions of each policy that has any, by the id that services name."""
        others: dict[str, tuple[Policy, ...]] = {}
        for policy in self.policies:
            if policy.version_of:
                others[policy.version_of] = (*others.get(policy.version_of, ()), policy)
        return others
