"""The way from the first question to a destination, as a graph of nodes.

A node is all that a page needs to know: which question is open, or which end was reached. Different
answers that lead to the same place share a node, so each node can have one static page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from navigator.core.addressing import speaking_to
from navigator.core.conditions import Conditions
from navigator.core.errors import NavigatorError
from navigator.core.model import EntryRule, Library, Option, Phase, Policy
from navigator.core.model.policy import Position
from navigator.core.nodes import AnswerOption, Node, OpenQuestion
from navigator.core.phases import PHASE, phase_at, phases_at
from navigator.core.places import place_of
from navigator.core.policies import policy_for, services_differ
from navigator.core.questions import condition, kind_of, onward, service, who
from navigator.core.routes_named import routes_named


class UnknownAnswer(NavigatorError):
    """An answer names an option that its question does not have."""


class PolicyBasis(StrEnum):
    """Whose policy is shown."""

    OWN = "own"
    """The service's own."""
    NATIONAL = "national"
    """One that holds across England, whichever service it is."""
    NATIONAL_FALLBACK = "national_fallback"
    """A national one, as the service has none of its own."""
    EXAMPLE = "example"
    """Another service's, as an example."""


@dataclass(frozen=True)
class Destination:
    """Where a path ends: which policy, which place in it, and whose policy it is."""

    route: str
    service: str | None
    policy: Policy
    position: Position
    begun: bool
    """False where the stage has not begun, so that dates are plans."""
    entry: EntryRule | None
    """The rule by which it begins at this stage."""
    unsure: bool
    """True where the reader could not say where it has got to."""
    policy_basis: PolicyBasis
    reader: str | None = None
    """Who asks, or whose page they get."""
    phase: Phase = Phase.WAITING
    """How far the stage has got, as long as nothing else is said of it."""
    facts: Mapping[str, bool] = field(default_factory=dict)
    """What the reader has said of the policy's conditions: by id, whether it is so. What they were not asked,
    or were not sure of, is left out."""

    @property
    def conditions(self) -> Conditions:
        """What is known of the conditions of the policy."""
        return Conditions(self.policy, self.facts)


def first(library: Library) -> Node:
    """Return the first question."""
    return Node(library.triage.start, opens=True)


def question(library: Library, node: Node) -> OpenQuestion:
    """Return the question that is open at a node. Raises KeyError at an end or for an unknown question."""
    library = speaking_to(library, node.reader)
    kind = kind_of(node.question) if node.route else None
    if kind:
        return kind.ask(library, node, onward)
    asked = library.question[node.question or ""]
    options = tuple(_answer(library, option, option.reader or node.reader) for option in asked.options)
    return OpenQuestion(asked.id, asked.ask, asked.hint, options)


def _answer(library: Library, option: Option, reader: str | None) -> AnswerOption:
    """Return an answer of the triage with the node that it leads to."""
    if option.next:
        to = Node(option.next, reader=reader)
    elif option.signpost:
        to = Node(None, signpost=option.signpost)
    elif option.stage:
        to = _at_stage(library, option, reader)
    else:
        to = enter(library, option.route or "", _service_of(library, option), reader)
    return AnswerOption(
        option.id, option.label, option.hint, to, option.because, option.source, unsure=option.unsure
    )


def leading_to(library: Library, route: str, stage: str | None, reader: str | None) -> Node:
    """Return the node at which a route begins for a reader, at a stage where one is named."""
    return _answer(library, Option("", "", route=route, stage=stage), reader).to


def _at_stage(library: Library, option: Option, reader: str | None) -> Node:
    """Return the node of an answer that names a stage: it holds for all without another policy."""
    route, stage = option.route or "", option.stage or ""
    named = _service_of(library, option)
    if reader and not option.service:
        policy = policy_for(library, route, None, reader)
        if stage not in {position.key for position in policy.leaf_stages()}:
            return enter(library, route, named, reader)  # what the reader gets has other stages
    if named or library.route[route].urgent or not services_differ(library, route, reader):
        return at(library, route, named, stage, reader)
    if len(library.services) == 1:
        return at(library, route, None, stage, reader)
    of_all = policy_for(library, route, option.service) is policy_for(library, route, None)
    return Node(service.ID, route, None, stage if of_all else None, reader=reader)


def _service_of(library: Library, option: Option) -> str | None:
    """Return the service that an answer names; None where another has a policy of its own for its route.

    Then the answer does not say which service it is, and the reader is asked.
    """
    others = library.own.get(option.route or "", {}).keys() - {option.service}
    return None if others else option.service


def enter(library: Library, route: str, of_service: str | None = None, reader: str | None = None) -> Node:
    """Return the node at which a route begins: the service is asked for only where services differ."""
    named = service.whose_page(library, library.service[of_service], route) if of_service else None
    return onward(library, Node(None, route, named, reader=reader))


def own_steps(library: Library, node: Node) -> OpenQuestion | None:
    """Return the question for the service as an urgent end offers it: it leads to a service's own steps."""
    return service.offered(speaking_to(library, node.reader), node, onward)


def own_pages(library: Library, node: Node) -> OpenQuestion | None:
    """Return the question who asks, as an end offers it to which nobody had to say so."""
    return who.offered(speaking_to(library, node.reader), node, onward)


def asked_at(library: Library, node: Node) -> tuple[OpenQuestion, ...]:
    """Return the question that is open at a node, or those that an end offers; none where the way is over."""
    if node.question:
        return (question(library, node),)
    return tuple(asked for asked in (own_pages(library, node), own_steps(library, node)) if asked)


