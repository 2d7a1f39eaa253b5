"""Which service: asked only where services have policies of their own, and never before an urgent answer."""

from dataclasses import replace
from typing import Final

from navigator.core.model import Library, Service
from navigator.core.nodes import AnswerOption, Node, Onward, OpenQuestion
from navigator.core.policies import has_own, policy_for, services_differ

ID: Final = "service"


def begin(library: Library, node: Node) -> Node:
    """Open the question where services differ; elsewhere forget the service, so that all share a page.

    Where there is one service only, it is everybody's, and nobody is asked.

    On an urgent route the answer comes first, and so does a stage that an answer named: see `offered`.
    """
    route = node.route or ""
    if not services_differ(library, route, node.reader):
        return replace(node, service=None)
    urgent = library.route[route].urgent
    if len(library.services) == 1 and not node.service and not (urgent and node.choice):
        return _chosen(library, node, library.services[0])
    waits = not node.service and not node.choice and not urgent
    return replace(node, question=ID) if waits else node


def offered(library: Library, node: Node, onward: Onward) -> OpenQuestion | None:
    """Return the question as it may be answered below an urgent answer, where it was not asked before it.

    Only services with steps of their own are among its answers.
    """
    if node.question or node.service or not node.route or not library.route[node.route].urgent:
        return None
    own = {service.id for service in library.services if has_own(library, service, node.route, node.reader)}
    asked = ask(library, node, onward)
    options = tuple(option for option in asked.options if option.id in own)
    return replace(asked, options=options) if options else None


def ask(library: Library, node: Node, onward: Onward) -> OpenQuestion:
    """Return the question, with every service whose readers may come this way."""
    asked, route = library.triage.service, node.route or ""
    options = tuple(
        AnswerOption(
            service.id,
            asked.unsure if service.unsure else service.label,
            None,
            onward(library, _chosen(library, node, service)),
            _because(library, service, route, node.reader),
            unsure=service.unsure,
        )
        for service in library.services
        if not service.own_routes_only or has_own(library, service, route, node.reader)
    )
    return OpenQuestion(ID, asked.ask, asked.hint, options)


def _chosen(library: Library, node: Node, service: Service) -> Node:
    """Return the node for a service. A stage that an answer named is one of the policy shown for all."""
    route = node.route or ""
    theirs, of_all = (policy_for(library, route, whose, node.reader) for whose in (service.id, None))
    choice = node.choice if theirs is of_all else None
    return replace(
        node, question=None, service=whose_page(library, service, route, node.reader), choice=choice
    )


def whose_page(library: Library, service: Service, route: str, reader: str | None = None) -> str:
    """Return the service whose page is shown: all those share one that have nothing of their own there."""
    if has_own(library, service, route, reader) or service.contacts or service.closures:
        return service.id
    unsure = next((each for each in library.services if each.unsure), service)
    return unsure.id if unsure.calendar == service.calendar else service.id


def _because(library: Library, service: Service, route: str, reader: str | None) -> str:
    """Say why an answer leads to its policy: in the policy's own words, where it has some."""
    if service.unsure:
        return library.words["answer.unsure_because"]
    has_one = has_own(library, service, route, reader)
    own = policy_for(library, route, service.id, reader) if has_one else None
    return (own and own.because) or library.words("answer.service_because", service=service.name)
