"""Where somebody can be put at once to see a policy: as which reader, at which stage, in which phase."""

from dataclasses import dataclass

from navigator.core.journey import at, enter, question
from navigator.core.model import Library, Phase, Policy, Reader
from navigator.core.model.policy import Position
from navigator.core.nodes import AnswerOption, Node
from navigator.core.phases import phases_at, rules_of
from navigator.core.places import place_of
from navigator.core.policies import policy_for
from navigator.core.questions import onward, progress
from navigator.core.questions.service import whose_page
from navigator.workbench.desk import Answer, Desk
from navigator.workbench.shown import shown


@dataclass(frozen=True)
class Spot:
    """What somebody chooses from lists, in place of answering questions."""

    policy: str
    service: str | None = None
    """Of those services that are shown the policy; None for somebody who is asked, or need not be."""
    reader: str | None = None
    """Who reads; None for nobody in particular."""
    place: str | None = None
    """An answer on progress; None for where that is asked."""


def spots(desk: Desk, asked: Answer) -> Answer:
    """Return the services and readers that get a `policy`, and its places with the phases of each."""
    library = shown(desk).index.library
    policy = library.policy.get(asked["policy"])
    if policy is None:
        return {"services": [], "readers": [], "places": [], "current": desk.is_sound}
    return {
        "services": [
            {"id": each or "", "name": _called(library, each)} for each in services_of(library, policy)
        ],
        "readers": [{"id": each.id, "name": each.name} for each in readers_of(library, policy)],
        "places": [
            {"id": option.id, "name": option.label, "phases": _phases(library, policy, option.id)}
            for option in places_of(library, policy)
        ],
        "current": desk.is_sound,
    }


def named_by_services(library: Library, policy: Policy) -> Policy:
    """Return the policy that services name: of another version, the first one."""
    return library.policy[policy.version_of or policy.id]


def services_of(library: Library, policy: Policy, reader: str | None = None) -> list[str | None]:
    """Return the services whose readers get a policy, its owners first; None stands for any service."""
    policy = named_by_services(library, policy)
    owners = {service.id for service in library.owners.get(policy.id, ())}
    ids = sorted((service.id for service in library.services), key=lambda each: each not in owners)
    found: list[str | None] = [
        each for each in ids if policy_for(library, policy.route, each, reader) is policy
    ]
    if policy_for(library, policy.route, None, reader) is policy and not owners:
        found.insert(0, None)
    return found


def readers_of(library: Library, policy: Policy) -> list[Reader]:
    """Return the readers who can be shown a policy."""
    return [each for each in library.triage.readers if services_of(library, policy, each.id)]


def places_of(library: Library, policy: Policy, reader: str | None = None) -> tuple[AnswerOption, ...]:
    """Return the answers on progress that a policy has; one where nothing is asked about that."""
    policy = named_by_services(library, policy)
    service = next(iter(services_of(library, policy, reader)), None)
    return progress.ask(library, Node(None, policy.route, service, reader=reader), onward).options


def node_of(library: Library, spot: Spot) -> Node:
    """Return the page of the wizard for a spot, or the first question on the way. Raises KeyError."""
    policy = named_by_services(library, library.policy[spot.policy])
    service = spot.service
    if service is None:
        service = next(iter(services_of(library, policy, spot.reader)), None)
    if spot.place is None:
        return enter(library, policy.route, service, spot.reader)
    place_of(policy, spot.place)  # raises for a place that is not there any more
    page = whose_page(library, library.service[service], policy.route, spot.reader) if service else None
    return at(library, policy.route, page, spot.place, spot.reader)


def end_of(library: Library, node: Node) -> Node:
    """Return the end that somebody reaches from a page who is sure of nothing more."""
    while node.question is not None:
        options = question(library, node).options
        node = next((each for each in options if each.unsure), options[-1]).to
    return node


def _called(library: Library, service: str | None) -> str:
    return library.service[service].name if service else library.words["workbench.seen.any_service"]


def _phases(library: Library, policy: Policy, choice: str) -> list[dict[str, str]]:
    """Return the phases that a reader can say a place is in, as its page offers them."""
    place = place_of(policy, choice)
    if place.unsure or not place.begun:
        return []
    return [
        {"id": phase.value, "name": _label(library, policy, place.position, phase)}
        for phase in phases_at(library, policy, place.position)
    ]


def _label(library: Library, policy: Policy, position: Position, phase: Phase) -> str:
    return rules_of(library, policy, position, phase).label or library.words[f"phase.{phase}"]
