"""Which service: asked only where services have policies of their own."""

from dataclasses import replace
from typing import Final

from navigator.core.model import Library
from navigator.core.nodes import AnswerOption, Node, Onward, OpenQuestion
from navigator.core.policies import has_own, services_differ

ID: Final = "service"


def begin(library: Library, node: Node) -> Node:
    """Open the question where services differ; elsewhere forget the service, so that all share a page."""
    if not services_differ(library, node.route or ""):
        return replace(node, service=None)
    return node if node.service or node.choice else replace(node, question=ID)


def ask(library: Library, node: Node, onward: Onward) -> OpenQuestion:
    """Return the question, with every service whose readers may come this way."""
    asked, words, route = library.triage.service, library.words, node.route or ""
    options = tuple(
        AnswerOption(
            service.id,
            asked.unsure if service.unsure else service.label,
            None,
            onward(library, replace(node, question=None, service=service.id)),
            words["answer.unsure_because"]
            if service.unsure
            else words("answer.service_because", service=service.name),
            unsure=service.unsure,
        )
        for service in library.services
        if not service.own_routes_only or has_own(library, service, route)
    )
    return OpenQuestion(ID, asked.ask, asked.hint, options)
