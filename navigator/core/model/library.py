"""Everything the navigator knows, as one value."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from navigator.core.model.lists import Contact, Document, Role, Term
from navigator.core.model.pack import Pack
from navigator.core.model.policy import Policy
from navigator.core.model.scenario import Scenario
from navigator.core.model.service import Calendar, Route, Service
from navigator.core.model.timescale import Event
from navigator.core.model.triage import Question, Triage
from navigator.core.model.words import Words


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
    untranslated: tuple[str, ...] = ()
    """The files of which some text is there in English only, where the language is another."""

    @cached_property
    def earliest_day(self) -> date:
        """The first day that any calendar covers: no date before it can be worked with."""
        return min(calendar.first for calendar in self.calendars)

    @cached_property
    def route(self) -> dict[str, Route]:
        """Routes by id."""
        return {route.id: route for route in self.routes}

    @cached_property
    def service(self) -> dict[str, Service]:
        """Services by id."""
        return {service.id: service for service in self.services}

    @cached_property
    def policy(self) -> dict[str, Policy]:
        """Policies by id."""
        return {policy.id: policy for policy in self.policies}

    @cached_property
    def other_versions(self) -> dict[str, tuple[Policy, ...]]:
        """The other versions of each policy that has any, by the id that services name."""
        found: dict[str, tuple[Policy, ...]] = {}
        for policy in self.policies:
            if policy.version_of:
                found[policy.version_of] = (*found.get(policy.version_of, ()), policy)
        return found

    @cached_property
    def role(self) -> dict[str, Role]:
        """Roles by id."""
        return {role.id: role for role in self.roles}

    @cached_property
    def event(self) -> dict[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.events}

    @cached_property
    def contact(self) -> dict[str, Contact]:
        """Contacts by id."""
        return {contact.id: contact for contact in self.contacts}

    @cached_property
    def document(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def calendar(self) -> dict[str, Calendar]:
        """Calendars by id."""
        return {calendar.id: calendar for calendar in self.calendars}

    @cached_property
    def question(self) -> dict[str, Question]:
        """Triage questions by id."""
        return {question.id: question for question in self.triage.questions}
