"""What many pages ask of the library, each worked out once for a whole build."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from navigator.core import journey
from navigator.core.addressing import speaking_to
from navigator.core.model import Action, Contact, Document, Library, Policy, Route, Service, Source
from navigator.core.model.policy import Position
from navigator.core.nodes import Node
from navigator.core.policies import policy_for
from navigator.core.shape import parts_of
from navigator.render.html import Html
from navigator.site.kit.case import Case
from navigator.site.kit.terms import Explainer


@dataclass(frozen=True)
class Task:
    """A place where a role acts."""

    policy: Policy
    position: Position
    step: Action


@dataclass(frozen=True)
class LibraryIndex:
    """A library with the cross-references that pages show. Its pages speak to nobody in particular."""

    written: Library
    """The library as it was written: whom it speaks to is still open, and each page of the wizard chooses."""
    unexplained: frozenset[str] = frozenset()
    """Glossary terms that running text never explains, as the word has an everyday meaning too."""
    site_name: str = ""
    """The name of the site, which ends every title."""
    site_url: str = ""
    """Where the site will be; empty where nobody has said so."""
    embedded_by: tuple[str, ...] = ()
    """The origins of other sites that may show pages made for that."""

    places: dict[tuple[str, Source, str | None], Html] = field(
        default_factory=dict, repr=False, compare=False
    )
    """Links to the places that rules come from, as far as they have been written: most stand on many
    pages."""

    @cached_property
    def library(self) -> Library:
        """The library in the third person, as every page says it that is not the answer of some reader."""
        return speaking_to(self.written, None)

    @cached_property
    def first(self) -> Node:
        """The first question."""
        return journey.first(self.library)

    @cached_property
    def last_checked(self) -> date | None:
        """The newest day on which a document, a policy or a contact was checked; None where there is none.

        It changes only where the data does, so a page without changes stays the same whenever it is built.
        """
        library = self.library
        checked: tuple[Contact | Document | Policy, ...]
        checked = (*library.contacts, *library.documents, *library.policies)
        return max((each.checked_on for each in checked), default=None)

    @cached_property
    def explainer(self) -> Explainer:
        """What explains words of the glossary within a text."""
        return Explainer(self.library.glossary, self.unexplained)

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The practice cases, those of a route together, in the order of the routes.

        One that leads to a signpost has nothing to practise: it is a test only.
        """
        order = {route.id: number for number, route in enumerate(self.library.routes)}
        cases = ((order.get(each.expect.route or ""), each) for each in self.library.scenarios)
        placed = sorted((place, each.id, each) for place, each in cases if place is not None)
        return tuple(Case(self.library, scenario) for _, _, scenario in placed)

    @cached_property
    def cases_by_route(self) -> dict[Route, list[Case]]:
        """The practice cases of each route that has any."""
        return grouped((self.library.route[case.scenario.expect.route or ""], case) for case in self.cases)

    @cached_property
    def entrance(self) -> dict[str, Node]:
        """For each route, the page of the wizard at which it begins."""
        return {route.id: journey.enter(self.library, route.id) for route in self.library.routes}

    @cached_property
    def policies_of(self) -> dict[str, list[Policy]]:
        """The policies of each route, each service's own first and then the national ones."""
        ordered = sorted(self.library.policies, key=lambda policy: (policy.national, policy.title))
        return grouped((policy.route, policy) for policy in ordered)

    @cached_property
    def versions_of(self) -> dict[str, list[Policy]]:
        """All versions of each policy that has more than one, by the id that services name."""
        others = grouped((policy.version_of, policy) for policy in self.library.policies if policy.version_of)
        return {first: [self.library.policy[first], *versions] for first, versions in others.items()}

    @cached_property
    def owners(self) -> dict[str, list[Service]]:
        """The services that have each policy as their own."""
        return grouped((policy, service) for service in self.library.services for policy in service.policies)

    @cached_property
    def tasks(self) -> dict[str, list[Task]]:
        """What each role does, in which policy and at which stage."""
        return grouped(
            (step.who, Task(policy, position, step))
            for policy in self.library.policies
            for position, step in policy.steps()
        )

    @cached_property
    def copied(self) -> dict[str, list[Policy]]:
        """The policies in which each role is written to or gets a copy."""
        return grouped(
            (role, policy)
            for policy in self.library.policies
            for _, step in policy.steps()
            for role in (*step.to, *step.cc)
        )

    @cached_property
    def resting_on(self) -> dict[str, list[Policy]]:
        """The policies that rest on each document."""
        return grouped(
            (document.id, policy)
            for policy in self.library.policies
            for document in documents_of(self.library, policy)
        )

    @cached_property
    def reached_by(self) -> dict[str, list[str]]:
        """The names of the policies and services that give each contact."""
        named = [(policy.title, policy.contacts) for policy in self.library.policies]
        named += [(service.name, service.contacts) for service in self.library.services]
        return grouped((contact, name) for name, contacts in named for contact in contacts)

    def owners_of(self, policy: Policy) -> list[Service]:
        """Return the services that have a policy, or the version of it that services name, as their own."""
        return self.owners.get(policy.version_of or policy.id, [])

    def shown(self, route: Route, service: Service) -> tuple[Policy, str]:
        """Return the policy that a service's readers see for a route, and whose it is."""
        policy = policy_for(self.library, route.id, service.id)
        if policy.id in service.policies:
            return policy, "own"
        return policy, "national" if policy.national else "example"


def grouped[Key, Value](pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    """Return the values of each key in their order; one that follows itself is there once."""
    groups: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        if not groups[key] or groups[key][-1] is not value:
            groups[key].append(value)
    return groups


def documents_of(library: Library, policy: Policy) -> list[Document]:
    """Return the documents that any part of a policy cites, its own first."""
    cited = {part.document for part in parts_of(policy) if isinstance(part, Source) and part.document}
    return [library.document[name] for name in (policy.document, *sorted(cited - {policy.document}))]