def at(library: Library, route: str, service: str | None, place: str, reader: str | None = None) -> Node:
    """Return the node at a place of a route's policy: its end, or the first question about a condition."""
    return onward(library, Node(None, route, service, place, reader=reader))


def destination(library: Library, node: Node) -> Destination:
    """Return the place that an end is. Raises KeyError for a node that is no end of this library."""
    if node.question is not None or node.route is None or node.choice is None:
        raise KeyError(node.slug)
    library = speaking_to(library, node.reader)
    policy = policy_for(library, node.route, node.service, node.reader)
    place = place_of(policy, node.choice)
    basis = _policy_basis(library, policy, node)
    return Destination(
        route=node.route,
        service=node.service,
        policy=policy,
        position=place.position,
        begun=place.begun,
        entry=place.entry,
        unsure=place.unsure,
        policy_basis=basis,
        reader=node.reader,
        phase=phase_at(library, policy, place),
        facts=condition.told(node),
    )


def _policy_basis(library: Library, policy: Policy, node: Node) -> PolicyBasis:
    if node.service and policy.id in library.service[node.service].policies:
        return PolicyBasis.OWN
    if not policy.national:
        return PolicyBasis.EXAMPLE
    fallback = node.service and services_differ(library, policy.route, node.reader)
    return PolicyBasis.NATIONAL_FALLBACK if fallback else PolicyBasis.NATIONAL


@dataclass(frozen=True)
class Answered:
    """A question that was answered on the way, and with what."""

    question: OpenQuestion
    choice: AnswerOption
    node: Node
    """The node at which it was asked."""


@dataclass(frozen=True)
class Trail:
    """The way taken by some answers: the questions answered, and the node reached."""

    answered: tuple[Answered, ...]
    node: Node
    ignored: tuple[str, ...]
    """Answers to questions that this way does not pass."""
    phase: Phase | None = None
    """What the reader has said of how far the stage has got; None where they have not."""


def follow(
    library: Library, answers: Mapping[str, str], origin: Node | None = None, until: str | None = None
) -> Trail:
    """Walk as far as the answers reach, from the first question or from another node.

    A way ends at a place in a policy, or at a signpost. An urgent end is passed only by the answer that leads
    to a service's own steps. With `until`, stop at that question even though it is answered, so that it can
    be shown again.
    Raises UnknownAnswer.
    """
    node = origin or first(library)
    answered: list[Answered] = []
    while found := _answered_at(library, node, answers, until):
        answered.append(found)
        node = found.choice.to
    passed = {step.question.id for step in answered}
    phase = _phase_said(library, node, answers) if node.question is None and node.route else None
    if phase:
        passed.add(PHASE)
    return Trail(tuple(answered), node, tuple(key for key in answers if key not in passed), phase)


def _answered_at(
    library: Library, node: Node, answers: Mapping[str, str], until: str | None
) -> Answered | None:
    """Return the question of a node that the answers answer; None where they do not. Raises UnknownAnswer."""
    for asked in asked_at(library, node):
        given = answers.get(asked.id)
        if given is None or asked.id == until:
            continue
        chosen = next((choice for choice in asked.options if choice.id == given), None)
        if chosen:
            return Answered(asked, chosen, node)
        if node.question is not None:
            allowed = ", ".join(choice.id for choice in asked.options)
            raise UnknownAnswer(f"{asked.id}={given}: there is no such answer; write one of {allowed}")
    return None


def _phase_said(library: Library, node: Node, answers: Mapping[str, str]) -> Phase | None:
    """Return the phase that an answer names. Raises UnknownAnswer for one that the stage does not have."""
    given = answers.get(PHASE)
    if given is None:
        return None
    allowed = _phases_of(library, node)
    if given not in allowed:
        raise UnknownAnswer(f"{PHASE}={given}: there is no such answer; write one of {', '.join(allowed)}")
    return Phase(given)


def _phases_of(library: Library, node: Node) -> tuple[Phase, ...]:
    end = destination(library, node)
    return tuple(dict.fromkeys((end.phase, *phases_at(library, end.policy, end.position))))


def nodes(library: Library) -> Iterator[Node]:
    """Yield every node that has a page of the wizard, each once.

    They are found from the first question and each route's beginning, by every answer, and by what an end
    leads to.
    """
    seen = dict.fromkeys((first(library), *(enter(library, route.id) for route in library.routes)))
    queue = list(seen)
    while queue:
        node = queue.pop(0)
        yield node
        answers = (choice.to for asked in asked_at(library, node) for choice in asked.options)
        for to in (*answers, *_led_to(library, node)):
            if to not in seen and not to.signpost:
                seen[to] = None
                queue.append(to)


def _led_to(library: Library, node: Node) -> Iterator[Node]:
    """Yield the beginnings of routes that an end leads to, for the same service and reader."""
    if node.question is not None or node.route is None:
        return
    end = destination(library, node)
    for route in routes_named(library, end.policy, end.position):
        yield enter(library, route, node.service, node.reader)
    if end.policy_basis is PolicyBasis.NATIONAL_FALLBACK:
        for of_service in library.own.get(node.route, {}):
            yield enter(library, node.route, of_service, node.reader)


def paths(library: Library) -> Iterator[tuple[dict[str, str], Node]]:
    """Yield every complete path: its answers, and the end it reaches. Raises RecursionError on a cycle."""

    def onward(node: Node, answers: dict[str, str]) -> Iterator[tuple[dict[str, str], Node]]:
        if node.question is None:
            yield answers, node
        for asked in asked_at(library, node):
            for choice in asked.options:
                yield from onward(choice.to, {**answers, asked.id: choice.id})

    return onward(first(library), {})
